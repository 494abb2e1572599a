// LEN LEFT RIGHT MID VALUE TEXT: texts counted in characters.

#pragma once

#include "formula/functions.h"

namespace huizong::formula {

model::Value compute_len(const Evaluator& e, const Arguments& a);
model::Value compute_left(const Evaluator& e, const Arguments& a);
model::Value compute_right(const Evaluator& e, const Arguments& a);
model::Value compute_mid(const Evaluator& e, const Arguments& a);
/// The number a text stands for, by the one grammar of model/number_text.h; n/a where it is none.
model::Value compute_value(const Evaluator& e, const Arguments& a);
model::Value compute_text(const Evaluator& e, const Arguments& a);

}  // namespace huizong::formula
