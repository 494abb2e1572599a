#include "xlsx/merge_index.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

using namespace huizong;
using namespace huizong::xlsx;

TEST_CASE("a cell's merge is found from any of its cells, and none beside it", "[xlsx]") {
  const MergeIndex merges({{{0, 0}, {0, 9}}, {{2, 1}, {14, 1}}, {{2, 2}, {3, 3}}});
  CHECK(merges.extent({0, 5}) == CellRange{{0, 0}, {0, 9}});
  CHECK(merges.extent({14, 1}) == CellRange{{2, 1}, {14, 1}});
  CHECK(merges.extent({3, 2}) == CellRange{{2, 2}, {3, 3}});
  for (const CellRef alone : {CellRef{1, 1}, {15, 1}, {2, 0}, {3, 4}, {4, 2}, {0, 10}})
    CHECK(merges.extent(alone) == CellRange{alone, alone});
  CHECK(merges.meeting({{3, 0}, {9, 2}}) ==
        std::vector<CellRange>{{{2, 2}, {3, 3}}, {{2, 1}, {14, 1}}});
}

TEST_CASE("whatever was merged and unmerged, the answers are those of looking at every merge",
          "[xlsx][property]") {
  std::mt19937 random(7);
  const auto pick = [&](int below) {
    return static_cast<int>(random() % static_cast<unsigned>(below));
  };
  std::vector<CellRange> plain;  // none overlapping
  MergeIndex merges;
  for (int round = 0; round < 3000; ++round) {
    const CellRef first{pick(60), pick(12)};
    const CellRange range{first, {first.row + (pick(4) ? pick(3) : pick(40)), first.col + pick(4)}};
    const auto is_met = [&](const CellRange& other) { return meet(range, other); };
    auto found = merges.meeting(range);
    std::sort(found.begin(), found.end());
    std::vector<CellRange> want;
    std::copy_if(plain.begin(), plain.end(), std::back_inserter(want), is_met);
    std::sort(want.begin(), want.end());
    REQUIRE(found == want);
    for (const auto& merge : found) merges.remove(merge);
    std::erase_if(plain, is_met);
    if (pick(5) == 0) continue;
    merges.add(range);
    plain.push_back(range);
    const CellRef cell{pick(100), pick(16)};
    const auto holder = std::find_if(plain.begin(), plain.end(),
                                     [&](const CellRange& merge) { return merge.contains(cell); });
    REQUIRE(merges.extent(cell) == (holder == plain.end() ? CellRange{cell, cell} : *holder));
  }
  CHECK(merges.all() == plain);
}
