// Lays one form's 汇总 sheet: heading, a row a unit, the totals row, subtotals by
// 主管部门, the count of each grade. Figures lead to the cells they were read
// from, and say where they were cleaned.

#pragma once

#include <map>
#include <string>
#include <vector>

#include "report/origins.h"
#include "report/sheet.h"
#include "report/summary/table.h"

namespace huizong::report {

/// Of each graded column the cells that count its grades, the best first.
using GradeCells = std::map<std::size_t, std::vector<CellRef>>;

/// `not_live` gains the columns whose formula Excel could not hold, so they stand as values;
/// `origins` where every figure came from.
GradeCells write_summary_sheet(Sheet& sheet, const SummaryTable& table,
                               const model::RunResult& result, int year,
                               std::vector<std::string>& not_live, const SheetOrigins& origins);

}  // namespace huizong::report
