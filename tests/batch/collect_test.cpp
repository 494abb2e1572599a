#include "batch/collect.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "support/sample_submission.h"

using namespace huizong;
using model::Standing;

namespace {

job::Job job_of_five() {
  job::Job job;
  job.year = 2021;
  std::vector<model::BudgetUnit> units;
  for (int i = 1; i <= 5; ++i) {
    model::BudgetUnit unit;
    unit.code = "10100" + std::to_string(i);
    unit.name = "示例单位" + std::to_string(i);
    units.push_back(std::move(unit));
  }
  job.units = model::UnitList(units);
  job.forms.emplace_back().mapping.definitions.form = "ZTZP";
  return job;
}

batch::ProcessedFile file_of(const std::string& name, const std::string& unit,
                             const std::string& total = "100") {
  batch::ProcessedFile file;
  file.file = name;
  file.hash = name;
  batch::ProcessedSubmission s;
  s.submission = huizong::testing::sample_submission();
  s.submission.key.unit = unit;
  s.submission.file = name;
  s.reported_unit = unit.empty() ? "某处" : unit;
  huizong::testing::put(s.submission, "资金.合计.年初预算数", total);
  model::Finding root;
  root.rule = "ZTZP-001";
  root.unit.code = unit;
  model::Finding follows = root;
  follows.cause = 0;
  s.findings = {root, follows};
  file.submissions.push_back(std::move(s));
  return file;
}

batch::ProcessedFile unread_file(const std::string& name, const std::string& unit) {
  batch::ProcessedFile file;
  file.file = name;
  file.unread = model::UnreadFile{name, "xls", say("旧格式", "old format"), unit};
  return file;
}

}  // namespace

TEST_CASE("every owed form is in exactly one standing, and they add up", "[batch]") {
  const auto result =
      batch::collect(job_of_five(),
                     {file_of("a.xlsx", "101001"), file_of("b1.xlsx", "101002", "1"),
                      file_of("b2.xlsx", "101002", "2"), unread_file("c.xls", "101003"),
                      unread_file("a_old.xls", "101001"), file_of("z.xlsx", "")},
                     {});
  CHECK(result.intake.owed.size() == 5);
  CHECK(result.intake.count(Standing::In) ==
        1);  // the unread old file of 101001 does not take it out
  CHECK(result.intake.count(Standing::Ambiguous) == 1);
  CHECK(result.intake.count(Standing::Unread) == 1);
  CHECK(result.intake.count(Standing::Missing) == 2);
  CHECK(result.intake.unknown.size() == 1);
  CHECK(result.submissions.size() == 1);
}

TEST_CASE("two different files of one unit: an error that names both, none used", "[batch]") {
  const auto result = batch::collect(
      job_of_five(), {file_of("b1.xlsx", "101002", "1"), file_of("b2.xlsx", "101002", "2")}, {});
  REQUIRE(result.findings.size() == 1);
  CHECK(result.findings.front().level == Severity::Error);
  CHECK(result.findings.front().message.zh ==
        "同一单位报了 2 "
        "份内容不同的表，一份也没有采用，请确定以哪份为准，把其余的移走：b1.xlsx、b2.xlsx");
  CHECK(result.submissions.empty());
}

TEST_CASE("two identical files of one unit: a note, the first used once", "[batch]") {
  const auto result = batch::collect(
      job_of_five(), {file_of("b1.xlsx", "101002"), file_of("b2.xlsx", "101002")}, {});
  CHECK(result.submissions.size() == 1);
  CHECK(result.intake.duplicate.front().used == "b1.xlsx");
  CHECK(result.findings.front().level == Severity::Note);
  CHECK(result.findings.size() == 3);
}

TEST_CASE("two forms of one unit in one workbook are told apart by their sheets", "[batch]") {
  batch::ProcessedFile file = file_of("b.xlsx", "101002", "1");
  file.submissions.push_back(file_of("b.xlsx", "101002", "2").submissions.front());
  file.submissions.back().submission.sheet = "自评表 (2)";
  const auto result = batch::collect(job_of_five(), {file}, {});
  CHECK(result.intake.duplicate.front().set_aside ==
        std::vector<std::string>{"b.xlsx › 自评表", "b.xlsx › 自评表 (2)"});
}

TEST_CASE("findings keep the one they follow from when they are put in the unit list's order",
          "[batch]") {
  const auto result =
      batch::collect(job_of_five(), {file_of("a.xlsx", "101005"), file_of("b.xlsx", "101002")}, {});
  REQUIRE(result.findings.size() == 4);
  CHECK(result.findings[0].unit.code == "101002");
  CHECK(result.findings[1].cause == 0u);
  CHECK(result.findings[2].unit.code == "101005");
  CHECK(result.findings[3].cause == 2u);
  CHECK(result.submissions[0].key.unit == "101002");
}

TEST_CASE("a unit that does not owe the form is said, not counted", "[batch]") {
  job::Job job = job_of_five();
  std::vector<model::BudgetUnit> units = job.units.units();
  units[1].forms = {"别的表"};
  job.units = model::UnitList(units);
  const auto result = batch::collect(job, {file_of("b.xlsx", "101002")}, {});
  CHECK(result.intake.owed.size() == 4);
  CHECK(result.submissions.empty());
  REQUIRE(result.findings.size() == 1);
  CHECK(result.findings.front().level == Severity::Error);
  CHECK(result.findings.front().message.zh ==
        "单位名录的“应报表”没有要求 示例单位2 报这张表，未计入；请核对名录，或把这份移走");
}

TEST_CASE("last year's form or an empty one in the same workbook is no rival of this year's",
          "[batch]") {
  batch::ProcessedFile file = file_of("b.xlsx", "101002", "1");
  file.submissions.push_back(file_of("b.xlsx", "101002", "2").submissions.front());
  file.submissions.back().submission.form_year = 2020;
  file.submissions.push_back(file_of("b.xlsx", "101002", "3").submissions.front());
  for (auto& [path, figure] : file.submissions.back().submission.figures)
    figure.value = model::Blank{};
  const auto result = batch::collect(job_of_five(), {file}, {});
  CHECK(result.submissions.size() == 1);
  CHECK(result.intake.duplicate.empty());
  CHECK(std::count_if(result.findings.begin(), result.findings.end(),
                      [](const auto& f) { return f.rule == "ZTZP-X-搁置"; }) == 2);
}

TEST_CASE("a unit's only form is taken, even an empty one or one of another year", "[batch]") {
  batch::ProcessedFile file = file_of("b.xlsx", "101002", "1");
  file.submissions.front().submission.form_year = 2020;
  CHECK(batch::collect(job_of_five(), {file}, {}).submissions.size() == 1);
}
