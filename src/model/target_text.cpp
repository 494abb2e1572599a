#include "model/target_text.h"

#include <algorithm>

#include "base/text.h"
#include "model/number_text.h"

namespace huizong::model {
namespace {

constexpr int kMostWords = 6;  // behind a unit: 3个标段, 120条案件

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_digit);
}

bool take_front(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text = trimmed(text.substr(word.size()));
  return true;
}
bool take_back(std::string_view& text, std::string_view word) {
  if (!text.ends_with(word)) return false;
  text = trimmed(text.substr(0, text.size() - word.size()));
  return true;
}

struct Sign {
  const char* word;
  Direction direction;
};
/// The longer before what it begins with, and ends with: 不大于 is no 大于.
constexpr Sign kSigns[] = {{"大于等于", Direction::AtLeast}, {"大于或等于", Direction::AtLeast},
                           {"小于等于", Direction::AtMost},  {"小于或等于", Direction::AtMost},
                           {"不低于", Direction::AtLeast},   {"不少于", Direction::AtLeast},
                           {"不小于", Direction::AtLeast},   {"至少", Direction::AtLeast},
                           {"不超过", Direction::AtMost},    {"不高于", Direction::AtMost},
                           {"不大于", Direction::AtMost},    {"不多于", Direction::AtMost},
                           {"至多", Direction::AtMost},      {"≥", Direction::AtLeast},
                           {"≧", Direction::AtLeast},        {">=", Direction::AtLeast},
                           {"=>", Direction::AtLeast},       {"≤", Direction::AtMost},
                           {"≦", Direction::AtMost},         {"<=", Direction::AtMost},
                           {"=<", Direction::AtMost},        {"高于", Direction::MoreThan},
                           {"多于", Direction::MoreThan},    {"大于", Direction::MoreThan},
                           {"低于", Direction::LessThan},    {"少于", Direction::LessThan},
                           {"小于", Direction::LessThan},    {"等于", Direction::Exactly},
                           {"未达到", Direction::LessThan},  {"未达", Direction::LessThan},
                           {"不足", Direction::LessThan},    {"不到", Direction::LessThan},
                           {"未满", Direction::LessThan},    {">", Direction::MoreThan},
                           {"<", Direction::LessThan},       {"=", Direction::Exactly},
                           {"﹦", Direction::Exactly},       {"═", Direction::Exactly}};

struct About {
  const char* word;
  Approximate approximate;
};
constexpr About kBefore[] = {{"大约", Approximate::About}, {"约", Approximate::About},
                             {"将近", Approximate::Below}, {"近", Approximate::Below},
                             {"超过", Approximate::Above}, {"超", Approximate::Above}};
constexpr About kBetween[] = {{"余", Approximate::Above}, {"多", Approximate::Above}};
constexpr About kBehind[] = {{"左右", Approximate::About}, {"上下", Approximate::About}};
constexpr Sign kTails[] = {{"及以上", Direction::AtLeast}, {"以上", Direction::AtLeast},
                           {"及以下", Direction::AtMost},  {"以下", Direction::AtMost},
                           {"以内", Direction::AtMost},    {"之内", Direction::AtMost},
                           {"内", Direction::AtMost}};

/// Words that only lead up to the number.
constexpr const char* kVerbs[] = {"达到", "达"};

bool take_dash(std::string_view& text) {
  std::string_view rest = trimmed(text);
  for (const char* dash : {"-", "—", "–", "−", "～", "~", "至", "到"}) {
    if (!take_front(rest, dash)) continue;
    while (take_front(rest, "-") || take_front(rest, "—")) {
    }
    text = rest;
    return true;
  }
  return false;
}

/// A number may begin here: not in the middle of letters (A4), of another number or of m2.
bool may_begin(std::string_view text, std::size_t at) {
  if (!is_digit(text[at])) return false;
  if (at == 0) return true;
  const char before = text[at - 1];
  const bool letter = (before >= 'a' && before <= 'z') || (before >= 'A' && before <= 'Z');
  return !letter && !is_digit(before) && before != '.';
}

/// What stands in front of the number: its sign, an approximation, and words.
struct Front {
  std::string words;
  std::optional<Direction> direction;
  Approximate approximate = Approximate::No;
  bool yuan = false;     ///< ¥
  bool percent = false;  ///< 百分之
  bool negative = false;
};

/// Whether the text ends with that sign as a word of its own.
bool take_sign(std::string_view& text, Front& front) {
  for (const Sign& sign : kSigns) {
    if (!take_back(text, sign.word)) continue;
    front.direction = sign.direction;
    return true;
  }
  return false;
}

