// What happens to a sheet's rows when a variable block (变长块) is given more or
// fewer of them: rows are added after its last, or dropped from its end, and
// everything below moves.
//
// Only arithmetic: it never touches a workbook.

#pragma once

#include <optional>

namespace huizong::xlsx {

struct RowSpan {
  int first = 0;  ///< 0-based
  int last = 0;   ///< included
  bool operator==(const RowSpan&) const = default;
};

struct RowMove {
  RowSpan block;  ///< the rows as they were
  int count = 1;  ///< how many the block holds afterwards; at least one

  int by() const {
    return count - (block.last - block.first + 1);
  }  ///< rows added; negative: dropped
  int new_last() const { return block.first + count - 1; }

  /// Where a row goes; nothing where it is dropped.
  std::optional<int> row(int row) const;

  /// Where rows go that belong together (a range, a merge). With `grow`, a span that ends on the
  /// block's last row takes in the rows added after it: a sum over the sample rows must be a sum
  /// over all rows, though Excel itself would not extend it. Nothing where every row is dropped.
  std::optional<RowSpan> span(RowSpan rows, bool grow) const;
};

}  // namespace huizong::xlsx
