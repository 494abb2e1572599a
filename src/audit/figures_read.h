// 所据数: the figures that a check was made from, down to those the unit filled
// in. A ratio stays what it is when both its amounts become tenfold; what was
// said of it was said of the amounts.

#pragma once

#include <string>
#include <vector>

#include "audit/check.h"
#include "audit/side.h"

namespace huizong::audit {

/// "全年执行数 50；全年预算数 100", a derived figure of this form told by those it is derived from;
/// where they are many, told apart by a digest. What stands on a side as it is shows there already:
/// "" where nothing else was read.
std::string figures_read(const std::vector<const Side*>& sides, const CheckLog& log);

}  // namespace huizong::audit
