// What a compound file is: an .xls workbook, or something that has to be saved
// anew before it can be read.

#pragma once

#include <string>
#include <string_view>

namespace huizong::xlsx {

/// The records of the workbook in an .xls; the bytes begin with kCompoundMagic. Throws Unreadable:
/// for other files with what they are ("encrypted", "unknown"), else "truncated", "damaged".
std::string workbook_stream(std::string_view bytes);

}  // namespace huizong::xlsx
