// The cell formats of a workbook: only what they make of a number.

#pragma once

#include <string_view>
#include <vector>

#include "xlsx/number_format.h"
#include "xlsx/package/package.h"

namespace huizong::xlsx {

/// By the index that cells give as their style. One General format where `part` is empty. Throws
/// Unreadable.
std::vector<NumberFormat> read_formats(const Package& package, std::string_view part);

}  // namespace huizong::xlsx
