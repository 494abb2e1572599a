// Whether an indicator was met, and what points it earns: MET(目标, 实际),
// SCORE(目标, 实际, 分值), OVER(目标, 实际).
//
// Every parameter that provinces set differently is in Scoring; a mapping's [scoring] fills it.
// What cannot be decided from the two texts is n/a with its reason, never full points. Source:
// domain/rules.md 3 and 4.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/target.h"
#include "model/value.h"

namespace huizong::model {

struct Scoring {
  enum class Unequal { Ratio, Nothing };  ///< what is off "=T" earns: min/max of both, or 0
  enum class Unsigned { ByName, Equal };  ///< a number without a sign: ≥ or ≤ by its name, or =
  enum class Zero { AllOrNothing, Officer };  ///< a target of 0 that is missed: 0, or n/a

  Unequal unequal = Unequal::Ratio;
  Unsigned unsigned_is = Unsigned::ByName;
  Zero zero = Zero::AllOrNothing;
  Decimal cap = 1;                     ///< the most an indicator earns, as part of its points
  Decimal over = Decimal(13) / 10;     ///< completed so many times: 偏离, to be explained
  std::optional<Decimal> over_deduct;  ///< and so many points are taken off
  std::optional<Decimal> floor_ratio;  ///< completed less than this: 0
  int digits = 2;                      ///< points are rounded to, half up

  /// 定性: what the officer's words are worth, as part of the points; none: left to the officer.
  std::optional<Decimal> reached = Decimal(1);
  std::optional<Decimal> partly;
  std::optional<Decimal> missed;
  std::vector<std::string> reached_words;
  std::vector<std::string> partly_words;
  std::vector<std::string> missed_words;
  std::vector<std::string> lower_words;  ///< in an indicator's name: less is better

  Scoring();  ///< with the words of the national rules
};

/// `name` is the indicator's, and its level's; only a number without a sign needs it. true, false,
/// or NotAvailable.
Value met(const Target& target, const Target& actual, std::string_view name,
          const Scoring& scoring);
/// The points of `points`, rounded; or NotAvailable.
Value score(const Target& target, const Target& actual, const Decimal& points,
            std::string_view name, const Scoring& scoring);
/// Whether more was completed than `over` times the target, where more is better.
Value over(const Target& target, const Target& actual, std::string_view name,
           const Scoring& scoring);

/// 完成率: what was completed as a part of the target, in the target's unit; or NotAvailable.
Value completion(const Target& target, const Target& actual, const Scoring& scoring);

/// What a number is to its target, one without a sign by its name.
Direction direction_of(const Target& target, std::string_view name, const Scoring& scoring);

}  // namespace huizong::model
