// A job whose form is one project's: units hand in several, on sheets of their
// own or below each other on one.

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>

#include "base/file.h"
#include "batch/run.h"
#include "mapping/extract.h"
#include "report/filled_form.h"
#include "support/budget_forms.h"
#include "support/package_builder.h"
#include "support/sheet_package.h"
#include "support/sheet_text.h"
#include "support/support.h"
#include "xlsx/reader.h"

using namespace huizong;
using namespace huizong::testing;
using model::Standing;

namespace {

class ProjectsJob {
 public:
  explicit ProjectsJob(const std::string& per) {
    write("huizong.toml",
          "[job]\nname = \"项目自评\"\nyear = 2021\nunits = \"单位名录.xlsx\"\n"
          "date = \"2022-03-15\"\n[[form]]\nform = \"项目\"\n");
    write("单位名录.xlsx",
          sheet_package({named(sheet("编码 | 名称 | 主管部门\n'101001 | 甲局 | 甲局\n"
                                     "'101002 | 乙所 | 甲局\n'101003 | 丙站 | 甲局\n"),
                               "名录")}));
    write("映射/项目.toml", project_mapping(per));
    write("表样/项目自评表.xlsx", sheet_package({blank_project_form()}));
  }
  void write(const std::string& name, const std::string& bytes) const {
    testing::write_file(folder_ / name, bytes);
  }
  job::Job load() const { return job::load_job(folder_.path()); }
  model::RunResult read(int threads = 1) const {
    batch::RunOptions how;
    how.threads = threads;
    return batch::read_all(load(), how);
  }
  batch::Run run(int threads = 1) const {
    batch::RunOptions how;
    how.threads = threads;
    return batch::run(load(), how);
  }
  xlsx::Workbook output(const std::string& name) const {
    return xlsx::read_workbook(folder_ / name);
  }

 private:
  TempFolder folder_;
};

std::string submissions(const model::RunResult& result) {
  std::string text;
  for (const model::Submission& s : result.submissions)
    text += s.key.unit + " " + s.key.item + " " +
            model::to_string(s.find("资金.合计.预算数")->value) + "\n";
  return text;
}

std::string owed(const model::RunResult& result) {
  return "in " + std::to_string(result.intake.count(Standing::In)) + " ambiguous " +
         std::to_string(result.intake.count(Standing::Ambiguous)) + " missing " +
         std::to_string(result.intake.count(Standing::Missing));
}

/// Three projects a sheet; one project that came twice and differs; a spare copy that nobody
/// filled.
struct ThreeUnits : ProjectsJob {
  ThreeUnits() : ProjectsJob("sheet") {
    write("上报/101001_甲局.xlsx",
          sheet_package(
              {named(project_form({"甲局", "P1", "道路", "100", "90"}), "1"),
               named(project_form({"甲局", "P2", "桥梁", "200", "150"}), "2"),
               named(project_form({"甲局", "", "绿化/养护", "50", "40", "2021", 5}), "3")}));
    write("上报/101002_乙所.xlsx",
          sheet_package({named(project_form({"乙所", "P8", "仪器", "10", "10"}), "1"),
                         named(project_form({"乙所", "P9", "试剂", "20", "15"}), "2")}));
    write("上报/101002_乙所_补报.xlsx",
          sheet_package({named(project_form({"乙所", "P9", "试剂", "20", "16"}), "1")}));
    write("上报/101003_丙站.xlsx",
          sheet_package({named(project_form({"丙站", "P1", "供水", "30", "40"}), "1"),
                         named(project_form({"丙站", "", "", "", ""}), "2")}));
  }
};

}  // namespace

