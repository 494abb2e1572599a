// What names cells on a worksheet besides its rows: conditional formats,
// validations, links, print breaks, filters, panes, protected ranges, and their
// newer forms in extLst.

#pragma once

#include <set>
#include <string>

#include "xlsx/fill/reference_shift.h"
#include "xlsx/fill/sheet_tree.h"

namespace huizong::xlsx {

/// Throws Error, before anything is changed, where the sheet of the block holds something that
/// cannot be moved safely: form controls, embedded objects, an extension we do not know.
void check_elements_movable(const SheetTree& sheet, const ReferenceShift& shift);

/// Moves them; on another sheet than the moved one only the formulas among them. Throws Error where
/// a validation or a conditional format would lose a row it speaks of. `inner_links` are the ids of
/// links that lead into this workbook; a link without id always does.
void shift_elements(SheetTree& sheet, const ReferenceShift& shift,
                    const std::set<std::string>& inner_links);

}  // namespace huizong::xlsx
