// Where a picture, chart, shape or control stands, in rows, and where it stands
// after rows were added or dropped.
//
// Only arithmetic: drawings, controls and VML boxes write their anchors down in
// three ways and units, and share this.

#pragma once

#include <functional>

#include "xlsx/fill/row_move.h"

namespace huizong::xlsx {

/// What the object does when rows come or go: 大小、位置随单元格而变, 位置随单元格而变, 固定.
enum class Hold { SizesWithRows, MovesWithRows, Stays };

/// An edge lies so many points below the upper line of its row (0-based).
struct AnchorEdge {
  int row = 0;
  double below = 0;
  bool operator==(const AnchorEdge&) const = default;
};

struct AnchorRows {
  AnchorEdge top;
  AnchorEdge bottom;
  bool operator==(const AnchorRows&) const = default;
};

/// `height` gives a row's points as they were before the move.
AnchorRows moved_anchor(const AnchorRows& anchor, Hold hold, const RowMove& move,
                        const std::function<double(int row)>& height);

}  // namespace huizong::xlsx
