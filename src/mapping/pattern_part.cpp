#include "mapping/pattern_part.h"

#include "base/text.h"

namespace huizong::mapping {
namespace {

using model::FieldType;

/// A number, a text, a date: what is one word of a sentence.
bool can_be_part(FieldType type) {
  return model::is_numeric(type) || type == FieldType::Text || type == FieldType::Code ||
         type == FieldType::Year || type == FieldType::Date;
}

}  // namespace

PatternPart parse_part(std::string_view text) {
  const std::size_t colon = text.find(':');
  PatternPart part{std::string(trimmed(text.substr(0, colon)))};
  if (colon == std::string_view::npos) return part;
  const std::string_view typed = trimmed(text.substr(colon + 1));
  part.list = typed == "list";
  if (part.list) return part;
  const std::size_t blank = typed.find(' ');
  const auto type = model::parse_field_type(typed.substr(0, blank));
  if (blank != std::string_view::npos)
    part.money = model::parse_money_unit(trimmed(typed.substr(blank)));
  part.type = type.value_or(FieldType::Text);
  const bool unit_fits =
      blank == std::string_view::npos || (part.money && part.type == FieldType::Money);
  if (!type || !can_be_part(*type) || !unit_fits) part.wrong = typed;
  return part;
}

std::optional<model::MoneyUnit> money_at_front(std::string_view words) {
  for (const char* unit : {"百万元", "千元", "万元", "亿元", "元"}) {
    if (words.starts_with(unit)) return model::parse_money_unit(unit);
  }
  return std::nullopt;
}

}  // namespace huizong::mapping
