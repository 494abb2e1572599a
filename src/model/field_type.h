// What kind of figure a field holds (DESIGN 4), and the unit money is in.

#pragma once

#include <optional>
#include <string_view>

#include "base/decimal.h"

namespace huizong::model {

enum class FieldType : unsigned char {
  Text,
  Code,
  Date,
  Year,
  Money,  ///< in the mapping's unit
  Number,
  Count,
  Score,
  Percent,      ///< 率: kept as a fraction, 0.95
  Target,       ///< 指标值: ≥95%, 3000吨, 全年365天; kept as text
  Actual,       ///< 完成值; kept as text
  LabelWeight,  ///< 产出指标(50分): a name, and its weight as <name>.权重
  Mark,    ///< ✔: 1 where it is ticked, else blank
  Choice,  ///< ☑是 ☐否: the option that is chosen, as text
};

std::optional<FieldType> parse_field_type(
    std::string_view name);       ///< "money"; as mapping files spell it
bool is_numeric(FieldType type);  ///< Money, Number, Count, Score, Percent

enum class MoneyUnit { Yuan, ThousandYuan, WanYuan, MillionYuan, YiYuan };

std::optional<MoneyUnit> parse_money_unit(std::string_view name);  ///< 元 千元 万元 百万元 亿元
const char* name_of(MoneyUnit unit);
Decimal in_yuan(MoneyUnit unit);  ///< 10000 for 万元

}  // namespace huizong::model
