#include "audit/audit.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "audit/figures_read.h"
#include "audit/same_difference.h"
#include "derive/derive.h"
#include "support/sample_submission.h"

using namespace huizong;
using namespace huizong::testing;

namespace {

audit::AuditResult audited(model::Submission s, const formula::Definitions& definitions,
                           std::vector<model::Finding> found = {}) {
  derive::derive(s, definitions);
  return audit::audit(s, definitions, std::move(found));
}

formula::Definitions with_sum_rule() {
  formula::Definitions d = sample_definitions();
  d.rules.push_back(rule(
      "ZTZP-001", "资金.合计.$ = SUM(资金.当年财政拨款.$, 资金.上年结转资金.$, 资金.其他资金.$)",
      "{$}的合计应等于各项之和"));
  d.rules.back().each_names = {"年初预算数", "全年预算数", "全年执行数"};
  d.rules.back().when =
      formula::parse("COUNT(资金.当年财政拨款.$, 资金.上年结转资金.$, 资金.其他资金.$) > 0");
  return d;
}

}  // namespace

TEST_CASE("a clean form has no finding, and every check of it is counted", "[audit]") {
  const auto result = audited(sample_submission(), with_sum_rule());
  CHECK(lines(result.findings) == "");
  CHECK(result.checks.at("ZTZP-001").passed == 3);
  CHECK(result.checks.at("ZTZP-D-执行率").passed == 1);
  CHECK(result.checks.at("ZTZP-D-等级").passed == 1);
}

TEST_CASE("a year is told as years are written", "[audit]") {
  model::Submission s = sample_submission();
  model::Figure year;
  year.field = "说明年度";
  year.type = model::FieldType::Year;
  year.value = Decimal(2020);
  s.figures[year.field] = year;
  formula::Definitions d = sample_definitions();
  d.rules.push_back(rule("ZTZP-050", "说明年度 = 2021", "说明的年度应为本年"));
  CHECK(audited(s, d).findings.at(0).message.zh ==
        "说明的年度应为本年：填报 2020，应为 2021，差 -1");
}

TEST_CASE("a total that leaves a row out is found with the row", "[audit]") {
  model::Submission s = sample_submission();
  put(s, "资金.合计.年初预算数", "85");
  const auto result = audited(s, with_sum_rule());
  CHECK(lines(result.findings) ==
        "E5: 错误 ZTZP-001: 年初预算数的合计应等于各项之和：填报 85.00，应为 100.00，差 -15.00 "
        "[left_out]\n");
  CHECK(result.findings.front().clues.front().text.zh == "差额正好是 E7，可能漏加了这一项");
  CHECK(result.findings.front().expected_from == "E6:E8");
}

TEST_CASE("checks that differ by as much are one root: the sum, not what is compared with it",
          "[audit]") {
  // 威海 2022: the tasks' total is 6.50 short, and so is the income that was copied from it.
  formula::Definitions d = with_sum_rule();
  d.rules.insert(d.rules.begin(),
                 rule("ZTZP-002", "资金.合计.年初预算数 = 资金.合计.全年预算数 * 50%",
                      "年初预算数应为全年预算数的一半"));
  model::Submission s = sample_submission();
  put(s, "资金.合计.年初预算数", "93.5");
  const auto result = audited(s, d);
  REQUIRE(result.findings.size() == 2);
  CHECK(result.findings[0].rule == "ZTZP-002");
  CHECK(result.findings[0].cause == 1);
  CHECK_FALSE(result.findings[1].cause);
  CHECK(result.findings[0].clues.back().text.zh ==
        "差额与 E5 处的 ZTZP-001 一样大，多半是同一处毛病");
  CHECK(model::verdict_of(result.findings).errors == 1);

  d.rules[1].level = Severity::Warning;  // an error is not hidden under a warning
  CHECK(audited(s, d).findings[1].cause == 0);
}

