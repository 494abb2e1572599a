// Two forms that look alike, each with a folder of its own: input tells which of
// them a workbook is.

#include <catch2/catch.hpp>
#include <filesystem>

#include "batch/run.h"
#include "report/verdict.h"
#include "support/sheet_package.h"
#include "support/sheet_text.h"
#include "support/support.h"

using namespace huizong;
using namespace huizong::testing;

namespace {

std::string mapping(const std::string& id, const std::string& title) {
  return "format = 1\nid = \"" + id + "\"\ntitle = \"" + title +
         "\"\ntemplate = \"支出表.xlsx\"\nmoney = \"万元\"\n"
         "fields = [\n"
         "  { name = \"填报单位\", cell = \"B2\", type = \"text\", key = \"unit\" },\n"
         "  { name = \"支出\", cell = \"B3\", type = \"money\" },\n"
         "]\n[recognise]\ncontains = [\"支出表\", \"填报单位\"]\n";
}

std::string form(const std::string& unit, const std::string& spent) {
  return sheet_package({named(
      sheet("支出表\n填报单位 | " + unit + "\n支出 | " + spent + "\n单位：万元\n"), "支出")});
}

/// A job of a form for the plan and one for the outcome, whose blank is the same.
job::Job job_in(const TempFolder& folder) {
  write_file(
      folder / "huizong.toml",
      "[job]\nname = \"支出\"\nyear = 2021\nunits = \"单位名录.xlsx\"\ndate = \"2022-03-15\"\n"
      "[[form]]\nform = \"计划\"\ninput = \"上报/计划/*.xlsx\"\n"
      "[[form]]\nform = \"执行\"\ninput = \"上报/执行/*.xlsx\"\n");
  write_file(
      folder / "单位名录.xlsx",
      sheet_package({named(sheet("编码 | 名称\n'101001 | 甲局\n'101002 | 乙所\n"), "名录")}));
  write_file(folder / "映射/计划.toml", mapping("JH", "支出计划表"));
  write_file(folder / "映射/执行.toml", mapping("ZX", "支出执行表"));
  write_file(folder / "表样/支出表.xlsx", form("~", "~"));
  return job::load_job(folder.path());
}

std::string figures(const model::RunResult& result) {
  std::string text;
  for (const model::Submission& s : result.submissions)
    text += s.key.unit + " " + s.key.form + " " + model::to_string(s.figures.at("支出").value) +
            " " + s.file + "\n";
  return text;
}

}  // namespace

// Each workbook was taken for both forms, so that every unit had handed in both of them twice.
TEST_CASE("forms that look alike are told apart by their folders", "[batch]") {
  const TempFolder folder;
  const job::Job job = job_in(folder);
  write_file(folder / "上报/计划/101001.xlsx", form("甲局", "10"));
  write_file(folder / "上报/执行/101001.xlsx", form("甲局", "9"));
  write_file(folder / "上报/执行/101002.xlsx", form("乙所", "7"));
  const model::RunResult result = batch::read_all(job, {});
  CHECK(figures(result) ==
        "101001 JH 10 上报/计划/101001.xlsx\n"
        "101001 ZX 9 上报/执行/101001.xlsx\n"
        "101002 ZX 7 上报/执行/101002.xlsx\n");
  CHECK(result.intake.duplicate.empty());
  CHECK(result.intake.count(model::Standing::In) == 3);
  CHECK(result.intake.count(model::Standing::Missing) == 1);
}

TEST_CASE("a workbook in neither folder may be either form, and is a rival to both", "[batch]") {
  const TempFolder folder;
  const job::Job job = job_in(folder);
  write_file(folder / "上报/计划/101001.xlsx", form("甲局", "10"));
  write_file(folder / "上报/执行/101001.xlsx", form("甲局", "9"));
  write_file(folder / "上报/计划/补报/101002.xlsx", form("乙所", "7"));  // no input goes so deep
  write_file(folder / "上报/执行/101002.xlsx", form("乙所", "6"));
  const model::RunResult result = batch::read_all(job, {});
  CHECK(figures(result) ==
        "101001 JH 10 上报/计划/101001.xlsx\n"
        "101001 ZX 9 上报/执行/101001.xlsx\n"
        "101002 JH 7 上报/计划/补报/101002.xlsx\n");
  REQUIRE(result.intake.duplicate.size() == 1);
  CHECK(result.intake.duplicate[0].set_aside ==
        std::vector<std::string>{"上报/执行/101002.xlsx", "上报/计划/补报/101002.xlsx"});
}

// It was said that one file was unread.
TEST_CASE("an input without a file is named by its pattern", "[batch]") {
  const TempFolder folder;
  const job::Job job = job_in(folder);
  write_file(folder / "上报/执行/101001.xlsx", form("甲局", "9"));
  write_file(folder / "上报/执行/101002.xlsx", form("乙所", "7"));
  const model::RunResult result = batch::read_all(job, {});
  CHECK(report::obstacles(job, result) ==
        std::vector<std::string>{"缺报 2 家", "没有一个文件符合 input“上报/计划/*.xlsx”"});
}
