// A name and the weight that is printed with it: 产出指标（50分）, 一、产出指标\n50分.
//
// Forms number their indicators and write the weight in many ways; the name is
// what stays without both, so that rules and sums find 产出指标 by its name.

#pragma once

#include <optional>
#include <string>

#include "base/decimal.h"

namespace huizong::mapping {

struct LabelAndWeight {
  std::string label;              ///< without numbering and weight: 产出指标
  std::optional<Decimal> weight;  ///< none where the text gives none
  std::string weight_text;        ///< "50"
};

/// A weight is a number in brackets at the end, with or without 分, % or 分值：, or a number with
/// 分 at the end. 50 alone behind a name is a part of it.
LabelAndWeight split_label_weight(const std::string& text);

}  // namespace huizong::mapping
