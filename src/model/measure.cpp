#include "model/measure.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "model/number_text.h"

namespace huizong::model {
namespace {

struct KnownUnit {
  const char* word;
  const char* base;
  Decimal factor;
};

/// Spellings of one thing share a base; a plain measure word is its own.
const std::vector<KnownUnit>& known_units() {
  static const std::vector<KnownUnit> kUnits = [] {
    const auto of = [](long long a, long long b) { return Decimal(a) / Decimal(b); };
    std::vector<KnownUnit> units = {
        {"%", "率", of(1, 100)},
        {"百分比", "率", of(1, 100)},
        {"‰", "率", of(1, 1000)},
        {"成", "率", of(1, 10)},
        {"个百分点", "百分点", 1},
        {"百分点", "百分点", 1},
        {"元", "元", 1},
        {"角", "元", of(1, 10)},
        {"米", "m", 1},
        {"m", "m", 1},
        {"公里", "m", 1000},
        {"千米", "m", 1000},
        {"km", "m", 1000},
        {"厘米", "m", of(1, 100)},
        {"cm", "m", of(1, 100)},
        {"毫米", "m", of(1, 1000)},
        {"mm", "m", of(1, 1000)},
        {"平方米", "m2", 1},
        {"平米", "m2", 1},
        {"平方", "m2", 1},
        {"㎡", "m2", 1},
        {"m²", "m2", 1},
        {"m2", "m2", 1},
        {"平方公里", "m2", 1000000},
        {"平方千米", "m2", 1000000},
        {"km²", "m2", 1000000},
        {"km2", "m2", 1000000},
        {"公顷", "m2", 10000},
        {"亩", "m2", of(2000, 3)},
        {"立方米", "m3", 1},
        {"立方", "m3", 1},
        {"m³", "m3", 1},
        {"m3", "m3", 1},
        {"方", "m3", 1},
        {"升", "m3", of(1, 1000)},
        {"l", "m3", of(1, 1000)},
        {"吨", "g", 1000000},
        {"t", "g", 1000000},
        {"公斤", "g", 1000},
        {"千克", "g", 1000},
        {"kg", "g", 1000},
        {"斤", "g", 500},
        {"克", "g", 1},
        {"g", "g", 1},
        {"毫克", "g", of(1, 1000)},
        {"mg", "g", of(1, 1000)},
        {"微克", "g", of(1, 1000000)},
        {"年", "月", 12},
        {"季度", "月", 3},
        {"个月", "月", 1},
        {"月", "月", 1},
        {"周", "小时", 168},
        {"天", "小时", 24},
        {"日", "小时", 24},
        {"个小时", "小时", 1},
        {"小时", "小时", 1},
        {"h", "小时", 1},
        {"分钟", "小时", of(1, 60)},
        {"秒", "小时", of(1, 3600)},
        {"名", "人", 1},
        {"位", "人", 1},
        {"个人", "人", 1},
    };
    for (const char* word :
         {"人",   "人次", "人天", "人日", "人月", "工日", "工作日", "个工作日", "户",   "户次",
          "次",   "场次", "班次", "车次", "架次", "频次", "个次",   "件",       "件次", "条",
          "台",   "台次", "套",   "处",   "个",   "块",   "盏",     "起",       "辆",   "辆次",
          "家",   "家次", "项",   "株",   "棵",   "幅",   "期",     "场",       "份",   "所",
          "座",   "栋",   "幢",   "间",   "张",   "本",   "册",     "批",       "批次", "宗",
          "例",   "笔",   "只",   "头",   "支",   "种",   "类",     "篇",       "部",   "组",
          "队",   "班",   "对",   "副",   "口",   "根",   "盆",     "桶",       "箱",   "袋",
          "瓶",   "卷",   "页",   "顶",   "面",   "片",   "段",     "轮",       "届",   "艘",
          "架",   "门",   "眼",   "级",   "倍",   "度",   "千瓦",   "千瓦时",   "兆瓦", "延米",
          "课时", "学时", "标段", "宗次", "篇次", "分",   "床",     "单",       "趟",   "通",
          "尾",   "羽",   "匹",   "粒",   "枚",   "点",   "公里次", "标箱",     "样",   "样次",
          "行",   "扇",   "樘",   "副次", "件套", "人份", "剂",     "剂次",     "餐",   "餐次"}) {
      units.push_back({word, word, 1});
    }
    std::stable_sort(units.begin(), units.end(), [](const KnownUnit& a, const KnownUnit& b) {
      return std::string_view(a.word).size() > std::string_view(b.word).size();
    });
    return units;
  }();
  return kUnits;
}

struct Scale {
  const char* word;
  int zeros;
};
constexpr Scale kScales[] = {{"万亿", 12}, {"千万", 7}, {"百万", 6}, {"十万", 5},
                             {"亿", 8},    {"万", 4},   {"千", 3},   {"百", 2}};

bool is_latin(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// How many bytes of the text the word takes, blanks between its signs included; 0 where the text
/// does not begin with it.
std::size_t taken_by(std::string_view text, std::string_view word) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool starts_sign = (static_cast<unsigned char>(word[i]) & 0xC0) != 0x80;
    while (i > 0 && starts_sign && at < text.size() && text[at] == ' ') ++at;
    if (at == text.size() || lower(text[at]) != word[i]) return 0;
    ++at;
  }
  const bool cut = is_latin(word.back()) && at < text.size() && is_latin(text[at]);
  return cut ? 0 : at;
}

std::size_t blanks_at(std::string_view text) {
  return std::min(text.find_first_not_of(' '), text.size());
}

struct Found {
  std::string base;
  Decimal factor = 1;
  Decimal scale = 1;
  std::size_t length = 0;
};

std::optional<Found> known_at(std::string_view text) {
  for (const KnownUnit& unit : known_units()) {
    if (const std::size_t length = taken_by(text, unit.word))
      return Found{unit.base, unit.factor, 1, length};
  }
  return std::nullopt;
}

/// 件, 万件, 万.
std::optional<Found> scaled_at(std::string_view text) {
  if (const auto plain = known_at(text))
    return plain;  // 千克, 千瓦 and 千米 are words of their own
  for (const Scale& scale : kScales) {
    const std::size_t length = taken_by(text, scale.word);
    if (length == 0) continue;
    Found found{"", power_of_ten(scale.zeros), power_of_ten(scale.zeros), length};
    const std::size_t blanks = blanks_at(text.substr(length));
    // 百分比 and 千分点 are no hundreds and thousands of anything.
    if (const auto unit = known_at(text.substr(length + blanks));
        unit && unit->base != "率" && unit->base != "百分点") {
      found.base = unit->base;
      found.factor = found.scale * unit->factor;
      found.length += blanks + unit->length;
    }
    return found;
  }
  return std::nullopt;
}

std::string without_blanks(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    if (c != ' ') plain += c;
  }
  return plain;
}

