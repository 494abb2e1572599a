// Numbers that were typed as text: １，１１２．６７ · 150万 · 95％ · △3.2 · （3.2）.
//
// One grammar for the whole program; what it does not take is no number, and
// never 0. Only full-width signs count as plain ones: in 2264.13① and 5² the
// small sign is a note mark or a power, no digit. Words that make a figure approximate (约, 余,
// 以上) are not taken: an approximate figure is not the figure. Source: domain/rules.md 7.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "model/field_type.h"

namespace huizong::model {

struct NumberText {
  Decimal value;  ///< as written, scaled by 万 or 亿 only when no 元 follows: 150万 -> 1500000
  bool percent = false;           ///< a % stood behind it; value is the fraction: 95％ -> 0.95
  std::optional<MoneyUnit> unit;  ///< 150万元 -> value 150, unit 万元
  int decimals = 0;               ///< decimals of `value` as written: 95.0% -> 3
  bool scaled = false;  ///< 万 or 亿 stood behind it without 元: as money, `value` is in 元
};

/// Full-width signs and blanks of every kind made plain; nothing where the text holds any other
/// sign that only looks like a plain one: ① ² ½ Ⅳ.
std::optional<std::string> plain_signs(std::string_view text);

/// The same where such other signs stay as they are: for text that is more than a number.
std::string with_plain_signs(std::string_view text);

/// The number that is the whole text; nothing if there is anything else in it.
std::optional<NumberText> read_number_text(std::string_view text);

/// The number a text begins with, and how many bytes it takes: digits with their separators and an
/// ASCII minus, no unit. `text` has plain signs. Nothing where it begins otherwise.
struct LeadingNumber {
  Decimal value;
  std::size_t length = 0;
};
std::optional<LeadingNumber> read_leading_number(std::string_view text);

/// Signs an office puts where a figure does not apply; a mapping may give its own list.
const std::vector<std::string>& not_applicable_marks();
/// Dashes of every kind and number count as one mark.
bool is_not_applicable(std::string_view text, const std::vector<std::string>& marks);

}  // namespace huizong::model
