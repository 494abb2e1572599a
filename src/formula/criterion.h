// What COUNTIF and SUMIF look for: ">=60", "产出指标", "<>其他", "办公*".

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "formula/expression.h"
#include "model/value.h"

namespace huizong::formula {

/// Excel's criteria, in two points told apart from it:
/// - texts are compared with width and blanks folded ("产出 指标" is 产出指标), as labels are;
/// - "<>x" takes only cells that hold something, since rows nobody filled in are no rows.
class Criterion {
 public:
  explicit Criterion(const model::Value& wanted);
  bool takes(const model::Value& value) const;
  /// Whether blank cells are among what it takes: "" and "=".
  bool takes_blanks() const { return op_ == Op::Equal && !number_ && pattern_.empty(); }
  Op op() const { return op_; }

 private:
  /// A character of the pattern, or * or ?, which are kept apart from the signs themselves (~* and
  /// ~?).
  struct Element {
    enum class Kind { Character, One, Any } kind = Kind::Character;
    std::string character;
  };
  static std::vector<Element> pattern_of(std::string_view text);
  bool matches(const std::string& text) const;

  Op op_ = Op::Equal;
  std::optional<Decimal> number_;
  std::vector<Element> pattern_;
  std::string folded_;  ///< for < and > between texts
};

}  // namespace huizong::formula
