// One sheet part, cell by cell as it streams by.

#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "xlsx/package/package.h"
#include "xlsx/read/shared_strings.h"
#include "xlsx/read/spelling.h"
#include "xlsx/read/workbook_part.h"
#include "xlsx/workbook.h"

namespace huizong::xlsx {

/// Null stands for a workbook without shared strings: a cell that needs one is refused. Returns the
/// merged ranges, sorted. Throws Unreadable, possibly after some cells; what `visit` throws comes
/// out.
std::vector<CellRange> stream_sheet(const Package& package, const SheetPart& sheet,
                                    const SharedStrings* strings,
                                    const std::function<void(const Cell&)>& visit,
                                    Spelling spelling = Spelling::PlainFirst);

}  // namespace huizong::xlsx
