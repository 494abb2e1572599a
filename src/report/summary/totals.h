// The formulas of a 汇总 sheet's totals: over all rows that count (合计), or those
// of one 主管部门 (小计). Rates are computed anew from the sums of the same row.

#pragma once

#include <optional>
#include <string>

#include "report/summary/columns.h"
#include "report/summary/layout.h"

namespace huizong::report {

/// Which rows are added up, and in which row of the sheet that stands.
struct TotalsRow {
  int row = 0;
  std::string department_cell = {};  ///< holds the 主管部门; "" for the rows of all
};

/// Without "="; "" for a column that has no total. `operands` gains the cells that a ratio is
/// computed from.
std::string total_formula(const SummaryColumns& columns, const SummaryLayout& layout,
                          std::size_t column, const TotalsRow& totals,
                          std::vector<CellRange>& operands);

}  // namespace huizong::report
