#include "model/target.h"

#include <array>
#include <cctype>
#include <set>
#include <utility>

#include "base/text.h"
#include "model/number_text.h"
#include "model/target_text.h"

namespace huizong::model {
namespace {

std::string without_end(std::string_view text) {
  std::string_view rest = trimmed(text);
  for (bool cut = true; cut;) {
    cut = false;
    for (const char* sign : {"。", ";", ",", "、"}) {
      if (!rest.ends_with(sign)) continue;
      rest.remove_suffix(std::string_view(sign).size());
      rest = trimmed(rest);
      cut = true;
    }
  }
  return std::string(rest);
}

std::vector<std::string> pieces_of(const std::string& text,
                                   std::initializer_list<const char*> signs) {
  std::vector<std::string> pieces{""};
  for (std::string_view rest = text; !rest.empty();) {
    std::size_t cut = 0;
    for (const char* sign : signs) {
      if (rest.starts_with(sign)) cut = std::string_view(sign).size();
    }
    if (cut > 0)
      pieces.emplace_back();
    else
      pieces.back() += rest.front();
    rest.remove_prefix(cut > 0 ? cut : 1);
  }
  std::vector<std::string> filled;
  for (const std::string& piece : pieces) {
    if (!trimmed(piece).empty()) filled.push_back(without_end(piece));
  }
  return filled;
}

/// "≥20次；≥90%", each on a line or not; nothing unless every piece is a number.
std::optional<Target> several(const std::string& text, std::initializer_list<const char*> signs) {
  const auto pieces = pieces_of(text, signs);
  if (pieces.size() < 2) return std::nullopt;
  Target whole;
  whole.kind = Target::Kind::Several;
  for (const std::string& piece : pieces) {
    auto part = read_quantity(without_numbering(piece));
    if (!part || part->mixed) return std::nullopt;
    part->raw = piece;
    whole.parts.push_back(std::move(*part));
  }
  return whole;
}

Target read(const std::string& plain) {
  if (const auto dates = read_date_span(plain)) {
    Target target;
    target.kind = Target::Kind::Date;
    target.dates = *dates;
    return target;
  }
  const std::string text = without_end(without_numbering(plain));
  if (auto quantity = read_quantity(text)) return *quantity;
  for (const auto& signs : {std::initializer_list<const char*>{";", "\n", "\r"},
                            std::initializer_list<const char*>{"、"}}) {
    if (auto parts = several(plain, signs)) return *parts;
  }
  Target target;
  target.kind = Target::Kind::Text;
  return target;
}

/// How a column 指标性质 words it.
struct Nature {
  bool known = false;
  bool qualitative = false;
  Direction direction = Direction::Unsigned;
};
Nature nature_of(std::string_view text) {
  const std::string word = fold_label(with_plain_signs(text));
  if (word.empty() || word == "定量" || word == "定量指标") return {true, false, {}};
  if (word == "定性" || word == "定性指标") return {true, true, {}};
  if (word == "正向" || word == "正向指标") return {true, false, Direction::AtLeast};
  for (const char* name : {"反向", "反向指标", "逆向", "逆向指标", "负向", "负向指标"}) {
    if (word == name) return {true, false, Direction::AtMost};
  }
  std::string_view rest = word;
  const auto direction = take_direction(rest);
  return {direction && rest.empty(), false, direction.value_or(Direction::Unsigned)};
}

bool contradicts(Direction a, Direction b) {
  if (a == Direction::Unsigned || b == Direction::Unsigned) return false;
  const auto side = [](Direction d) {
    switch (d) {
      case Direction::AtLeast:
      case Direction::MoreThan:
        return 1;
      case Direction::AtMost:
      case Direction::LessThan:
        return -1;
      default:
        return 0;
    }
  };
  return side(a) != side(b);
}

}  // namespace

const char* sign_of(Direction direction) {
  switch (direction) {
    case Direction::AtLeast:
      return "≥";
    case Direction::MoreThan:
      return ">";
    case Direction::AtMost:
      return "≤";
    case Direction::LessThan:
      return "<";
    case Direction::Exactly:
      return "=";
    case Direction::Unsigned:
      return "";
  }
  return "";
}

Target read_target(std::string_view text) {
  const std::string plain = without_end(with_plain_signs(text));
  const bool blank = plain.empty() || is_not_applicable(text, not_applicable_marks());
  Target target = blank ? Target{} : read(plain);
  target.raw = std::string(trimmed(text));
  return target;
}

bool says_nothing(std::string_view text) {
  static const std::set<std::string> kOpen = {
      "无",   "暂无", "没有",   "待定", "未定",   "暂未定", "待确定", "未确定", "暂未确定",
      "待补", "待填", "待补充", "暂缺", "待填写", "不详",   "略",     "另定"};
  constexpr std::string_view kSigns = "。、—×·";
  const std::string folded = fold_label(text);
  std::string words;
  for (std::string_view rest = folded; !rest.empty();) {
    const std::string sign = first_chars(rest, 1);
    rest.remove_prefix(sign.size());
    const bool stop = sign.size() == 1 && std::ispunct(static_cast<unsigned char>(sign.front()));
    if (!stop && kSigns.find(sign) == std::string_view::npos) words += sign;
  }
  return words.empty() || kOpen.contains(words);
}

Target target_of(const Decimal& number, Measure unit) {
  Target target;
  target.kind = Target::Kind::Quantity;
  target.lo = target.hi = number;
  target.unit = std::move(unit);
  target.raw = number.to_string() + target.unit.name;
  return target;
}

std::optional<Target> target_of_columns(std::string_view direction, std::string_view value,
                                        std::string_view unit, Message& why) {
  const Nature nature = nature_of(direction);
  if (!nature.known) {
    why = say("指标性质“{}”看不懂", "the kind of indicator {} is not known", trimmed(direction));
    return std::nullopt;
  }
  Target target = read_target(value);
  const Measure written = measure_of(unit);
  if (nature.qualitative && target.is_number()) {
    why = say("指标性质是定性，指标值“{}”却是数",
              "the indicator is qualitative, but its value {} is a number", target.raw);
    return std::nullopt;
  }
  if (nature.qualitative || !target.is_number()) {
    if (nature.direction != Direction::Unsigned && target.kind == Target::Kind::Text) {
      why = say("指标性质是“{}”，指标值“{}”却不是数",
                "the indicator is to be {}, but its value {} is no number", trimmed(direction),
                target.raw);
      return std::nullopt;
    }
    return target;
  }
  if (contradicts(nature.direction, target.direction)) {
    why = say("指标性质“{}”与指标值“{}”的符号相反",
              "the kind of indicator {} contradicts the sign of its value {}", trimmed(direction),
              target.raw);
    return std::nullopt;
  }
  if (target.direction == Direction::Unsigned && target.kind == Target::Kind::Quantity)
    target.direction = nature.direction;
  if (!written.none() && !target.unit.none() && written.base != target.unit.base) {
    why = say("度量单位“{}”与指标值“{}”的单位不同", "the unit {} is not that of the value {}",
              trimmed(unit), target.raw);
    return std::nullopt;
  }
  // Of 90% under the unit % one says it all; 2万 under 元 is 2万元.
  if (target.unit.none() && !written.none()) {
    const Decimal scale = target.unit.scale;
    target.unit = {target.unit.name + written.name, written.base, written.scale * scale,
                   written.factor * scale};
  }
  return target;
}

std::string to_string(const Target& target) {
  if (target.kind == Target::Kind::Quantity && !target.mixed) {
    static constexpr std::array<std::pair<Approximate, const char*>, 4> kWords{
        {{Approximate::No, ""},
         {Approximate::About, "约"},
         {Approximate::Below, "近"},
         {Approximate::Above, "超"}}};
    const char* about = kWords[static_cast<std::size_t>(target.approximate)].second;
    return std::string(sign_of(target.direction)) + about + target.lo.to_string() +
           target.unit.name;
  }
  if (target.kind == Target::Kind::Range)
    return target.lo.to_string() + "-" + target.hi.to_string() + target.unit.name;
  return target.raw;
}

std::optional<Target> only_amount(std::string_view text, Message& why) {
  const std::string plain = without_end(with_plain_signs(text));
  const std::vector<Target> found = numbers_in(plain);
  if (found.size() == 1) return found.front();
  why = found.empty()
            ? say("“{}”里没有数", "there is no number in {}", trimmed(text))
            : say("“{}”里不止一个数", "there is more than one number in {}", trimmed(text));
  return std::nullopt;
}

}  // namespace huizong::model
