// Where the template's columns stand on a sheet, as all its matched labels
// together tell: for columns that have no heading of their own.

#pragma once

#include <map>
#include <optional>

namespace huizong::mapping {

class ColumnMap {
 public:
  /// A label of template column `from` was found in column `to`.
  void vote(int from, int to, int weight);
  /// Settles the votes: the heaviest set of them that keeps the columns' order.
  void settle();

  /// Nothing where columns were inserted or taken away somewhere around and no label tells on which
  /// side.
  std::optional<int> at(int from) const;

 private:
  std::map<std::pair<int, int>, int> votes_;
  std::map<int, int> settled_;
};

}  // namespace huizong::mapping
