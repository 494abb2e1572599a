// Text and numbers as JSON, for output that is written line by line and may be
// too long to hold as a tree.

#pragma once

#include <string>
#include <string_view>

namespace huizong::cli {

/// Appends the text with its quotes; the text is UTF-8. Every code point comes back as it was.
void append_json_text(std::string& out, std::string_view text);
/// Appends the shortest number that reads back as the same double; the value is finite.
void append_json_number(std::string& out, double value);

}  // namespace huizong::cli
