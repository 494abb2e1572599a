#include "report/findings.h"

#include <catch2/catch.hpp>

#include "report/findings/list.h"
#include "report/return_slip.h"
#include "report/sample_job.h"
#include "report/wrap.h"
#include "support/support.h"
#include "xlsx/package/package.h"

using namespace huizong;
using testing::dump;
using testing::row_of;
using testing::sample_job;

TEST_CASE("every finding is a row, and says which one it follows from", "[findings]") {
  const auto s = sample_job();
  const report::Output out = report::findings_workbook(s.job, s.result);
  CHECK(out.kind == "findings");
  CHECK(out.path == "输出/审核结果.xlsx");
  const std::string sheet = dump(out.bytes, "审核结果");
  CHECK(row_of(sheet, 2) ==
        "错误 1 处，警告 0 处，提示 0 处，未能检查 1 处（由前一条引起的不另计）");
  CHECK(row_of(sheet, 3) ==
        "序号 | 因 | 级别 | 单位编码 | 单位名称 | 工作表 | 单元格 | 公式编号 | 说明 "
        "| 填报数 | 应为 | 差额 | 线索 | 文件 | 指标 | 取数 | 依据");
  CHECK(row_of(sheet, 5) ==
        "2 | 第 1 条 | 未能检查 | 001003 | 示例单位三 | 自评表 | F5 | ZTZP-D-总分 | "
        "总分无法核对：执行率得分算不出来 | 99.5 | | | | 上报/001003_示例单位三.xlsx | 填报总分");
  CHECK(row_of(sheet, 6) ==
        "3 | | 错误 | 002004 | 示例单位七 | 自评表 | E5 | ZTZP-001 | "
        "年初预算数的合计应等于各项之和：填报 100.00，应为 95.00 | 100 | 95 | 5 | 相差数与 "
        "E8 相等，可能漏加 | 上报/002004_示例单位七.xlsx | 资金.合计.年初预算数 | E6:E7 | "
        "示例办法第三条");
}

TEST_CASE("公式目录 lists every rule with what became of it", "[findings]") {
  const auto s = sample_job();
  const std::string sheet = dump(report::findings_workbook(s.job, s.result).bytes, "公式目录");
  CHECK(row_of(sheet, 3) ==
        "序号 | 公式编号 | 级别 | 说明 | 公式 | 依据 | 执行 | 通过 | 未通过 | 未能检查 | 不适用");
  CHECK(row_of(sheet, 5) ==
        "2 | ZTZP-D-执行率 | 错误 | 填报的“执行率”应与按公式计算的结果一致 | 资金.合计.执行率 = "
        "资金.合计.全年执行数 / 资金.合计.全年预算数 | "
        "| 4 | 3 | 0 | 1 | 0");
}

TEST_CASE("公式目录 explains every rule that a finding names", "[findings]") {
  // What is said of reading has no counts, and had no line: 公式编号 ZTZP-T-… led nowhere.
  struct Case {
    const char* rule;
    const char* want;
  };
  const auto c = GENERATE(values<Case>({
      {"ZTZP-T-绩效指标.得分",
       " | ZTZP-T-… | 按各条所列 | 各栏应能按所要求的类型读出；写成文字而认得出的，按所认的读取"
       "（编号末尾是栏名） | | | — | — | — | — | —\n"},
      {"ZTZP-L-资金", " | ZTZP-L-… | 按各条所列 | 各块的行、列应与表样对齐；"},
      {"ZTZP-M-单位", " | ZTZP-M-单位 | 提示 | 表上的金额单位应与表样一致；"},
      {"ZTZP-X-重复报送", " | ZTZP-X-重复报送 | 按各条所列 | 同一单位的同一张表应只报一份；"},
      {"ZTZP-X-搁置", " | ZTZP-X-搁置 | 提示 | 别的年度的表、没有填金额的表，"},
      {"ZTZP-X-未要求", " | ZTZP-X-未要求 | 错误 | 报这张表的应是单位名录“应报表”中要求的单位；"},
  }));
  auto s = sample_job();
  s.result.findings[0].rule = c.rule;
  s.result.findings[0].form = "ZTZP";
  const std::string sheet = dump(report::findings_workbook(s.job, s.result).bytes, "公式目录");
  CAPTURE(c.rule, sheet);
  CHECK(sheet.find(c.want) != std::string::npos);
}

