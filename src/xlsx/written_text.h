// Text made fit for a workbook: what XML and Excel cannot hold is replaced, so
// that a strange file name or a pasted control character never breaks what we
// write.

#pragma once

#include <string>
#include <string_view>

namespace huizong::xlsx {

inline constexpr int kMaxTextUnits = 32767;  ///< Excel: one cell's text, in UTF-16

/// Bytes that are no UTF-8, and code points no XML can hold, become U+FFFD; control characters a
/// blank; line ends \n. Cut, visibly, at what a cell can hold.
std::string written_text(std::string_view text);

/// Whether Excel would take it for a formula, were a person to type it or to edit the cell it is
/// in: it begins with = + - @, or with a tab or line end, behind which such may stand.
bool may_be_typed_as_formula(std::string_view text);

/// Whether it begins with what Excel reads as one sign: _x0041_ is the letter A.
bool is_escape(std::string_view text);

/// How long Excel counts it: code points beyond U+FFFF count twice.
int utf16_units(std::string_view utf8);
/// The first so many units, whole characters only.
std::string first_utf16_units(std::string_view utf8, int units);

}  // namespace huizong::xlsx
