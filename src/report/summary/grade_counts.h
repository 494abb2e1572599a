// 等级分布: how many units have each grade, counted by formula, with a check
// that everyone who is in is counted once.

#pragma once

#include <vector>

#include "report/sheet.h"
#include "report/summary/layout.h"
#include "report/summary/table.h"

namespace huizong::report {

/// Writes the block of a graded column from that row on; the first row below it.
/// `cells` gains those that count the grades, the best first.
int write_grade_counts(Sheet& sheet, int row, const SummaryTable& table,
                       const SummaryLayout& layout, std::size_t column,
                       std::vector<CellRef>& cells);

}  // namespace huizong::report