TEST_CASE("each project is a submission, and a unit is in when one of its projects is", "[items]") {
  const ThreeUnits job;
  const model::RunResult result = job.read();
  CHECK(owed(result) == "in 3 ambiguous 0 missing 0");
  CHECK(submissions(result) ==
        "101001 P1 100\n101001 P2 200\n101001 绿化/养护 50\n101002 P8 10\n101003 P1 30\n");
  REQUIRE(result.intake.duplicate.size() == 1);
  CHECK(result.intake.duplicate[0].item == "P9");
  std::string said;
  for (const model::Finding& f : result.findings) {
    if (f.rule == "XM-D-执行率") continue;  // left blank by everybody
    said += f.unit.code + " " + f.item + " " + f.rule + ": " + f.message.zh + "\n";
  }
  CHECK(said ==
        "101002 P9 XM-X-重复报送: 同一单位的项目“P9”报了 2 份内容不同的表，一份也没有采用，请确定"
        "以哪份为准，把其余的移走：上报/101002_乙所.xlsx、上报/101002_乙所_补报.xlsx\n"
        "101003 P1 XM-001: 执行数不应大于预算数：填报 40.00，应不大于 30.00\n"
        "101003 未写项目（2） XM-X-搁置: 这一份没有写项目，也没有填金额，像是空白表，没有采用\n");
}

TEST_CASE("the summary has a row a project, and a project that is open is no part of it",
          "[items]") {
  const ThreeUnits job;
  const batch::Run run = job.run();
  std::string paths;
  for (const batch::WrittenOutput& o : run.outputs) paths += o.path + "\n";
  CHECK(paths ==
        "输出/填表/101001_甲局_P1.xlsx\n输出/填表/101001_甲局_P2.xlsx\n"
        "输出/填表/101001_甲局_绿化_养护.xlsx\n输出/填表/101002_乙所_P8.xlsx\n"
        "输出/填表/101003_丙站_P1.xlsx\n输出/退回/101002_乙所.xlsx\n"
        "输出/退回/101003_丙站.xlsx\n输出/项目自评汇总表.xlsx\n输出/审核结果.xlsx\n");
  const std::string text = lines_of(job.output("输出/项目自评汇总表.xlsx").sheets.at(2));
  CAPTURE(text);
  const auto holds = [&](const char* line) { return text.find(line) != std::string::npos; };
  CHECK(holds("A3: 不完整：应报 3 家，已报 3 家；1 个项目重复待定。"));
  CHECK(holds(
      "A4: 序号 | 单位编码 | 单位名称 | 项目 | 主管部门 | 预算数 | 执行数 | 执行率 | 计入合计"));
  CHECK(holds("A5: 1 | 101001 | 甲局 | P1 道路 | 甲局 | 100 | 90 | =0.9 | 是"));
  CHECK(holds("A9: 5 | 101002 | 乙所 | P9 | 甲局 | — | 重复报送待定：2 份内容不同"));
  CHECK(holds("A11: 合计 | =390 | =330 | =0.8462"));
  CHECK(holds("计入合计 5 份，不完整"));
}

TEST_CASE("what is filled in for a project is read from it again", "[items]") {
  const ThreeUnits job;
  const batch::Run run = job.run();
  const job::Job loaded = job.load();
  const mapping::Mapping& form = loaded.forms.front().mapping;
  for (std::size_t i = 0; i < run.result.submissions.size(); ++i) {
    const model::Submission& was = run.result.submissions[i];
    const xlsx::Workbook filled = job.output(run.outputs[i].path);
    const auto found = mapping::recognise(form, filled);
    REQUIRE(found.size() == 1);
    const model::Submission now =
        mapping::extract(form, filled, found[0], was.file, {loaded.units, 2021}).submission;
    CHECK(now.key == was.key);
    CHECK(now.tables.at("绩效指标").rows.size() == was.tables.at("绩效指标").rows.size());
    for (const char* path : {"资金.合计.预算数", "资金.合计.执行数", "项目名称", "项目编码"})
      CHECK(now.find(path)->value == was.find(path)->value);
    CHECK(model::to_string(now.find("填报总分")->value) ==
          model::to_string(was.find("总分")->value));
  }
}

