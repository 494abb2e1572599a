// What names a sheet's cells outside of the worksheets: defined names, print
// areas and titles, tables, pivot tables, comments, drawings, charts, controls.

#pragma once

#include <set>
#include <string>
#include <vector>

#include "xlsx/fill/drawing_shift.h"
#include "xlsx/fill/package_edit.h"
#include "xlsx/fill/reference_shift.h"
#include "xlsx/read/workbook_part.h"

namespace huizong::xlsx {

/// Moves the references in every part but the worksheets. Throws Error where something hangs on the
/// moved sheet that cannot be moved safely, or a reference would lose the rows it stands for.
void shift_package(PackageEdit& package, const WorkbookPart& book, const ReferenceShift& shift,
                   const RowHeight& height);

/// Moves the links of a sheet or drawing that lead into this workbook by their target (#表!A16);
/// returns their ids.
std::set<std::string> shift_inner_links(PackageEdit& package, const std::string& part,
                                        const ReferenceShift& shift);

}  // namespace huizong::xlsx