Front front_of(std::string_view text) {
  Front front;
  std::string_view rest = trimmed(text);
  for (const char* minus : {"-", "−", "△", "▲"}) {
    if (!front.negative && take_back(rest, minus)) front.negative = true;
  }
  if (take_back(rest, "¥") || take_back(rest, "￥")) front.yuan = true;
  if (take_back(rest, "百分之")) front.percent = true;
  for (bool found = true; found;) {
    found = !front.direction && take_sign(rest, front);
    for (const About& about : kBefore) {
      if (found || front.approximate != Approximate::No || !take_back(rest, about.word)) continue;
      front.approximate = about.approximate;
      found = true;
    }
    for (const char* verb : kVerbs) found = found || take_back(rest, verb);
  }
  take_back(rest, ":");
  take_back(rest, ",");
  front.words = std::string(rest);
  return front;
}

/// One sentence's worth of words: no stops, quotes or the like in it.
bool is_plain_words(std::string_view text) {
  for (const char* sign :
       {"。", "、", "“", "”", "《", "》", ",", ";", ":", "\n", "\"", "%", "+", "*", "="}) {
    if (text.find(sign) != std::string_view::npos) return false;
  }
  return true;
}

/// A comma between the number and what is said besides.
bool take_stop(std::string_view& text) {
  for (const char* sign : {",", ";", ":", "。", "、"}) {
    if (take_front(text, sign)) return true;
  }
  return false;
}

/// 第3名 and 前3名 are places in a row, not quantities.
bool is_ordinal(std::string_view before) {
  return before.ends_with("第") || before.ends_with("前") || before.ends_with("№");
}

/// What stands behind the number.
struct Back {
  Measure unit;
  Approximate approximate = Approximate::No;
  std::optional<Direction> direction;
  std::string tail;
  std::string_view rest;
};

void take_unit(std::string_view& rest, Back& back) {
  for (const About& about : kBetween) {
    if (take_front(rest, about.word)) back.approximate = about.approximate;
  }
  const auto unit = read_leading_measure(rest);
  if (!unit) return;
  back.unit = unit->measure;
  rest.remove_prefix(unit->length);
  // 2280万余元, 30多个: between the parts of the unit as well.
  const bool scale_only = back.unit.none();
  for (const About& about : kBetween) {
    if (!scale_only || !take_front(rest, about.word)) continue;
    back.approximate = about.approximate;
    if (const auto more = read_leading_measure(rest)) {
      back.unit = {back.unit.name + more->measure.name, more->measure.base,
                   back.unit.scale * more->measure.scale, back.unit.scale * more->measure.factor};
      rest.remove_prefix(more->length);
    }
  }
}

Back back_of(std::string_view text) {
  Back back;
  back.rest = text;
  take_unit(back.rest, back);
  back.rest = trimmed(back.rest);
  // 1处(场), 12次(每月一次): a remark, no second number.
  if (back.rest.starts_with("(")) {
    const std::size_t close = back.rest.find(')');
    const bool whole = close != std::string_view::npos;
    if (whole && !has_digit(back.rest.substr(0, close)))
      back.rest = trimmed(back.rest.substr(close + 1));
  }
  for (const About& about : kBehind) {
    if (take_front(back.rest, about.word)) back.approximate = about.approximate;
  }
  for (const Sign& tail : kTails) {
    if (!take_front(back.rest, tail.word)) continue;
    back.tail = tail.word;
    back.direction = tail.direction;
    break;
  }
  return back;
}

std::size_t han_run(std::string_view text) {
  std::size_t bytes = 0;
  while (bytes + 2 < text.size() && static_cast<unsigned char>(text[bytes]) >= 0xE4 &&
         static_cast<unsigned char>(text[bytes]) <= 0xE9)
    bytes += 3;
  return bytes;
}

/// A short word that is no unit we know counts itself: 5村居.
void take_unknown_unit(Back& back) {
  constexpr std::size_t kMostBytes = 9;  // three Han characters
  if (!back.unit.none() || back.unit.scale != Decimal(1) || back.direction || back.rest.empty())
    return;
  const std::size_t han = han_run(back.rest);
  if (han != back.rest.size() || han > kMostBytes) return;
  const std::string word(back.rest);
  back.unit = {word, word, 1, 1};
  back.rest = {};
}

/// Where the number is that the text is about: the first with a sign before it, else the first of
/// all.
std::optional<std::size_t> place_of_number(std::string_view text) {
  std::optional<std::size_t> first;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!may_begin(text, at)) continue;
    if (!first) first = at;
    std::string_view before = trimmed(text.substr(0, at));
    Front front;
    if (take_sign(before, front)) return at;
  }
  return first;
}

Direction direction_of(const Front& front, const Back& back) {
  if (front.direction) return *front.direction;
  return back.direction.value_or(Direction::Unsigned);
}

