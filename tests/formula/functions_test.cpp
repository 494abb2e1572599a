#include <catch2/catch.hpp>

#include "fake_scope.h"

namespace huizong::formula {
namespace {

using model::Blank;

FakeScope figures() {
  FakeScope scope;
  scope.scalars = {{"甲", Decimal(10)},
                   {"乙", dec("2.5")},
                   {"空", Blank{}},
                   {"文", std::string("产出 指标")},
                   {"真", true},
                   {"错", model::CellError{"#N/A"}},
                   {"缺", model::NotAvailable{{"缺数", "x"}, "缺"}},
                   {"旗", std::string("１５０万")}};
  scope.lists = {{"表.分值", {Decimal(10), Blank{}, Decimal(20), Decimal(5)}},
                 {"表.类",
                  {std::string("产出指标"), std::string("产出指标"), std::string("效益 指标"),
                   std::string("产出指标")}},
                 {"表.文", {Decimal(1), std::string("约3")}},
                 {"表.缺", {Decimal(1), model::NotAvailable{{"得分未填", "x"}, "得分"}}},
                 {"表.无", {}},
                 {"表.空", {Blank{}, Blank{true}}}};
  scope.ranked = {Decimal(95), Decimal(90), Decimal(90), Decimal(10)};
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

TEST_CASE("aggregates skip blanks, and only blanks", "[formula]") {
  const auto c = GENERATE(values<Case>({
      {"SUM(表.分值)", "35"},
      {"SUM(表.分值, 甲, 空, 0.5)", "45.5"},
      {"AVERAGE(表.分值) * 3", "35"},
      {"MIN(表.分值, 乙)", "2.5"},
      {"MAX(表.分值)", "20"},
      {"MIN(空, 1)", "1"},
      {"SUM(空)", "n/a 空未填"},
      {"SUM(表.空)", "n/a 空未填"},
      {"SUM(表.无)", "n/a 无未填"},
      {"MAX(空, 表.空)", "n/a 空、空均未填"},
      {"SUM(表.文)", "n/a 文是文字“约3”，不是数"},
      {"SUM(表.缺)", "n/a 得分未填"},
      {"COUNT(表.分值)", "3"},
      {"COUNT(甲, 乙, 空)", "2"},
      {"COUNT(空)", "0"},
      {"COUNT(表.无)", "0"},
      {"COUNT(表.文)", "1"},
      {"COUNTA(表.文, 空)", "2"},
      {"COUNTA(表.空)", "0"},
      {"COUNT(表.缺)", "n/a 得分未填"},
      {"COUNT(错)", "n/a 错是错误值#N/A"},
  }));
  CAPTURE(c.text);
  CHECK(result(c.text) == c.want);
}

TEST_CASE("COUNTIF and SUMIF look for a value", "[formula]") {
  const auto c = GENERATE(values<Case>({
      {"COUNTIF(表.类, \"产出指标\")", "3"},
      {"COUNTIF(表.类, 文)", "3"},
      {"SUMIF(表.类, \"产出指标\", 表.分值)", "15"},
      {"SUMIF(表.类, \"效益*\", 表.分值)", "20"},
      {"SUMIF(表.分值, \">=10\")", "30"},
      {"COUNTIF(表.分值, 10)", "1"},
      {"COUNTIF(表.分值, \"<>10\")", "2"},
      {"SUMIF(表.类, \"满意度指标\", 表.分值)", "n/a 表中没有“满意度指标”"},
      {"SUMIF(表.分值, \">=1000\")", "n/a 分值中没有符合“>=1000”的"},
      {"COUNTIF(表.类, \"满意度指标\")", "0"},
      {"SUMIF(表.类, \"产出指标\", 表.文)", "n/a SUMIF 的两列行数不同"},
      {"COUNTIF(表.类, 空)", "n/a 空未填"},
      {"COUNTIF(表.缺, 1)", "n/a 得分未填"},
  }));
  CAPTURE(c.text);
  CHECK(result(c.text) == c.want);
}

TEST_CASE("RANK: the greatest is first, equals share", "[formula]") {
  CHECK(result("RANK(90 + 0)") == "2");
  CHECK(result("RANK(甲)") == "4");
  CHECK(result("RANK(空)") == "n/a 空未填");
  CHECK(result("RANK(1)") == "n/a 不在排名的各数之中");
  CHECK(result("RANK(甲, 表.分值)") == "2");
  CHECK(shown(evaluate(parse("RANK(1)"), FakeScope())) == "n/a 没有可以排名的单位");
}

TEST_CASE("rounding is away from zero at halves, on the true value", "[formula]") {
  const auto c = GENERATE(values<Case>({
      {"ROUND(1.005 * 100, 0)", "101"},
      {"ROUND(-2.5, 0)", "-3"},
      {"ROUND(1234.5, -2)", "1200"},
      {"ROUND(2.345, 2.9)", "2.35"},
      {"ROUNDUP(2.001, 2)", "2.01"},
      {"ROUNDUP(-2.001, 2)", "-2.01"},
      {"ROUNDDOWN(-2.009, 2)", "-2"},
      {"ABS(-3)", "3"},
      {"ROUND(空, 2)", "n/a 空未填"},
      {"ABS(缺)", "n/a 缺数"},
  }));
  CAPTURE(c.text);
  CHECK(result(c.text) == c.want);
}

TEST_CASE("conditions ask no further than the first answer", "[formula]") {
  const auto c = GENERATE(values<Case>({
      {"IF(甲 > 5, \"高\", 缺)", "高"},
      {"IF(空 > 5, 1, 2)", "n/a 空未填"},
      {"IF(空 = 空, 1, 2)", "n/a 两边都未填，无从比较"},
      {"IF(甲, 1, 2)", "1"},
      {"IF(文, 1, 2)", "n/a 文不是条件"},
      {"IFS(甲 > 90, \"优\", 甲 > 5, \"良\", 缺, 0)", "良"},
      {"IFS(甲 > 90, \"优\")", "n/a IFS 的条件都不成立"},
      {"AND(甲 > 50, 缺 > 1)", "false"},
      {"AND(缺 > 1, 甲 > 50)", "n/a 缺数"},
      {"AND(甲 > 5, 乙 > 1)", "true"},
      {"OR(甲 > 5, 缺 > 1)", "true"},
      {"OR(甲 > 50, 缺 > 1)", "n/a 缺数"},
      {"NOT(甲 > 5)", "false"},
      {"IFERROR(缺, 7)", "7"},
      {"IFERROR(错, 7)", "7"},
      {"IFERROR(1 / 0, 7)", "7"},
      {"IFERROR(甲, 7)", "10"},
      {"IFERROR(空, 7)", "(未填)"},
      {"IFERROR(空, 7) + 1", "n/a IFERROR(空, 7)未填"},
      {"ISBLANK(空)", "true"},
      {"ISBLANK(文)", "false"},
      {"ISBLANK(缺)", "n/a 缺数"},
  }));
  CAPTURE(c.text);
  CHECK(result(c.text) == c.want);
}

TEST_CASE("texts are counted in characters", "[formula]") {
  const auto c = GENERATE(values<Case>({
      {"LEN(\"绩效abc\")", "5"},
      {"LEN(空)", "0"},
      {"ITEMS(\"办公室（挂政工科牌子）、督查考评科、执法管理科、法制科（挂行政许可科牌子）\")",
       "4"},
      {"ITEMS(\"甲队， 乙队；丙队。\")", "3"},
      {"ITEMS(\"甲（乙、丙）\")", "1"},
      {"ITEMS(空)", "0"},
      {"ITEMS(\"办公室、财务科等\")", "n/a “办公室、财务科等”没有列全"},
      {"LEFT(\"绩效目标\", 2)", "绩效"},
      {"LEFT(\"绩效\")", "绩"},
      {"RIGHT(\"绩效目标\", 3)", "效目标"},
      {"RIGHT(\"绩效\", 9)", "绩效"},
      {"MID(\"绩效目标\", 2, 2)", "效目"},
      {"MID(\"绩效\", 5, 2)", ""},
      {"LEFT(\"绩效\", -1)", "n/a 字数-1小于0"},
      {"MID(\"绩效\", 0, 1)", "n/a 字数0小于1"},
      {"LEFT(210.5, 3)", "210"},
      {"VALUE(旗)", "1500000"},
      {"VALUE(\"95%\")", "0.95"},
      {"VALUE(甲)", "10"},
      {"VALUE(文)", "n/a 文是文字“产出 指标”，不是数"},
      {"TEXT(1234.567, \"#,##0.00\")", "1,234.57"},
      {"TEXT(乙, \"0%\")", "250%"},
      {"TEXT(空, \"0\")", "n/a 空未填"},
      {"TEXT(甲, 文)", "n/a TEXT 不认识格式“产出 指标”"},
  }));
  CAPTURE(c.text);
  CHECK(result(c.text) == c.want);
}

}  // namespace huizong::formula
