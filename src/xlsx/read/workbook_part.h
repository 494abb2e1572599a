// The workbook part: which sheets there are, in what order, and where they,
// the styles and the shared strings are kept.

#pragma once

#include <string>
#include <vector>

#include "xlsx/package/package.h"
#include "xlsx/workbook.h"

namespace huizong::xlsx {

struct SheetPart {
  std::string name;  ///< as the tab shows it
  SheetState state = SheetState::Visible;
  std::string part;  ///< the entry's name in the package; it exists
};

struct WorkbookPart {
  std::string part;               ///< "xl/workbook.xml"
  std::vector<SheetPart> sheets;  ///< worksheets only, in tab order
  bool date1904 = false;
  std::string styles;          ///< empty where the workbook has none
  std::string shared_strings;  ///< empty where the workbook has none
};

/// Throws Unreadable: a package of something else, a sheet whose part is missing, two sheets of one
/// name.
WorkbookPart read_workbook_part(const Package& package);

}  // namespace huizong::xlsx
