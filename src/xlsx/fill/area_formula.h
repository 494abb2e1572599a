// Formulas that one area shares: conditional formats, validations, a table's
// column formula.
//
// Such a formula is written once, as the area's first cell reads it; its
// references without $ are distances that every cell counts from where it
// stands. When rows move, one text must go on saying the right thing for every
// cell: where none can, that is said, and nothing is written that is right for
// some of them only.

#pragma once

#include <string_view>

#include "xlsx/fill/reference_shift.h"

namespace huizong::xlsx {

struct FormulaArea {
  std::string_view sheet;   ///< where the area lies
  std::string_view before;  ///< "B7:D9 F3", before the move
  std::string_view after;   ///< after it; not empty
};

/// The formula after the move. Lost also where no one text is right for all the area's cells, or
/// where it is open which cell of several ranges the formula is written for and that matters.
Shifted shift_area_formula(const ReferenceShift& shift, std::string_view text,
                           const FormulaArea& area);

}  // namespace huizong::xlsx
