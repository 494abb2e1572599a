// 指标值 and 完成值 as they are written: ≥95%, 3000吨, 10-20次, 2023.07-2024.01,
// 完整. One grammar for both.
//
// What a text leaves open stays open: nothing is guessed into a number, and the
// raw text always stays. Source: domain/rules.md 8.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "model/date_text.h"
#include "model/measure.h"
#include "model/value.h"

namespace huizong::model {

/// What a number must be to its target; a number without a sign has none until its indicator is
/// known (scoring.h).
enum class Direction { Unsigned, AtLeast, MoreThan, AtMost, LessThan, Exactly };
const char* sign_of(Direction direction);  ///< "≥"; "" for Unsigned

/// 约 左右 · 近 · 超 余 多: the number is not the figure itself.
enum class Approximate { No, About, Below, Above };

struct Target {
  enum class Kind {
    Blank,
    Quantity,
    Range,
    Date,     ///< 日期区间
    Several,  ///< parts, each a quantity or range: "≥20次；≥90%"
    Text,     ///< 定性, and whatever is no clear quantity
  };
  Kind kind = Kind::Blank;
  Direction direction = Direction::Unsigned;
  Decimal lo, hi;  ///< as written, in `unit`: 95 of 95%; the same but for a range
  Measure unit;
  Approximate approximate = Approximate::No;
  std::string tail;    ///< 以上, 以内; part of `direction` already
  std::string before;  ///< words in front: 市级 of 市级120件
  std::string after;   ///< words behind: 建筑垃圾倾倒情况显著改善
  bool mixed = false;  ///< 量+定性混写: the words behind say something of their own
  DateSpan dates;
  std::vector<Target> parts;
  std::string raw;

  bool is_number() const { return kind == Kind::Quantity || kind == Kind::Range; }
};

/// Never fails: what is nothing else is Text.
Target read_target(std::string_view text);
/// 待定, 无, …: words or signs that stand where something is due and leave it open.
bool says_nothing(std::string_view text);
/// A number that is no text: a cell of numbers, or what an expression gave.
Target target_of(const Decimal& number, Measure unit = {});

/// One target out of three cells: 指标性质 (≥, 正向, 定性 …), 指标值, 度量单位. Nothing, with the
/// reason in `why`, where they contradict each other.
std::optional<Target> target_of_columns(std::string_view direction, std::string_view value,
                                        std::string_view unit, Message& why);
/// "≥90%": as read_target reads it again.
std::string to_string(const Target& target);

/// The one number in a text, with its unit: 100元/人天 is 100元. Neither dates nor the numbers of a
/// list count. Nothing, with the reason in `why`, where there is none or there are several.
std::optional<Target> only_amount(std::string_view text, Message& why);

}  // namespace huizong::model
