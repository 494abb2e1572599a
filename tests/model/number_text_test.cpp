#include "model/number_text.h"

#include <catch2/catch.hpp>

using namespace huizong;
using namespace huizong::model;

namespace {
/// "1112.67", "0.95 %", "150 万元", "1500000 scaled"; "no number".
std::string read(const char* text) {
  const auto n = read_number_text(text);
  if (!n) return "no number";
  std::string out = n->value.to_string();
  if (n->percent) out += " %";
  if (n->unit) out += std::string(" ") + name_of(*n->unit);
  if (n->scaled) out += " scaled";
  return out;
}
}  // namespace

TEST_CASE("a number typed as text is read as it was meant", "[model]") {
  struct Case {
    const char* text;
    const char* want;
  };
  const auto c = GENERATE(values<Case>({
      {"１，１１２．６７", "1112.67"},
      {"1,112.67", "1112.67"},
      {"1 112.67", "1112.67"},     // blank between thousands
      {"\u3000 95 \u00A0", "95"},  // blanks an input method leaves
      {"12345678901234567890.123", "12345678901234567890.123"},
      {"007", "7"},
      {".5", "0.5"},
      {"0.00", "0"},
      {"+3.2", "3.2"},
      {"-3.2", "-3.2"},
      {"－3.2", "-3.2"},
      {"−3.2", "-3.2"},
      {"△3.2", "-3.2"},
      {"▲ 3.2", "-3.2"},
      {"（3.2）", "-3.2"},
      {"负3.2", "-3.2"},
      {"95％", "0.95 %"},
      {"95 %", "0.95 %"},
      {"△5%", "-0.05 %"},
      {"(5%)", "-0.05 %"},
      {"100百分比", "1 %"},
      {"150万", "1500000 scaled"},
      {"1.5亿", "150000000 scaled"},
      {"1.2万亿", "1200000000000 scaled"},
      {"150万元", "150 万元"},
      {"150 万元", "150 万元"},
      {"2,000,000.00元", "2000000 元"},
      {"3百万元", "3 百万元"},
      {"2亿元", "2 亿元"},
      {"￥1,200.00", "1200 元"},
      {"-¥3.50", "-3.5 元"},
  }));
  CAPTURE(c.text);
  CHECK(read(c.text) == c.want);
}

TEST_CASE("what is not wholly a number is none, and never zero", "[model]") {
  const char* text =
      GENERATE("", "  ", "—", "/", "无", "约150", "2280余万元", "150以上", "10,00", "1,1122",
               "1,112,3.5", "1.2.3", "5.", ".", "1 12", "12 34", "--3", "(-3)", "-(3)", "3-5",
               "10元/月", "12人", "1/3", "2023.07-2024.01", "≥95%", "¥5%", "5%元", "#DIV/0!", "1e5",
               "0x10", "１２a", "一百", "nan", "%", "万元", "()", "100%%");
  CAPTURE(text);
  CHECK(read(text) == "no number");
}

// A score sheet held 2264.13①, the ① pointing to a note below; folding compatibility characters
// made it 2264.131, and 5² made 52.
TEST_CASE("a note mark, a power or a fraction sign is no digit", "[model]") {
  const char* text = GENERATE("2264.13①", "5²", "5₂", "⑫", "½", "1½", "Ⅳ", "１２③", "𝟏𝟐", "⒈", "㈠",
                              "12㎡", "①", "95﹪", "1‱");
  CAPTURE(text);
  CHECK(read(text) == "no number");
  CHECK(read("＋１，１１２．６７") == "1112.67");
  CHECK(read("￥１２．５０") == "12.5 元");
  CHECK(read("1\u2009112\u00A0") == "1112");
}

TEST_CASE("decimals are those the figure was written with", "[model]") {
  CHECK(read_number_text("1,112.60")->decimals == 2);
  CHECK(read_number_text("95.0%")->decimals == 3);
  CHECK(read_number_text("1.12345万")->decimals == 1);
  CHECK(read_number_text("150万")->decimals == 0);
}

TEST_CASE("a text of a million characters is refused without being looked through", "[model]") {
  CHECK(read(std::string(1000000, '9').c_str()) == "no number");
}

TEST_CASE("marks that say a figure does not apply", "[model]") {
  const auto& marks = not_applicable_marks();
  for (const char* text :
       {"—", "——", "-", "－", "–", "---", " / ", "／", "*", "＊", "不适用", "不 适 用"}) {
    CAPTURE(text);
    CHECK(is_not_applicable(text, marks));
  }
  for (const char* text : {"", "  ", "0", "无", "一", "不适用。", "-3"}) {
    CAPTURE(text);
    CHECK_FALSE(is_not_applicable(text, marks));
  }
  CHECK(is_not_applicable("无", {"无"}));  // a mapping's own list
  CHECK_FALSE(is_not_applicable("/", {"无"}));
}
