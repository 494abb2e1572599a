// Why an expression has no value: the sentences of NotAvailable, each naming
// the figure it began with.

#pragma once

#include <vector>

#include "formula/expression.h"
#include "model/value.h"

namespace huizong::formula {

/// What a figure is called in a sentence: the last part of its path, and where it stands if that is
/// another form or last year's. Its whole path is NotAvailable::field.
std::string label_of(const Path& path);

/// A value that cannot be used as a number: "全年预算数未填", "全年预算数是文字“约三成”，不是数",
/// …. `source` is the piece it came from.
model::NotAvailable not_a_number(const model::Value& value, const Expr& source);
/// Likewise where a text, or a condition, is due.
model::NotAvailable not_a_text(const model::Value& value, const Expr& source);
model::NotAvailable not_a_condition(const model::Value& value, const Expr& source);

model::NotAvailable zero_divisor(const Expr& divisor);
/// Every one of these is blank: "年初预算数、全年预算数均未填".
model::NotAvailable nothing_filled(const std::vector<Expr>& sources);
/// No row has in `keys` what is looked for: "绩效指标中没有“产出指标”", "分值中没有符合“>=60”的".
model::NotAvailable none_among(const Expr& keys, const model::Value& wanted);
model::NotAvailable list_outside_aggregate(const Path& path);
/// CHILDREN and TOP of what has no rows with codes.
model::NotAvailable no_levels(const Path& column);
/// A sentence of its own; the figure is the first that `source` names.
model::NotAvailable because(Message why, const Expr& source);

}  // namespace huizong::formula
