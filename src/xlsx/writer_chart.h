// Puts a Chart into libxlsxwriter's workbook.

#pragma once

#include <xlsxwriter.h>

#include "xlsx/chart.h"

namespace huizong::xlsx {

/// Its upper left corner stands in the cell.
lxw_error insert_chart(lxw_workbook* book, lxw_worksheet* sheet, CellRef at, const Chart& chart);

}  // namespace huizong::xlsx
