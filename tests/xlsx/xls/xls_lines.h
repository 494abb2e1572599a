// What an .xls file is read as, in lines of text.

#pragma once

#include <string>

#include "xlsx/limits.h"

namespace huizong::xlsx::testing {

/// As lines() of a workbook, with "hidden" after a sheet's name; for a file that is refused "kind:
/// sentence".
std::string xls_lines(const std::string& file, const Limits& limits = {});

}  // namespace huizong::xlsx::testing
