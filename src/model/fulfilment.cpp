#include "model/fulfilment.h"

#include <algorithm>

#include "model/wording.h"

namespace huizong::model {
namespace {

Interval interval_of(Direction direction, const Decimal& value) {
  switch (direction) {
    case Direction::AtLeast:
      return {value, std::nullopt};
    case Direction::MoreThan:
      return {value, std::nullopt, false};
    case Direction::AtMost:
      return {std::nullopt, value};
    case Direction::LessThan:
      return {std::nullopt, value, true, false};
    default:
      return {value, value};
  }
}

/// What a completed value may be: 超300 is anything above, 约300 anything near.
Interval possible(const Target& actual) {
  const bool exact = actual.approximate == Approximate::No;
  if (actual.kind == Target::Kind::Range && exact) return {actual.lo, actual.hi};
  switch (actual.approximate) {
    case Approximate::About:
      return {std::nullopt, std::nullopt};
    case Approximate::Below:
      return {std::nullopt, actual.lo, true, false};
    case Approximate::Above:
      return {actual.lo, std::nullopt, false};
    case Approximate::No:
      break;
  }
  return interval_of(actual.direction, actual.lo);
}

bool inside(const Interval& part, const Interval& whole) {
  if (whole.lo) {
    if (!part.lo || *part.lo < *whole.lo) return false;
    if (*part.lo == *whole.lo && part.with_lo && !whole.with_lo) return false;
  }
  if (whole.hi) {
    if (!part.hi || *part.hi > *whole.hi) return false;
    if (*part.hi == *whole.hi && part.with_hi && !whole.with_hi) return false;
  }
  return true;
}

bool all_below(const Interval& a, const Interval& b) {
  if (!a.hi || !b.lo) return false;
  return *a.hi < *b.lo || (*a.hi == *b.lo && !(a.with_hi && b.with_lo));
}

void scale(std::optional<Decimal>& end, const Decimal& by) {
  if (end) end = *end * by;
}

std::string unit_name(const Measure& unit) {
  return unit.name.empty() ? "（未写）" : unit.name;
}

/// One of what is completed, in the target's unit; nothing, with the reason, where the two units
/// are not of one kind.
std::optional<Decimal> into_target_unit(const Target& target, const Target& actual, Message& why) {
  const Measure &due = target.unit, &done = actual.unit;
  if (due.base == done.base) return done.factor / due.factor;
  const auto differ = [&]() -> std::optional<Decimal> {
    why = say("目标的单位是{}，完成值的单位是{}，不能比较",
              "the target is in {}, what was completed in {}; they cannot be compared",
              unit_name(due), unit_name(done));
    return std::nullopt;
  };
  if (done.none()) {
    if (done.scale != Decimal(1)) return done.scale / due.factor;  // 1.2万 of a target in 件
    return Decimal(1);
  }
  // A bare target has the unit of what is counted; of money and rates it could be another.
  if (due.none() && !done.is_money() && !done.is_rate()) return done.scale / due.factor;
  return differ();
}

/// 0.9 typed where 90% is due may be either.
bool may_be_fraction(const Target& target, const Target& actual) {
  return target.unit.is_rate() && actual.unit.none() && actual.kind == Target::Kind::Quantity &&
         !actual.lo.is_zero() && actual.lo.abs() <= Decimal(1);
}

bool says_any(std::string_view text, std::initializer_list<const char*> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const char* word) { return text.find(word) != std::string_view::npos; });
}

/// The words around the number turn it round: 未完成3件, 3件未办结; 提高6% where 降低5% is due.
bool is_turned_round(const Target& target, const Target& actual) {
  if (actual.before != target.before && denies(actual.before)) return true;
  if (actual.after != target.after && denies(actual.after)) return true;
  const auto rises = [](const Target& t) {
    return says_any(t.before, {"提高", "提升", "增长", "增加", "上升"});
  };
  const auto falls = [](const Target& t) {
    return says_any(t.before, {"降低", "减少", "下降", "压减", "节约"});
  };
  return (rises(target) && falls(actual)) || (falls(target) && rises(actual));
}

Interval wanted(const Fulfilment& pair) {
  if (pair.lo != pair.hi) return {pair.lo, pair.hi};
  return interval_of(pair.direction, pair.lo);
}

}  // namespace

std::optional<Fulfilment> fulfilment_of(const Target& target, const Target& actual,
                                        std::string_view name, const Scoring& scoring,
                                        Message& why) {
  if (target.mixed || actual.mixed) {
    why = say("“{}”里既有数又有文字，要由人工判定", "{} holds both a number and words",
              (target.mixed ? target : actual).raw);
    return std::nullopt;
  }
  if (is_turned_round(target, actual)) {
    why = say("完成值“{}”的文字与目标“{}”不是一个意思，要由人工判定",
              "the words of {} do not say what the target {} asks", actual.raw, target.raw);
    return std::nullopt;
  }
  if (may_be_fraction(target, actual)) {
    why = say("完成值“{}”没有写%，分不清是{}%还是{}%",
              "what was completed, {}, has no %: it may be {}% or {}%", actual.raw,
              (actual.lo * 100).to_string(), actual.lo.to_string());
    return std::nullopt;
  }
  const auto factor = into_target_unit(target, actual, why);
  if (!factor) return std::nullopt;
  Fulfilment pair;
  pair.direction = direction_of(target, name, scoring);
  pair.lo = target.lo;
  pair.hi = target.hi;
  pair.about = target.approximate == Approximate::About || target.approximate == Approximate::Below;
  pair.actual = possible(actual);
  scale(pair.actual.lo, *factor);
  scale(pair.actual.hi, *factor);
  return pair;
}

std::optional<bool> holds(const Fulfilment& pair) {
  const Interval due = wanted(pair);
  if (inside(pair.actual, due)) return true;
  if (pair.about) return std::nullopt;  // close to 约300 is for people to judge
  if (all_below(pair.actual, due) || all_below(due, pair.actual)) return false;
  return std::nullopt;
}

bool wants_more(const Fulfilment& pair) {
  return pair.lo == pair.hi &&
         (pair.direction == Direction::AtLeast || pair.direction == Direction::MoreThan);
}

std::optional<Decimal> times(const Fulfilment& pair) {
  if (!wants_more(pair) || pair.lo <= Decimal(0) || !pair.actual.is_point()) return std::nullopt;
  return *pair.actual.lo / pair.lo;
}

}  // namespace huizong::model
