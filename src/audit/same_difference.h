// 同一差额: one wrong amount makes every check fail that it enters, each by as much.

#pragma once

#include <optional>
#include <vector>

#include "model/figure.h"
#include "model/finding.h"

namespace huizong::audit {

/// A check that two amounts are the same.
struct AmountCheck {
  const model::Figure* about = nullptr;     ///< where its finding stands, or would
  std::vector<const model::Figure*> uses;   ///< all others, of both sides
  std::size_t terms = 1;                    ///< values added up on the longer side
  std::optional<std::size_t> finding = {};  ///< index in the list of findings; none: it held
  Decimal unit = 1;                         ///< what its difference is counted in
};

/// Of failed checks that differ by as much, whichever way, and have to do with one another, one is
/// the root, and the others follow from it, with the clue that says so. They have to do with the
/// root when they are about its figure or use it, or one that a check which held puts beside it: a
/// copy of a wrong amount is as wrong. The root is one that uses no figure which another is about;
/// then a sum, of few terms before many. Where two amounts are wrong, a sum that both enter is off
/// by both: it follows from the two. An error never follows from a warning.
void put_under_one_root(const std::vector<AmountCheck>& checks,
                        std::vector<model::Finding>& findings);

}  // namespace huizong::audit
