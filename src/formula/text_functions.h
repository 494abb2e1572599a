// LEN LEFT RIGHT MID VALUE TEXT: texts counted in characters. ITEMS: what a text lists.

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
/// How many things a text lists: 甲科（挂丙科牌子）、乙科 are two. Of a list that says it goes on
/// (等) the number is not known.
model::Value compute_items(const Evaluator& e, const Arguments& a);

}  // namespace huizong::formula
