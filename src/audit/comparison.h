// Whether a reported number agrees with the expected one: exactly, when
// truncated instead of rounded, within the tolerance, or not (DESIGN 6).

#pragma once

#include <optional>

#include "base/decimal.h"
#include "base/message.h"
#include "formula/expression.h"
#include "model/field_type.h"

namespace huizong::audit {

enum class Agreement {
  Equal,
  Truncated,  ///< 截断: equal when cut off instead of rounded
  Coarser,    ///< an amount given with fewer decimals, equal in those
  Residual,   ///< 尾差: within the tolerance
  Differs,
};

struct Precision {
  model::FieldType kind = model::FieldType::Number;
  model::MoneyUnit money = model::MoneyUnit::WanYuan;
  std::size_t terms = 1;       ///< values summed on the longer side
  bool rounded_terms = false;  ///< some of them were rounded before being added
  Decimal coarse = 0;          ///< more than that is left open by amounts of a coarser unit
  std::optional<int>
      digits;  ///< decimals the expected value is rounded to; none: it is taken as it is
  std::optional<int> shown;  ///< decimals the reported cell shows
  std::optional<Decimal>
      tolerance;  ///< the rule's own, in the form's unit; none: the default of the kind
};

/// What a note says of an agreement that is not quite one; empty for Equal and Differs.
Message remark_of(Agreement agreement);

/// The tolerance in force. Sources: domain/rules.md 7, DESIGN 6: money max(0.01, 0.005 x terms) in
/// 万元, 0.01 in 元; scores, counts and numbers 0, or 0.005 x terms where rounded terms are added;
/// rates 0, as they compare rounded to what is shown. No less than `coarse`.
Decimal tolerance_of(const Precision& precision);

/// `op` is one of = <> < <= > >=; only = knows Truncated.
Agreement agree(const Decimal& reported, formula::Op op, const Decimal& expected,
                const Precision& precision);

}  // namespace huizong::audit
