// A cell's text as a person sees it in Excel, near enough: percentages with
// their sign, serial numbers with a date format as dates, codes with the zeros
// their format puts in front.

#pragma once

#include <string>

#include "xlsx/workbook.h"

namespace huizong::mapping {

/// Never shows fewer digits than are stored; "" for a formula without a value.
std::string shown_text(const xlsx::Workbook& workbook, const xlsx::Cell& cell);

}  // namespace huizong::mapping
