// 承德2024's workbook with things changed in it: the department's text against the projects' forms
// beside it.

#include <algorithm>
#include <catch2/catch.hpp>

#include "batch/run.h"
#include "support/sample_submission.h"
#include "support/sheet_package.h"
#include "support/sheet_text.h"
#include "support/support.h"
#include "xlsx/reader.h"

using namespace huizong;
using namespace huizong::testing;

namespace {

const char* const kFile = "上报/133001_承德高新技术产业开发区城市管理综合行政执法局本级.xlsx";

class BudgetText {
 public:
  BudgetText() : sheets_(xlsx::read_workbook(example() / kFile).sheets) {}

  xlsx::Sheet& sheet(std::string_view begins) {
    return *std::find_if(sheets_.begin(), sheets_.end(),
                         [&](const auto& s) { return s.name.starts_with(begins); });
  }
  void take_out(std::string_view begins) {
    std::erase_if(sheets_, [&](const auto& s) { return s.name.starts_with(begins); });
  }

  /// What is found by the rules that begin with this.
  std::string findings(const std::string& rules) const {
    const TempFolder folder;
    write_file(folder / kFile, sheet_package(sheets_));
    job::Job job = job::load_job(example());
    job.folder = folder.path();
    auto found = batch::read_all(job, {}).findings;
    std::erase_if(found, [&](const auto& f) { return !f.rule.starts_with(rules); });
    return lines(found);
  }

 private:
  static std::filesystem::path example() { return project_file("examples/承德2024"); }
  std::vector<xlsx::Sheet> sheets_;
};

/// As a message tells where in the projects' forms the expected number comes from: the first three.
std::string taken_from(std::initializer_list<const char*> sheets, const std::string& cell, int of) {
  std::string text;
  for (const char* sheet : sheets)
    text += (text.empty() ? "" : "、") + std::string(kFile) + " › " + sheet + " › " + cell;
  return "（应为数取自 " + text + " 等 " + std::to_string(of) + " 处）";
}

}  // namespace

TEST_CASE("a project that is in the contents but has no form is found", "[forms]") {
  BudgetText text;
  text.take_out("9.");
  CHECK(text.findings("YSWB-00") ==
        "A8: 错误 YSWB-001: 目录里的项目名称应与正文一致，正文没有同名的表"
        "（原文“2.冯营供销社地块围挡建设费用绩效目标表”）\n"
        "A15: 错误 YSWB-001: 目录里的项目名称应与正文一致，正文没有同名的表"
        "（原文“9.综合管理服务专项绩效目标表”）\n"
        "A7: 错误 YSWB-002: 目录里的项目数应等于正文的表数：填报 9，应为 8，差 1" +
            taken_from({"3.凤凰山山体公园人行道路建设费用",
                        "4.建筑垃圾消纳场道路和桥梁工程项目建设费用", "1.法律顾问"},
                       "E4", 8) +
            "（原文“1.法律顾问绩效目标表”）\n");
}

TEST_CASE("codes of another year or another place are found among a unit's projects", "[forms]") {
  BudgetText text;
  put(text.sheet("目录"), "A8", "2.冯营子供销社地块围挡建设费用绩效目标表");
  CHECK(text.findings("YSWB-00") == "");
  // A count stood as the reported value, 填报 8，应为 9, at the first sheet whose code was right.
  put(text.sheet("6."), "B4", "13081123P00008010001K");
  CHECK(text.findings("YSWB-00") ==
        "A1: 错误 YSWB-003: 项目编码的第7、8位应是文本的年度：填报 23，应为 24，差 -1\n");
  put(text.sheet("6."), "B4", "13010124P00008010001K");  // less than the others'
  CHECK(text.findings("YSWB-00") ==
        "A1: 错误 YSWB-004: 项目编码的前六位（地区）应与其余项目相同：填报 130,101，应为 130,811，差 "
        "-710\n");
}

TEST_CASE("standards of 优良中差 that do not go down are found", "[forms]") {
  BudgetText text;
  put(text.sheet("分项绩效目标"), "D11", "90%");
  CHECK(text.findings("YSWB-021") == "D11: 错误 YSWB-021: 评价标准应由优到差依次降低\n");
}
