#include "formula/evaluate.h"

#include <catch2/catch.hpp>

#include "fake_scope.h"

namespace huizong::formula {
namespace {

using model::Blank;
using model::Value;

FakeScope figures() {
  FakeScope scope;
  scope.scalars = {{"预算", dec("1064.54")},
                   {"执行", dec("980")},
                   {"零", Decimal(0)},
                   {"空", Blank{}},
                   {"杠", Blank{true}},
                   {"空二", Blank{}},
                   {"文", std::string("约三成")},
                   {"错", model::CellError{"#REF!"}},
                   {"优", std::string("优")},
                   {"缺", model::NotAvailable{{"全年预算数未填", "x"}, "资金.合计.全年预算数"}},
                   {"真", true}};
  return scope;
}
std::string result(std::string_view text) {
  return shown(evaluate(parse(text), figures()));
}

struct Case {
  const char* text;
  const char* want;
};

}  // namespace

TEST_CASE("arithmetic is exact", "[formula]") {
  const auto c = GENERATE(values<Case>({
      {"0.1 + 0.2", "0.3"},
      {"0.3 - 0.1 - 0.2", "0"},
      {"(预算 / 3) * 3", "1064.54"},
      {"执行 / 预算 * 10 - 980 / 1064.54 * 10", "0"},
      {"-2^2", "4"},
      {"2^0.5", "1.4142135623731"},
      {"2^-2", "0.25"},
      {"1.01^3", "1.030301"},
      {"95% + 5%", "1"},
      {"预算 & \"万元\"", "1064.54万元"},
      {"1/3 & \"\"", "0.333333333333333"},
  }));
  CAPTURE(c.text);
  CHECK(result(c.text) == c.want);
}

TEST_CASE("a blank counts as 0 in a sum as soon as one term has a value", "[formula]") {
  const auto c = GENERATE(values<Case>({
      {"预算 + 空", "1064.54"},
      {"空 + 预算", "1064.54"},
      {"空 + 空二 + 预算", "1064.54"},  // wherever it stands
      {"空 - 预算", "-1064.54"},
      {"预算 - (空 - 空二)", "1064.54"},
      {"杠 + 1", "1"},
      {"-空 + 零", "0"},
      {"空 + 空二", "n/a 空、空二均未填"},
      {"-空", "n/a 空未填"},
      {"空 + 文", "n/a 文是文字“约三成”，不是数"},
  }));
  CAPTURE(c.text);
  CHECK(result(c.text) == c.want);
}

TEST_CASE("a blank is n/a where it would multiply or divide", "[formula]") {
  const auto c = GENERATE(values<Case>({
      {"空 * 2", "n/a 空未填"},
      {"2 * 杠", "n/a 杠未填"},
      {"空 / 预算", "n/a 空未填"},
      {"预算 / 空", "n/a 空未填"},
      {"预算 / 零", "n/a 零为0，不能作除数"},
      {"零 / 零", "n/a 零为0，不能作除数"},
      {"预算 / (执行 - 980)", "n/a 执行 - 980为0，不能作除数"},
      {"预算 / 文", "n/a 文是文字“约三成”，不是数"},
      {"零 / 预算", "0"},
      {"空%", "n/a 空未填"},
      {"零^零", "n/a 0的0次方算不出来"},
      {"(-8)^(1/3)", "n/a -8的0.333333333333333次方算不出来"},
      {"零^-1", "n/a 0的-1次方算不出来"},
      {"10^400", "n/a 10的400次方算不出来"},
      {"10^300 * 10^300", "n/a 结果太大，工作簿里放不下"},
  }));
  CAPTURE(c.text);
  CHECK(result(c.text) == c.want);
}

TEST_CASE("n/a travels with the reason it began with", "[formula]") {
  const Value v = evaluate(parse("ROUND((1 - 缺 / 2) * 10, 2) + 空"), figures());
  REQUIRE(model::not_available(v));
  CHECK(model::not_available(v)->why.zh == "全年预算数未填");
  CHECK(model::not_available(v)->field == "资金.合计.全年预算数");
}

TEST_CASE("an n/a names its figure by the last part and keeps its path", "[formula]") {
  FakeScope scope;
  scope.scalars["资金.合计.全年预算数"] = Blank{};
  scope.scalars["资金.合计.全年执行数"] = Decimal(5);
  const Value v = evaluate(parse("资金.合计.全年执行数 / 资金.合计.全年预算数"), scope);
  REQUIRE(model::not_available(v));
  CHECK(model::not_available(v)->why == Message{"全年预算数未填", "全年预算数 is blank"});
  CHECK(model::not_available(v)->field == "资金.合计.全年预算数");
}

TEST_CASE("an error in a cell and a text are n/a where a number is due", "[formula]") {
  CHECK(result("错 + 1") == "n/a 错是错误值#REF!");
  CHECK(result("SUM(错, 1)") == "n/a 错是错误值#REF!");
  CHECK(result("\"5\" + 1") == "n/a \"5\"是文字“5”，不是数");
  CHECK(result("真 + 1") == "n/a 真是真假值，不是数");
  CHECK(result("文 & 错") == "n/a 错是错误值#REF!");
}

TEST_CASE("a cell alone is what it holds", "[formula]") {
  CHECK(result("空") == "(未填)");
  CHECK(result("错") == "#REF!");
  CHECK(result("文") == "约三成");
}

TEST_CASE("comparisons are made between values of one kind", "[formula]") {
  const auto c = GENERATE(values<Case>({
      {"预算 > 执行", "true"},
      {"0.1 + 0.2 = 0.3", "true"},
      {"优 = \"优\"", "true"},
      {"\"abc\" = \"ABC\"", "true"},
      {"\"2021-05-01\" < \"2021-12-31\"", "true"},
      {"空 = \"\"", "true"},
      {"空 <> \"优\"", "true"},
      {"空 = 空二", "(未填)"},
      {"空 = 0", "n/a 空未填"},
      {"空 < 预算", "n/a 空未填"},
      {"文 = 5", "n/a 文是文字“约三成”，不是数"},
      {"预算 = \"5\"", "n/a 文字“5”不能与数比较"},
      {"错 = 空", "n/a 错是错误值#REF!"},
      {"缺 = 1", "n/a 全年预算数未填"},
      {"真 = TRUE", "true"},
      {"真 = 1", "n/a 真是真假值，不是数"},
  }));
  CAPTURE(c.text);
  CHECK(result(c.text) == c.want);
}

TEST_CASE("compare says when two values cannot be compared, and when there is nothing to compare",
          "[formula]") {
  CHECK(model::is_blank(compare(Blank{}, Op::Equal, Blank{true})));
  CHECK(shown(compare(Decimal(1), Op::Equal, Blank{})) == "n/a 一侧未填，无从比较");
  CHECK(shown(compare(std::string("优"), Op::Equal, Decimal(1))) == "n/a 文字“优”不能与数比较");
  CHECK(shown(compare(true, Op::Equal, std::string("是"))) == "n/a 两侧不是同一类值，无从比较");
  CHECK(shown(compare(model::CellError{"#N/A"}, Op::Equal, Decimal(1))) == "n/a 一侧是错误值#N/A");
}

TEST_CASE("a column outside an aggregate is no number", "[formula]") {
  FakeScope scope;
  scope.lists["绩效指标.分值"] = {Decimal(1)};
  CHECK(shown(evaluate(parse("绩效指标.分值 + 1"), scope)) == "n/a 分值是一列，不是一个数");
}

TEST_CASE("huge numbers cost no time", "[formula]") {
  CHECK(result("((1/3)^30)^30") != "");
  CHECK(result("((((((9^32)^32)^32)^32)^32)^32)^32").substr(0, 3) == "n/a");
  CHECK(result("ROUND(1/3, 10^9)") == "0.333333333333333333333333333333");
  CHECK(result("ROUND(5, -10^9)") == "0");
}

}  // namespace huizong::formula
