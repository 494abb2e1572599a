// Puts a Chart into libxlsxwriter's workbook.

#pragma once

#include "xlsx/chart.h"

struct lxw_workbook;
struct lxw_worksheet;

namespace huizong::xlsx {

/// Its upper left corner stands in the cell. libxlsxwriter's error; 0 is none.
int insert_chart(lxw_workbook* book, lxw_worksheet* sheet, CellRef at, const Chart& chart);

}  // namespace huizong::xlsx
