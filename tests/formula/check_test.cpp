#include <catch2/catch.hpp>

#include "formula/expression.h"

namespace huizong::formula {
namespace {

std::string complaints(std::string_view text) {
  const Vocabulary words{{"资金.合计.全年预算数", "资金.合计.全年执行数",
                          "资金.其他资金.全年预算数", "执行率", "填报总分"},
                         {"绩效指标.分值", "绩效指标.得分"}};
  std::string all;
  for (const ExpressionMistake& m : check(parse(text), words))
    all += fmt::format("{}+{} {} -> {}\n", m.span.column, m.span.length, m.message.zh, m.hint.zh);
  return all;
}

}  // namespace

TEST_CASE("an expression over the form's own names is fine", "[formula]") {
  const auto text =
      GENERATE(as<std::string>(), "资金.合计.全年执行数 / 资金.合计.全年预算数",
               "SUM(绩效指标.分值) + 执行率", "SUMIF(绩效指标.分值, 5, 绩效指标.得分)",
               "RANK(执行率, 绩效指标.得分)", "上年.资金.合计.全年预算数 + SUM(上年.绩效指标.得分)",
               "BMJS!随便.什么 + 1", "SUM(资金.合计:其他资金.全年预算数)");
  CAPTURE(text);
  CHECK(complaints(text) == "");
}

TEST_CASE("a name that names nothing is reported with the nearest one", "[formula]") {
  CHECK(complaints("资金.合计.全年预算 + 执行律") ==
        "1+10 没有叫“资金.合计.全年预算”的数 -> 是不是 资金.合计.全年预算数？\n"
        "14+3 没有叫“执行律”的数 -> 是不是 执行率？\n");
  CHECK(complaints("全年执行数") ==
        "1+5 没有叫“全年执行数”的数 -> 是不是 资金.合计.全年执行数？\n");
  CHECK(complaints("资金.合计") == "1+5 没有叫“资金.合计”的数 -> 是不是 资金.合计.全年预算数？\n");
  CHECK(complaints("zzzz") ==
        "1+4 没有叫“zzzz”的数 -> 名称写成 块.行.列 或 表.列，见映射里的 fields、grids、tables\n");
  CHECK(complaints("SUM(资金.合计:别的资金.全年预算数)") ==
        "5+16 没有叫“资金.别的资金.全年预算数”的数 -> 是不是 资金.其他资金.全年预算数？\n");
}

TEST_CASE("names of other forms and of last year are put by, for whoever knows them", "[formula]") {
  std::string names;
  for (const NameElsewhere& n : names_elsewhere(
           parse("上年.执行律 + SUM(BMJS!支出.甲:乙.决算数) - 执行率 * BMJS!上年.支出合计")))
    names += fmt::format("{}+{} {} {}{}\n", n.span.column, n.span.length, n.path.to_string(),
                         n.path.at_home().to_string(), n.list ? " list" : "");
  CHECK(names ==
        "1+6 上年.执行律 执行律\n"
        "14+15 BMJS!支出.甲:乙.决算数 支出.甲:乙.决算数 list\n"
        "39+12 BMJS!上年.支出合计 支出合计\n");
}

TEST_CASE("a column stands inside an aggregate only", "[formula]") {
  const std::string hint = " -> 放进 SUM、AVERAGE、COUNT、MIN、MAX 等，或在 each 里逐行写列名\n";
  CHECK(complaints("绩效指标.分值 + 1") == "1+7 “绩效指标.分值”是一列，不是一个数" + hint);
  CHECK(complaints("SUM(绩效指标.分值 * 2)") == "5+7 “绩效指标.分值”是一列，不是一个数" + hint);
  CHECK(complaints("COUNTIF(绩效指标.分值, 绩效指标.得分)") ==
        "18+7 “绩效指标.得分”是一列，不是一个数" + hint);
  CHECK(complaints("RANK(绩效指标.得分)") == "6+7 “绩效指标.得分”是一列，不是一个数" + hint);
  CHECK(complaints("资金.合计:其他资金.全年预算数") ==
        "1+16 “资金.合计:其他资金.全年预算数”是一列，不是一个数" + hint);
}

TEST_CASE("$ without names to put for it", "[formula]") {
  CHECK(complaints("资金.合计.$") ==
        "1+7 “资金.合计.$”里的 $ 没有可代入的名称 -> $ 只能与 each 的名称一起用\n");
}

TEST_CASE("CHILDREN and TOP give a column, which only an aggregate takes", "[formula]") {
  CHECK(complaints("SUM(CHILDREN(绩效指标.得分)) + COUNTA(TOP(绩效指标.分值))") == "");
  CHECK(complaints("TOP(绩效指标.分值) + 1") ==
        "1+12 TOP 给出的是一列，不是一个数 -> 请写 SUM(TOP(…))\n");
  CHECK(complaints("SUM(TOP(绩效指标.得))") ==
        "9+6 没有叫“绩效指标.得”的数 -> 是不是 绩效指标.得分？\n");
}

}  // namespace huizong::formula