/// The second end of 10-20次, 3万元至5万元, or nothing.
std::optional<Target> range_from(const Decimal& lo, const Front& front, const Back& first) {
  std::string_view rest = first.rest;
  if (front.direction || first.direction || front.negative || !take_dash(rest)) return std::nullopt;
  const auto number = read_leading_number(rest);
  if (!number || number->value < Decimal(0)) return std::nullopt;
  Back second = back_of(rest.substr(number->length));
  take_unknown_unit(second);
  if (!second.rest.empty() || second.direction) return std::nullopt;
  Target range;
  range.kind = Target::Kind::Range;
  range.lo = lo;
  range.hi = number->value;
  range.unit = second.unit.none() && second.unit.scale == Decimal(1) ? first.unit : second.unit;
  // 3-5万 is both in 万; 3000元至1万元 are brought into one.
  if (!first.unit.none() && first.unit.base == second.unit.base)
    range.lo = lo * first.unit.factor / second.unit.factor;
  else if (!first.unit.none() && !second.unit.none())
    return std::nullopt;
  if (range.hi < range.lo) return std::nullopt;
  range.before = front.words;
  range.approximate = front.approximate != Approximate::No ? front.approximate : second.approximate;
  return range;
}

/// 正 （3.2） ¥100 in the ways accounting systems write them.
std::optional<Target> whole_number(std::string_view text) {
  const auto number = read_number_text(text);
  if (!number) return std::nullopt;
  if (number->percent) return target_of(number->value * 100, measure_of("%"));
  if (number->unit) return target_of(number->value, measure_of(name_of(*number->unit)));
  return target_of(number->value);
}

Measure unit_of(const Front& front, const Measure& written) {
  if (front.percent) return measure_of("%");
  if (!front.yuan || !written.none()) return written;
  const Measure yuan = measure_of("元");
  return {written.name + yuan.name, yuan.base, written.scale, written.scale};
}

}  // namespace

std::optional<Direction> take_direction(std::string_view& text) {
  for (const Sign& sign : kSigns) {
    if (take_front(text, sign.word)) return sign.direction;
  }
  return std::nullopt;
}

std::string without_numbering(std::string_view text) {
  const std::string_view whole = trimmed(text);
  std::string_view rest = whole;
  const bool bracketed = take_front(rest, "(");
  std::size_t digits = 0;
  while (digits < rest.size() && is_digit(rest[digits])) ++digits;
  if (digits == 0 || digits > 2) return std::string(whole);
  rest.remove_prefix(digits);
  const bool numbered =
      bracketed ? take_front(rest, ")")
                : take_front(rest, ".") || take_front(rest, "、") || take_front(rest, ")");
  if (!numbered || rest.empty() || is_digit(rest.front())) return std::string(whole);
  return std::string(rest);
}

std::optional<Target> read_quantity(std::string_view text) {
  const auto at = place_of_number(text);
  if (!at) return std::nullopt;
  const auto number = read_leading_number(text.substr(*at));
  if (!number) return std::nullopt;
  const Front front = front_of(text.substr(0, *at));
  const Decimal value = front.negative ? -number->value : number->value;
  Back back = back_of(text.substr(*at + number->length));
  if (is_ordinal(front.words)) return std::nullopt;
  // Words with a sign behind them name the number: 12345热线满意度≥90%.
  if (!front.direction && (has_digit(front.words) || !is_plain_words(front.words)))
    return whole_number(text);
  if (auto range = range_from(value, front, back)) return range;
  take_unknown_unit(back);

  Target target;
  target.kind = Target::Kind::Quantity;
  target.direction = direction_of(front, back);
  target.lo = target.hi = value;
  target.unit = unit_of(front, back.unit);
  target.approximate = front.approximate != Approximate::No ? front.approximate : back.approximate;
  target.tail = back.tail;
  target.before = front.words;
  target.after = std::string(back.rest);
  if (target.after.empty()) return target;

  // Behind it a noun at most; a number at the very beginning may have a remark of its own.
  if (has_digit(target.after)) return whole_number(text);
  const bool stopped = take_stop(back.rest);
  target.after = std::string(back.rest);
  const bool noun = is_plain_words(target.after) && char_count(target.after) <= kMostWords &&
                    han_run(target.after) == target.after.size();
  const bool counted = noun && !stopped && !target.unit.none() && back.tail.empty();
  if (counted) return target;
  const bool leads = front.words.empty();
  if (!leads || han_run(target.after) == 0) return whole_number(text);
  target.mixed = true;
  return target;
}

std::vector<Target> numbers_in(std::string_view text) {
  std::vector<Target> found;
  const std::string plain = without_numbering(text);
  std::string_view rest = plain;
  for (std::size_t at = 0; at < rest.size();) {
    if (!may_begin(rest, at)) {
      ++at;
      continue;
    }
    const auto number = read_leading_number(rest.substr(at));
    if (!number) {
      ++at;
      continue;
    }
    const Front front = front_of(rest.substr(0, at));
    const Back back = back_of(rest.substr(at + number->length));
    const std::size_t end = rest.size() - back.rest.size();
    const bool year = rest.substr(at + number->length).starts_with("年") && number->length == 4;
    if (!year) {
      Target target =
          target_of(front.negative ? -number->value : number->value, unit_of(front, back.unit));
      target.direction = direction_of(front, back);
      found.push_back(std::move(target));
    }
    at = std::max(end, at + number->length);
  }
  return found;
}

}  // namespace huizong::model