TEST_CASE("differences as great follow from one another only where they have to do with each other",
          "[audit]") {
  model::Figure row, total, copy, other;
  std::vector<model::Finding> findings(4);
  for (model::Finding& f : findings) f.difference = 5;
  findings[1].difference = -5;
  findings[3].level = Severity::Unchecked;
  findings[3].cause = 0;  // followed from the total
  const audit::AmountCheck wrong_row{&row, {}, 2, 1}, wrong_total{&total, {&row}, 12, 0},
      elsewhere{&other, {}, 1, 2}, held{&copy, {&row}, 1, {}};

  auto found = findings;
  audit::put_under_one_root({wrong_total, wrong_row, elsewhere}, found);
  CHECK(found[0].cause == 1);  // the total uses the row
  CHECK_FALSE(found[1].cause);
  CHECK_FALSE(found[2].cause);
  CHECK(found[3].cause == 1);

  found = findings;  // a check that held makes the copy as wrong as the row
  audit::put_under_one_root({wrong_row, held, {&other, {&copy}, 1, 2}}, found);
  CHECK(found[2].cause == 1);
}

TEST_CASE("where two amounts are wrong, the sum that both enter is off by both", "[audit]") {
  // 类 rows 5 and 3 short of their 款: the total, 8 off what the rows now give, was a third
  // mistake.
  model::Figure one, two, total, other;
  one.field = "教育", two.field = "卫生", total.field = "合计", other.field = "结转";
  std::vector<model::Finding> findings(4);
  for (std::size_t i = 0; i < 4; ++i) findings[i].rule = "JS-00" + std::to_string(i + 1);
  findings[1].place.cell = parse_cell_ref("B5");
  findings[2].place.cell = parse_cell_ref("B6");
  findings[0].difference = -8;
  findings[1].difference = 5;
  findings[2].difference = 3;
  findings[3].difference = 8;
  const audit::AmountCheck sum{&total, {&one, &two}, 2, 0}, first{&one, {}, 2, 1},
      second{&two, {}, 2, 2};
  auto found = findings;
  audit::put_under_one_root({sum, first, second}, found);
  CHECK(found[0].cause == 1);
  CHECK_FALSE(found[1].cause);
  CHECK_FALSE(found[2].cause);
  CHECK(found[0].clues.at(0).text.zh ==
        "差额是 B5 处的 JS-002 与 B6 处的 JS-003 两处合起来的，多半由它们引起");

  found = findings;  // a sum of other amounts that happens to be off by as much
  audit::put_under_one_root({{&other, {}, 2, 3}, first, second}, found);
  CHECK_FALSE(found[3].cause);
}

TEST_CASE("what could not be checked in one row does not follow from another row's error",
          "[audit]") {
  // 分值 of the first row is blank; the second row's 得分 is wrong. Both are about a 得分, so the
  // first was listed under the second, as if mending that would mend it.
  formula::Definitions d = sample_definitions();
  d.rules.push_back(rule("ZTZP-010", "得分 = 分值 * 100%", "得分应为分值"));
  d.rules.push_back(rule("ZTZP-011", "得分 <= 30", "得分不能超过30"));
  d.rules[0].each_table = d.rules[1].each_table = "绩效指标";
  model::Submission s = sample_submission();
  put(s, 0, "分值", "");
  put(s, 0, "得分", "30");
  put(s, 1, "分值", "40");
  put(s, 1, "得分", "40");
  put(s, 2, "分值", "");
  put(s, "填报总分", "109.5");
  const auto result = audited(s, d);
  CHECK(lines(result.findings) ==
        "H12: 未能检查 ZTZP-010: 得分应为分值：未能检查，分值未填\n"
        "H14: 未能检查 ZTZP-010: 得分应为分值：未能检查，分值未填\n"
        "I13: 错误 ZTZP-011: 得分不能超过30：填报 40，应不大于 30\n");
}

TEST_CASE("a difference within the tolerance is a note, not an error", "[audit]") {
  model::Submission s = sample_submission();
  put(s, "资金.合计.年初预算数", "100.015");  // three terms: 0.005 x 3
  CHECK(lines(audited(s, with_sum_rule()).findings) ==
        "E5: 提示 ZTZP-001: 年初预算数的合计应等于各项之和：填报 100.015，应为 100.00，差 "
        "0.015（尾差，在允许范围内）\n");
  put(s, "资金.合计.年初预算数", "100.016");
  CHECK(audited(s, with_sum_rule()).findings.front().level == Severity::Error);
}

