#include "xlsx/fill/anchor_rows.h"

#include <algorithm>

namespace huizong::xlsx {
namespace {

/// What hung on a dropped row hangs on the first row after the block.
AnchorEdge moved_top(const AnchorEdge& top, const RowMove& move) {
  if (const auto row = move.row(top.row)) return {*row, top.below};
  return {move.new_last() + 1, 0};
}

AnchorEdge moved_bottom(const AnchorEdge& bottom, const RowMove& move) {
  // A lower edge that lies on the line above its row belongs to the row before.
  const bool on_line = bottom.row > 0 && bottom.below == 0;
  const int held = on_line ? bottom.row - 1 : bottom.row;
  const auto row = move.row(held);
  if (on_line) return {row.value_or(move.new_last()) + 1, 0};
  return row ? AnchorEdge{*row, bottom.below} : AnchorEdge{move.new_last() + 1, 0};
}

/// The row whose height a row has after the move.
int row_before(int row, const RowMove& move) {
  if (row > move.new_last()) return row - move.by();
  return std::min(row, move.block.last);
}

}  // namespace

AnchorRows moved_anchor(const AnchorRows& anchor, Hold hold, const RowMove& move,
                        const std::function<double(int row)>& height) {
  if (hold == Hold::Stays) return anchor;
  const AnchorRows now{moved_top(anchor.top, move), moved_bottom(anchor.bottom, move)};
  if (hold == Hold::SizesWithRows) return now;
  const int by = now.top.row - anchor.top.row;
  if (now.top.below == anchor.top.below && now.bottom.row - anchor.bottom.row == by) return now;

  // The move cut through it: it keeps its height, from its upper edge downwards.
  double left = now.top.below + anchor.bottom.below - anchor.top.below;
  for (int row = anchor.top.row; row < anchor.bottom.row; ++row) left += height(row);
  AnchorEdge bottom{now.top.row, std::max(0.0, left)};
  for (double of_row = height(row_before(bottom.row, move)); of_row > 0 && bottom.below >= of_row;
       of_row = height(row_before(bottom.row, move))) {
    bottom.below -= of_row;
    ++bottom.row;
  }
  return {now.top, bottom};
}

}  // namespace huizong::xlsx
