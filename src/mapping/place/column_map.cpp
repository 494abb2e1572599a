#include "mapping/place/column_map.h"

#include "mapping/place/chain.h"

namespace huizong::mapping {

void ColumnMap::vote(int from, int to, int weight) {
  votes_[{from, to}] += weight;
}

void ColumnMap::settle() {
  settled_.clear();
  if (votes_.empty()) return;
  std::vector<Match> matches;
  for (const auto& [columns, weight] : votes_)
    matches.push_back({columns.first, columns.second, weight});
  const Chain chain = best_chain(votes_.rbegin()->first.first + 1, std::move(matches));
  for (std::size_t from = 0; from < chain.to.size(); ++from) {
    if (chain.to[from] >= 0) settled_[static_cast<int>(from)] = chain.to[from];
  }
}

std::optional<int> ColumnMap::at(int from) const {
  if (settled_.empty()) return std::nullopt;
  const auto right = settled_.lower_bound(from);
  if (right != settled_.end() && right->first == from) return right->second;
  if (right == settled_.begin()) {
    const int col = from + right->second - right->first;
    return col >= 0 ? std::optional(col) : std::nullopt;
  }
  const auto left = std::prev(right);
  const int shift = left->second - left->first;
  if (right != settled_.end() && right->second - right->first != shift) return std::nullopt;
  return from + shift;
}

}  // namespace huizong::mapping
