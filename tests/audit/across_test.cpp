// Rules over a unit's other forms and over last year, with the figures held in
// memory.

#include <catch2/catch.hpp>

#include "audit/audit.h"
#include "derive/derive.h"
#include "support/sample_submission.h"

using namespace huizong;
using namespace huizong::testing;

namespace {

model::Figure money(const std::string& field, const char* cell, const char* amount,
                    const std::string& file, const std::string& sheet) {
  model::Figure f;
  f.field = field;
  f.type = model::FieldType::Money;
  f.value = *amount ? model::Value(*Decimal::parse(amount)) : model::Value(model::Blank{});
  f.place = {file, sheet, parse_cell_ref(cell)};
  return f;
}

/// 部门决算 of the sample's unit, in one file.
model::Submission accounts(const char* spent) {
  model::Submission s;
  s.key = {2021, "BMJS", "101001", ""};
  s.file = "上报/101001_决算.xlsx";
  s.figures.emplace("支出合计", money("支出合计", "F12", spent, s.file, "支出决算表"));
  return s;
}

/// One project of the unit, on a sheet of its own.
model::Submission project(const std::string& code, const char* budget) {
  model::Submission s;
  s.key = {2021, "XM", "101001", code};
  s.file = "上报/101001_项目.xlsx";
  s.figures.emplace("预算数", money("预算数", "B6", budget, s.file, code));
  return s;
}

/// A run of the sample's unit, which owes all three forms.
struct Run {
  model::RunResult result;
  formula::Definitions definitions = sample_definitions();

  Run() {
    result.submissions.push_back(sample_submission());
    for (const char* form : {"ZTZP", "BMJS", "XM"})
      result.intake.owed.push_back({{"101001", "示例单位"}, "", form, model::Standing::In});
  }
  Run& with(model::Submission s) {
    result.submissions.push_back(std::move(s));
    return *this;
  }
  Run& rule(const char* test, const char* say) {
    definitions.rules.push_back(testing::rule("ZTZP-030", test, say));
    definitions.mark_across();
    return *this;
  }
  audit::AuditResult audit(std::vector<model::Finding> found = {}) const {
    return audit::audit_across(result.submissions.front(), definitions, std::move(found),
                               model::FigureSource(result));
  }
};

/// Last year's form of the sample's unit, as it is read from the store.
model::Submission last_year(const char* budget) {
  model::Submission s = sample_submission();
  s.key.year = 2020;
  put(s, "资金.合计.全年预算数", budget);
  for (auto& [path, figure] : s.figures) figure.place.file = "2020年：" + figure.place.file.str();
  return s;
}

const char* const kSpent = "资金.合计.全年执行数 = BMJS!支出合计";

}  // namespace

TEST_CASE("two forms of a unit that differ are told with both places", "[audit]") {
  const auto result =
      Run().with(accounts("188.5")).rule(kSpent, "全年执行数应与部门决算一致").audit();
  REQUIRE(lines(result.findings) ==
          "G5: 错误 ZTZP-030: 全年执行数应与部门决算一致：填报 190.00，应为 188.50，差 1.50"
          "（应为数取自 上报/101001_决算.xlsx › 支出决算表 › F12）\n");
  CHECK(result.findings.front().expected_from == "上报/101001_决算.xlsx › 支出决算表 › F12");
  CHECK(result.findings.front().message.en ==
        "全年执行数应与部门决算一致: reported 190.00, expected 188.50, difference 1.50 (expected "
        "from 上报/101001_决算.xlsx › 支出决算表 › F12)");
  CHECK(Run().with(accounts("190")).rule(kSpent, "一致").audit().checks.at("ZTZP-030").passed == 1);
}

TEST_CASE("a rule within the form is not checked again with the others", "[audit]") {
  const auto result = Run().rule("资金.合计.全年执行数 = 1", "应为1").audit();
  CHECK(result.findings.empty());
  CHECK(result.checks.empty());
}

TEST_CASE("amounts of a form in 元 are compared in the form's own 万元", "[audit]") {
  model::Submission in_yuan = accounts("1900050");
  in_yuan.money = model::MoneyUnit::Yuan;
  const auto result = Run().with(in_yuan).rule(kSpent, "全年执行数应与部门决算一致").audit();
  CHECK(lines(result.findings) ==
        "G5: 提示 ZTZP-030: 全年执行数应与部门决算一致：填报 190.00，应为 190.005，差 -0.005"
        "（小数位数较少，按填报的位数相符）（应为数取自 上报/101001_决算.xlsx › 支出决算表 › "
        "F12）\n");
}

TEST_CASE("a form in 元 beside one in 万元 may differ by what 万元 leave open", "[audit]") {
  Run run;
  for (auto& [path, figure] : run.result.submissions.front().figures) {
    if (const Decimal* n = model::number(figure.value)) figure.value = *n * Decimal(10000);
  }
  run.result.submissions.front().money = run.definitions.money = model::MoneyUnit::Yuan;
  put(run.result.submissions.front(), "资金.合计.全年执行数", "1900049");
  run.with(accounts("190.00")).rule(kSpent, "全年执行数应与部门决算一致");
  CHECK(run.audit().findings.front().level == Severity::Note);
  put(run.result.submissions.front(), "资金.合计.全年执行数", "1900051");
  CHECK(run.audit().findings.front().level == Severity::Error);
}

