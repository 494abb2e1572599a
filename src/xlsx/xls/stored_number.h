// A number as .xls keeps it, written as .xlsx would.

#pragma once

#include <cstdint>
#include <string>

namespace huizong::xlsx {

/// The 30 bits of an RK number: a whole number or the upper half of a double, in hundredths or not.
double rk_number(std::uint32_t rk);

/// The shortest digits that give the same double again; without power of ten from 0.00001 to 10^21,
/// so that a code kept as a number reads as it is shown. Finite numbers only.
std::string number_text(double value);

/// "#DIV/0!" for its code; empty for one that Excel does not know.
std::string error_text(std::uint8_t code);

}  // namespace huizong::xlsx
