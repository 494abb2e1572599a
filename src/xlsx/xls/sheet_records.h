// One sheet of an .xls workbook, cell by cell as its records stream by.

#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "xlsx/xls/workbook_globals.h"

namespace huizong::xlsx {

/// Returns the merged ranges, sorted. Throws Unreadable, possibly after some cells; what `visit`
/// throws comes out.
std::vector<CellRange> visit_sheet_records(std::string_view stream, const WorkbookGlobals& globals,
                                           const XlsSheet& sheet, const Limits& limits,
                                           const std::function<void(const Cell&)>& visit);

}  // namespace huizong::xlsx