TEST_CASE("five projects below each other, and the same bytes with any number of threads",
          "[items]") {
  const ProjectsJob job("block");
  xlsx::Sheet all = project_form({"甲局", "P1", "道路", "1", "1"});
  for (int i = 2; i <= 5; ++i)
    all = stacked(all, project_form({"甲局", "P" + std::to_string(i), "", std::to_string(i), "1",
                                     "2021", i}));
  job.write("上报/101001_甲局.xlsx", sheet_package({all}));
  all = stacked(project_form({"乙所", "P1", "", "7", "1"}),
                project_form({"乙所", "P1", "", "8", "1"}));
  job.write("上报/101002_乙所.xlsx", sheet_package({all}));

  std::map<std::string, std::string> hashes;
  for (const batch::WrittenOutput& o : job.run(1).outputs) hashes[o.path] = o.sha256;
  const batch::Run run = job.run(2);
  for (const batch::WrittenOutput& o : run.outputs) CHECK(hashes[o.path] == o.sha256);
  CHECK(hashes.size() == run.outputs.size());
  CHECK(submissions(run.result) ==
        "101001 P1 1\n101001 P2 2\n101001 P3 3\n101001 P4 4\n101001 P5 5\n");
  CHECK(owed(run.result) == "in 1 ambiguous 1 missing 1");
  REQUIRE(run.result.intake.duplicate.size() == 1);
  CHECK(run.result.intake.duplicate[0].set_aside ==
        std::vector<std::string>{"上报/101002_乙所.xlsx › 项目 › A1",
                                 "上报/101002_乙所.xlsx › 项目 › A13"});
}

TEST_CASE("names that Windows takes for one file are told apart", "[items]") {
  const ProjectsJob job("sheet");
  job.write("上报/101001_甲局.xlsx",
            sheet_package({named(project_form({"甲局", "", "a/b"}), "1"),
                           named(project_form({"甲局", "", "A_B"}), "2")}));
  const batch::Run run = job.run();
  REQUIRE(run.outputs.size() == 4);
  CHECK(run.outputs[0].path == "输出/填表/101001_甲局_A_B.xlsx");
  CHECK(run.outputs[1].path == "输出/填表/101001_甲局_a_b~" + sha256("a/b").substr(0, 6) + ".xlsx");
}

// A project whose title had been retyped was left out of the sums, and nobody was told.
TEST_CASE("a project's sheet with another title is not read, and that is said", "[items]") {
  const ProjectsJob job("sheet");
  xlsx::Sheet retitled = project_form({"甲局", "P2", ""});
  for (xlsx::Cell& cell : retitled.cells) {
    if (cell.text.find("项目支出绩效自评表") != std::string::npos) cell.text = "专项资金使用情况表";
  }
  job.write("上报/101001_甲局.xlsx",
            sheet_package({named(project_form({"甲局", "P1", ""}), "1"), named(retitled, "2")}));
  const model::RunResult result = job.read();
  CHECK(submissions(result) == "101001 P1 100\n");
  REQUIRE(result.findings.size() == 2);  // 执行率 left blank besides
  CHECK(result.findings[0].rule == "XM-X-未认");
  CHECK(result.findings[0].level == Severity::Warning);
  CHECK(to_string(result.findings[0].place) == "上报/101001_甲局.xlsx › 2");
  CHECK(result.findings[0].message.zh ==
        "这张工作表有几分像项目支出绩效自评表，但标题或表头对不上，没有读取；如果是一个项目，请照表"
        "样改回标题和表头");
}

TEST_CASE("a hidden project is not read, and that is said", "[items]") {
  const ProjectsJob job("sheet");
  const std::string shown = sheet_package(
      {named(project_form({"甲局", "P1", ""}), "1"), named(project_form({"甲局", "P2", ""}), "2")});
  Parts parts;
  for (const std::string& name : part_names(shown)) parts.emplace_back(name, part_of(shown, name));
  std::string workbook = part_of(shown, "xl/workbook.xml");
  workbook.insert(workbook.find("name=\"2\""), "state=\"hidden\" ");
  set_part(parts, "xl/workbook.xml", workbook);
  job.write("上报/101001_甲局.xlsx", zip_package(parts));
  const model::RunResult result = job.read();
  CHECK(submissions(result) == "101001 P1 100\n");
  REQUIRE(result.findings.size() == 2);  // 执行率 left blank besides
  CHECK(result.findings[0].rule == "XM-X-隐藏");
  CHECK(to_string(result.findings[0].place) == "上报/101001_甲局.xlsx › 2");
  CHECK(result.findings[0].message.zh ==
        "这张工作表也像项目支出绩效自评表，但是隐藏的，没有读取；如果是一个项目，请取消隐藏");
}
