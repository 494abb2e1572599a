// A part of a text that a pattern takes out: {名称}, {金额:money 元}, {增长:percent}.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/field_type.h"

namespace huizong::mapping {

struct PatternPart {
  std::string name;  ///< "" of {}
  model::FieldType type = model::FieldType::Text;
  std::optional<model::MoneyUnit> money = {};  ///< what an amount without a unit of its own is in
  bool list = false;                           ///< words that go on behind 、
  std::string wrong = {};  ///< what stands behind the colon, where it is no type a part can have
  bool operator==(const PatternPart&) const = default;
};

/// `text` stands between the braces.
PatternPart parse_part(std::string_view text);

/// The unit of money that folded words begin with: 万元 of 万元,增长.
std::optional<model::MoneyUnit> money_at_front(std::string_view words);

}  // namespace huizong::mapping