TEST_CASE("a total left blank over filled rows is 未填", "[audit]") {
  model::Submission s = sample_submission();
  put(s, "资金.合计.年初预算数", "");
  CHECK(lines(audited(s, with_sum_rule()).findings) ==
        "E5: 错误 ZTZP-001: 年初预算数的合计应等于各项之和：未填，应为 100.00\n");
}

TEST_CASE("a blank neither exceeds a limit nor keeps within it", "[audit]") {
  // It was told as an error: 得分不能超过30：未填，应为 30.
  formula::Definitions d = sample_definitions();
  d.rules.push_back(rule("ZTZP-011", "资金.其他资金.全年执行数 <= 30", "其他资金不能超过30"));
  model::Submission s = sample_submission();
  put(s, "资金.其他资金.全年执行数", "");
  CHECK(lines(audited(s, d).findings) ==
        "G8: 未能检查 ZTZP-011: 其他资金不能超过30：未能检查，全年执行数未填\n");
}

TEST_CASE("what made a condition apply is among the figures it was judged by", "[audit]") {
  // An approval given at 执行率 95 % went on closing the warning when the rate had become another.
  formula::Definitions d = sample_definitions();
  formula::Rule reason = rule("ZTZP-012", "AND(资金.其他资金.全年执行数 > 100)", "应说明原因");
  reason.when = formula::parse("资金.合计.全年执行数 < 200");
  reason.level = Severity::Warning;
  d.rules.push_back(reason);
  model::Submission s = sample_submission();
  const auto result = audited(s, d);
  REQUIRE(result.findings.size() == 1);
  CHECK(result.findings[0].figures_read == "资金.合计.全年执行数 190；资金.其他资金.全年执行数 5");
}

TEST_CASE("a sum does not follow from what is off by more than it", "[audit]") {
  // -1.00, put under -0.09 and -1.09, whose difference it is: the one mistake was hidden.
  model::Figure part, other, total;
  part.field = "类", other.field = "另一类", total.field = "合计";
  std::vector<model::Finding> findings(3);
  findings[0].difference = *Decimal::parse("-1.00");
  findings[1].difference = *Decimal::parse("-0.09");
  findings[2].difference = *Decimal::parse("-1.09");
  const audit::AmountCheck one{&part, {&total, &other}, 3, 0}, two{&other, {}, 2, 1},
      sum{&total, {&part, &other}, 5, 2};
  audit::put_under_one_root({one, two, sum}, findings);
  CHECK_FALSE(findings[0].cause);
  CHECK(findings[2].cause.has_value());
}

TEST_CASE("a rule whose condition is false is not applicable, and not passed", "[audit]") {
  model::Submission s = sample_submission();
  for (const char* row : {"当年财政拨款", "上年结转资金", "其他资金"})
    put(s, std::string("资金.") + row + ".年初预算数", "");
  const auto result = audited(s, with_sum_rule());
  CHECK(lines(result.findings) == "");
  CHECK(result.checks.at("ZTZP-001").passed == 2);
  CHECK(result.checks.at("ZTZP-001").not_applicable == 1);
}

TEST_CASE("a wrong grade is one error at its cell", "[audit]") {
  model::Submission s = sample_submission();
  put(s, "填报等级", "良");
  CHECK(lines(audited(s, sample_definitions()).findings) ==
        "J15: 错误 ZTZP-D-等级: 等级填报“良”，应为“优”\n");
}

TEST_CASE("a total computed rightly from a wrong score follows from it", "[audit]") {
  model::Submission s = sample_submission();
  put(s, "资金.合计.得分", "5");
  put(s, "填报总分", "95");
  const auto result = audited(s, sample_definitions());
  CHECK(lines(result.findings) ==
        "K5: 错误 ZTZP-D-执行率得分: 执行率得分填报 5，应为 9.5，差 -4.5\n"
        "  I15: 错误 ZTZP-D-总分: 总分填报 95，应为 99.5，差 -4.5\n");
  CHECK(model::verdict_of(result.findings).errors == 1);
}

