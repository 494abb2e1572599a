// SUM AVERAGE MIN MAX COUNT COUNTA COUNTIF SUMIF RANK: functions that see every
// value of a column. Blank cells are skipped; n/a is not.

#pragma once

#include "formula/functions.h"

namespace huizong::formula {

model::Value compute_sum(const Evaluator& e, const Arguments& a);
model::Value compute_average(const Evaluator& e, const Arguments& a);
model::Value compute_min(const Evaluator& e, const Arguments& a);
model::Value compute_max(const Evaluator& e, const Arguments& a);
model::Value compute_count(const Evaluator& e, const Arguments& a);
model::Value compute_counta(const Evaluator& e, const Arguments& a);
model::Value compute_countif(const Evaluator& e, const Arguments& a);
model::Value compute_sumif(const Evaluator& e, const Arguments& a);
/// RANK(x) among the units ranked with this one, RANK(x, column) in a column: 1 is the greatest,
/// ties share.
model::Value compute_rank(const Evaluator& e, const Arguments& a);

}  // namespace huizong::formula
