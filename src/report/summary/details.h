// 指标明细: every indicator row of every unit on one sheet, to be filtered and
// sorted; its sums follow the filter.

#pragma once

#include "report/sheet.h"
#include "report/source_links.h"
#include "report/summary/table.h"

namespace huizong::report {

/// A table is of indicators where it has a target or an actual value.
bool is_indicators(const mapping::TableBlock& table);

/// Rows without any content are left out. The unit's name leads to the row's place in the unit's
/// file; where there are more rows than a sheet has room for links, in its first row only.
void write_details(Sheet& sheet, const SummaryTable& summary, const mapping::TableBlock& table,
                   const model::RunResult& result, int year);

}  // namespace huizong::report