TEST_CASE("a blank budget is one unchecked root, and what follows lies under it", "[audit]") {
  model::Submission s = sample_submission();
  put(s, "资金.合计.全年预算数", "");
  const auto result = audited(s, sample_definitions());
  REQUIRE(result.findings.size() == 4);
  CHECK(to_string(*result.findings[0].place.cell) == "F5");
  CHECK(result.findings[0].level == Severity::Unchecked);
  CHECK(model::is_blank(
      result.findings[0].reported));  // what stands in F5, not the rate reported elsewhere
  for (std::size_t i = 1; i < 4; ++i) CHECK(result.findings[i].cause == 0u);
  CHECK(model::verdict_of(result.findings).unchecked == 1);
}

TEST_CASE("a reported 0 where nothing was planned is not applicable", "[audit]") {
  model::Submission s = sample_submission();
  put(s, "资金.合计.全年预算数", "0");
  put(s, "资金.合计.全年执行数", "0");
  put(s, "资金.合计.执行率", "0");
  CHECK(audited(s, sample_definitions()).checks.at("ZTZP-D-执行率").not_applicable == 1);
}

TEST_CASE("a blank reported cell is a note with the computed value", "[audit]") {
  model::Submission s = sample_submission();
  put(s, "填报总分", "");
  CHECK(lines(audited(s, sample_definitions()).findings) ==
        "I15: 提示 ZTZP-D-总分: 总分未填，计算值为 99.5\n");
}

TEST_CASE("a row's score beyond its marks is found in that row", "[audit]") {
  formula::Definitions d = sample_definitions();
  d.rules.push_back(rule("ZTZP-010", "得分 <= 分值", "得分不能超过分值"));
  d.rules.back().each_table = "绩效指标";
  model::Submission s = sample_submission();
  put(s, 1, "得分", "25");
  put(s, 1, "分值", "20");
  put(s, "填报总分", "104.5");
  CHECK(lines(audited(s, d).findings) ==
        "I13: 错误 ZTZP-010: 得分不能超过分值：填报 25，应不大于 20\n");
  CHECK(audited(s, d).checks.at("ZTZP-010").passed == 2);
}

TEST_CASE("a group's label is held against the sum of its rows", "[audit]") {
  formula::Definitions d = sample_definitions();
  d.rules.push_back(
      rule("ZTZP-011", "一级指标.权重 = SUM(分值)", "{一级指标}标注的分值应等于所属指标分值之和"));
  d.rules.back().each_table = "绩效指标";
  d.rules.back().each_columns = {"一级指标"};
  model::Submission s = sample_submission();
  put(s, 0, "一级指标.权重", "50");
  put(s, 1, "一级指标.权重", "50");
  CHECK(lines(audited(s, d).findings) ==
        "B12: 错误 ZTZP-011: 产出指标标注的分值应等于所属指标分值之和：填报 50，应为 60，差 -10\n");
}

TEST_CASE("what reading already found wrong is the cause of what cannot be checked", "[audit]") {
  model::Submission s = sample_submission();
  put(s, "资金.合计.全年预算数", "约二百");
  model::Finding unreadable;
  unreadable.rule = "ZTZP-T-资金.合计.全年预算数";
  unreadable.form = "ZTZP";
  unreadable.level = Severity::Error;
  unreadable.field = "资金.合计.全年预算数";
  const auto result = audited(s, sample_definitions(), {unreadable});
  REQUIRE(result.findings.size() == 5);
  for (std::size_t i = 1; i < 5; ++i) CHECK(result.findings[i].cause == 0u);
}

TEST_CASE("a blank total over filled rows is one error, and the rate that needs it lies under it",
          "[audit]") {
  model::Submission s = sample_submission();
  put(s, "资金.合计.全年预算数", "");
  const auto result = audited(s, with_sum_rule());
  const model::Verdict verdict = model::verdict_of(result.findings);
  CHECK(verdict.errors == 1);
  CHECK(verdict.unchecked == 0);
  for (const model::Finding& f : result.findings) {
    if (f.cause) CHECK(result.findings[*f.cause].rule == "ZTZP-001");
  }
}

