#include "xlsx/read/plain_spelling.h"

#include <cstring>

#include "base/cell_ref.h"
#include "xlsx/xml/characters.h"

namespace huizong::xlsx {
namespace {

// Every buffer ends with a NUL, which no word below holds: comparing stops there.
bool take(const char*& p, const char* word) {
  const char* q = p;
  while (*word != '\0') {
    if (*q++ != *word++) return false;
  }
  p = q;
  return true;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool take_column(const char*& p, int& col) {
  int number = 0;
  const char* q = p;
  for (; *q >= 'A' && *q <= 'Z' && q - p < 3; ++q) number = number * 26 + (*q - 'A' + 1);
  col = number - 1;
  if (q == p || number > kMaxCols) return false;
  p = q;
  return true;
}

/// With the quote behind it.
bool take_number(const char*& p, std::uint32_t& value) {
  constexpr int kMostDigits = 9;
  const char* q = p;
  std::uint32_t number = 0;
  for (; is_digit(*q) && q - p < kMostDigits; ++q) {
    number = number * 10 + static_cast<std::uint32_t>(*q - '0');
  }
  if (q == p || *q != '"') return false;
  value = number;
  p = q + 1;
  return true;
}

bool take_type(const char*& p, StoredType& type) {
  switch (*p) {
    case 's':
      type = p[1] == '"' ? StoredType::SharedString : StoredType::FormulaText;
      return take(p, "s\"") || take(p, "str\"");
    case 'n':
      type = StoredType::Number;
      return take(p, "n\"");
    case 'b':
      type = StoredType::Bool;
      return take(p, "b\"");
    case 'e':
      type = StoredType::Error;
      return take(p, "e\"");
    default:
      return false;
  }
}

/// Behind a number's characters.
const char* number_end(const char* p) {
  while (is_digit(*p) || *p == '.' || *p == '-' || *p == '+' || *p == 'E' || *p == 'e') ++p;
  return p;
}

}  // namespace

bool take_plain_cell(const char*& p, const char* end, std::string_view row, PlainCell& cell) {
  const char* q = p;
  if (!take(q, "<c")) return false;
  cell = {};
  if (take(q, " r=\"")) {
    if (!take_column(q, cell.col)) return false;
    if (static_cast<std::size_t>(end - q) < row.size() ||
        std::memcmp(q, row.data(), row.size()) != 0)
      return false;
    q += row.size();
  }
  if (take(q, " s=\"") && !take_number(q, cell.style)) return false;
  if (take(q, " t=\"") && !take_type(q, cell.type)) return false;
  if (take(q, "/>")) {
    p = q;
    return true;
  }
  if (!take(q, ">")) return false;
  if (take(q, "<f>")) {
    q = plain_text_end(q, end);
    if (!take(q, "</f>")) return false;
    cell.formula = true;
  }
  if (!take(q, "<v>")) return false;
  const char* value = q;
  q = cell.type == StoredType::Number ? number_end(q) : plain_text_end(q, end);
  cell.value = {value, static_cast<std::size_t>(q - value)};
  if (cell.value.empty() || !take(q, "</v></c>")) return false;
  p = q;
  return true;
}

bool take_plain_string(const char*& p, const char* end, PlainText& item) {
  const char* q = p;
  if (!take(q, "<si><t")) return false;
  item.keep_blanks = take(q, " xml:space=\"preserve\"");
  if (!take(q, ">")) return false;
  const char* text = q;
  q = plain_text_end(q, end);
  item.text = {text, static_cast<std::size_t>(q - text)};
  if (!take(q, "</t>")) return false;
  // Chinese Excel says of every text how its phonetic guide would look.
  if (take(q, "<phoneticPr fontId=\"")) {
    std::uint32_t font = 0;
    if (!take_number(q, font)) return false;
    take(q, " type=\"noConversion\"");
    if (!take(q, "/>")) return false;
  }
  if (!take(q, "</si>")) return false;
  p = q;
  return true;
}

}  // namespace huizong::xlsx
