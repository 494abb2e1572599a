#include "model/scoring.h"

#include <algorithm>

#include "base/text.h"
#include "model/fulfilment.h"
#include "model/wording.h"

namespace huizong::model {
namespace {

NotAvailable undecided(Message why) {
  return {std::move(why), ""};
}

NotAvailable too_vague(const Target& target, const Target& actual) {
  return undecided(say("目标“{}”与完成值“{}”有一个是约数，要由人工判定",
                       "of the target {} and the completed {} one is approximate", target.raw,
                       actual.raw));
}

/// What part of the target was reached; nothing, with the reason, where no proportion says it.
std::optional<Decimal> ratio_of(const Fulfilment& pair, const Decimal& done, const Target& target,
                                const Scoring& scoring, Message& why) {
  const bool up = pair.direction == Direction::AtLeast || pair.direction == Direction::MoreThan;
  const bool down = pair.direction == Direction::AtMost || pair.direction == Direction::LessThan;
  // Beyond one end of a range that end is the target.
  const bool range = pair.lo != pair.hi;
  const bool short_of = range ? done < pair.lo : !down && (up || done < pair.lo);
  const Decimal& due = range && done > pair.hi ? pair.hi : pair.lo;
  if (due.is_zero()) {
    if (scoring.zero == Scoring::Zero::AllOrNothing) return Decimal(0);
    why = {"目标是0而没有做到，得分由人工给",
           "the target of 0 was missed: an officer gives the points"};
    return std::nullopt;
  }
  if (due < Decimal(0)) {
    why = say("目标“{}”是负数，不能按比例给分", "the target {} is negative: there is no proportion",
              target.raw);
    return std::nullopt;
  }
  const bool equal_only = !range && !up && !down;
  if (equal_only && scoring.unequal == Scoring::Unequal::Nothing) return Decimal(0);
  if (done <= Decimal(0)) return Decimal(0);
  return short_of ? done / due : due / done;
}

Value points_of_met(const Fulfilment& pair, const Decimal& points, const Scoring& scoring) {
  const auto done = times(pair);
  Decimal earned = points;
  if (done && *done > Decimal(1) && scoring.cap > Decimal(1))
    earned = points * std::min(*done, scoring.cap);
  else if (scoring.cap < Decimal(1))
    earned = points * scoring.cap;
  if (done && scoring.over_deduct && *done >= scoring.over) earned = earned - *scoring.over_deduct;
  return std::max(earned, Decimal(0)).rounded(scoring.digits);
}

Value score_numbers(const Target& target, const Target& actual, const Decimal& points,
                    std::string_view name, const Scoring& scoring) {
  Message why;
  const auto pair = fulfilment_of(target, actual, name, scoring, why);
  if (!pair) return undecided(why);
  const auto reached = holds(*pair);
  if (reached && *reached) return points_of_met(*pair, points, scoring);
  if (!reached || pair->about || !pair->actual.is_point()) return too_vague(target, actual);
  auto ratio = ratio_of(*pair, *pair->actual.lo, target, scoring, why);
  if (!ratio) return undecided(why);
  if (scoring.floor_ratio && *ratio < *scoring.floor_ratio) ratio = Decimal(0);
  return (points * std::min(*ratio, scoring.cap)).rounded(scoring.digits);
}

NotAvailable by_words(const Target& target, const Target& actual) {
  return undecided(say("完成值“{}”是文字，看不出是否达到“{}”，要由人工判定",
                       "what was completed, {}, is words: whether {} was reached is for an officer "
                       "to say",
                       actual.raw, target.raw));
}

NotAvailable number_due(const Target& target, const Target& actual) {
  return undecided(say("目标“{}”是数，完成值“{}”不是",
                       "the target {} is a number, what was completed, {}, is none", target.raw,
                       actual.raw));
}

/// 达成 of what is in words, on one side at least; a number is not reached by saying so.
std::optional<Reached> reached(const Target& target, const Target& actual, const Scoring& scoring) {
  if (target.kind == Target::Kind::Date) {
    if (actual.kind == Target::Kind::Date) {
      const auto yes = in_time(target.dates, actual.dates);
      return yes ? std::optional(*yes ? Reached::Yes : Reached::No) : std::nullopt;
    }
    return reached_by_words("", actual.raw, scoring);
  }
  return reached_by_words(target.raw, actual.raw, scoring);
}

std::optional<NotAvailable> blank_side(const Target& target, const Target& actual) {
  if (target.kind == Target::Kind::Blank) return undecided({"指标值未填", "the target is blank"});
  if (actual.kind == Target::Kind::Blank)
    return undecided({"完成值未填", "what was completed is blank"});
  return std::nullopt;
}

/// Part by part, where both sides have as many; nothing else.
Value met_several(const Target& target, const Target& actual, std::string_view name,
                  const Scoring& scoring) {
  if (actual.kind != Target::Kind::Several || actual.parts.size() != target.parts.size())
    return undecided(say("目标“{}”有几个数，与完成值“{}”对不上，要由人工判定",
                         "the target {} has several numbers that {} does not answer one by one",
                         target.raw, actual.raw));
  for (std::size_t i = 0; i < target.parts.size(); ++i) {
    const Value one = met(target.parts[i], actual.parts[i], name, scoring);
    const bool* yes = std::get_if<bool>(&one);
    if (!yes || !*yes) return one;
  }
  return true;
}

bool has_any(std::string_view text, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return text.find(fold_label(word)) != std::string_view::npos;
  });
}

