// Numbers and number formats as text: stored in a cell, typed by an office, written as a format
// code.

#include <cmath>

#include "base/decimal.h"
#include "base/text.h"
#include "formula/number_format.h"
#include "model/number_text.h"
#include "promise.h"
#include "xlsx/number_format.h"
#include "xlsx/read/cell_value.h"

using namespace huizong;
using fuzz::require;

namespace {

void check_number(const Decimal& value, std::string_view text) {
  // A third has no exact text; neither has, as far as parse() goes, what needs over 400 digits.
  const std::string printed = value.to_string();
  const bool exact = value.decimals().has_value() && printed.size() < 390;
  require(!exact || Decimal::parse(printed) == value, "a number printed is the number", text);
  require(value.rounded(2).decimals().value_or(99) <= 2, "a rounded number has its decimals", text);
  require(!exact || Decimal::parse(value.fixed(2)) == value.rounded(2),
          "fixed decimals are rounded ones", text);
  require((value - value).is_zero() && -(-value) == value, "a number less itself is nothing", text);
}

void check_format(std::string_view text) {
  const auto format = xlsx::read_number_format(text);
  require(format.decimals >= -1, "a format shows no fewer than no decimals", text);
  const auto printed = formula::NumberFormat::parse(text);
  if (!printed) return;
  for (const char* number : {"0", "-1234567.895", "0.004", "99999999999999999999.5"}) {
    const auto shown = printed->apply(*Decimal::parse(number));
    require(!is_utf8(text) || is_utf8(shown), "a number shown is text", shown);
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = fuzz::text_of(data, size);
  if (const auto value = Decimal::parse(text)) check_number(*value, text);
  if (const auto stored = xlsx::parse_stored_number(text)) {
    require(std::isfinite(*stored), "a stored number is finite", text);
    check_number(Decimal::from_double(*stored), text);
  }
  if (const auto typed = model::read_number_text(text)) check_number(typed->value, text);
  model::is_not_applicable(text, model::not_applicable_marks());
  xlsx::is_iso_date(text);
  check_format(text);
  return 0;
}
