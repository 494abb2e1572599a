#include "mapping/place/chain.h"

#include <algorithm>
#include <compare>

namespace huizong::mapping {
namespace {

/// Compared in this order; more is better.
struct Score {
  std::int64_t weight = 0;
  std::int64_t closeness = 0;  ///< minus the lines between core matches of a segment
  std::int64_t earliness = 0;  ///< minus the sum of the matched lines' places
  auto operator<=>(const Score&) const = default;
  friend Score operator+(const Score& a, const Score& b) {
    return {a.weight + b.weight, a.closeness + b.closeness, a.earliness + b.earliness};
  }
  bool as_good_as(const Score& other) const {
    return weight == other.weight && closeness == other.closeness;
  }
};

class ChainFinder {
 public:
  ChainFinder(int lines, std::vector<Match> matches, const ChainRules& rules)
      : lines_(lines), matches_(std::move(matches)), rules_(rules) {
    std::sort(matches_.begin(), matches_.end(), [](const Match& a, const Match& b) {
      return a.from != b.from ? a.from < b.from : a.to < b.to;
    });
    if (matches_.size() > kMaxMatches) matches_.resize(kMaxMatches);
  }

  Chain find() {
    const std::size_t n = matches_.size();
    std::vector<Score> before(n),
        after(n);  // of the best chain that ends, begins at each match, itself included
    std::vector<int> previous(n, -1);
    for (std::size_t p = 0; p < n; ++p) {
      Score best{};
      for (std::size_t q = 0; q < p && matches_[q].from < matches_[p].from; ++q) {
        if (!follows(matches_[q], matches_[p])) continue;
        const Score score = before[q] + step(matches_[q], matches_[p]);
        if (previous[p] >= 0 && score <= best) continue;
        best = score;
        previous[p] = static_cast<int>(q);
      }
      before[p] = best + own(matches_[p]);
    }
    for (std::size_t q = n; q-- > 0;) {
      Score best{};
      bool any = false;
      for (std::size_t p = n; p-- > q + 1 && matches_[p].from > matches_[q].from;) {
        if (!follows(matches_[q], matches_[p])) continue;
        const Score score = after[p] + step(matches_[q], matches_[p]);
        if (any && score <= best) continue;
        best = score;
        any = true;
      }
      after[q] = best + own(matches_[q]);
    }
    return read_off(before, after, previous);
  }

 private:
  template <class T>
  static T at(const std::vector<T>& list, int i, T otherwise) {
    return static_cast<std::size_t>(i) < list.size() ? list[static_cast<std::size_t>(i)]
                                                     : otherwise;
  }
  bool same_segment(const Match& a, const Match& b) const {
    return at(rules_.segment, a.from, 0) == at(rules_.segment, b.from, 0);
  }

  bool follows(const Match& a, const Match& b) const {
    if (a.from >= b.from || a.to >= b.to) return false;
    const auto line = static_cast<std::size_t>(b.from);
    if (line >= rules_.ends.size() || rules_.ends[line].empty() || same_segment(a, b)) return true;
    const auto& ends = rules_.ends[line];
    const auto next = std::upper_bound(ends.begin(), ends.end(), a.to);
    return next == ends.end() || *next >= b.to;
  }

  Score step(const Match& a, const Match& b) const {
    const bool counts =
        same_segment(a, b) && at<char>(rules_.core, a.from, 1) && at<char>(rules_.core, b.from, 1);
    return {0, counts ? a.to - b.to : 0, 0};
  }
  static Score own(const Match& m) { return {m.weight, 0, -m.to}; }

  Chain read_off(const std::vector<Score>& before, const std::vector<Score>& after,
                 const std::vector<int>& previous) const {
    Chain chain;
    chain.to.assign(static_cast<std::size_t>(lines_), -1);
    chain.rivals.resize(static_cast<std::size_t>(lines_));
    if (matches_.empty()) return chain;
    const auto best = std::max_element(before.begin(), before.end());
    for (int p = static_cast<int>(best - before.begin()); p >= 0;
         p = previous[static_cast<std::size_t>(p)]) {
      const Match& m = matches_[static_cast<std::size_t>(p)];
      chain.to[static_cast<std::size_t>(m.from)] = m.to;
    }
    for (std::size_t p = 0; p < matches_.size(); ++p) {
      const Score through = before[p] + after[p];
      const Match& m = matches_[p];
      if (Score{through.weight - m.weight, through.closeness, 0}.as_good_as(*best))
        chain.rivals[static_cast<std::size_t>(m.from)].push_back(m.to);
    }
    return chain;
  }

  int lines_;
  std::vector<Match> matches_;
  const ChainRules& rules_;
};

}  // namespace

Chain best_chain(int lines, std::vector<Match> matches, const ChainRules& rules) {
  return ChainFinder(lines, std::move(matches), rules).find();
}

}  // namespace huizong::mapping
