#include "formula/submission_scope.h"

#include <catch2/catch.hpp>

#include "fake_scope.h"

namespace huizong::formula {
namespace {

using model::Blank;
using model::Figure;
using model::Submission;
using model::TableRow;
using model::Value;

Figure figure(const std::string& field, Value value, const char* cell = "A1") {
  Figure f;
  f.field = field;
  f.value = std::move(value);
  f.place = {"101001.xlsx", "自评表", parse_cell_ref(cell)};
  return f;
}

TableRow row(const char* first, const char* weight, Value points, bool filled = true) {
  TableRow r;
  r.columns["一级指标"] = figure("一级指标", std::string(first));
  r.columns["一级指标.权重"] = figure("一级指标.权重", dec(weight));
  r.columns["分值"] = figure("分值", std::move(points));
  r.has_figure = filled;
  return r;
}

Submission submission() {
  Submission s;
  s.key = {2021, "ZTZP", "101001", ""};
  const auto add = [&](const char* field, Value value, const char* cell) {
    s.figures[field] = figure(field, std::move(value), cell);
  };
  add("资金.合计.全年预算数", Decimal(100), "F5");
  add("资金.当年财政拨款.全年预算数", Decimal(60), "F6");
  add("资金.其他资金.全年预算数", Decimal(40), "F8");
  add("资金.上年结转资金.全年预算数", Blank{}, "F7");
  add("资金.当年财政拨款.全年执行数", Decimal(7), "G6");
  add("执行率", dec("0.95"), "I5");
  s.tables["绩效指标"] = {"绩效指标",
                          {row("产出指标", "50", Decimal(30)), row("产出指标", "50", Decimal(20)),
                           row("", "0", Decimal(10), false), row("效益指标", "30", Blank{})}};
  s.tables["空表"] = {"空表", {}};
  return s;
}

std::string result(std::string_view text, const Scope& scope) {
  return shown(evaluate(parse(text), scope));
}

}  // namespace

TEST_CASE("cells, derived figures and columns of a submission", "[formula]") {
  const Submission s = submission();
  const SubmissionScope scope(s);
  CHECK(result("资金.合计.全年预算数 * 执行率", scope) == "95");
  CHECK(result("SUM(绩效指标.分值)", scope) == "50");  // the row nobody filled in is no row
  CHECK(result("COUNTIF(绩效指标.一级指标, \"产出指标\")", scope) == "2");
  CHECK(result("MAX(绩效指标.一级指标.权重)", scope) == "50");
  CHECK(result("COUNT(空表.分值)", scope) == "0");
  CHECK(result("ZTZP!执行率", scope) == "0.95");
}

TEST_CASE("what was not read is n/a, with its path", "[formula]") {
  const Submission s = submission();
  const SubmissionScope scope(s);
  CHECK(result("资金.合计.年初预算数 + 1", scope) == "n/a 年初预算数未能对齐，没有读到");
  CHECK(result("SUM(绩效指标.得分)", scope) == "n/a 得分未能对齐，没有读到");
  CHECK(result("SUM(别的表.得分)", scope) == "n/a 得分未能对齐，没有读到");
  CHECK(result("上年.执行率", scope) == "n/a 未取到上年的执行率");
  CHECK(result("BMJS!支出.合计", scope) == "n/a 未取到BMJS的合计");
  const Value v = evaluate(parse("SUM(绩效指标.得分)"), scope);
  REQUIRE(model::not_available(v));
  CHECK(model::not_available(v)->field == "绩效指标.得分");
}

TEST_CASE("a range of grid rows is what stands between its two ends on the sheet", "[formula]") {
  const Submission s = submission();
  const SubmissionScope scope(s);
  CHECK(result("SUM(资金.当年财政拨款:其他资金.全年预算数)", scope) == "100");
  CHECK(result("COUNT(资金.上年结转资金:其他资金.全年预算数)", scope) == "1");
  CHECK(result("SUM(资金.其他资金:合计.全年预算数)", scope) == "200");  // ends in either order
  CHECK(result("SUM(资金.当年财政拨款:没有.全年预算数)", scope) ==
        "n/a 全年预算数未能对齐，没有读到");
  std::string cells;
  for (const Figure* f :
       scope.figures(std::get<PathNode>(parse("资金.当年财政拨款:其他资金.全年预算数")->what).path))
    cells += to_string(*f->place.cell) + " ";
  CHECK(cells == "F6 F7 F8 ");
}

TEST_CASE("in one row its columns are scalars", "[formula]") {
  const Submission s = submission();
  const SubmissionScope scope(s, s.tables.at("绩效指标").rows[1]);
  CHECK(result("分值", scope) == "20");
  CHECK(result("分值 / SUM(绩效指标.分值)", scope) == "0.4");
  CHECK(result("一级指标.权重 - 执行率", scope) == "49.05");
}

TEST_CASE("in a group the grouping column is a scalar, the others are lists", "[formula]") {
  const Submission s = submission();
  const auto& rows = s.tables.at("绩效指标").rows;
  const SubmissionScope scope(s, {&rows[0], &rows[1]}, std::vector<std::string>{"一级指标"});
  CHECK(result("一级指标 & \"合计\"", scope) == "产出指标合计");
  CHECK(result("SUM(分值) = 一级指标.权重", scope) == "true");
  CHECK(result("分值 + 1", scope) == "n/a 分值是一列，不是一个数");
  CHECK(scope.figures(Path{"", {"分值"}}).size() == 2);
  CHECK(scope.figures(Path{"", {"没有"}}).empty());
}

}  // namespace huizong::formula