TEST_CASE("a row's check that an error in its cell prevents follows from that error", "[audit]") {
  formula::Definitions d = sample_definitions();
  d.rules.push_back(rule("ZTZP-010", "得分 <= 分值", "得分不能超过分值"));
  d.rules.back().each_table = "绩效指标";
  model::Submission s = sample_submission();
  model::Figure& score = s.tables.at("绩效指标").rows[1].columns.at("得分");
  score.value = model::CellError{"#N/A"};
  model::Finding in_cell;
  in_cell.rule = "ZTZP-T-绩效指标.得分";
  in_cell.form = "ZTZP";
  in_cell.field = "绩效指标.得分";
  in_cell.place = score.place;
  const auto result = audited(s, d, {in_cell});
  CHECK(model::verdict_of(result.findings).unchecked == 0);
  CHECK(model::verdict_of(result.findings).errors == 1);
}

TEST_CASE("a rate typed as 95 is told as a percent, also where it is rounded", "[audit]") {
  model::Submission s = sample_submission();
  put(s, "资金.合计.全年执行数", "189");  // 94.5%
  put(s, "资金.合计.执行率", "94.5");
  put(s, "资金.合计.得分", "9.45");
  put(s, "填报总分", "99.45");
  CHECK(lines(audited(s, sample_definitions()).findings) ==
        "I5: 错误 ZTZP-D-执行率: 执行率填报 9450.00%，应为 94.50%，差 9355.50% [times_100]\n");
}

TEST_CASE("the cells that a quotient was computed from do not read as a sum", "[audit]") {
  // "G5+F5" stood beside the rate 执行数 / 预算数.
  model::Submission s = sample_submission();
  put(s, "资金.合计.执行率", "0.93");
  const auto result = audited(s, sample_definitions());
  CHECK(result.findings.front().expected_from == "G5、F5");
}

TEST_CASE("#DIV/0! in the form's own cells, where nothing was planned, is one root", "[audit]") {
  model::Submission s = sample_submission();
  put(s, "资金.合计.全年预算数", "0");
  put(s, "资金.合计.全年执行数", "0");
  std::vector<model::Finding> found;
  for (const char* path : {"资金.合计.执行率", "资金.合计.得分", "填报总分"}) {
    s.figures.at(path).value = model::CellError{"#DIV/0!"};
    model::Finding f;
    f.rule = std::string("ZTZP-T-") + path;
    f.field = path;
    f.place = s.figures.at(path).place;
    found.push_back(f);
  }
  const auto result = audited(s, sample_definitions(), found);
  const model::Verdict verdict = model::verdict_of(result.findings);
  CHECK(verdict.errors == 0);
  CHECK(verdict.unchecked == 1);
  for (const model::Finding& f : result.findings) {
    if (f.cause) CHECK_FALSE(result.findings[*f.cause].cause);
  }
}

TEST_CASE("an amount given with fewer decimals is equal in those, and that is said", "[audit]") {
  model::Submission s = sample_submission();
  put(s, "资金.当年财政拨款.年初预算数", "80.13");
  put(s, "资金.合计.年初预算数", "100.1");
  CHECK(lines(audited(s, with_sum_rule()).findings) ==
        "E5: 提示 ZTZP-001: 年初预算数的合计应等于各项之和：填报 100.10，应为 100.13，差 "
        "-0.03（小数位数较少，按填报的位数相符）\n");
  s.figures.at("资金.合计.年初预算数").shown_decimals = 2;  // the cell shows 100.10
  CHECK(audited(s, with_sum_rule()).findings.front().level == Severity::Error);
}

TEST_CASE("a whole number is rounded only where its cell says so", "[audit]") {
  // 100 for 100.13 passed with a note in a cell of 常规 format, which shows whatever is typed.
  model::Submission s = sample_submission();
  put(s, "资金.当年财政拨款.年初预算数", "80.13");
  put(s, "资金.合计.年初预算数", "100");
  const std::string differs =
      "E5: 错误 ZTZP-001: 年初预算数的合计应等于各项之和：填报 100.00，应为 100.13，差 -0.13\n";
  CHECK(lines(audited(s, with_sum_rule()).findings) == differs);
  s.figures.at("资金.合计.年初预算数").shown_decimals = 0;  // the format 0
  CHECK(lines(audited(s, with_sum_rule()).findings) ==
        "E5: 提示 ZTZP-001: 年初预算数的合计应等于各项之和：填报 100.00，应为 100.13，差 "
        "-0.13（小数位数较少，按填报的位数相符）\n");
  s.figures.at("资金.合计.年初预算数").shown_decimals = 2;  // 100.00
  CHECK(lines(audited(s, with_sum_rule()).findings) == differs);
}

