// Which streams an OLE compound file (.xls, .et, .doc, an encrypted .xlsx) holds.
//
// Only the names are wanted, to tell the user what the file is; they are looked
// for in every place a directory entry can lie, so that a file that is cut off
// or whose sector chains are wrong (WPS writes such) is still told for what it is.

#pragma once

#include <string_view>

namespace huizong::xlsx {

inline constexpr std::string_view kCompoundMagic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Whether a stream or storage of this name (ASCII) is listed; letter case counts.
bool compound_file_has(std::string_view bytes, std::string_view name);

}  // namespace huizong::xlsx
