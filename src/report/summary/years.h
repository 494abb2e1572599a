// 同比: this year's figures of a form beside last year's, for the units that have
// both; below them those that have only one.

#pragma once

#include "report/sheet.h"
#include "report/summary/charts.h"

namespace huizong::report {

/// Whether the store of last year holds that form at all.
bool has_last_year(const WrittenSummary& summary, const model::RunResult& result);

/// The columns of the 汇总 sheet that are added up, and rates. 增减 = this year − last; 增减率 =
/// 增减 ÷ last, left empty where last year's is 0 or less; of rates only 增减, in percentage
/// points. The totals are over the units that have both.
void write_years(Sheet& sheet, const WrittenSummary& summary, const model::RunResult& result,
                 int year);

}  // namespace huizong::report
