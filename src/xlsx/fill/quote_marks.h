// What libxlsxwriter cannot say: that a cell's text is quoted ('=1+1), so that it
// stays text when somebody edits it.
//
// Formats that need it are marked by a reading order, which nothing else we
// write has; here the mark in the finished package becomes the quote.

#pragma once

#include <cstdint>
#include <string>

namespace huizong::xlsx {

inline constexpr std::uint8_t kQuoteMark = 1;  ///< the reading order, left to right

/// `package` is one of our own Writer.
std::string with_quotes(std::string package);

}  // namespace huizong::xlsx
