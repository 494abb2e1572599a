// What stands where on the blank template: its used area, and the label texts
// of a row or column.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/cell_ref.h"
#include "xlsx/workbook.h"

namespace huizong::mapping {

class TemplateWords {
 public:
  explicit TemplateWords(const xlsx::Sheet& sheet);

  /// The smallest rectangle from A1 that holds every stored cell and every merge.
  CellRange used() const { return used_; }
  /// Whether a cell can be an input: in the used area, or right beside or below a text at its rim.
  bool reaches(CellRef cell) const;
  /// The text of a cell, or of the merge it lies in.
  std::string text_at(CellRef cell) const;

  /// Whether a text of that row, in columns before `before`, holds the words (or is held by them).
  bool row_has(int row, int before, const std::vector<std::string>& names) const;
  bool column_has(int col, int before, const std::vector<std::string>& names) const;
  /// Another row of first..last whose label, in columns before `before`, is exactly the name.
  std::optional<int> row_named(const std::string& name, int first, int last, int before) const;
  /// Another column whose heading, in rows first..last, is exactly the name.
  std::optional<int> column_named(const std::string& name, int first, int last) const;

 private:
  const xlsx::Sheet& sheet_;
  CellRange used_;
};

/// Labels compared: width, blanks, a leading 其中： and a trailing (unit) aside.
bool same_label(const std::string& a, const std::string& b);

}  // namespace huizong::mapping
