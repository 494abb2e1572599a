// Sheets made from text (sheet_text.h) as a workbook's bytes, for tests that need
// a file: a template, a unit's submission.

#pragma once

#include <string>
#include <vector>

#include "xlsx/workbook.h"

namespace huizong::testing {

/// Numbers and texts as they stand; no formats.
std::string sheet_package(const std::vector<xlsx::Sheet>& sheets);

/// A line a row, "A3: 示例单位 | 100": texts and numbers from the first cell on, blanks left out.
std::string lines_of(const xlsx::Sheet& sheet);

xlsx::Sheet named(xlsx::Sheet sheet, const char* name,
                  xlsx::SheetState state = xlsx::SheetState::Visible);
/// The second below the first, with so many empty rows between.
xlsx::Sheet stacked(xlsx::Sheet upper, const xlsx::Sheet& lower, int gap = 1);

}  // namespace huizong::testing
