// What FILL writes where, the same as others/openpyxl_jobs.py and others/node_jobs.js write.

#pragma once

#include <string>

#include "xlsx/patcher.h"

namespace bench {

/// Header, goals and funds, with their totals unless the form's own formulas make them: 18 cells of
/// the official form, or 13.
void fill_header(huizong::xlsx::Patcher& form, int file, bool totals);
/// So many indicator rows of 4 (or all 6) cells each, from row 12 down.
void fill_indicators(huizong::xlsx::Patcher& form, int file, int rows, bool all_columns);
/// 总分 and 等级, in the given row: 2 cells.
void fill_total(huizong::xlsx::Patcher& form, int file, int row);

}  // namespace bench
