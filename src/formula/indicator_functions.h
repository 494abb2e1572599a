// SCORE MET OVER STATED RATIO TARGET AMOUNT UNIT WORDS BAND: what finance asks of an indicator's target
// and of what was completed (model/scoring.h).

#pragma once

#include "formula/functions.h"

namespace huizong::formula {

model::Value compute_score(const Evaluator& e, const Arguments& a);
model::Value compute_met(const Evaluator& e, const Arguments& a);
model::Value compute_over(const Evaluator& e, const Arguments& a);
/// Whether a target says what is to be reached: not with a sign or a unit alone, nor with a number
/// and words of another kind in one.
model::Value compute_stated(const Evaluator& e, const Arguments& a);
/// One target out of 指标性质, 指标值 and 度量单位, as text.
model::Value compute_target(const Evaluator& e, const Arguments& a);
model::Value compute_amount(const Evaluator& e, const Arguments& a);
/// 完成率: how many times the target was completed.
model::Value compute_ratio(const Evaluator& e, const Arguments& a);
/// The unit that the one number of a target or an actual is written with, and the words beside it
/// that say something of their own (市级120件); "" where there are none.
model::Value compute_unit(const Evaluator& e, const Arguments& a);
model::Value compute_words(const Evaluator& e, const Arguments& a);
model::Value compute_band(const Evaluator& e, const Arguments& a);

/// Whether AMOUNT can be asked for it: a unit, and nothing else.
bool is_amount_unit(std::string_view text);

}  // namespace huizong::formula