TEST_CASE("报送情况 has every unit, and every file that was not used", "[findings]") {
  const auto s = sample_job();
  const std::string sheet = dump(report::findings_workbook(s.job, s.result).bytes, "报送情况");
  CHECK(row_of(sheet, 5) ==
        "1 | 001001 | 示例单位一 | 示例主管部门甲 | 部门整体支出绩效自评表 | 已报");
  CHECK(row_of(sheet, 8) ==
        "4 | 002001 | 示例单位四 | 示例主管部门乙 | 部门整体支出绩效自评表 | 缺报");
  CHECK(row_of(sheet, 15) ==
        "1 | | 某某局 | | | 单位不明 | 上报/某某局.xlsx | "
        "单位名录中没有这个单位；请核对表上的单位名称，或补进单位名录。");
}

TEST_CASE("a run without findings still gives a workbook", "[findings]") {
  auto s = sample_job();
  s.result = {};
  CHECK(row_of(dump(report::findings_workbook(s.job, s.result).bytes, "审核结果"), 4) ==
        "没有审核结果。");
}

TEST_CASE("a number keeps the decimals that make the difference", "[findings]") {
  auto s = sample_job();
  s.result.findings.resize(1);
  s.result.findings[0].reported = *Decimal::parse("100.004");
  CHECK(row_of(dump(report::findings_workbook(s.job, s.result).bytes, "审核结果"), 4)
            .find(" | 100.004 | 95 | 5 | ") != std::string::npos);
}

TEST_CASE("findings that name each other as cause are still all listed", "[findings]") {
  std::vector<model::Finding> findings(4);
  findings[0].cause = 1;
  findings[1].cause = 0;
  findings[2].cause = 77;  // no such finding
  findings[3].cause = 3;   // itself
  std::string order;
  for (const auto& l : report::listed(findings, {}))
    order += fmt::format("{}/{} ", l.number, l.depth);
  CHECK(order == "1/0 2/0 3/0 4/1 ");
}

TEST_CASE("a text needs as many lines as its column makes of it", "[wrap]") {
  struct Case {
    const char* text;
    double width;
    int lines;
  };
  const auto c = GENERATE(values<Case>({
      {"", 10, 1},
      {"示例单位", 8, 1},
      {"示例单位一", 8, 2},
      {"第一行\n第二行", 40, 2},
      {"上报/001001_very_long_file_name.xlsx", 20, 3},  // broken inside, as Excel does
      {"AB CD EF", 5, 2},
  }));
  CAPTURE(c.text);
  CHECK(report::lines_in(c.text, c.width) == c.lines);
}

TEST_CASE("an explained warning says by whom, one not yet approved says why not", "[findings]") {
  auto s = sample_job();
  s.result.findings[0].level = Severity::Warning;
  s.result.findings[0].answer = model::Answer{"年中调整预算", "科长", "2022-03-20", {}};
  const auto sheet = [&] {
    return dump(report::findings_workbook(s.job, s.result).bytes, "审核结果");
  };
  CHECK(
      row_of(sheet(), 2) ==
      "错误 0 处，警告 0 处（另有 1 处已说明），提示 0 处，未能检查 1 处（由前一条引起的不另计）");
  CHECK(row_of(sheet(), 6).find("3 | | 已说明 | 002004 |") == 0);
  CHECK(row_of(sheet(), 6).find(" | 年中调整预算（审批：科长，2022-03-20）") != std::string::npos);
  CHECK(report::slips(s.job, s.result).size() == 2);  // it has nothing to send back for it

  s.result.findings[0].answer->open = {"还没有审批人", "nobody has approved it yet"};
  CHECK(row_of(sheet(), 6).find(" | 未放行，还没有审批人：年中调整预算（") != std::string::npos);
  CHECK(report::slips(s.job, s.result).size() == 3);
}

