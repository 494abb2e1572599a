// Conditional formats, validations and sparklines of a sheet: the cells they
// are for and the formulas they go by, in the sheet's own form and the newer
// one of its extensions.

#pragma once

#include <string_view>

#include "xlsx/fill/reference_shift.h"
#include "xlsx/fill/sheet_tree.h"

namespace huizong::xlsx {

bool is_area_rule(std::string_view element);

/// Moves one, of the moved sheet or another; false where all its cells were dropped and it must go.
/// A sparkline of the block's last row that reads only that row is repeated in the added ones.
/// Refuses a formula for which no text is right for all its cells.
bool shift_area_rule(pugi::xml_node rule, SheetTree& sheet, const ReferenceShift& shift);

}  // namespace huizong::xlsx
