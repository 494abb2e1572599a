// A form put together part by part for one test: a sheet with what hangs on it,
// grown or shrunk, and looked into afterwards.

#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "support/package_builder.h"
#include "xlsx/fill/row_move.h"

namespace huizong::xlsx {

class FormParts {
 public:
  /// Sheet1 with these rows, and what follows </sheetData>.
  explicit FormParts(std::string_view rows, std::string_view after = {},
                     std::string_view before = {});

  /// A further sheet of that name.
  FormParts& sheet(std::string_view name, std::string_view rows, std::string_view after = {});
  /// A part that another links to, by an Office relationship of that kind.
  FormParts& part(std::string_view from, std::string_view name, std::string_view kind,
                  std::string_view bytes, std::string_view content_type = {});
  /// A link of that part that is kept as a relationship.
  FormParts& link(std::string_view from, std::string_view target);
  /// Elements of the workbook part, after its sheets.
  FormParts& workbook(std::string_view elements);

  std::string package() const;
  /// The package after Sheet1's rows first..last (1-based) were made `count`.
  std::string resized(int first, int last, int count) const;
  /// The 中文 of the refusal to do so; "" where it is done.
  std::string refusal(int first, int last, int count) const;

 private:
  void insert(std::string_view part, std::string_view before, std::string_view element);
  void relate(std::string_view from, std::string_view kind, std::string_view target);
  testing::Parts parts_;
  int next_ = 50;
};

/// Of a package's Sheet1.
std::string sheet_xml(const std::string& package);
bool holds(const std::string& text, std::string_view piece);
/// The 中文 of the Error that `work` throws; "" where it throws none.
std::string refusal_of(const std::function<void()>& work);

}  // namespace huizong::xlsx