TEST_CASE("规则×单位 has a mark for every root at its rule and unit, and totals", "[findings]") {
  auto s = sample_job();
  model::Finding again = s.result.findings[0];
  again.level = Severity::Warning;
  s.result.findings.push_back(again);
  again.answer = model::Answer{"已核", "科长", "", {}};
  s.result.findings.push_back(again);
  again.level = Severity::Note;
  s.result.findings.push_back(again);  // nothing to be done about it: not in the matrix
  const std::string sheet = dump(report::findings_workbook(s.job, s.result).bytes, "规则×单位");
  // As many units as rules: the rules stand across.
  CHECK(row_of(sheet, 3) == "单位编码 | 单位名称 | 合计 | ZTZP-001 | ZTZP-D-执行率");
  CHECK(row_of(sheet, 4) == "001003 | 示例单位三 | 1 | | 未1");
  CHECK(sheet.find("\n5: 002004 | 示例单位七 | 3 | 错1\n警1\n说1") != std::string::npos);
  CHECK(sheet.find("\n6: 合计 | | 4 | 3 | 1") != std::string::npos);
}

TEST_CASE("where units are fewer than rules they stand across, by name", "[findings]") {
  auto s = sample_job();
  for (auto& finding : s.result.findings) finding.unit = {"001003", "示例单位三"};
  const std::string sheet = dump(report::findings_workbook(s.job, s.result).bytes, "规则×单位");
  CHECK(row_of(sheet, 3) == "公式编号 | 说明 | 合计 | 示例单位三");
  CHECK(row_of(sheet, 4) ==
        "ZTZP-001 | 各项（年初预算数、全年预算数）的合计应等于各项之和 | 1 | 错1");
}

TEST_CASE("a matrix without anything says so", "[findings]") {
  auto s = sample_job();
  s.result.findings.clear();
  CHECK(row_of(dump(report::findings_workbook(s.job, s.result).bytes, "规则×单位"), 3) ==
        "没有错误、警告和未能检查。");
}

TEST_CASE("未能检查 stands apart too, with the numbers of the whole list", "[findings]") {
  auto s = sample_job();
  const std::string sheet = dump(report::findings_workbook(s.job, s.result).bytes, "未能检查");
  CHECK(row_of(sheet, 2) == "下列各项缺数或读不出，没有检查，不等于通过；序号同“审核结果”。");
  CHECK(row_of(sheet, 4).find("1 | | 未能检查 | 001003 |") == 0);
  CHECK(row_of(sheet, 5).find("2 | 第 1 条 | 未能检查 | 001003 |") == 0);
  CHECK(row_of(sheet, 6).empty());
  s.result.findings.resize(1);
  CHECK(row_of(dump(report::findings_workbook(s.job, s.result).bytes, "未能检查"), 4) ==
        "没有未能检查的。");
}

TEST_CASE("a finding leads to its cell, and a mark to its finding; filters work under the lock",
          "[findings]") {
  const auto s = sample_job();
  const xlsx::Package package(report::findings_workbook(s.job, s.result).bytes);
  const std::string list = package.read("xl/worksheets/sheet1.xml");
  CHECK(list.find("<autoFilter ref=\"A3:Q6\"/>") != std::string::npos);
  CHECK(list.find("<sheetProtection ") != std::string::npos);
  CHECK(list.find(" autoFilter=\"0\"") != std::string::npos);
  CHECK(package.read("xl/worksheets/_rels/sheet1.xml.rels").find("../") != std::string::npos);
  const std::string matrix = package.read("xl/worksheets/sheet2.xml");
  CHECK(matrix.find("location=\"'审核结果'!A6\"") != std::string::npos);  // of 示例单位七
  CHECK(matrix.find("location=\"'公式目录'!B4\"") != std::string::npos);
}
