// Chinese text as offices type it: folded for comparing, measured for printing.
//
// Folded text is for matching and for reading numbers only; what is written
// back into a workbook is always the text as it came (㎡ and ① must stay).

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace huizong {

/// NFKC: full-width signs and digits become plain ones. Text that is not UTF-8 comes back as it is.
std::string fold_width(std::string_view text);
/// For comparing labels: NFKC and every kind of blank dropped (space, U+3000, no-break, zero-width,
/// line breaks).
std::string fold_label(std::string_view text);
/// A folded label without a trailing (...) that names a unit: 资金情况(万元) -> 资金情况.
std::string without_unit(std::string_view folded_label);

/// Blanks of every kind taken off both ends.
std::string_view trimmed(std::string_view text);

bool is_utf8(std::string_view text);
int char_count(std::string_view text);                      ///< in Unicode characters
std::string first_chars(std::string_view text, int count);  ///< the first so many characters
std::vector<std::string> split(
    std::string_view text,
    std::string_view any_of);  ///< at any of these characters; parts trimmed, empty ones dropped

/// Columns on a terminal: Han and full-width signs take two, combining marks none.
int display_width(std::string_view text);
/// Cut or filled with blanks to exactly so many columns.
std::string padded(std::string_view text, int width);

/// For a terminal: control characters (a file's name may hold any) become a visible sign, and bytes
/// that are no UTF-8 too.
std::string without_controls(std::string_view text);

/// The candidate closest to the word by edit distance in characters, for "did you mean"; empty if
/// none is near.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace huizong