namespace {

/// Each row's 得分 is its 分值 times its 完成率, which the row gives as well.
formula::Definitions scored_by_row() {
  formula::Definitions d = sample_definitions();
  const auto by_row = [&](const char* name, const char* expr, const char* reported) {
    formula::Derived one;
    one.name = name;
    one.expr = formula::parse(expr);
    one.reported = reported;
    one.each_table = "绩效指标";
    return one;
  };
  d.derived.insert(d.derived.begin() + 2, by_row("机算得分", "分值 * 完成率", "得分"));
  d.derived.insert(d.derived.begin() + 2, by_row("完成率", "完成数 / 目标数", "填报完成率"));
  d.derived[4].expr = formula::parse("执行率得分 + SUM(绩效指标.机算得分)");
  return d;
}

model::Submission with_rates() {
  model::Submission s = sample_submission();
  int row = 12;
  for (model::TableRow& r : s.tables.at("绩效指标").rows) {
    const auto add = [&](const char* column, const char* col, const char* value) {
      model::Figure& f = r.columns[column];
      f.field = column;
      f.type = model::FieldType::Number;
      f.value = *Decimal::parse(value);
      f.place = {s.file, s.sheet, parse_cell_ref(col + std::to_string(row))};
    };
    add("目标数", "K", "10");
    add("完成数", "L", "10");
    add("填报完成率", "M", "1");
    ++row;
  }
  return s;
}

}  // namespace

TEST_CASE("a conditional sum is told by the cells that it adds", "[audit]") {
  formula::Definitions d = sample_definitions();
  d.rules = {rule("ZTZP-020", "填报总分 = SUMIF(绩效指标.一级指标, \"效益*\", 绩效指标.得分)", "")};
  const auto findings = audited(sample_submission(), d).findings;
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].expected_from == "I14");
}

TEST_CASE("a figure derived by row is compared row by row", "[audit]") {
  const auto clean = audited(with_rates(), scored_by_row());
  CHECK(lines(clean.findings) == "");
  CHECK(clean.checks.at("ZTZP-D-机算得分").passed == 3);

  model::Submission s = with_rates();
  put(s, 1, "完成数", "9");
  put(s, 1, "填报完成率", "0.9");
  const auto result = audited(s, scored_by_row());
  CHECK(lines(result.findings) ==
        "I13: 错误 ZTZP-D-机算得分: 机算得分填报 20，应为 18，差 2\n"
        "  I15: 错误 ZTZP-D-总分: 总分填报 99.5，应为 97.5，差 2\n");
  CHECK(result.checks.at("ZTZP-D-机算得分").passed == 2);
}

TEST_CASE("in a row a wrong result follows from what is wrong in that row only", "[audit]") {
  model::Submission s = with_rates();
  put(s, 0, "填报完成率", "0.5");  // wrong, and 得分 was computed from it
  put(s, 0, "得分", "20");
  put(s, 1, "得分", "10");  // wrong by itself
  formula::Definitions d = scored_by_row();
  d.derived.resize(4);
  CHECK(lines(audited(s, d).findings) ==
        "M12: 错误 ZTZP-D-完成率: 完成率填报 0.5，应为 1，差 -0.5\n"
        "  I12: 错误 ZTZP-D-机算得分: 机算得分填报 20，应为 40，差 -20\n"
        "I13: 错误 ZTZP-D-机算得分: 机算得分填报 10，应为 20，差 -10\n");
}

TEST_CASE("a table that was not read leaves its derived column unchecked", "[audit]") {
  model::Submission s = with_rates();
  s.tables.clear();
  formula::Definitions d = scored_by_row();
  d.derived.resize(4);
  const auto result = audited(s, d);
  CHECK(result.checks.at("ZTZP-D-机算得分").unchecked == 1);
  CHECK(result.findings.front().message.zh == "完成率未能检查：绩效指标未能对齐");
}

