// What stands before the sheets in an .xls workbook: their list, the texts,
// the formats of the cells.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "xlsx/limits.h"
#include "xlsx/read/shared_strings.h"
#include "xlsx/workbook.h"

namespace huizong::xlsx {

struct XlsSheet {
  std::string name;  ///< as the tab shows it
  SheetState state = SheetState::Visible;
  std::size_t at = 0;  ///< where in the stream its records begin
};

struct WorkbookGlobals {
  std::vector<XlsSheet> sheets;  ///< worksheets only
  bool date1904 = false;
  std::vector<NumberFormat> formats;     ///< by the index that cells give as their format
  std::optional<SharedStrings> strings;  ///< none where the workbook has no text
};

/// Throws Unreadable: "encrypted", "xls" (older than 97), "damaged", "limit", "unsafe".
WorkbookGlobals read_workbook_globals(std::string_view stream, const Limits& limits);

}  // namespace huizong::xlsx
