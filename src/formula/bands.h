// 分档: grades and stepped scores, bands = [["优", 90], ["良", 80]].

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"

namespace huizong::formula {

/// One step of bands = [["优", 90], ...]: lower bounds, inclusive; with "<= 0.1" upper bounds.
struct Band {
  std::string label;
  Decimal bound;
  bool upper = false;  ///< bound is an upper one
  bool inclusive = true;
};
/// The first band that takes the number; nothing where none does.
std::optional<std::string> band_of(const Decimal& value, const std::vector<Band>& bands);

}  // namespace huizong::formula
