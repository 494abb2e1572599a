// A job whose form has three sheets, one of them in another unit of money; and
// one whose projects do not name their unit, which another form of the workbook
// does.

#include <algorithm>
#include <catch2/catch.hpp>

#include "batch/run.h"
#include "mapping/extract.h"
#include "support/budget_forms.h"
#include "support/sheet_package.h"
#include "support/sheet_text.h"
#include "support/support.h"
#include "xlsx/reader.h"

using namespace huizong;
using namespace huizong::testing;

namespace {

const char* const kJob =
    "[job]\nname = \"决算\"\nyear = 2021\nunits = \"单位名录.xlsx\"\ndate = \"2022-03-15\"\n"
    "[[form]]\nform = \"决算\"\n";

class AccountsJob {
 public:
  AccountsJob() {
    write("huizong.toml", kJob);
    write(
        "单位名录.xlsx",
        sheet_package({named(sheet("编码 | 名称\n'101001 | 示例单位\n'101002 | 乙所\n"), "名录")}));
    write("映射/决算.toml", accounts_mapping());
    write("表样/部门决算报表.xlsx", sheet_package(blank_accounts_form()));
  }
  void write(const std::string& name, const std::string& bytes) const {
    write_file(folder_ / name, bytes);
  }
  job::Job load() const { return job::load_job(folder_.path()); }
  batch::Run run() const {
    batch::RunOptions how;
    how.threads = 1;
    return batch::run(load(), how);
  }
  xlsx::Workbook output(const std::string& name) const {
    return xlsx::read_workbook(folder_ / name);
  }

 private:
  TempFolder folder_;
};

std::string findings(const model::RunResult& result) {
  std::string text;
  for (const model::Finding& f : result.findings)
    text += (f.cause ? "  " : "") + name_of(f.level).zh + " " + f.rule + " " + to_string(f.place) +
            "\n";
  return text;
}

}  // namespace

TEST_CASE("a form of three sheets is filled into one workbook, each in its own unit of money",
          "[sheets]") {
  const AccountsJob job;
  job.write("上报/101001.xlsx", sheet_package(accounts_form()));
  const batch::Run run = job.run();
  CHECK(findings(run.result).empty());
  REQUIRE(run.outputs.front().path == "输出/填表/101001_示例单位.xlsx");
  const xlsx::Workbook filled = job.output(run.outputs.front().path);
  REQUIRE(filled.sheets.size() == 3);
  CHECK(lines_of(filled.sheets[0]) ==
        "A1: 2021年度收入决算表\nA2: 部门：示例单位 | 单位：万元\nA3: 项目 | 预算数 | 决算数\n"
        "A4: 财政拨款收入 | 300 | 310\nA5: 其他收入 | 20 | 15.5\nA6: 收入合计 | 320 | 325.5\n");
  CHECK(lines_of(filled.sheets[1]) ==
        "A1: ____年度支出决算表\nA2: 单位：万元\nA3: 科目名称 | 决算数\nA4: 教育支出 | 200\n"
        "A5: 住房保障支出 | 100\nA6: 卫生健康支出 | 20.5\nA7: 社会保障支出 | 5\n"
        "A8: 支出合计 | =325.5\nA9: 本年收支差额 | =0\n");
  CHECK(lines_of(filled.sheets[2]) ==
        "A1: ____年度“三公”经费支出表\nA2: 单位：元\nA3: 项目 | 决算数\nA4: 因公出国（境）费 | 0\n"
        "A5: 公务用车购置及运行费 | 25000\nA6: 公务接待费 | 3050.5\nA7: 合计 | 28050.5\n");

  const job::Job loaded = job.load();
  const mapping::Mapping& form = loaded.forms.front().mapping;
  const auto found = mapping::recognise(form, filled);
  REQUIRE(found.size() == 1);
  const model::Submission again =
      mapping::extract(form, filled, found[0], "101001.xlsx", {loaded.units, 2021}).submission;
  const model::Submission& was = run.result.submissions.front();
  for (const auto& [path, figure] : was.figures) {
    if (figure.derived) continue;
    CAPTURE(path);
    CHECK(again.find(path)->value == figure.value);
  }
  CHECK(again.tables.at("支出").rows.size() == 4);
}

TEST_CASE("of a missing sheet everything that could not be checked follows", "[sheets]") {
  const AccountsJob job;
  auto sheets = accounts_form();
  sheets.erase(sheets.begin() + 1);
  sheets[1].name = "Sheet2";
  job.write("上报/101001.xlsx", sheet_package(sheets));
  const batch::Run run = job.run();
  CHECK(run.result.intake.count(model::Standing::In) == 1);
  CHECK(findings(run.result) ==
        "错误 JS-S-支出决算表 上报/101001.xlsx\n"
        "  未能检查 JS-D-支出合计数 上报/101001.xlsx\n"
        "  未能检查 JS-D-差额 上报/101001.xlsx\n"
        "  未能检查 JS-002 上报/101001.xlsx › Sheet2 › B7\n");
  const xlsx::Workbook filled = job.output("输出/填表/101001_示例单位.xlsx");
  CHECK(filled.sheets[0].text_at({5, 2}) == "325.5");
  CHECK(filled.sheets[1].text_at({5, 1}).empty());  // 支出合计: n/a, not 0
  CHECK(filled.sheets[2].text_at({5, 1}) == "3050.5");
}

TEST_CASE("projects whose unit another form of the workbook names", "[sheets]") {
  const AccountsJob job;
  job.write(
      "huizong.toml",
      std::string(kJob) + "[[form]]\nform = \"项目\"\nunit_from = [\"cell\", \"workbook\"]\n");
  job.write("映射/项目.toml", project_mapping("sheet"));
  job.write("表样/项目自评表.xlsx", sheet_package({blank_project_form()}));
  auto sheets = accounts_form();
  sheets.push_back(named(project_form({"", "P1", "道路"}), "P1"));
  sheets.push_back(named(project_form({"乙所", "P2", "桥梁"}), "P2"));
  job.write("上报/甲.xlsx", sheet_package(sheets));
  const batch::Run run = job.run();
  std::string keys;
  for (const model::Submission& s : run.result.submissions)
    keys += s.key.unit + " " + s.key.form + " " + s.key.item + "\n";
  CHECK(keys == "101001 JS \n101002 XM P2\n");
  CHECK(run.result.intake.unknown.size() == 1);  // two units are named: P1 may be either's
  sheets.pop_back();
  job.write("上报/甲.xlsx", sheet_package(sheets));
  const batch::Run clear = job.run();
  keys.clear();
  for (const model::Submission& s : clear.result.submissions)
    keys += s.key.unit + " " + s.key.form + " " + s.key.item + "\n";
  CHECK(keys == "101001 JS \n101001 XM P1\n");
  CHECK(clear.outputs[1].path == "输出/填表/项目支出绩效自评表/101001_示例单位_P1.xlsx");
}
