// Where the next cell of a sheet stands, and that no place comes twice.
//
// Rows and cells may leave out their place (it is the one after the last) and
// may come in any order; of two figures for one place one would be lost in
// silence, so the sheet is refused.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/cell_ref.h"

namespace huizong::xlsx {

class Places {
 public:
  /// `sheet` is named in what is refused.
  explicit Places(std::string sheet) : sheet_(std::move(sheet)) {}

  /// What the row and the cell state as their place; no data() where they state none. Throw
  /// Unreadable.
  void begin_row(std::string_view stated);
  CellRef next_cell(std::string_view stated);
  /// In this row, below kMaxCols; -1 for the next column.
  CellRef at_column(int col) {
    col_ = col < 0 ? col_ + 1 : col;
    const auto index = static_cast<std::size_t>(col_);
    if (index >= last_rows_.size()) make_columns();
    if (last_rows_[index] == row_) refuse_twice();
    last_rows_[index] = row_;
    return {row_, col_};
  }
  int row() const { return row_; }

 private:
  void make_columns();
  [[noreturn]] void refuse_twice() const;
  [[noreturn]] void refuse_place(std::string_view stated) const;

  const std::string sheet_;
  int row_ = -1;
  int col_ = -1;
  std::vector<bool> rows_;      // seen
  std::vector<int> last_rows_;  // by column: the last row that has a cell there
};

}  // namespace huizong::xlsx
