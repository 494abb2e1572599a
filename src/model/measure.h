// 计量单位: 件, 万平方公里, 元/人天, 百分比; what a number counts, and what of it is
// exactly so many of another.
//
// Units are only converted where the factor is exact and everywhere the same:
// 万元 and 元, 万件 and 件, 公里 and 米. 件 and 起 are two things.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/decimal.h"

namespace huizong::model {

struct Measure {
  std::string name;  ///< as written, without blanks: "万平方公里"; "" where nothing is written
  std::string base;  ///< what it is counted in; the same text for units that convert; "" for a
                     ///< bare 万 too
  Decimal scale = 1;   ///< 10000 of 万件
  Decimal factor = 1;  ///< one of it is so much of the base, the scale included

  bool none() const { return base.empty(); }
  bool is_rate() const { return base == "率"; }  ///< %, ‰, 成
  bool is_money() const { return base == "元"; }
  bool operator==(const Measure&) const = default;
};

/// The unit that the text begins with (with blanks between its signs, as a narrow cell breaks it),
/// and how many bytes it takes. Nothing where none that is known stands there.
struct LeadingMeasure {
  Measure measure;
  std::size_t length = 0;
};
std::optional<LeadingMeasure> read_leading_measure(std::string_view text);

/// A text that is a unit and nothing else, as a column 度量单位 holds it; a word that is not known
/// counts itself. No unit for "", — and the like.
Measure measure_of(std::string_view text);

}  // namespace huizong::model
