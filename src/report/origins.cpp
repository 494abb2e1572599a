#include "report/origins.h"

namespace huizong::report {

std::vector<CellRange> ranges_of(const std::vector<CellRef>& cells) {
  std::vector<CellRange> ranges;
  for (const CellRef& cell : cells) {
    const bool next = !ranges.empty() && ranges.back().last.col == cell.col &&
                      ranges.back().last.row + 1 == cell.row;
    if (next)
      ranges.back().last = cell;
    else
      ranges.push_back({cell, cell});
  }
  return ranges;
}

}  // namespace huizong::report
