// What other programs say of workbooks that we wrote.

#pragma once

#include <map>
#include <string>

namespace huizong::testing {

/// Checks that each workbook (bytes, by a name to show) is valid, and that LibreOffice, which
/// recalculates every formula, finds the values that we wrote. What is not installed is not asked.
void check_as_office_programs_do(const std::map<std::string, std::string>& workbooks);

}  // namespace huizong::testing
