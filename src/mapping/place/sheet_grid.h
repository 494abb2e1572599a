// A sheet as something to look around on: which cell stands at a place, what is
// seen there through a merge, what a row holds.

#pragma once

#include <span>
#include <string>

#include "xlsx/merge_index.h"
#include "xlsx/workbook.h"

namespace huizong::mapping {

/// Refers to the sheet, which must outlive it.
class SheetGrid {
 public:
  explicit SheetGrid(const xlsx::Sheet& sheet);

  const xlsx::Sheet& sheet() const { return sheet_; }
  const xlsx::Cell* at(CellRef ref) const { return sheet_.find(ref); }
  /// The merge the place belongs to, else the place alone.
  CellRange extent(CellRef ref) const { return merges_.extent(ref); }
  /// The cell whose content is seen at the place: a merge's first cell. Null when that is empty.
  const xlsx::Cell* seen_at(CellRef ref) const;
  std::string text_at(CellRef ref) const;  ///< of what is seen there; "" if nothing

  std::span<const xlsx::Cell> row(int row) const;  ///< its stored cells
  int last_row() const { return last_row_; }  ///< of any cell with content; -1 on an empty sheet

 private:
  const xlsx::Sheet& sheet_;
  xlsx::MergeIndex merges_;
  int last_row_ = -1;
};

/// Whether the cell holds anything: a formula does, a text of blanks does not.
bool is_filled(const xlsx::Cell& cell);

}  // namespace huizong::mapping
