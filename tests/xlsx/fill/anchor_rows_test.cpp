#include "xlsx/fill/anchor_rows.h"

#include <catch2/catch.hpp>

namespace huizong::xlsx {
namespace {

/// Rows 3 to 5 become `count`; every row is 15 points high, row 5 (which is cloned) 20.
AnchorRows moved(const AnchorRows& anchor, Hold hold, int count) {
  return moved_anchor(anchor, hold, {{2, 4}, count},
                      [](int row) { return row == 4 ? 20.0 : 15.0; });
}

}  // namespace

TEST_CASE("a picture below the block moves, one above stays, whatever holds it", "[xlsx]") {
  const Hold hold = GENERATE(Hold::SizesWithRows, Hold::MovesWithRows);
  CHECK(moved({{6, 3}, {9, 4}}, hold, 5) == AnchorRows{{8, 3}, {11, 4}});
  CHECK(moved({{6, 3}, {9, 4}}, hold, 1) == AnchorRows{{4, 3}, {7, 4}});
  CHECK(moved({{0, 3}, {1, 4}}, hold, 5) == AnchorRows{{0, 3}, {1, 4}});
  CHECK(moved({{6, 3}, {9, 4}}, Hold::Stays, 5) == AnchorRows{{6, 3}, {9, 4}});
}

TEST_CASE("a chart that spans the block's end stretches, a picture keeps its height", "[xlsx]") {
  const AnchorRows spanning{{3, 5}, {6, 10}};  // 10 + 20 + 15 + 10 points
  CHECK(moved(spanning, Hold::SizesWithRows, 5) == AnchorRows{{3, 5}, {8, 10}});
  // 15, 20, 20 and on: after 5 + 55 points from row 3's top
  CHECK(moved(spanning, Hold::MovesWithRows, 5) == AnchorRows{{3, 5}, {6, 5}});
  CHECK(moved(spanning, Hold::SizesWithRows, 2) == AnchorRows{{3, 5}, {5, 10}});
  CHECK(moved(spanning, Hold::MovesWithRows, 2) == AnchorRows{{3, 5}, {7, 0}});
}

TEST_CASE("what stood on dropped rows stands on the first row after them", "[xlsx]") {
  CHECK(moved({{4, 5}, {4, 10}}, Hold::SizesWithRows, 2) == AnchorRows{{4, 0}, {4, 0}});
  CHECK(moved({{4, 5}, {7, 10}}, Hold::SizesWithRows, 2) == AnchorRows{{4, 0}, {6, 10}});
  CHECK(moved({{4, 5}, {7, 10}}, Hold::MovesWithRows, 2) == AnchorRows{{4, 0}, {7, 10}});
}

TEST_CASE("a lower edge on the line above a row belongs to the row before", "[xlsx]") {
  CHECK(moved({{0, 0}, {5, 0}}, Hold::SizesWithRows, 7) == AnchorRows{{0, 0}, {5, 0}});
  CHECK(moved({{0, 0}, {6, 0}}, Hold::SizesWithRows, 7) == AnchorRows{{0, 0}, {10, 0}});
}

}  // namespace huizong::xlsx
