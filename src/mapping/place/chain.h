// Matches two sequences of lines (the template's and a sheet's rows, or their
// columns) in order: the heaviest chain of matches that crosses nowhere.
//
// Among equally heavy chains the more compact wins, so that a heading repeated
// at a page break is not taken for the first one; among those, the earliest.
// What else would have been equally heavy and compact is told, so that a tie is
// never settled in silence.

#pragma once

#include <cstdint>
#include <vector>

namespace huizong::mapping {

/// Line `from` of the template may be line `to` of the sheet.
struct Match {
  int from = 0;
  int to = 0;
  std::int64_t weight = 1;
};

/// What holds between the lines of the template; each list is by `from`, and may be empty.
struct ChainRules {
  std::vector<int> segment;  ///< lines of different segments may be any distance apart: a variable
                             ///< block lies between
  std::vector<char> core;    ///< distance counts only between lines that are core
  /// For the line that ends a variable block: every place on the sheet, ascending, where it may be.
  /// From an earlier segment only the next of them is reached.
  std::vector<std::vector<int>> ends;
};

struct Chain {
  std::vector<int> to;  ///< by `from`; -1 where nothing is matched
  std::vector<std::vector<int>>
      rivals;  ///< by `from`: every `to` on a chain as heavy and as compact, ascending
};

/// No more matches than this are looked at; callers drop the least telling ones before.
inline constexpr std::size_t kMaxMatches = 6000;

Chain best_chain(int lines, std::vector<Match> matches, const ChainRules& rules = {});

}  // namespace huizong::mapping
