#include "xlsx/fill/row_move.h"

#include <algorithm>

#include "base/cell_ref.h"

namespace huizong::xlsx {

std::optional<int> RowMove::row(int row) const {
  if (row > block.last) return row + by();
  if (row > new_last()) return std::nullopt;
  return row;
}

std::optional<RowSpan> RowMove::span(RowSpan rows, bool grow) const {
  // A span to the sheet's foot means "all rows below" and has nowhere to grow to.
  if (rows.last == kMaxRows - 1) {
    if (rows.first == 0) return rows;
    return RowSpan{row(rows.first).value_or(new_last() + 1), rows.last};
  }
  const int last_kept = new_last();
  const auto first = row(rows.first);
  auto last = row(rows.last);
  if (by() > 0 && grow && rows.last == block.last) last = rows.last + by();
  if (first && last) return RowSpan{*first, *last};
  if (!first && !last) return std::nullopt;
  // One end was dropped: what is left begins after the block, or ends with its last kept row.
  return first ? RowSpan{*first, last_kept} : RowSpan{last_kept + 1, *last};
}

}  // namespace huizong::xlsx
