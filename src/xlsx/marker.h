// Marks cells of somebody's own workbook (退回): colours them, gives them notes,
// and puts a sheet of ours before theirs. Values, formulas, drawings,
// validations and protection stay as they are.
//
//   Marker book(read_file("上报/101001.xlsx"));
//   book.mark(book.sheet_index("自评表"), {11, 7}, Marker::Colour::Error, "合计应为 1,199.50");
//   book.put_first(slip.package());             // of a Writer
//   write_file(out, book.package());

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/cell_ref.h"
#include "xlsx/limits.h"

namespace huizong::xlsx {

class Marker {
 public:
  enum class Colour { Error, Warning, Note };

  /// The .xlsx file's bytes. Throws Unreadable, or Error where changing it would break it: a
  /// digital signature.
  explicit Marker(std::string package, const Limits& limits = {});
  ~Marker();
  Marker(Marker&&) noexcept;
  Marker& operator=(Marker&&) noexcept;

  /// By its name as the reader gives it; nothing when there is none.
  std::optional<std::size_t> sheet_index(std::string_view name) const;

  /// Fills the cell's background and adds a note to it, below one that is there. A cell marked
  /// twice has the colour of the first; text "" adds no note. Throws Error where the sheet's notes
  /// cannot be added to.
  void mark(std::size_t sheet, CellRef cell, Colour colour, std::string_view note);

  /// The first sheet of a workbook that Writer made becomes the first of this one, and is shown on
  /// opening.
  void put_first(std::string workbook);

  std::string package();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace huizong::xlsx
