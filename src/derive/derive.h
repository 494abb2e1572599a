// 派生: computes what the form leaves to compute (执行率, 得分, 总分, 等级), and
// puts the results into the submission as figures.

#pragma once

#include "formula/definitions.h"
#include "formula/evaluate.h"
#include "model/figure_source.h"
#include "model/submission.h"

namespace huizong::derive {

/// Adds one derived figure for each definition, in order, so that later ones may use earlier ones.
/// One by row (each = "表") is a column of that table. A figure that cannot be computed is n/a with
/// its reason. Rounded to its digits, half away from zero.
/// Not those that need other forms or last year.
void derive(model::Submission& submission, const formula::Definitions& definitions);

/// One that does, when all submissions are in.
void derive_across(model::Submission& submission, const formula::Derived& definition,
                   const model::FigureSource& others);

}  // namespace huizong::derive
