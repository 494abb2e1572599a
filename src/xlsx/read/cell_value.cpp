#include "xlsx/read/cell_value.h"

#include <charconv>
#include <chrono>

#include "xlsx/read/cell_text.h"
#include "xlsx/xml/characters.h"

namespace huizong::xlsx {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

/// [+-] digits [. digits] [e [+-] digits], with a digit before or after the point.
bool has_number_form(std::string_view text) {
  std::size_t at = text.starts_with('+') || text.starts_with('-') ? 1 : 0;
  const std::size_t whole = at;
  at = skip_digits(text, at);
  std::size_t digits = at - whole;
  if (at < text.size() && text[at] == '.') {
    const std::size_t point = at + 1;
    at = skip_digits(text, point);
    digits += at - point;
  }
  if (digits == 0) return false;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    const std::size_t exponent = at;
    at = skip_digits(text, at);
    if (at == exponent) return false;
  }
  return at == text.size();
}

/// So many digits, and no sign: as std::from_chars reads them.
std::optional<int> take_digits(std::string_view& text, std::size_t count) {
  if (text.size() < count || skip_digits(text.substr(0, count), 0) != count) return std::nullopt;
  int value = 0;
  std::from_chars(text.data(), text.data() + count, value);
  text.remove_prefix(count);
  return value;
}

bool take(std::string_view& text, char c) {
  if (!text.starts_with(c)) return false;
  text.remove_prefix(1);
  return true;
}

bool take_day(std::string_view& text) {
  const auto year = take_digits(text, 4);
  if (!year || !take(text, '-')) return false;
  const auto month = take_digits(text, 2);
  if (!month || !take(text, '-')) return false;
  const auto day = take_digits(text, 2);
  using namespace std::chrono;
  return day &&
         year_month_day(std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                        std::chrono::day(static_cast<unsigned>(*day)))
             .ok();
}

bool take_time(std::string_view& text) {
  const auto hour = take_digits(text, 2);
  if (!hour || *hour > 24 || !take(text, ':')) return false;
  const auto minute = take_digits(text, 2);
  if (!minute || *minute > 59) return false;
  if (!take(text, ':')) return true;
  const auto second = take_digits(text, 2);
  if (!second || *second > 59) return false;
  if (take(text, '.')) {
    const std::size_t fraction = skip_digits(text, 0);
    if (fraction == 0) return false;
    text.remove_prefix(fraction);
  }
  return true;
}

bool take_zone(std::string_view& text) {
  if (text.empty() || take(text, 'Z')) return true;
  if (!take(text, '+') && !take(text, '-')) return false;
  return take_time(text);
}

void read_number(Cell& cell, std::string_view stored) {
  std::string_view text = xml_trimmed(stored);
  if (!parse_stored_number(text)) {
    return mark_unreadable(cell, stored, CellFault::NotANumber);
  }
  if (text.starts_with('+')) text.remove_prefix(1);
  cell.type = CellType::Number;
  cell.text = text;
}

void read_shared_string(Cell& cell, std::string_view stored, const SharedStrings& strings) {
  const std::string_view text = xml_trimmed(stored);
  std::size_t index = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), index);
  if (result.ec != std::errc() || result.ptr != text.data() + text.size() ||
      index >= strings.size()) {
    return mark_unreadable(cell, stored, CellFault::NoSuchText);
  }
  cell.type = CellType::Text;
  cell.text = strings.at(index);
}

void read_bool(Cell& cell, std::string_view stored) {
  const std::string_view text = xml_trimmed(stored);
  const bool yes = text == "1" || text == "true";
  if (!yes && text != "0" && text != "false") {
    return mark_unreadable(cell, stored, CellFault::NotABool);
  }
  cell.type = CellType::Bool;
  cell.text = yes ? "1" : "0";
}

}  // namespace

StoredType stored_type(std::string_view t, bool present) {
  if (!present || t == "n") return StoredType::Number;
  if (t == "s") return StoredType::SharedString;
  if (t == "str") return StoredType::FormulaText;
  if (t == "inlineStr") return StoredType::InlineText;
  if (t == "b") return StoredType::Bool;
  if (t == "e") return StoredType::Error;
  if (t == "d") return StoredType::Date;
  return StoredType::Unknown;
}

void mark_unreadable(Cell& cell, std::string_view stored, CellFault fault) {
  cell.type = CellType::Error;
  cell.text = stored;
  cell.fault = fault;
}

std::optional<double> parse_stored_number(std::string_view text) {
  text = xml_trimmed(text);
  if (!has_number_form(text)) return std::nullopt;
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  if (result.ec != std::errc() || result.ptr != text.data() + text.size()) return std::nullopt;
  return value;
}

bool is_short_decimal(std::string_view text) {
  constexpr std::size_t kSafeDigits = 15;
  if (text.starts_with('-')) text.remove_prefix(1);
  std::size_t digits = skip_digits(text, 0);
  std::size_t end = digits;
  if (end < text.size() && text[end] == '.') {
    const std::size_t point = end + 1;
    end = skip_digits(text, point);
    digits += end - point;
  }
  return end == text.size() && digits > 0 && digits <= kSafeDigits;
}

bool is_iso_date(std::string_view text) {
  std::string_view rest = text;
  if (take_day(rest)) {
    if (rest.empty()) return true;
    return take(rest, 'T') && take_time(rest) && take_zone(rest) && rest.empty();
  }
  rest = text;
  return take_time(rest) && take_zone(rest) && rest.empty();
}

void read_stored_value(Cell& cell, StoredType type, std::string_view stored,
                       const SharedStrings& strings) {
  switch (type) {
    case StoredType::Number:
      return read_number(cell, stored);
    case StoredType::SharedString:
      return read_shared_string(cell, stored, strings);
    case StoredType::Bool:
      return read_bool(cell, stored);
    case StoredType::FormulaText:
      cell.type = CellType::Text;
      cell.text.clear();
      return append_unescaped(cell.text, stored);
    case StoredType::Error:
      cell.type = CellType::Error;
      cell.text = xml_trimmed(stored);
      if (cell.text.empty()) {
        cell.fault = CellFault::NamelessError;
      }
      return;
    case StoredType::Date:
      if (!is_iso_date(xml_trimmed(stored))) {
        return mark_unreadable(cell, stored, CellFault::NotADate);
      }
      cell.type = CellType::Date;
      cell.text = xml_trimmed(stored);
      return;
    case StoredType::InlineText:
    case StoredType::Unknown:
      return mark_unreadable(cell, stored, CellFault::OtherType);
  }
}

}  // namespace huizong::xlsx
