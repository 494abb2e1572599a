// SCORE MET OVER TARGET AMOUNT BAND: what finance asks of an indicator's target
// and of what was completed (model/scoring.h).

#pragma once

#include "formula/functions.h"

namespace huizong::formula {

model::Value compute_score(const Evaluator& e, const Arguments& a);
model::Value compute_met(const Evaluator& e, const Arguments& a);
model::Value compute_over(const Evaluator& e, const Arguments& a);
/// One target out of 指标性质, 指标值 and 度量单位, as text.
model::Value compute_target(const Evaluator& e, const Arguments& a);
model::Value compute_amount(const Evaluator& e, const Arguments& a);
model::Value compute_band(const Evaluator& e, const Arguments& a);

/// Whether AMOUNT can be asked for it: a unit, and nothing else.
bool is_amount_unit(std::string_view text);

}  // namespace huizong::formula
