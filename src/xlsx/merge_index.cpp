#include "xlsx/merge_index.h"

#include <bit>

namespace huizong::xlsx {
namespace {

std::size_t height_class(const CellRange& merge) {
  return std::bit_width(static_cast<unsigned>(merge.last.row - merge.first.row + 1)) - 1U;
}

/// The first row where a merge of the class may begin that reaches down to `row`.
int highest_start(std::size_t height_class, int row) {
  return row - (2 << height_class) + 2;
}

}  // namespace

bool meet(const CellRange& a, const CellRange& b) {
  return a.first.row <= b.last.row && b.first.row <= a.last.row && a.first.col <= b.last.col &&
         b.first.col <= a.last.col;
}

MergeIndex::MergeIndex(const std::vector<CellRange>& merges) {
  for (const auto& merge : merges) add(merge);
}

void MergeIndex::add(const CellRange& merge) {
  by_height_[height_class(merge)].try_emplace(merge, added_++);
}

void MergeIndex::remove(const CellRange& merge) {
  by_height_[height_class(merge)].erase(merge);
}

CellRange MergeIndex::extent(CellRef cell) const {
  const CellRange beyond{{cell.row, cell.col + 1}, {0, 0}};
  for (std::size_t k = 0; k < by_height_.size(); ++k) {
    const auto& merges = by_height_[k];
    // The nearest first: in a row of many merges the cell's own begins just before it.
    for (auto it = merges.lower_bound(beyond); it != merges.begin();) {
      --it;
      if (it->first.first.row < highest_start(k, cell.row)) break;
      if (it->first.contains(cell)) return it->first;
    }
  }
  return {cell, cell};
}

template <class Take>
void MergeIndex::each_meeting(const CellRange& range, const Take& take) const {
  for (std::size_t k = 0; k < by_height_.size(); ++k) {
    const auto& merges = by_height_[k];
    const CellRange from{{highest_start(k, range.first.row), 0}, {0, 0}};
    const CellRange to{{range.last.row + 1, 0}, {0, 0}};
    for (auto it = merges.lower_bound(from), end = merges.lower_bound(to); it != end; ++it) {
      if (meet(it->first, range) && !take(it->first)) return;
    }
  }
}

std::vector<CellRange> MergeIndex::meeting(const CellRange& range) const {
  std::vector<CellRange> found;
  each_meeting(range, [&](const CellRange& one) {
    found.push_back(one);
    return true;
  });
  return found;
}

bool MergeIndex::any_meets(const CellRange& range) const {
  bool any = false;
  each_meeting(range, [&](const CellRange&) {
    any = true;
    return false;
  });
  return any;
}

std::vector<CellRange> MergeIndex::all() const {
  std::map<std::size_t, CellRange> ordered;
  for (const auto& merges : by_height_) {
    for (const auto& [merge, number] : merges) ordered.emplace(number, merge);
  }
  std::vector<CellRange> found;
  for (const auto& [number, merge] : ordered) found.push_back(merge);
  return found;
}

}  // namespace huizong::xlsx
