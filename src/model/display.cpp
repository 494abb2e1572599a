#include "model/display.h"

#include <algorithm>

namespace huizong::model {
namespace {
constexpr int kMostDecimals = 6;
int decimals_to_show(const Decimal& value, int least) {
  return std::max(least, std::min(value.decimals().value_or(kMostDecimals), kMostDecimals));
}
}  // namespace

std::string display(const Decimal& value, FieldType type) {
  if (type == FieldType::Percent) {
    const Decimal percent = value * 100;
    return percent.fixed(decimals_to_show(percent, 2)) + "%";
  }
  if (type == FieldType::Year) return value.to_string();
  return value.grouped(decimals_to_show(value, type == FieldType::Money ? 2 : 0));
}

Message display(const Value& value, FieldType type) {
  if (const auto* n = number(value)) return verbatim(display(*n, type));
  if (const auto* t = text(value)) return {"“" + *t + "”", "\"" + *t + "\""};
  if (const auto* na = not_available(value))
    return {"不可得（" + na->why.zh + "）", "not available (" + na->why.en + ")"};
  if (const auto* blank = std::get_if<Blank>(&value))
    return blank->not_applicable ? Message{"不适用", "not applicable"} : Message{"未填", "blank"};
  return verbatim(to_string(value));
}

}  // namespace huizong::model
