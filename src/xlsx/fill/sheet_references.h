// What names cells on a worksheet besides its rows: conditional formats,
// validations, links, print breaks, filters, panes, protected ranges, controls
// and embedded objects, and their newer forms in extLst.

#pragma once

#include <set>
#include <string>

#include "xlsx/fill/drawing_shift.h"
#include "xlsx/fill/reference_shift.h"
#include "xlsx/fill/sheet_tree.h"

namespace huizong::xlsx {

/// Moves them; on another sheet than the moved one only the formulas among them. Throws Error where
/// a formula would go wrong, or the moved sheet holds an extension we do not know. `inner_links`
/// are the ids of links that lead into this workbook; a link without id always does.
void shift_elements(SheetTree& sheet, const ReferenceShift& shift,
                    const std::set<std::string>& inner_links, const RowHeight& height);

}  // namespace huizong::xlsx
