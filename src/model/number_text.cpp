#include "model/number_text.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace huizong::model {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool take_front(std::string_view& text, std::string_view word) {
  if (text.substr(0, word.size()) != word) return false;
  text = trimmed(text.substr(word.size()));
  return true;
}

bool take_back(std::string_view& text, std::string_view word) {
  if (text.size() < word.size() || text.substr(text.size() - word.size()) != word) return false;
  text = trimmed(text.substr(0, text.size() - word.size()));
  return true;
}

/// The length in bytes of the character that begins here.
std::size_t char_length(std::string_view text) {
  std::size_t n = 1;
  while (n < text.size() && (static_cast<unsigned char>(text[n]) & 0xC0) == 0x80) ++n;
  return n;
}

/// ！ to ～ and ￠ to ￦: ASCII and money signs as a Chinese keyboard gives them.
bool is_full_width(std::string_view sign) {
  return (sign >= "\uFF01" && sign <= "\uFF5E") || (sign >= "\uFFE0" && sign <= "\uFFE6");
}

/// A minus sign in front, as typed by hand or by an accounting system; △ is the office's own.
bool take_minus(std::string_view& text) {
  for (const char* sign : {"-", "−", "–", "△", "▲", "负"}) {
    if (take_front(text, sign)) return true;
  }
  return false;
}

/// How long the sign is that stands between two groups of thousands: a comma, or one blank.
std::size_t separator_at(std::string_view text) {
  if (text.empty()) return 0;
  if (text.front() == ',') return 1;
  for (const char* blank : {" ", "\u00A0", "\u2009", "\u202F", "\u3000"}) {
    const std::string_view sign = blank;
    if (text.substr(0, sign.size()) == sign) return sign.size();
  }
  return 0;
}

/// "1,112.67" without its separators, which must stand between whole groups of three: 10,00 is a
/// slip of the pen and no number.
std::optional<std::string> plain_digits(std::string_view text) {
  std::string digits;
  int group = 0;
  bool grouped = false;
  std::size_t i = 0;
  while (i < text.size() && text[i] != '.') {
    if (is_digit(text[i])) {
      digits += text[i++];
      ++group;
      continue;
    }
    const std::size_t length = separator_at(text.substr(i));
    const bool whole_group = grouped ? group == 3 : group >= 1 && group <= 3;
    if (length == 0 || !whole_group) return std::nullopt;
    grouped = true;
    group = 0;
    i += length;
  }
  if (grouped && group != 3) return std::nullopt;
  if (i == text.size()) return digits.empty() ? std::nullopt : std::optional(digits);
  const std::string_view fraction = text.substr(i + 1);
  if (fraction.empty() || !std::all_of(fraction.begin(), fraction.end(), is_digit))
    return std::nullopt;
  return (digits.empty() ? "0" : digits) + "." + std::string(fraction);
}

/// What stands behind the digits.
void take_unit(std::string_view& text, NumberText& number, int& power) {
  if (take_back(text, "%") || take_back(text, "百分比")) {
    number.percent = true;
    power = -2;
    return;
  }
  static constexpr std::array<std::pair<const char*, MoneyUnit>, 5> kUnits{
      {{"百万元", MoneyUnit::MillionYuan},
       {"万元", MoneyUnit::WanYuan},
       {"千元", MoneyUnit::ThousandYuan},
       {"亿元", MoneyUnit::YiYuan},
       {"元", MoneyUnit::Yuan}}};
  for (const auto& [word, unit] : kUnits) {
    if (!take_back(text, word)) continue;
    number.unit = unit;
    return;
  }
  static constexpr std::array<std::pair<const char*, int>, 3> kScales{
      {{"万亿", 12}, {"万", 4}, {"亿", 8}}};
  for (const auto& [word, zeros] : kScales) {
    if (!take_back(text, word)) continue;
    number.scaled = true;
    power = zeros;
    return;
  }
}

/// All kinds of dash as "-", however many: —— and - are the same mark.
std::string mark_key(std::string_view text) {
  std::string key = fold_label(text);
  bool only_dashes = !key.empty();
  for (std::string_view rest = key; !rest.empty() && only_dashes;) {
    only_dashes = false;
    for (const std::string_view dash : {"-", "—", "–", "―", "─", "−", "‐", "‑", "‒"}) {
      if (rest.substr(0, dash.size()) != dash) continue;
      rest.remove_prefix(dash.size());
      only_dashes = true;
      break;
    }
  }
  return only_dashes ? "-" : key;
}

}  // namespace