TEST_CASE("all projects of a unit are a list to its own form", "[audit]") {
  Run run;
  run.with(project("P1", "120")).with(project("P2", "70"));
  run.rule("资金.合计.全年预算数 = SUM(XM!预算数)", "全年预算数应等于各项目之和");
  CHECK(lines(run.audit().findings) ==
        "F5: 错误 ZTZP-030: 全年预算数应等于各项目之和：填报 200.00，应为 190.00，差 10.00"
        "（应为数取自 上报/101001_项目.xlsx › P1 › B6、上报/101001_项目.xlsx › P2 › B6）\n");
  // A project that came twice and differs is in no sum, so there is no sum.
  run.result.intake.duplicate.push_back({"101001", "XM", "P3", "", {"a.xlsx", "b.xlsx"}});
  CHECK(lines(run.audit().findings) ==
        "F5: 未能检查 ZTZP-030: 全年预算数应等于各项目之和：未能检查，表 XM 还有项目没有读到或待定"
        "\n");
}

TEST_CASE("a form that is missing leaves one finding a unit, the rest follow from it", "[audit]") {
  Run run;
  run.rule(kSpent, "全年执行数应与部门决算一致");
  run.definitions.rules.push_back(
      rule("ZTZP-031", "资金.合计.全年预算数 >= BMJS!支出合计", "预算数不应小于决算支出"));
  run.definitions.mark_across();
  CHECK(
      lines(run.audit().findings) ==
      "G5: 未能检查 ZTZP-030: 全年执行数应与部门决算一致：未能检查，本单位的表 BMJS 未报或不能用\n"
      "  F5: 未能检查 ZTZP-031: 预算数不应小于决算支出：未能检查，本单位的表 BMJS 未报或不能用\n");

  model::Finding twice;
  twice.rule = "BMJS-X-重复报送";
  twice.form = "BMJS";
  const auto result = run.audit({twice});
  REQUIRE(result.findings.size() == 3);
  CHECK(result.findings[1].cause == 0u);
  CHECK(result.findings[2].cause == 0u);
}

TEST_CASE("a figure at fault on the other form is the cause here", "[audit]") {
  model::Submission s = accounts("");
  s.figures.at("支出合计").value = std::string("约190");
  model::Finding read;
  read.rule = "BMJS-T-支出合计";
  read.form = "BMJS";
  read.place = s.figures.at("支出合计").place;
  const auto result = Run().with(s).rule(kSpent, "全年执行数应与部门决算一致").audit({read});
  REQUIRE(result.findings.size() == 2);
  CHECK(result.findings[1].message.zh ==
        "全年执行数应与部门决算一致：未能检查，文字“约190”不能与数比较");
  CHECK(result.findings[1].cause == 0u);
}

TEST_CASE("a form that the unit does not owe makes the rule not applicable", "[audit]") {
  Run run;
  std::erase_if(run.result.intake.owed, [](const auto& owed) { return owed.form == "BMJS"; });
  const auto result = run.rule(kSpent, "全年执行数应与部门决算一致").audit();
  CHECK(result.findings.empty());
  CHECK(result.checks.at("ZTZP-030").not_applicable == 1);
}

TEST_CASE("growth over last year, and none over a base of nothing", "[audit]") {
  Run run;
  run.rule("(资金.合计.全年预算数 - 上年.资金.合计.全年预算数) / 上年.资金.合计.全年预算数 <= 0.2",
           "预算增长不应超过20%");
  run.result.last_year = {last_year("160")};
  CHECK(lines(run.audit().findings) ==
        "F5: 错误 ZTZP-030: 预算增长不应超过20%：填报 0.25，应不大于 0.20\n");
  run.result.last_year = {last_year("0")};
  CHECK(lines(run.audit().findings) ==
        "F5: 未能检查 ZTZP-030: 预算增长不应超过20%：未能检查，上年的全年预算数为0，不能作除数\n");
  run.result.last_year = {last_year("")};
  CHECK(lines(run.audit().findings) ==
        "F5: 未能检查 ZTZP-030: 预算增长不应超过20%：未能检查，上年的全年预算数未填\n");
  run.result.last_year = std::vector<model::Submission>{};
  CHECK(lines(run.audit().findings) ==
        "F5: 未能检查 ZTZP-030: 预算增长不应超过20%：未能检查，上年的数里没有本单位的表 ZTZP\n");
}

TEST_CASE("without last year's store nothing is found in a unit, and nothing passes", "[audit]") {
  const auto result =
      Run().rule("资金.合计.全年预算数 >= 上年.资金.合计.全年预算数", "预算不应减少").audit();
  CHECK(result.findings.empty());
  CHECK(result.checks.at("ZTZP-030").unchecked == 1);
}

TEST_CASE("what is derived from another form waits for it, and so does what needs that",
          "[audit]") {
  Run run;
  formula::Derived ratio;
  ratio.name = "决算占比";
  ratio.expr = formula::parse("资金.合计.全年执行数 / BMJS!支出合计");
  ratio.digits = 4;
  formula::Derived grade;
  grade.name = "占比档次";
  grade.expr = formula::parse("决算占比");
  grade.bands = {{"高", 1}, {"低", 0}};
  run.definitions.derived.push_back(ratio);
  run.definitions.derived.push_back(grade);
  run.with(accounts("200")).rule("占比档次 = \"高\"", "应为高");

  model::Submission& s = run.result.submissions.front();
  derive::derive(s, run.definitions);
  CHECK(s.find("决算占比") == nullptr);
  CHECK(s.find("总分") != nullptr);
  for (const formula::Derived& derived : run.definitions.derived) {
    if (derived.across) derive::derive_across(s, derived, model::FigureSource(run.result));
  }
  CHECK(model::to_string(s.find("决算占比")->value) == "0.95");
  CHECK(model::to_string(s.find("占比档次")->value) == "低");
  CHECK(run.audit().checks.at("ZTZP-030").failed == 1);
}