TEST_CASE("类 that is not the sum of its 款 is found with the cells it was added from", "[audit]") {
  model::Submission s;
  s.key = {2021, "BMJS", "101001", ""};
  s.sheet = "支出";
  model::Table& table = s.tables["支出"];
  table.name = "支出";
  int at = 5;
  for (const auto& [code, spent] : {std::pair{"208", "60"}, {"20805", "40"}, {"20808", "10"}}) {
    model::TableRow row;
    row.has_figure = true;
    const auto add = [&](const char* column, const char* col, model::FieldType type) {
      model::Figure& f = row.columns[column];
      f.field = column;
      f.type = type;
      f.place = {"", "支出", parse_cell_ref(col + std::to_string(at))};
      return &f;
    };
    add("编码", "A", model::FieldType::Code)->value = std::string(code);
    add("决算数", "C", model::FieldType::Money)->value = *Decimal::parse(spent);
    table.rows.push_back(std::move(row));
    ++at;
  }
  formula::Definitions d;
  d.form = "BMJS";
  d.rules.push_back(rule("BMJS-001", "决算数 = SUM(CHILDREN(决算数))", "类款项应逐级相加"));
  d.rules.back().each_table = "支出";
  d.rules.back().when = formula::parse("COUNTA(CHILDREN(编码)) > 0");
  const auto result = audited(s, d);
  CHECK(lines(result.findings) ==
        "C5: 错误 BMJS-001: 类款项应逐级相加：填报 60.00，应为 50.00，差 10.00\n");
  CHECK(result.findings.front().expected_from == "C6:C7");
  CHECK(result.checks.at("BMJS-001").not_applicable == 2);
}

TEST_CASE("a rule for names with values takes $ for the name and $1 for the value", "[audit]") {
  formula::Definitions d = sample_definitions();
  d.rules.push_back(rule("ZTZP-020", "资金.$.年初预算数 <= $1", "{$}的年初预算数不应大于{$1}"));
  d.rules.back().each_names = {"合计", "其他资金"};
  d.rules.back().each_values = {"100", "4.5"};
  CHECK(lines(audited(sample_submission(), d).findings) ==
        "E8: 错误 ZTZP-020: 其他资金的年初预算数不应大于4.5：填报 5.00，应不大于 4.50\n");

  d.rules.back() = rule("ZTZP-021", "SUMIF(绩效指标.三级指标, \"$1\", 绩效指标.分值) = 20", "{$}");
  d.rules.back().each_names = {"案件", "办结"};
  d.rules.back().each_values = {"执法案件数", "按期办结"};
  CHECK(lines(audited(sample_submission(), d).findings) ==
        "H12: 错误 ZTZP-021: 案件：填报 40，应为 20，差 20\n");
}

TEST_CASE("rows are grouped by two columns", "[audit]") {
  formula::Definitions d = sample_definitions();
  d.rules.push_back(rule("ZTZP-022", "SUM(分值) <= 50", "{一级指标}、{三级指标}的分值不应超过50"));
  d.rules.back().each_table = "绩效指标";
  d.rules.back().each_columns = {"一级指标", "三级指标"};
  model::Submission s = sample_submission();
  put(s, 1, "三级指标", "执法案件数");
  CHECK(lines(audited(s, d).findings) ==
        "H12: 错误 ZTZP-022: 产出指标、执法案件数的分值不应超过50：填报 60，应不大于 50\n");
  put(s, 1, "三级指标", "按期办结");
  CHECK(audited(s, d).checks.at("ZTZP-022").passed == 3);
}

TEST_CASE("a number merged over the rows of a group counts once", "[audit]") {
  formula::Definitions d = sample_definitions();
  d.rules.push_back(rule("ZTZP-023", "SUM(绩效指标.一级指标.权重) = 90", "权重之和应为90"));
  CHECK(audited(sample_submission(), d).checks.at("ZTZP-023").passed == 1);
}

