// Rows that a formula counts or spells out instead of naming them:
// INDIRECT("H22"), INDEX(H:H,22), HLOOKUP(A1,A1:H30,22), OFFSET(H1,21,0),
// ADDRESS(22,8), HYPERLINK("#表!H22").
//
// No spreadsheet program moves such a row when rows are added above it. What a
// formula works out while it calculates (INDEX(H:H,ROW()-1)) moves by itself
// and is left to its author. A number that is counted from where cannot be told
// (a table, what another function returns) is taken to be wrong.

#pragma once

#include <string_view>

#include "xlsx/fill/reference_shift.h"

namespace huizong::xlsx {

/// Whether a formula of `sheet`, left as it is, speaks of another cell after the move than before.
bool counts_moved_rows(const ReferenceShift& shift, std::string_view formula,
                       const FormulaScan& scan, std::string_view sheet);

}  // namespace huizong::xlsx