/// Both in one unit, where both are numbers.
std::optional<Fulfilment> both_numbers(const Target& target, const Target& actual,
                                       std::string_view name, const Scoring& scoring,
                                       Message& why) {
  if (target.is_number() && actual.is_number())
    return fulfilment_of(target, actual, name, scoring, why);
  why =
      say("“{}”和“{}”不都是数，无法相比", "{} and {} are not both numbers", target.raw, actual.raw);
  return std::nullopt;
}

}  // namespace

Scoring::Scoring()
    : reached_words({"达成预期指标", "达成年度指标", "达成", "完成", "全部完成", "已完成", "达到",
                     "达标", "有效", "效果显著", "显著", "明显", "良好", "无"}),
      partly_words({"基本", "部分"}),
      missed_words({"未完成", "未达成", "未达到", "未达标", "没有完成", "否"}),
      lower_words({"成本", "时限", "投诉", "事故", "超支", "错案", "损伤", "伤损", "变质"}) {}

Direction direction_of(const Target& target, std::string_view name, const Scoring& scoring) {
  if (target.direction != Direction::Unsigned) return target.direction;
  if (target.approximate == Approximate::Above) return Direction::MoreThan;
  if (target.lo != target.hi) return Direction::Exactly;
  if (target.lo.is_zero()) return Direction::Exactly;  // 错案率 0: none, or missed
  if (scoring.unsigned_is == Scoring::Unsigned::Equal) return Direction::Exactly;
  const std::string label = fold_label(std::string(name) + target.before);
  const bool whole_rate = target.unit.is_rate() && target.lo * target.unit.factor == Decimal(1) &&
                          label.find("率") != std::string::npos;
  // 投诉办结率 100% and 降低成本 5%: the more the better, whatever else the name says.
  if (whole_rate || has_any(label, {"减少", "降低", "下降", "压减", "节约"}))
    return Direction::AtLeast;
  return has_any(label, scoring.lower_words) ? Direction::AtMost : Direction::AtLeast;
}

Value met(const Target& target, const Target& actual, std::string_view name,
          const Scoring& scoring) {
  if (auto blank = blank_side(target, actual)) return *blank;
  if (target.kind == Target::Kind::Several) return met_several(target, actual, name, scoring);
  if (target.is_number()) {
    if (!actual.is_number()) return number_due(target, actual);
    Message why;
    const auto pair = fulfilment_of(target, actual, name, scoring, why);
    if (!pair) return undecided(why);
    if (const auto yes = holds(*pair)) return *yes;
    return too_vague(target, actual);
  }
  const auto said = reached(target, actual, scoring);
  if (!said) return by_words(target, actual);
  if (*said == Reached::Partly)
    return undecided(say("完成值“{}”是部分达成，要由人工判定",
                         "{} was reached in part only; an officer has to judge", actual.raw));
  return *said == Reached::Yes;
}

Value score(const Target& target, const Target& actual, const Decimal& points,
            std::string_view name, const Scoring& scoring) {
  if (auto blank = blank_side(target, actual)) return *blank;
  if (target.is_number() && actual.is_number())
    return score_numbers(target, actual, points, name, scoring);
  if (target.is_number()) return number_due(target, actual);
  if (target.kind == Target::Kind::Several) {
    const Value all = met(target, actual, name, scoring);
    const bool* yes = std::get_if<bool>(&all);
    if (!yes) return all;
    if (*yes) return (points * std::min(scoring.cap, Decimal(1))).rounded(scoring.digits);
    return undecided(say(
        "目标“{}”有几个数，没有全部达到，得分由人工给",
        "not all numbers of the target {} were reached: an officer gives the points", target.raw));
  }
  const auto said = reached(target, actual, scoring);
  if (!said) return by_words(target, actual);
  const std::optional<Decimal>& part = *said == Reached::Yes      ? scoring.reached
                                       : *said == Reached::Partly ? scoring.partly
                                                                  : scoring.missed;
  if (part) return (points * *part).rounded(scoring.digits);
  const char* band = *said == Reached::Yes      ? "达成"
                     : *said == Reached::Partly ? "部分达成"
                                                : "未达成";
  return undecided(say("完成值“{}”是{}，得分由人工给", "{} is {}: an officer gives the points",
                       actual.raw, band));
}

Value over(const Target& target, const Target& actual, std::string_view name,
           const Scoring& scoring) {
  if (auto blank = blank_side(target, actual)) return *blank;
  Message why;
  const auto pair = both_numbers(target, actual, name, scoring, why);
  if (!pair) return undecided(why);
  if (!wants_more(*pair) || pair->lo <= Decimal(0)) return false;
  const auto done = times(*pair);
  if (!done) return too_vague(target, actual);
  return *done >= scoring.over;
}

Value completion(const Target& target, const Target& actual, const Scoring& scoring) {
  if (auto blank = blank_side(target, actual)) return *blank;
  Message why;
  const auto pair = both_numbers(target, actual, "", scoring, why);
  if (!pair) return undecided(why);
  if (pair->lo != pair->hi || !pair->actual.is_point()) return too_vague(target, actual);
  if (pair->lo.is_zero())
    return undecided(say("目标为0，没有完成率", "the target is 0: no part of it can be completed"));
  return *pair->actual.lo / pair->lo;
}

}  // namespace huizong::model