TEST_CASE("a condition that fails tells the figures it read; a comparison its two sides",
          "[audit]") {
  formula::Definitions d = sample_definitions();
  d.rules.push_back(rule("ZTZP-031", "AND(资金.合计.年初预算数 > 0, 资金.合计.全年预算数 > 9999)",
                         "两个预算数请核实"));
  d.rules.push_back(rule("ZTZP-032", "资金.合计.年初预算数 > 9999", "预算数请核实"));
  for (formula::Rule& r : d.rules) r.level = Severity::Warning;
  model::Submission s = sample_submission();
  put(s, "资金.合计.年初预算数", "93.5");
  put(s, "资金.合计.全年预算数", "120");
  const auto findings = audited(s, d).findings;
  const auto of = [&](const std::string& id) {
    return *std::find_if(findings.begin(), findings.end(),
                         [&](const auto& f) { return f.rule == id; });
  };
  CHECK(of("ZTZP-031").figures_read == "资金.合计.年初预算数 93.5；资金.合计.全年预算数 120");
  CHECK(of("ZTZP-032").figures_read.empty());
}

TEST_CASE("a warning of a ratio tells the amounts behind it, not what it shows already",
          "[audit]") {
  // 190 of 200 and 1900 of 2000 are one 执行率; an approval of the first closed the second.
  formula::Definitions d = sample_definitions();
  d.rules.push_back(rule("ZTZP-041", "执行率 >= 0.99", "执行率偏低"));
  d.rules.push_back(rule("ZTZP-042", "AND(执行率得分 > 9.9)", "得分偏低"));
  d.rules.push_back(rule("ZTZP-043", "资金.合计.全年执行数 >= 资金.合计.全年预算数", "没有执行完"));
  d.rules.push_back(rule("ZTZP-044", "执行率 * 100 >= 资金.合计.全年预算数", "口径请核实"));
  for (formula::Rule& r : d.rules) r.level = Severity::Warning;
  const auto findings = audited(sample_submission(), d).findings;
  std::string told;
  for (const model::Finding& f : findings) told += f.rule + ": " + f.figures_read + "\n";
  CHECK(told ==
        "ZTZP-041: 资金.合计.全年执行数 190；资金.合计.全年预算数 200\n"
        "ZTZP-042: 资金.合计.全年执行数 190；资金.合计.全年预算数 200；资金.合计.分值 10\n"
        "ZTZP-043: \n"
        "ZTZP-044: 资金.合计.全年执行数 190；资金.合计.全年预算数 200\n");
}

TEST_CASE("a rate of each row, and one the unit reported, tell their amounts likewise", "[audit]") {
  formula::Definitions d = sample_definitions();
  formula::Derived rate;
  rate.name = "得分率";
  rate.expr = formula::parse("得分 / 分值");
  rate.digits = 4;
  rate.each_table = "绩效指标";
  d.derived.push_back(rate);
  d.rules.push_back(rule("ZTZP-045", "得分率 >= 0.9", "得分偏低"));
  d.rules.back().each_table = "绩效指标";
  d.rules.back().level = d.derived.front().level = Severity::Warning;
  model::Submission s = sample_submission();
  put(s, 0, "得分", "15");
  put(s, "资金.合计.执行率", "0.5");
  std::string told;
  for (const model::Finding& f : audited(s, d).findings) {
    if (f.level == Severity::Warning) told += f.rule + ": " + f.figures_read + "\n";
  }
  CHECK(told ==
        "ZTZP-D-执行率: 资金.合计.全年执行数 190；资金.合计.全年预算数 200\n"
        "ZTZP-045: 得分 15；分值 40\n");
}

TEST_CASE("a long list of figures is told apart by its digest, each figure counted once",
          "[audit]") {
  model::Figure score;
  score.field = "绩效指标.得分";
  score.value = Decimal(10);
  std::vector<model::Figure> rows(40, score);
  audit::Side all;
  for (const model::Figure& row : rows) all.figures.push_back(&row);
  all.figures.push_back(&rows.front());
  const model::Submission form;
  const formula::Definitions definitions;
  const audit::CheckLog log(form, definitions, {}, false);
  const std::string before = audit::figures_read({&all}, log);
  CHECK(before.find("绩效指标.得分 10；绩效指标.得分 10；") == 0);
  CHECK(before.find("……（共 40 个数，校验码 ") != std::string::npos);
  rows.back().value = Decimal(9);
  CHECK(audit::figures_read({&all}, log) != before);
}
