// The merged ranges of a sheet, or others of which few are tall, found by any
// cell they cover.
//
// However many rows a sheet has, a question looks only at the merges that can
// reach its rows: a form of 20,000 rows asks for every cell it fills.

#pragma once

#include <array>
#include <map>
#include <vector>

#include "base/cell_ref.h"

namespace huizong::xlsx {

/// Whether the two have a cell in common.
bool meet(const CellRange& a, const CellRange& b);

class MergeIndex {
 public:
  MergeIndex() = default;
  explicit MergeIndex(const std::vector<CellRange>& merges);

  void add(const CellRange& merge);
  void remove(const CellRange& merge);

  /// The merge the cell belongs to, else the cell alone.
  CellRange extent(CellRef cell) const;
  /// Those that have a cell in the range.
  std::vector<CellRange> meeting(const CellRange& range) const;
  bool any_meets(const CellRange& range) const;
  std::vector<CellRange> all() const;  ///< in the order they were added

 private:
  /// Until `take` returns false.
  template <class Take>
  void each_meeting(const CellRange& range, const Take& take) const;

  /// By how many rows they span (class k: 2^k up to 2^(k+1)-1), so that of the few tall ones it is
  /// known how far above a cell they may begin, and of the many others that it is near. Each with
  /// its number in the order.
  std::array<std::map<CellRange, std::size_t>, 21> by_height_;
  std::size_t added_ = 0;
};

}  // namespace huizong::xlsx
