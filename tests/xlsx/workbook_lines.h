// A workbook as lines of text, so that a test states what it expects to the eye.

#pragma once

#include <string>

#include "xlsx/limits.h"
#include "xlsx/workbook.h"

namespace huizong::xlsx::testing {

/// "A1 n 5", "B2 s 合计", "C3 blank formula", "D4 ! 1,5" (stored but unreadable); a sheet's name
/// first when there are several, merges last.
std::string lines(const Workbook& book);

/// The same for the bytes of an .xlsx file; for a file that is refused "kind: sentence".
std::string read_lines(std::string package, const Limits& limits = {});

}  // namespace huizong::xlsx::testing
