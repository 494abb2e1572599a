// 出错说明 over several runs: made, filled in by the office, and left alone.

#include "batch/write_explanations.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "audit/explain.h"
#include "base/file.h"
#include "job/explanation_file.h"
#include "report/explanations.h"
#include "support/example_job.h"
#include "support/support.h"
#include "xlsx/writer.h"

using namespace huizong;
using huizong::testing::TempFolder;

namespace {

/// A job with one warning; every run reads 出错说明 anew, as a command does.
struct Office {
  TempFolder folder;
  std::filesystem::path file = folder / "出错说明.xlsx";
  std::string reported = "-3";

  job::Job load() const {
    job::Job job;
    job.folder = folder.path();
    job.name = "2021年度自评";
    job.explanations_file = "出错说明.xlsx";
    if (!std::filesystem::exists(file)) return job;
    job.explanations = job::load_explanations(file);
    job.explanations_hash = sha256(read_file(file));
    return job;
  }
  batch::Run audited(const job::Job& job) const {
    batch::Run run;
    model::Finding f;
    f.rule = "ZTZP-016";
    f.level = Severity::Warning;
    f.unit = {"101001", "甲局"};
    f.place = {"上报/101001.xlsx", "自评表", parse_cell_ref("E5")};
    f.reported = *Decimal::parse(reported);
    f.expected = Decimal(0);
    f.message = {"年初预算数中有负数，请核实", "negative"};
    run.result.findings = {f};
    run.result.explanations = {job.explanations.more,
                               audit::explain(run.result.findings, job.explanations.rows, {})};
    return run;
  }
  batch::Run run() const {
    const job::Job job = load();
    batch::Run run = audited(job);
    batch::write_explanations(job, run);
    return run;
  }
  /// As another program saves it: the same rows in other bytes.
  void fill_in(const std::string& text, const std::string& approver) const {
    const auto now = job::load_explanations(file);
    xlsx_by_office(now, text, approver);
  }
  void xlsx_by_office(model::Explanations rows, const std::string& text,
                      const std::string& approver) const {
    xlsx::Writer book({.title = "另存", .date = ""});
    const auto plain = book.style({});
    xlsx::SheetWriter& sheet = book.add_sheet("出错说明");
    int col = 0;
    for (const auto& column : job::explanation_columns()) {
      sheet.text({0, col}, column.heading, plain);
      model::Explanation& e = rows.rows.back();
      e.text = text;
      e.approver = approver;
      sheet.text({1, col++}, e.*column.cell, plain);
    }
    huizong::testing::write_file(file, book.package());
  }
};

}  // namespace

TEST_CASE("the file is made with a row for the warning, and then left alone", "[batch]") {
  const Office office;
  const batch::Run first = office.run();
  REQUIRE(first.outputs.size() == 1);
  CHECK(first.outputs[0].kind == "explanations");
  const std::string bytes = read_file(office.file);
  CHECK(office.run().kept.empty());
  CHECK(read_file(office.file) == bytes);
}

TEST_CASE("what the office saved stands until a row has something new to say", "[batch]") {
  Office office;
  office.run();
  office.fill_in("收回存量资金", "科长");
  const std::string theirs = read_file(office.file);
  const batch::Run closed = office.run();
  CHECK(closed.result.findings[0].closed());
  REQUIRE(closed.kept.size() == 1);  // 状态 is new; their own file lies below .huizong
  CHECK(read_file(office.folder / closed.kept[0]) == theirs);
  const std::string ours = read_file(office.file);
  CHECK(office.run().kept.empty());
  CHECK(read_file(office.file) == ours);

  office.xlsx_by_office(job::load_explanations(office.file), "收回存量资金", "科长");
  const std::string saved_again = read_file(office.file);
  office.run();
  CHECK(read_file(office.file) == saved_again);  // the same rows: their looks stay

  office.reported = "-4";
  const batch::Run changed = office.run();
  CHECK_FALSE(changed.result.findings[0].closed());
  const auto rows = job::load_explanations(office.file).rows;
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].text == "收回存量资金");
  CHECK(rows[0].state == "数据已变");
  CHECK(rows[1].state == "待说明");
}

TEST_CASE("a file that changed while we ran is not written", "[batch]") {
  const Office office;
  office.run();
  job::Job job = office.load();
  batch::Run run = office.audited(job);
  huizong::testing::write_file(office.file, "刚刚保存");
  CHECK_THROWS_AS(batch::write_explanations(job, run), WriteError);
  CHECK(read_file(office.file) == "刚刚保存");
}

TEST_CASE("from run to run: two warnings, explained and approved, send nothing back", "[batch]") {
  const TempFolder folder;
  const auto place = huizong::testing::copy_example_job(folder);
  huizong::testing::write_file(
      place / "huizong.toml",
      huizong::testing::read_file(place / "huizong.toml") +
          "\n[audit]\nexplanations = \"出错说明.xlsx\"\n"
          "levels = { \"ZTZP-001\" = { level = \"warning\", why = \"本年允许说明\" } }\n");
  const auto run = [&] { return batch::run(job::load_job(place), {}); };
  const batch::Run first = run();
  CHECK(model::verdict_of(first.result.findings).warnings == 2);

  job::Job office = job::load_job(place);
  REQUIRE(office.explanations.rows.size() == 2);
  for (model::Explanation& row : office.explanations.rows) {
    row.text = "年中调整预算";
    row.approver = "科长";
  }
  huizong::testing::write_file(place / "出错说明.xlsx",
                               report::explanations_workbook(office, office.explanations));
  const batch::Run second = run();
  CHECK(model::verdict_of(second.result.findings).warnings == 0);
  CHECK(model::verdict_of(second.result.findings).explained == 2);
  const auto returned = [](const batch::Run& one) {
    return std::count_if(one.outputs.begin(), one.outputs.end(),
                         [](const auto& output) { return output.kind == "return"; });
  };
  CHECK(returned(second) == returned(first) - 2);
  const std::string bytes = read_file(place / "出错说明.xlsx");
  run();
  CHECK(read_file(place / "出错说明.xlsx") == bytes);
}
