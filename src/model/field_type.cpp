#include "model/field_type.h"

#include <array>
#include <utility>

namespace huizong::model {

std::optional<FieldType> parse_field_type(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, FieldType>, 14> kNames{
      {{"text", FieldType::Text},
       {"code", FieldType::Code},
       {"date", FieldType::Date},
       {"year", FieldType::Year},
       {"money", FieldType::Money},
       {"number", FieldType::Number},
       {"count", FieldType::Count},
       {"score", FieldType::Score},
       {"percent", FieldType::Percent},
       {"target", FieldType::Target},
       {"actual", FieldType::Actual},
       {"label_weight", FieldType::LabelWeight},
       {"mark", FieldType::Mark},
       {"choice", FieldType::Choice}}};
  for (const auto& [known, type] : kNames) {
    if (known == name) return type;
  }
  return std::nullopt;
}

bool is_numeric(FieldType type) {
  return type == FieldType::Money || type == FieldType::Number || type == FieldType::Count ||
         type == FieldType::Score || type == FieldType::Percent;
}

namespace {
struct UnitEntry {
  const char* name;
  MoneyUnit unit;
  long long yuan;
};
constexpr std::array<UnitEntry, 5> kUnits{{{"元", MoneyUnit::Yuan, 1},
                                           {"千元", MoneyUnit::ThousandYuan, 1000},
                                           {"万元", MoneyUnit::WanYuan, 10000},
                                           {"百万元", MoneyUnit::MillionYuan, 1000000},
                                           {"亿元", MoneyUnit::YiYuan, 100000000}}};
const UnitEntry& entry(MoneyUnit unit) {
  return kUnits[static_cast<std::size_t>(unit)];
}
}  // namespace

std::optional<MoneyUnit> parse_money_unit(std::string_view name) {
  for (const UnitEntry& u : kUnits) {
    if (name == u.name) return u.unit;
  }
  return std::nullopt;
}
const char* name_of(MoneyUnit unit) {
  return entry(unit).name;
}
Decimal in_yuan(MoneyUnit unit) {
  return entry(unit).yuan;
}

}  // namespace huizong::model
