// What would be found of a unit with a figure put right, held against what was
// found.

#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "batch/one_figure/unit_again.h"

namespace huizong::batch {

/// What a check is told by in two audits of one unit, wherever it fails or holds.
template <class Check>
std::string key_of(const Check& check) {
  return check.rule + '\x1f' + check.item + '\x1f' + to_string(check.place) + '\x1f' + check.field;
}

/// Error, warning or unchecked, and follows from nothing.
bool is_root(const model::Finding& finding);

class RootsGone {
 public:
  /// `settled`: roots whose reason is known. `not_made`: keys of checks that may well fail now.
  RootsGone(const std::vector<model::Finding>& found, const std::set<std::size_t>& settled,
            std::set<std::string> not_made, const UnitAgain::Audited& now);

  /// The roots that are gone; nothing where something else would be wrong then, or a check that
  /// failed would not hold but could not be made.
  std::optional<std::vector<std::size_t>> gone();
  /// Roots that would follow from another: not from the figure.
  const std::vector<std::pair<std::size_t, std::size_t>>& regrouped() const { return regrouped_; }

 private:
  using Open = std::multimap<std::string, std::size_t>;
  /// The open root of that check, with the very figures if they are asked for.
  Open::iterator same(const model::Finding& f, bool same_figures);
  bool match_roots();
  bool match_followers();

  const std::vector<model::Finding>& found_;
  const std::set<std::string> not_made_;
  const UnitAgain::Audited& now_;
  Open open_;
  std::map<std::size_t, std::size_t> root_of_;  ///< of those found now, which it was
  std::vector<std::pair<std::size_t, std::size_t>> regrouped_;
};

}  // namespace huizong::batch
