// What names a sheet's cells outside of its own part: defined names, print areas
// and titles, comments, drawings, charts.

#pragma once

#include <set>
#include <string>

#include "xlsx/fill/package_edit.h"
#include "xlsx/fill/reference_shift.h"

namespace huizong::xlsx {

/// Throws Error, before anything is changed, where something hangs on the sheet of the block that
/// cannot be moved safely: a table or pivot table in the rows that move, a slicer, a control, or a
/// kind of part we do not know; or a name would lose the rows it stands for.
void check_package_movable(const PackageEdit& package, const std::string& workbook_part,
                           const std::string& sheet_part, const ReferenceShift& shift);

/// Moves the references in every part but the worksheets.
void shift_package(PackageEdit& package, const std::string& workbook_part,
                   const std::string& sheet_part, const ReferenceShift& shift);

/// Moves the links of a sheet that lead into this workbook by their target (#表!A16); returns their
/// ids.
std::set<std::string> shift_inner_links(PackageEdit& package, const std::string& sheet_part,
                                        const ReferenceShift& shift);

}  // namespace huizong::xlsx
