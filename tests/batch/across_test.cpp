// A job of two forms, one of them a project's, and last year's job beside it:
// rules and figures across forms and years, from the files to the summary.

#include <catch2/catch.hpp>
#include <filesystem>

#include "base/file.h"
#include "batch/run.h"
#include "support/budget_forms.h"
#include "support/sheet_package.h"
#include "support/sheet_text.h"
#include "support/support.h"
#include "xlsx/reader.h"

using namespace huizong;
using namespace huizong::testing;

namespace {

const char* const kWhole = R"toml(format   = 1
id       = "ZC"
title    = "整体支出表"
template = "整体支出表.xlsx"
money    = "元"
fields = [
  { name = "年度",     cell = "A1", type = "year", key = "year", pattern = "{}年度整体支出表" },
  { name = "填报单位", cell = "B2", type = "text", key = "unit" },
  { name = "年初结转", cell = "B3", type = "money" },
  { name = "项目支出", cell = "B4", type = "money" },
  { name = "年末结转", cell = "B5", type = "money" },
]
[recognise]
contains = ["整体支出表", "年初结转"]
[[derived]]
name   = "增长率"
expr   = "(项目支出 - 上年.项目支出) / 上年.项目支出"
digits = 4
show   = "0.00%"
[[rules]]
id    = "ZC-001"
level = "error"
test  = "年初结转 = 上年.年末结转"
say   = "年初结转应为上年的年末结转"
[[rules]]
id    = "ZC-002"
level = "error"
test  = "项目支出 = SUM(XM!资金.合计.执行数)"
say   = "项目支出应为各项目执行数之和"
[[summary.columns]]
name  = "增长率"
expr  = "增长率"
[[summary.columns]]
name  = "项目预算"
expr  = "SUM(XM!资金.合计.预算数)"
total = "sum"
)toml";

std::string whole_form(const std::string& year, const std::string& unit, const std::string& before,
                       const std::string& spent, const std::string& after) {
  return sheet_package(
      {named(sheet(year + "年度整体支出表\n填报单位 | " + unit + "\n年初结转 | " + before +
                   "\n项目支出 | " + spent + "\n年末结转 | " + after + "\n单位：元\n"),
             "整体")});
}

/// A year's job, in a folder of that name.
class YearJob {
 public:
  YearJob(const TempFolder& parent, const std::string& year, const std::string& more)
      : folder_(parent / year) {
    write("huizong.toml", "[job]\nname = \"整体支出\"\nyear = " + year +
                              "\nunits = \"单位名录.xlsx\"\ndate = \"2022-03-15\"\n"
                              "[[form]]\nform = \"整体\"\n[[form]]\nform = \"项目\"\n" +
                              more);
    write("单位名录.xlsx",
          sheet_package({named(sheet("编码 | 名称\n'101001 | 甲局\n'101002 | 乙所\n"), "名录")}));
    write("映射/整体.toml", kWhole);
    write("映射/项目.toml", project_mapping("sheet"));
    write("表样/整体支出表.xlsx", whole_form("____", "~", "~", "~", "~"));
    write("表样/项目自评表.xlsx", sheet_package({blank_project_form()}));
  }
  void write(const std::string& name, const std::string& bytes) const {
    testing::write_file(folder_ / name, bytes);
  }
  batch::Run run() const { return batch::run(job::load_job(folder_), {}); }
  const std::filesystem::path& folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
};

std::string project(const char* unit, const char* code, const char* budget, const char* spent) {
  Project p{unit, code, "", budget, spent};
  return sheet_package({named(project_form(p), code)});
}

std::string said(const model::RunResult& result) {
  std::string text;
  for (const model::Finding& f : result.findings) {
    if (f.rule.rfind("XM-", 0) == 0) continue;
    text +=
        to_string(f.place) + ": " + name_of(f.level).zh + " " + f.rule + ": " + f.message.zh + "\n";
  }
  return text;
}

/// 甲局 has two projects; last year 乙所 was not there yet.
struct TwoYears {
  TempFolder parent;
  YearJob before{parent, "2020", ""};
  YearJob now{parent, "2021", "[previous]\nstore = \"../2020/.huizong/store.hzs\"\n"};

  TwoYears() {
    before.write("上报/101001_甲局.xlsx", whole_form("2020", "甲局", "0", "2000000", "50000"));
    before.run();
    now.write("上报/101001_甲局.xlsx", whole_form("2021", "甲局", "40000", "2500000", "0"));
    now.write("上报/101001_甲局_1.xlsx", project("甲局", "P1", "100", "90"));
    now.write("上报/101001_甲局_2.xlsx", project("甲局", "P2", "200", "150"));
    now.write("上报/101002_乙所.xlsx", whole_form("2021", "乙所", "0", "100000", "0"));
    now.write("上报/101002_乙所_1.xlsx", project("乙所", "P1", "10", "10"));
  }
};

}  // namespace

