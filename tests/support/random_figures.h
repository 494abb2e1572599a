// A unit's figures for any form: everything a cell may be found to hold, in
// every place that the mapping names.

#pragma once

#include "mapping/mapping.h"
#include "model/submission.h"
#include "support/dice.h"

namespace huizong::testing {

/// The unit that every such submission is of.
inline const char* const kRandomUnitCode = "101001";
inline const char* const kRandomUnit = "示例单位";
inline constexpr int kRandomYear = 2021;

/// As extract() gives it, but for the places: those of fill_down columns only tell which rows one
/// cell stood for.
model::Submission random_figures(const mapping::Mapping& mapping, Dice& dice);

/// Words, signs and escapes that have been lost or changed on their way through a workbook before.
std::string random_text(Dice& dice);
/// At most 15 digits, all that a workbook keeps.
Decimal random_number(Dice& dice);

}  // namespace huizong::testing
