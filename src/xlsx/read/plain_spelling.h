// The way nearly all programs spell cells and strings, recognised at one glance.
//
// What deviates in the slightest is left to the scanner, which knows all of
// XML: nothing here ever accepts what the scanner would refuse, or reads it
// otherwise. Tests read with and without, and compare.

#pragma once

#include <cstdint>
#include <string_view>

#include "xlsx/read/cell_value.h"

namespace huizong::xlsx {

/// <c r="B7" s="3" t="s"><v>12</v></c>, the attributes in this order and each optional, a formula
/// before the value, or <c .../> alone.
struct PlainCell {
  int col = -1;  ///< -1: not stated
  std::uint32_t style = 0;
  StoredType type = StoredType::Number;
  bool formula = false;
  std::string_view value;  ///< without data() for <c .../>, else not empty
};

/// Moves p behind the cell; false, and p stays, where it is spelt otherwise or ends at `end`.
/// `row` is the number of the row with the quote behind it: 7".
bool take_plain_cell(const char*& p, const char* end, std::string_view row, PlainCell& cell);

struct PlainText {
  std::string_view text;
  bool keep_blanks = false;
};
/// <si><t>text</t></si>, or with xml:space="preserve" on the <t>, or a <phoneticPr/> behind it.
bool take_plain_string(const char*& p, const char* end, PlainText& item);

}  // namespace huizong::xlsx