std::optional<std::string> plain_signs(std::string_view text) {
  std::string plain;
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view sign = rest.substr(0, char_length(rest));
    rest.remove_prefix(sign.size());
    const std::string folded = fold_width(sign);
    const bool blank = trimmed(sign).empty();
    if (folded != sign && !blank && !is_full_width(sign)) return std::nullopt;
    plain += folded;
  }
  return plain;
}

std::string with_plain_signs(std::string_view text) {
  std::string plain;
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view sign = rest.substr(0, char_length(rest));
    rest.remove_prefix(sign.size());
    const bool line_end = sign == "\n" || sign == "\r";
    const bool blank = trimmed(sign).empty() && !line_end;
    plain += blank ? " " : is_full_width(sign) ? fold_width(sign) : std::string(sign);
  }
  return plain;
}

std::optional<LeadingNumber> read_leading_number(std::string_view text) {
  const std::size_t sign = !text.empty() && text.front() == '-' ? 1 : 0;
  if (text.size() == sign || !is_digit(text[sign])) return std::nullopt;
  std::size_t end = sign;
  while (end < text.size() &&
         (is_digit(text[end]) || text[end] == '.' || text[end] == ',' ||
          (text[end] == ' ' && end + 1 < text.size() && is_digit(text[end + 1]))))
    ++end;
  // The longest beginning that is a number: of "1.一条" the 1, of "10,00" the 10.
  for (; end > sign; --end) {
    if (!is_digit(text[end - 1])) continue;
    if (const auto number = read_number_text(text.substr(0, end)))
      return LeadingNumber{number->value, end};
  }
  return std::nullopt;
}

std::optional<NumberText> read_number_text(std::string_view text) {
  constexpr std::size_t kLongest = 300;  // no figure has a hundred digits, of three bytes each
  const std::string_view typed = trimmed(text);
  if (typed.empty() || typed.size() > kLongest) return std::nullopt;
  const std::optional<std::string> plain = plain_signs(typed);
  if (!plain) return std::nullopt;
  std::string_view rest = *plain;

  NumberText number;
  int power = 0;
  bool negative = false;
  bool signed_already = false;
  const bool bracketed = rest.front() == '(' && rest.back() == ')';
  if (bracketed) {
    rest = trimmed(rest.substr(1, rest.size() - 2));
    negative = signed_already = true;
  } else if (take_minus(rest)) {
    negative = signed_already = true;
  } else if (take_front(rest, "+")) {
    signed_already = true;
  }
  const bool yuan_sign = take_front(rest, "¥");
  if (!signed_already && yuan_sign && take_minus(rest)) negative = true;  // ¥-100 as well as -¥100

  take_unit(rest, number, power);
  if (!bracketed && rest.size() > 1 && rest.front() == '(' && rest.back() == ')' &&
      !negative) {  // (3.2)%
    rest = trimmed(rest.substr(1, rest.size() - 2));
    negative = true;
  }
  if (yuan_sign && number.percent) return std::nullopt;
  if (yuan_sign && !number.unit && !number.scaled) number.unit = MoneyUnit::Yuan;

  const auto digits = plain_digits(rest);
  if (!digits) return std::nullopt;
  const auto value = Decimal::parse(*digits);
  if (!value) return std::nullopt;
  number.value = *value * power_of_ten(power);
  if (negative) number.value = -number.value;
  const std::size_t point = digits->find('.');
  const int written = point == std::string::npos ? 0 : static_cast<int>(digits->size() - point - 1);
  number.decimals = std::max(0, written - power);
  return number;
}

const std::vector<std::string>& not_applicable_marks() {
  static const std::vector<std::string> marks = {"—", "——", "-", "/", "*", "不适用"};
  return marks;
}

bool is_not_applicable(std::string_view text, const std::vector<std::string>& marks) {
  const std::string key = mark_key(text);
  return std::any_of(marks.begin(), marks.end(),
                     [&](const std::string& mark) { return mark_key(mark) == key; }) &&
         !key.empty();
}

}  // namespace huizong::model
