#include "derive/derive.h"

#include <catch2/catch.hpp>

#include "support/sample_submission.h"

using namespace huizong;
using namespace huizong::testing;

namespace {
model::Value derived(const model::Submission& s, const char* name) {
  return s.figures.at(name).value;
}
}  // namespace

TEST_CASE("执行率, 得分, 总分 and 等级 are computed in order", "[derive]") {
  model::Submission s = sample_submission();
  derive::derive(s, sample_definitions());
  CHECK(derived(s, "执行率") == model::Value(*Decimal::parse("0.95")));
  CHECK(derived(s, "执行率得分") == model::Value(*Decimal::parse("9.5")));
  CHECK(derived(s, "总分") == model::Value(*Decimal::parse("99.5")));
  CHECK(derived(s, "等级") == model::Value(std::string("优")));
  CHECK(s.figures.at("总分").derived);
  CHECK(to_string(*s.figures.at("总分").place.cell) == "I15");
}

TEST_CASE("spending beyond the budget scores no more than the full marks", "[derive]") {
  model::Submission s = sample_submission();
  put(s, "资金.合计.全年执行数", "240");
  derive::derive(s, sample_definitions());
  CHECK(derived(s, "执行率") == model::Value(*Decimal::parse("1.2")));
  CHECK(derived(s, "执行率得分") == model::Value(Decimal(10)));
}

TEST_CASE("a blank budget gives no rate and no points, and says why", "[derive]") {
  model::Submission s = sample_submission();
  put(s, "资金.合计.全年预算数", "");
  derive::derive(s, sample_definitions());
  for (const char* name : {"执行率", "执行率得分", "总分", "等级"}) {
    const model::Value value = derived(s, name);
    CAPTURE(name);
    REQUIRE(model::not_available(value));
    CHECK(model::not_available(value)->field == "资金.合计.全年预算数");
  }
}

TEST_CASE("grades take their lower bound, on the rounded total", "[derive]") {
  struct Case {
    const char* last_score;
    const char* grade;
  };
  const auto c = GENERATE(values<Case>({{"20.5", "优"},
                                        {"20.495", "优"},
                                        {"20.494", "良"},
                                        {"10.5", "良"},
                                        {"10.4", "中"},
                                        {"-80", "差"}}));
  model::Submission s = sample_submission();
  put(s, 2, "得分", c.last_score);  // with 9.5 + 40 + 20
  derive::derive(s, sample_definitions());
  CAPTURE(c.last_score);
  if (std::string(c.last_score) == "-80")
    CHECK(model::not_available(derived(s, "等级")));  // below every band
  else
    CHECK(derived(s, "等级") == model::Value(std::string(c.grade)));
}

namespace {
formula::Derived by_row(const char* name, const char* expr) {
  formula::Derived d;
  d.name = name;
  d.expr = formula::parse(expr);
  d.each_table = "绩效指标";
  return d;
}
}  // namespace

TEST_CASE("a figure derived by row is a column of its table", "[derive]") {
  model::Submission s = sample_submission();
  put(s, 1, "得分", "15");
  s.tables.at("绩效指标").rows.push_back({});  // nobody filled it in
  formula::Definitions definitions = sample_definitions();
  definitions.derived.insert(definitions.derived.begin(), by_row("得分率", "得分 / 分值"));
  definitions.derived.insert(definitions.derived.begin() + 1, by_row("档", "得分率"));
  definitions.derived[1].bands = {{"足", 1}, {"欠", 0}};
  formula::Derived mean;
  mean.name = "平均得分率";
  mean.expr = formula::parse("AVERAGE(绩效指标.得分率)");
  definitions.derived.push_back(mean);
  derive::derive(s, definitions);

  const auto& rows = s.tables.at("绩效指标").rows;
  CHECK(rows[0].columns.at("得分率").value == model::Value(Decimal(1)));
  CHECK(rows[1].columns.at("得分率").value == model::Value(*Decimal::parse("0.75")));
  CHECK(rows[1].columns.at("档").value == model::Value(std::string("欠")));
  CHECK(rows[1].columns.at("得分率").derived);
  CHECK(model::is_blank(rows[3].columns.at("得分率").value));
  CHECK(derived(s, "平均得分率") == model::Value(*Decimal::parse("0.92")));
}

TEST_CASE("a table that was not read has no derived column", "[derive]") {
  model::Submission s = sample_submission();
  s.tables.clear();
  formula::Definitions definitions;
  definitions.derived.push_back(by_row("得分率", "得分 / 分值"));
  derive::derive(s, definitions);
  CHECK(s.tables.empty());
}
