// A target beside what was completed, in one unit: whether the one meets the other.
//
// What was completed may be vague (约300, 超300): then it is everything it may be, and only what
// holds for all of it holds.

#pragma once

#include <optional>
#include <string_view>

#include "model/scoring.h"

namespace huizong::model {

/// From one number to another; an end that is not there is open for good.
struct Interval {
  std::optional<Decimal> lo, hi;
  bool with_lo = true, with_hi = true;

  bool is_point() const { return lo && hi && *lo == *hi; }
};

/// A target and what was completed, both in the target's unit.
struct Fulfilment {
  Direction direction = Direction::AtLeast;
  Decimal lo, hi;  ///< of the target
  bool about = false;
  Interval actual;
};

/// Nothing, with the reason in `why`, where the two cannot be compared: units of two kinds, a
/// number with words of its own, 0.9 where 90% is due.
std::optional<Fulfilment> fulfilment_of(const Target& target, const Target& actual,
                                        std::string_view name, const Scoring& scoring,
                                        Message& why);

/// Whether the target is met; nothing where what was completed is too vague to tell.
std::optional<bool> holds(const Fulfilment& pair);

/// Of ≥ and >.
bool wants_more(const Fulfilment& pair);
/// How many times a target of "more is better" was completed; nothing where that has no sense.
std::optional<Decimal> times(const Fulfilment& pair);

}  // namespace huizong::model