TEST_CASE("last year's store and the other forms are held against a unit's form", "[across]") {
  const TwoYears job;
  const batch::Run run = job.now.run();
  CHECK(said(run.result) ==
        "上报/101001_甲局.xlsx › 整体 › B3: 错误 ZC-001: 年初结转应为上年的年末结转：填报 "
        "40,000.00，应为 50,000.00，差 -10,000.00（应为数取自 2020年：上报/101001_甲局.xlsx › 整体 "
        "› B5）\n"
        "上报/101001_甲局.xlsx › 整体 › B4: 错误 ZC-002: 项目支出应为各项目执行数之和：填报 "
        "2,500,000.00，应为 2,400,000.00，差 100,000.00（应为数取自 上报/101001_甲局_1.xlsx › P1 › "
        "C6、上报/101001_甲局_2.xlsx › P2 › C6）\n"
        "上报/101002_乙所.xlsx › 整体 › B3: 未能检查 ZC-001: "
        "年初结转应为上年的年末结转：未能检查，上年的数里没有本单位的表 ZC\n");
  CHECK(run.result.checks.at("ZC-002").passed == 1);
  CHECK(model::to_string(run.result.submissions[2].find("增长率")->value) == "0.25");
  CHECK(!model::is_available(run.result.submissions[4].find("增长率")->value));

  const xlsx::Workbook summary = xlsx::read_workbook(job.now.folder() / "输出/整体支出汇总表.xlsx");
  const std::string text = lines_of(summary.sheets.at(2));
  CAPTURE(text);
  CHECK(text.find("甲局 | =0.25 | ") != std::string::npos);
  CHECK(text.find("3000000") != std::string::npos);  // 300万元 of projects, in the form's 元
}

TEST_CASE("without [previous] it is said once, of every rule that needed last year", "[across]") {
  // ZC-003 asks the growth, which is derived from last year's figure: it was named nowhere, and the
  // verdict said that all had been checked.
  const TwoYears job;
  const std::string toml = huizong::read_file(job.now.folder() / "huizong.toml");
  job.now.write("huizong.toml", toml.substr(0, toml.find("[previous]")));
  job.now.write("映射/整体.toml",
                std::string(kWhole) +
                    "[[rules]]\nid = \"ZC-003\"\nlevel = \"warning\"\n"
                    "test = \"增长率 <= 0.3\"\nsay = \"增长不应超过30%\"\n");
  const model::RunResult result = job.now.run().result;
  CHECK(said(result) ==
        "上报/101001_甲局.xlsx › 整体 › B4: 错误 ZC-002: 项目支出应为各项目执行数之和：填报 "
        "2,500,000.00，应为 2,400,000.00，差 100,000.00（应为数取自 上报/101001_甲局_1.xlsx › P1 › "
        "C6、上报/101001_甲局_2.xlsx › P2 › C6）\n"
        ": 未能检查 ZC-X-上年: 任务没有写 "
        "[previous]，没有上年的数，这些公式未能检查：ZC-001、ZC-003\n");
  CHECK(result.checks.at("ZC-001").unchecked == 2);
  CHECK(result.checks.at("ZC-003").unchecked == 2);
  CHECK(model::verdict_of(result.findings).unchecked == 1);
}

TEST_CASE("a store that holds another year is refused by name", "[across]") {
  const TwoYears job;
  const std::string toml = huizong::read_file(job.now.folder() / "huizong.toml");
  job.now.write("huizong.toml", toml.substr(0, toml.find("[previous]")));
  job.now.run();
  job.now.write("huizong.toml", toml.substr(0, toml.find("[previous]")) +
                                    "[previous]\nstore = \".huizong/store.hzs\"\n");
  try {
    job.now.run();
    FAIL("not refused");
  } catch (const Error& e) {
    const std::string text = e.message().zh;
    CAPTURE(text);
    CHECK(text.substr(text.find(".huizong")) ==
          ".huizong/store.hzs 里没有 2020 年的数。请检查 huizong.toml 的 [previous] "
          "写的是不是上年任务的 .huizong/store.hzs。");
  }
}

TEST_CASE("a rule that the job switches off is not checked, and the notes tell why", "[across]") {
  const TwoYears job;
  const std::string toml = huizong::read_file(job.now.folder() / "huizong.toml");
  job.now.write(
      "huizong.toml",
      toml +
          "[audit]\nlevels = { \"ZC-002\" = { level = \"off\", why = \"项目支出另行核对\" "
          "}, \"ZC-001\" = { level = \"warning\", why = \"上年为试点\" } }\n");
  const batch::Run run = job.now.run();
  CHECK(said(run.result) ==
        "上报/101001_甲局.xlsx › 整体 › B3: 警告 ZC-001: 年初结转应为上年的年末结转：填报 "
        "40,000.00，应为 50,000.00，差 -10,000.00（应为数取自 2020年：上报/101001_甲局.xlsx › 整体 "
        "› B5）\n"
        "上报/101002_乙所.xlsx › 整体 › B3: 未能检查 ZC-001: "
        "年初结转应为上年的年末结转：未能检查，上年的数里没有本单位的表 ZC\n");
  CHECK(run.result.checks.at("ZC-002").applied() == 0);
  const xlsx::Workbook summary = xlsx::read_workbook(job.now.folder() / "输出/整体支出汇总表.xlsx");
  const std::string notes = lines_of(summary.sheets.back());
  CAPTURE(notes);
  CHECK(notes.find("任务把公式 ZC-002 的级别由“错误”改为“停用”：项目支出另行核对。") !=
        std::string::npos);
  CHECK(notes.find("ZC-001 | 警告（原为错误，任务调整）") != std::string::npos);
}
