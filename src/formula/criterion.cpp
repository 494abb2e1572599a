#include "formula/criterion.h"

#include "base/text.h"
#include "formula/characters.h"

namespace huizong::formula {
namespace {

std::string folded(std::string_view text) {
  return lower(fold_label(text));
}

Op take_operator(std::string_view& text) {
  constexpr std::pair<std::string_view, Op> kOperators[] = {
      {"<>", Op::NotEqual}, {"<=", Op::LessEqual}, {">=", Op::GreaterEqual},
      {"<", Op::Less},      {">", Op::Greater},    {"=", Op::Equal}};
  for (const auto& [sign, op] : kOperators) {
    if (text.substr(0, sign.size()) != sign) continue;
    text.remove_prefix(sign.size());
    return op;
  }
  return Op::Equal;
}

bool holds(std::strong_ordering order, Op op) {
  switch (op) {
    case Op::Equal:
      return order == 0;
    case Op::NotEqual:
      return order != 0;
    case Op::Less:
      return order < 0;
    case Op::LessEqual:
      return order <= 0;
    case Op::Greater:
      return order > 0;
    default:
      return order >= 0;
  }
}

}  // namespace

Criterion::Criterion(const model::Value& wanted) {
  if (const Decimal* n = model::number(wanted)) {
    number_ = *n;
    return;
  }
  const std::string text = model::to_string(wanted);
  std::string_view rest = text;
  op_ = take_operator(rest);
  number_ = Decimal::parse(fold_label(rest));
  pattern_ = pattern_of(rest);
  folded_ = folded(rest);
}

std::vector<Criterion::Element> Criterion::pattern_of(std::string_view text) {
  std::vector<Element> pattern;
  const auto chars = characters(text);
  const auto add = [&](std::string_view character) {
    const std::string plain = folded(character);  // nothing for a blank, two letters for ㎡
    for (const std::string_view c : characters(plain))
      pattern.push_back({Element::Kind::Character, std::string(c)});
  };
  for (std::size_t i = 0; i < chars.size(); ++i) {
    const bool escapes = chars[i] == "~" && i + 1 < chars.size() &&
                         (chars[i + 1] == "*" || chars[i + 1] == "?" || chars[i + 1] == "~");
    if (escapes) {
      add(chars[++i]);
    } else if (chars[i] == "*") {
      pattern.push_back({Element::Kind::Any, ""});
    } else if (chars[i] == "?") {
      pattern.push_back({Element::Kind::One, ""});
    } else {
      add(chars[i]);
    }
  }
  return pattern;
}

bool Criterion::matches(const std::string& text) const {
  const auto chars = characters(text);
  std::size_t c = 0, p = 0;
  std::size_t last_any = pattern_.size(),
              resume = 0;  // where to go on when the last * must take one more
  while (c < chars.size()) {
    const bool fits =
        p < pattern_.size() &&
        (pattern_[p].kind == Element::Kind::One ||
         (pattern_[p].kind == Element::Kind::Character && pattern_[p].character == chars[c]));
    if (fits) {
      ++c;
      ++p;
    } else if (p < pattern_.size() && pattern_[p].kind == Element::Kind::Any) {
      last_any = p++;
      resume = c;
    } else if (last_any < pattern_.size()) {
      p = last_any + 1;
      c = ++resume;
    } else {
      return false;
    }
  }
  while (p < pattern_.size() && pattern_[p].kind == Element::Kind::Any) ++p;
  return p == pattern_.size();
}

bool Criterion::takes(const model::Value& value) const {
  if (model::is_blank(value)) return takes_blanks();
  if (const Decimal* n = model::number(value)) {
    return number_ ? holds(*n <=> *number_, op_) : op_ == Op::NotEqual;
  }
  const std::string text = folded(model::to_string(value));
  if (op_ == Op::Equal || op_ == Op::NotEqual) {
    // As Excel: the text 100 equals the number 100 here, though nowhere else.
    const auto typed = number_ ? Decimal::parse(text) : std::nullopt;
    const bool same = number_ ? typed && *typed == *number_ : matches(text);
    return same == (op_ == Op::Equal);
  }
  return !number_ && holds(text <=> folded_, op_);
}

}  // namespace huizong::formula
