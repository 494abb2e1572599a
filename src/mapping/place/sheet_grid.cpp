#include "mapping/place/sheet_grid.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "base/text.h"

namespace huizong::mapping {
namespace {

/// Of merges that overlap, which Excel itself does not open, the first; so no place is in two, and
/// few can reach a row.
std::vector<CellRange> without_overlaps(std::vector<CellRange> merges) {
  std::sort(merges.begin(), merges.end());
  std::vector<CellRange> kept;
  std::map<int, CellRange> open;   // by first column: merges that reach the row at hand
  std::multimap<int, int> ending;  // last row -> first column
  for (const CellRange& merge : merges) {
    while (!ending.empty() && ending.begin()->first < merge.first.row) {
      open.erase(ending.begin()->second);
      ending.erase(ending.begin());
    }
    const auto right = open.lower_bound(merge.first.col);
    if (right != open.end() && right->first <= merge.last.col) continue;
    if (right != open.begin() && std::prev(right)->second.last.col >= merge.first.col) continue;
    open.emplace(merge.first.col, merge);
    ending.emplace(merge.last.row, merge.first.col);
    kept.push_back(merge);
  }
  return kept;
}

}  // namespace

bool is_filled(const xlsx::Cell& cell) {
  if (cell.formula) return true;
  if (cell.type == xlsx::CellType::Blank) return false;
  return cell.type != xlsx::CellType::Text || !trimmed(cell.text).empty();
}

SheetGrid::SheetGrid(const xlsx::Sheet& sheet)
    : sheet_(sheet), merges_(without_overlaps(sheet.merges)) {
  for (const xlsx::Cell& cell : sheet.cells) {
    if (is_filled(cell)) last_row_ = std::max(last_row_, cell.ref.row);
  }
}

const xlsx::Cell* SheetGrid::seen_at(CellRef ref) const {
  // What a file holds in the covered cells of a merge nobody sees.
  const xlsx::Cell* cell = at(extent(ref).first);
  return cell && is_filled(*cell) ? cell : nullptr;
}

std::string SheetGrid::text_at(CellRef ref) const {
  const xlsx::Cell* cell = seen_at(ref);
  return cell ? cell->text : "";
}

std::span<const xlsx::Cell> SheetGrid::row(int row) const {
  const auto before = [](const xlsx::Cell& cell, int r) { return cell.ref.row < r; };
  const auto first = std::lower_bound(sheet_.cells.begin(), sheet_.cells.end(), row, before);
  const auto last = std::lower_bound(first, sheet_.cells.end(), row + 1, before);
  return {first, last};
}

}  // namespace huizong::mapping
