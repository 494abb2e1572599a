#include "formula/number_format.h"

#include <algorithm>

namespace huizong::formula {
namespace {

constexpr int kMostDecimals = 30;

/// Words around the number: quoted, escaped with \, or a sign that Excel shows as it stands.
std::optional<std::string> take_words(std::string_view& rest) {
  std::string words;
  while (!rest.empty()) {
    const char c = rest.front();
    if (c == '"') {
      const std::size_t end = rest.find('"', 1);
      if (end == std::string_view::npos) return std::nullopt;
      words += rest.substr(1, end - 1);
      rest.remove_prefix(end + 1);
    } else if (c == '\\' && rest.size() > 1 && static_cast<unsigned char>(rest[1]) < 0x80) {
      words += rest[1];
      rest.remove_prefix(2);
    } else if (c == ' ' || c == '(' || c == ')' || c == '-' || c == '+') {
      words += c;
      rest.remove_prefix(1);
    } else {
      break;
    }
  }
  return words;
}

std::size_t count_of(std::string_view text, char wanted) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), wanted));
}

}  // namespace

std::optional<NumberFormat> NumberFormat::parse(std::string_view rest) {
  NumberFormat f;
  const auto before = take_words(rest);
  if (!before) return std::nullopt;
  f.prefix_ = *before;

  const std::string_view whole =
      rest.substr(0, std::min(rest.find_first_not_of("#0,"), rest.size()));
  rest.remove_prefix(whole.size());
  // Digits are # first, then 0; a comma among them groups, a comma at their end would divide by
  // 1000.
  if (whole.empty() || whole.front() == ',' || whole.back() == ',') return std::nullopt;
  const std::size_t first_zero = whole.find('0');
  if (first_zero != std::string_view::npos && whole.find('#', first_zero) != std::string_view::npos)
    return std::nullopt;
  f.grouped_ = whole.find(',') != std::string_view::npos;
  f.whole_ = static_cast<int>(count_of(whole, '0'));

  if (!rest.empty() && rest.front() == '.') {
    rest.remove_prefix(1);
    const std::string_view decimals =
        rest.substr(0, std::min(rest.find_first_not_of("#0"), rest.size()));
    rest.remove_prefix(decimals.size());
    const std::size_t zeros = std::min(decimals.find('#'), decimals.size());
    if (decimals.find('0', zeros) != std::string_view::npos) return std::nullopt;
    f.point_ = true;
    f.fixed_decimals_ = static_cast<int>(zeros);
    f.decimals_ = static_cast<int>(decimals.size());
  }
  for (; !rest.empty() && rest.front() == '%'; rest.remove_prefix(1)) {
    f.suffix_ += '%';
    ++f.percents_;
  }
  const auto after = take_words(rest);
  if (!after || !rest.empty() || f.percents_ > 1 || f.decimals_ > kMostDecimals ||
      f.whole_ > kMostDecimals)
    return std::nullopt;
  f.suffix_ += *after;
  return f;
}

std::string NumberFormat::apply(const Decimal& value) const {
  const Decimal shown = (percents_ > 0 ? value * Decimal(100) : value).abs();
  std::string text = shown.fixed(decimals_);
  std::string decimals;
  if (const std::size_t point = text.find('.'); point != std::string::npos) {
    decimals = text.substr(point + 1);
    text.resize(point);
  }
  while (static_cast<int>(decimals.size()) > fixed_decimals_ && decimals.back() == '0')
    decimals.pop_back();
  if (whole_ == 0 && text == "0") text.clear();
  if (static_cast<int>(text.size()) < whole_)
    text.insert(0, static_cast<std::size_t>(whole_) - text.size(), '0');
  if (grouped_) {
    for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, 1, ',');
  }
  const bool negative = value < Decimal(0) && !shown.rounded(decimals_).is_zero();
  return (negative ? "-" : "") + prefix_ + text + (point_ ? "." : "") + decimals + suffix_;
}

}  // namespace huizong::formula