/// "/月", "/人天", "/人·次": so much for each of these.
void add_divisor(std::string_view text, Found& found) {
  std::string_view rest = text.substr(found.length);
  const std::size_t blanks = blanks_at(rest);
  if (rest.substr(blanks, 1) != "/" || found.base.empty()) return;
  std::size_t at = blanks + 1;
  at += blanks_at(rest.substr(at));
  std::string base;
  Decimal factor = 1;
  while (const auto unit = known_at(rest.substr(at))) {
    base += unit->base;
    factor = factor * unit->factor;
    at += unit->length;
    for (const char* dot : {"·", "/", "*"}) {
      const std::string_view sign = dot;
      if (rest.substr(at, sign.size()) == sign && known_at(rest.substr(at + sign.size())))
        at += sign.size();
    }
  }
  if (base.empty()) return;
  found.base += "/" + base;
  found.factor = found.factor / factor;
  found.length += at;
}

}  // namespace

std::optional<LeadingMeasure> read_leading_measure(std::string_view text) {
  const std::size_t blanks = blanks_at(text);
  const std::string_view rest = text.substr(blanks);
  auto found = scaled_at(rest);
  if (!found) return std::nullopt;
  add_divisor(rest, *found);
  return LeadingMeasure{
      {without_blanks(rest.substr(0, found->length)), found->base, found->scale, found->factor},
      blanks + found->length};
}

Measure measure_of(std::string_view text) {
  const std::string plain = with_plain_signs(trimmed(text));
  if (plain.empty() || plain == "无" || is_not_applicable(plain, not_applicable_marks())) return {};
  std::string word = plain;
  if (const std::size_t open = word.find('('); open != std::string::npos && open > 0)
    word = word.substr(0, open);
  if (const auto found = read_leading_measure(word); found && found->length == word.size())
    return found->measure;
  const std::string name = without_blanks(word);
  return {name, name, 1, 1};
}

}  // namespace huizong::model
