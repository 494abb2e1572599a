// What is said of a form that is not whole in its workbook: sheets that are not
// there, and a copy of the form that has lost its title.

#pragma once

#include "mapping/extract.h"

namespace huizong::mapping {

/// One error a sheet, `<id>-S-<sheet>`; its figures are absent, and what is required on it could
/// not be checked.
void note_missing_sheets(const Mapping& mapping, const xlsx::Workbook& workbook,
                         const Recognised& form, Extracted& extracted);

/// With Per::Block: an error `<id>-I-项目` where a second copy seems to begin within one item's
/// rows.
void look_for_second_copy(const Mapping& mapping, const xlsx::Sheet& rows, Extracted& extracted);

}  // namespace huizong::mapping
