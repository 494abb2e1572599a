// 图表 and 图表数据: the charts that a mapping's [[summary.charts]] ask for, and the
// figures they are drawn from.
//
// The figures stand there as plain values, since a chart keeps no copy of what formulas give and a
// program that does not recalculate would draw nothing; beside each stands the live cell of the
// 汇总 sheet, and whether the two are the same.

#pragma once

#include <string>
#include <vector>

#include "report/sheet.h"
#include "report/summary/form_sheet.h"

namespace huizong::report {

/// A 汇总 sheet that has been written.
struct WrittenSummary {
  const SummaryTable* table;
  std::string sheet;
  GradeCells grades;
};

bool any_charts(const std::vector<WrittenSummary>& summaries);
/// `data_sheet` is the name of the second.
void write_charts(Sheet& charts, Sheet& data, const std::string& data_sheet,
                  const std::vector<WrittenSummary>& summaries, int year);

}  // namespace huizong::report
