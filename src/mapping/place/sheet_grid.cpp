#include "mapping/place/sheet_grid.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "base/text.h"

namespace huizong::mapping {
namespace {

std::size_t height_class(const CellRange& range) {
  std::size_t k = 0;
  for (int height = range.last.row - range.first.row + 1; height > 1; height /= 2) ++k;
  return std::min<std::size_t>(k, 20);
}

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

SheetGrid::SheetGrid(const xlsx::Sheet& sheet) : sheet_(sheet) {
  for (const CellRange& merge : without_overlaps(sheet.merges))
    merges_[height_class(merge)].push_back(merge);
  for (auto& list : merges_) std::sort(list.begin(), list.end());
  for (const xlsx::Cell& cell : sheet.cells) {
    if (is_filled(cell)) last_row_ = std::max(last_row_, cell.ref.row);
  }
}

CellRange SheetGrid::extent(CellRef ref) const {
  for (std::size_t k = 0; k < merges_.size(); ++k) {
    const auto& list = merges_[k];
    if (list.empty()) continue;
    const int reach = (2 << k) - 1;  // no merge of this class spans more rows
    auto it =
        std::lower_bound(list.begin(), list.end(), CellRange{{ref.row - reach + 1, 0}, {0, 0}});
    for (; it != list.end() && it->first <= ref; ++it) {
      if (it->contains(ref)) return *it;
    }
  }
  return {ref, ref};
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
