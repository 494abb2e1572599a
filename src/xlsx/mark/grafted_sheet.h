// Puts a sheet of ours, written by Writer, before the sheets of somebody else's
// workbook. Their parts stay as they are, but for the lists that name the new
// sheet and its styles.

#pragma once

#include <string>
#include <string_view>

#include "xlsx/fill/package_edit.h"
#include "xlsx/read/workbook_part.h"

namespace huizong::xlsx {

/// The first sheet of `ours` becomes the first of the package, is the one shown on opening, and
/// keeps its name as far as that is free. Links in it that leave the workbook are not carried over.
/// Returns its name.
std::string graft_first_sheet(PackageEdit& package, WorkbookPart& book, std::string_view ours);

}  // namespace huizong::xlsx
