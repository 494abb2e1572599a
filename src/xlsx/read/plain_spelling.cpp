#include "xlsx/read/plain_spelling.h"

#include <cstring>

#include "base/cell_ref.h"
#include "xlsx/xml/characters.h"

namespace huizong::xlsx {
namespace {

/// What is to be recognised, from here to the end of what is at hand.
struct Ahead {
  const char* p;
  const char* end;

  template <std::size_t kSize>
  bool take(const char (&word)[kSize]) {
    constexpr std::size_t kLength = kSize - 1;  // without its NUL
    if (static_cast<std::size_t>(end - p) < kLength || std::memcmp(p, word, kLength) != 0) {
      return false;
    }
    p += kLength;
    return true;
  }
};

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

bool take_type(Ahead& q, StoredType& type) {
  switch (*q.p) {
    case 's':
      type = q.p[1] == '"' ? StoredType::SharedString : StoredType::FormulaText;
      return q.take("s\"") || q.take("str\"");
    case 'n':
      type = StoredType::Number;
      return q.take("n\"");
    case 'b':
      type = StoredType::Bool;
      return q.take("b\"");
    case 'e':
      type = StoredType::Error;
      return q.take("e\"");
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
  Ahead q{p, end};
  if (!q.take("<c")) return false;
  cell = {};
  if (q.take(" r=\"")) {
    if (!take_column(q.p, cell.col)) return false;
    for (const char c : row) {  // stops at the NUL behind the end, which it does not hold
      if (*q.p++ != c) return false;
    }
  }
  if (q.take(" s=\"") && !take_number(q.p, cell.style)) return false;
  if (q.take(" t=\"") && !take_type(q, cell.type)) return false;
  if (q.take("/>")) {
    p = q.p;
    return true;
  }
  if (!q.take(">")) return false;
  if (q.take("<f>")) {
    q.p = plain_text_end(q.p, end);
    if (!q.take("</f>")) return false;
    cell.formula = true;
  }
  if (!q.take("<v>")) return false;
  const char* value = q.p;
  const bool number = cell.type == StoredType::Number || cell.type == StoredType::SharedString;
  q.p = number ? number_end(q.p) : plain_text_end(q.p, end);
  cell.value = {value, static_cast<std::size_t>(q.p - value)};
  if (cell.value.empty() || !q.take("</v></c>")) return false;
  p = q.p;
  return true;
}

bool take_plain_string(const char*& p, const char* end, PlainText& item) {
  Ahead q{p, end};
  if (!q.take("<si><t")) return false;
  item.keep_blanks = q.take(" xml:space=\"preserve\"");
  if (!q.take(">")) return false;
  const char* text = q.p;
  q.p = plain_text_end(q.p, end);
  item.text = {text, static_cast<std::size_t>(q.p - text)};
  if (!q.take("</t>")) return false;
  // Chinese Excel says of every text how its phonetic guide would look.
  if (q.take("<phoneticPr fontId=\"")) {
    std::uint32_t font = 0;
    if (!take_number(q.p, font)) return false;
    q.take(" type=\"noConversion\"");
    if (!q.take("/>")) return false;
  }
  if (!q.take("</si>")) return false;
  p = q.p;
  return true;
}

}  // namespace huizong::xlsx
