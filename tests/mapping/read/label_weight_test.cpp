#include "mapping/read/label_weight.h"

#include <catch2/catch.hpp>

using namespace huizong::mapping;

namespace {
/// "产出指标 50", or the name alone.
std::string parts(const char* text) {
  const LabelAndWeight p = split_label_weight(text);
  return p.weight ? p.label + " " + p.weight->to_string() : p.label;
}
}  // namespace

// Units number their indicators and write the weight as they like; 一、产出指标(50分) was another
// indicator than 产出指标, and its points were missing in the summary.
TEST_CASE("a label's name is without numbering and weight", "[mapping]") {
  struct Case {
    const char* text;
    const char* want;
  };
  const auto c = GENERATE(values<Case>({
      {"产出指标（50分）", "产出指标 50"},
      {"产出指标\n(50 分)", "产出指标 50"},
      {"产出指标（50）", "产出指标 50"},
      {"产出指标（50%）", "产出指标 50"},
      {"产出指标（分值：60分）", "产出指标 60"},
      {"产出指标（权重60）", "产出指标 60"},
      {"产出指标【６０分】", "产出指标 60"},
      {"产出指标50分", "产出指标 50"},
      {"产出指标\n50分", "产出指标 50"},
      {"产出指标：12.5分", "产出指标 12.5"},
      {"产出指标（50分）：", "产出指标 50"},
      {"一、产出指标（50分）", "产出指标 50"},
      {"（一）产出指标50分", "产出指标 50"},
      {"十二、产出指标", "产出指标"},
      {"1.产出指标（50分）", "产出指标 50"},
      {"1、产出指标", "产出指标"},
      {"２．产出指标", "产出指标"},
      {" 3) 产出指标", "产出指标"},
      {"产出指标", "产出指标"},
  }));
  CAPTURE(c.text);
  CHECK(parts(c.text) == c.want);
}

TEST_CASE("what is no numbering and no weight belongs to the name", "[mapping]") {
  const char* text = GENERATE("产出指标50", "产出指标（定量）", "产出指标（50分以上）", "1.5倍增长",
                              "一次办结率", "一、", "（一）", "50分", "（50分）", "考核评分",
                              "产出指标（5²）", "产出指标（①分）", "2021年产出", "");
  CAPTURE(text);
  CHECK(parts(text) == text);
}
