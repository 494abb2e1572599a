// The number formats TEXT knows: 0, 0.00, #,##0.00, 0.00%, with words in quotes
// before and after. No dates, no sections, no colours.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/decimal.h"

namespace huizong::formula {

class NumberFormat {
 public:
  /// Nothing for a format that is not of that kind.
  static std::optional<NumberFormat> parse(std::string_view format);
  std::string apply(const Decimal& value) const;

 private:
  std::string prefix_, suffix_;
  int whole_ = 0;           ///< digits before the point at least: 000 pads
  int decimals_ = 0;        ///< at most
  int fixed_decimals_ = 0;  ///< at least; the # after them are shown only where they are not 0
  bool point_ = false;
  bool grouped_ = false;
  int percents_ = 0;
};

}  // namespace huizong::formula
