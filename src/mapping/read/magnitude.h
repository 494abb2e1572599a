// 金额量级: amounts in another unit of money than the form says, told by the
// unit's 财政拨款 in the unit list.
//
// A ratio of 10^3 to 10^5, either way, is no budget's doing. The form stays out
// of the sums; nothing is converted by guess.

#pragma once

#include "mapping/extract.h"

namespace huizong::mapping {

/// Looks at the mapping's `magnitude` figure; where that is a crossing of a grid, at every amount
/// of its row, since one column alone may be in 元. One error a form, `<id>-M-量级`, at the
/// magnitude figure itself or else the first that offends. After identify().
void check_magnitude(Extracted& extracted, const Mapping& mapping, const ExtractContext& context);

}  // namespace huizong::mapping
