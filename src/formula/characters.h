// Text as characters: expressions are lexed, and LEFT, MID and LEN count, in
// characters, never in bytes.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace huizong::formula {

/// Each character's bytes; a byte that is not UTF-8 is one character.
std::vector<std::string_view> characters(std::string_view text);
/// U+FFFD for a byte that is not UTF-8.
char32_t code_point(std::string_view character);
/// Letters A to Z in lower case, all else as it is: Excel compares text so.
std::string lower(std::string_view text);

}  // namespace huizong::formula
