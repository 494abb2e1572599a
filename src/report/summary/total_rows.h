// The rows below the units of a 汇总 sheet: 合计, 小计 of each 主管部门, and what they
// leave of the totals, which must be 0.

#pragma once

#include "report/summary/page.h"

namespace huizong::report {

/// From that row on; the first row below them. Without units there is nothing to add up.
int write_total_rows(const SummaryPage& page, int row);

}  // namespace huizong::report
