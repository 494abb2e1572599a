// 退回修改的报送表: which workbooks go back to their units, each a link.

#pragma once

#include "report/return_slip.h"
#include "report/sheet.h"

namespace huizong::report {

/// A heading and a table from that row on, over columns A to H; the workbook with the sheet lies in
/// 输出/. The row after it.
int write_returned(Sheet& sheet, int row, const std::vector<Slip>& slips);

}  // namespace huizong::report
