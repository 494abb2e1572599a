#include "report/summary.h"

#include <catch2/catch.hpp>

#include "derive/derive.h"
#include "report/office_programs.h"
#include "report/sample_job.h"
#include "support/package_builder.h"
#include "support/sample_submission.h"
#include "support/support.h"

using namespace huizong;
using testing::check_as_office_programs_do;
using testing::dump;
using testing::row_of;
using testing::sample_job;

namespace {

constexpr const char* kForm = "部门整体支出绩效自评表";

std::string sheet_of(const testing::SampleJob& s, const std::string& name) {
  return dump(report::summary_workbook(s.job, s.result).bytes, name);
}

formula::Definitions& definitions(testing::SampleJob& s) {
  return s.job.forms.front().mapping.definitions;
}

/// The formula text of a cell of the third sheet, the first form's.
std::string formula_of(const std::string& workbook, const std::string& cell) {
  const std::string xml = testing::part_of(workbook, "xl/worksheets/sheet3.xml");
  const std::size_t at = xml.find("r=\"" + cell + "\"");
  const std::size_t begin = xml.find("<f>", at) + 3;
  return xml.substr(begin, xml.find("</f>", begin) - begin);
}

}  // namespace

TEST_CASE("the summary lists every unit that owes the form, in the list's order", "[summary]") {
  const std::string sheet = sheet_of(sample_job(), kForm);
  CHECK(row_of(sheet, 1) == "部门整体支出绩效自评表汇总表");
  CHECK(row_of(sheet, 2) == "2021年度 | | | | | | | | 金额单位：万元");
  CHECK(row_of(sheet, 4) ==
        "序号 | 单位编码 | 单位名称 | 主管部门 | 年初预算数 | 全年预算数 | 全年执行数 | 执行率 | "
        "执行率得分 | 产出指标得分 | 总分 | "
        "等级 | 排名 | 计入合计 | 备注 | 资金.合计.分值 | SUM(绩效指标.得分) | 计入合计的总分");
  CHECK(row_of(sheet, 5) ==
        "1 | 001001 | 示例单位一 | 示例主管部门甲 | 100 | 200 | 190 | =0.95 | =9.5 | 60 | =99.5 | "
        "=优 | =1 | 是 | | 10 | 90 | =99.5");
  CHECK(row_of(sheet, 8) ==
        "4 | 002001 | 示例单位四 | 示例主管部门乙 | | | | | | | | | | — | 未报");
  CHECK(row_of(sheet, 9) ==
        "5 | 002002 | 示例单位五 | 示例主管部门乙 | | | | | | | | | | — | "
        "未读：是 Excel 97-2003 "
        "工作簿，请另存为 .xlsx 后再报");
  CHECK(row_of(sheet, 10) ==
        "6 | 002003 | 示例单位六 | 示例主管部门乙 | | | | | | | | | | — | "
        "重复报送待定：2 份内容不同");
}

TEST_CASE("a figure that cannot be computed is empty, with its reason", "[summary]") {
  CHECK(row_of(sheet_of(sample_job(), kForm), 7) ==
        "3 | 001003 | 示例单位三 | 示例主管部门甲 | 100 | | 190 | = | = | 60 | = | = | = | 是 | "
        "全年预算数未填 | 10 | 90 | =");
}

TEST_CASE("what is kept out is shown, and is in no total, rank or mean", "[summary]") {
  const std::string sheet = sheet_of(sample_job(), kForm);
  CHECK(row_of(sheet, 6) ==
        "2 | 001002 | 示例单位二 | 示例主管部门甲 | 1000000 | 2000000 | 2000000 | =1 | =10 | 60 | "
        "=100 | =优 | = | 否 | "
        "不计入合计：表头单位是万元，金额像是元 | 10 | 90 | =");
  CHECK(row_of(sheet, 11) ==
        "7 | 002004 | 示例单位七 | 示例主管部门乙 | 100 | 200 | 66.67 | =0.3334 | =3.33 | 60 | "
        "=78.83 | =中 | =2 | 是 | | 10 | 75.5 | "
        "=78.83");
}

TEST_CASE(
    "the rate of the totals row is computed from the totals, and marked where a unit gave only "
    "half of it",
    "[summary]") {
  // 执行数 of a unit without 预算数 is in the one total and not in the other: 446.67 / 400
  CHECK(row_of(sheet_of(sample_job(), kForm), 12) ==
        "合计 | | | | =300 | =400 | =446.67 | =1.1167 | =6.42 | =60 | =89.17 | | | | "
        "计入合计 3 家，不完整；执行率所据的各数家数不齐，不宜引用；按填齐的 2 家重算为 64.17%");
}

TEST_CASE("an incomplete summary says so above its heading", "[summary]") {
  testing::SampleJob s = sample_job();
  CHECK(row_of(sheet_of(s, kForm), 3) ==
        "不完整：应报 7 家，已报 4 家；缺报 1 家、未读 1 家、重复待定 1 家；1 家不计入合计；1 "
        "家缺数，合计中没有它们所缺的数。");
  s.result.intake.owed.resize(1);
  s.result.submissions.resize(1);
  CHECK(row_of(sheet_of(s, kForm), 3) == "应报 1 家，已报 1 家，全部计入合计。");
}

TEST_CASE("each 主管部门 has its own sums and rates, and nothing is left of the totals",
          "[summary]") {
  const auto s = sample_job();
  const std::string sheet = sheet_of(s, kForm);
  CHECK(row_of(sheet, 14) == "按主管部门小计");
  CHECK(row_of(sheet, 16) ==
        "小计 | | | 示例主管部门乙 | =100 | =200 | =66.67 | =0.3334 | =3.33 | =60 | =78.83 | | | | "
        "计入合计 1 家");
  CHECK(row_of(sheet, 17) == "核对：合计减各小计（应为 0） | | | | =0 | =0 | =0");
  const std::string book = report::summary_workbook(s.job, s.result).bytes;
  CHECK(formula_of(book, "H16") == "IF(COUNT(G16,F16)&lt;2,\"\",IF(F16=0,\"\",ROUND(G16/F16,4)))");
  CHECK(formula_of(book, "E16") ==
        "IF(SUMPRODUCT(($N$5:$N$11=\"是\")*EXACT($D$5:$D$11,$D$16)*ISNUMBER($E$5:$E$11))=0,\"\","
        "SUMPRODUCT(($N$5:$N$11=\"是\")*EXACT($D$5:$D$11,$D$16),$E$5:$E$11))");
}

TEST_CASE("a figure leads to the cell it was read from, and the unit to its form", "[summary]") {
  const auto s = sample_job();
  const std::string book = report::summary_workbook(s.job, s.result).bytes;
  const auto sheet = testing::part_of(book, "xl/worksheets/sheet3.xml");
  const auto links = testing::part_of(book, "xl/worksheets/_rels/sheet3.xml.rels");
  CHECK(sheet.find("<hyperlink ref=\"C5\"") != std::string::npos);
  CHECK(sheet.find("location=\"'自评表'!") != std::string::npos);
  CHECK(links.find("Target=\"../上报/") != std::string::npos);
  CHECK(links.find('\\') == std::string::npos);
}

TEST_CASE("the grades are counted, and the count is checked", "[summary]") {
  const std::string sheet = sheet_of(sample_job(), kForm);
  CHECK(row_of(sheet, 19) == "| 等级分布");
  const char* const want[] = {"| | 优 | =1",   "| | 良 | =0",     "| | 中 | =1",
                              "| | 差 | =0",   "| | 未定级 | =1", "| | 不计入合计 | =1",
                              "| | 合计 | =4", "| | 已报 | 4",    "| | 核对 | =相符"};
  for (int i = 0; i < 9; ++i) CHECK(row_of(sheet, 21 + i) == want[i]);
}

TEST_CASE("what can be computed is a live formula over cells, never over pasted constants",
          "[summary]") {
  const auto s = sample_job();
  const std::string book = report::summary_workbook(s.job, s.result).bytes;
  CHECK(formula_of(book, "H5") == "IF(COUNT(G5,F5)&lt;2,\"\",IF(F5=0,\"\",ROUND(G5/F5,4)))");
  CHECK(formula_of(book, "H12") == "IF(COUNT(G12,F12)&lt;2,\"\",IF(F12=0,\"\",ROUND(G12/F12,4)))");
  CHECK(formula_of(book, "R5") == "IF(N5=\"是\",IF(ISBLANK(K5),\"\",K5),\"\")");
  CHECK(formula_of(book, "G12") ==
        "IF(SUMPRODUCT(($N$5:$N$11=\"是\")*ISNUMBER($G$5:$G$11))=0,\"\",SUMIF($N$5:$N$11,\"是\",$G$"
        "5:$G$11))");
}

TEST_CASE("a ratio whose operands stand in no column of sums gets helper totals", "[summary]") {
  testing::SampleJob s = sample_job();
  auto& columns = definitions(s).summary;
  columns = {{"执行率（百分点）", formula::parse("执行率 * 100"), formula::Total::Ratio, "0.00"},
             {"全年预算数", formula::parse("资金.合计.全年预算数"), formula::Total::Mean, ""}};
  const std::string sheet = sheet_of(s, kForm);
  CHECK(row_of(sheet, 4) ==
        "序号 | 单位编码 | 单位名称 | 主管部门 | 执行率（百分点） | 全年预算数 | 计入合计 | 备注 | "
        "执行率 | 资金.合计.全年执行数");
  CHECK(row_of(sheet, 5) ==
        "1 | 001001 | 示例单位一 | 示例主管部门甲 | =95 | 200 | 是 | | =0.95 | 190");
  // 全年预算数 has its mean in the totals row, which is what the ratio reads there: 446.67 / 200
  CHECK(row_of(sheet, 12).find("合计 | | | | =223.34 | =200 |") == 0);
}

TEST_CASE("a column that Excel cannot compute is written as values and listed", "[summary]") {
  testing::SampleJob s = sample_job();
  definitions(s).summary = {{"得分", formula::parse("VALUE(\"10\")"), formula::Total::Sum, ""}};
  CHECK(row_of(sheet_of(s, kForm), 5) == "1 | 001001 | 示例单位一 | 示例主管部门甲 | 10 | 是");
  CHECK(
      sheet_of(s, "编制说明")
          .find(
              "7. “部门整体支出绩效自评表”的下列各列不能写成 Excel 公式，写的是算好的值：得分。") !=
      std::string::npos);
}

TEST_CASE("a unit with several items has a row for each", "[summary]") {
  testing::SampleJob s = sample_job();
  s.result.intake.owed.resize(1);
  s.result.submissions.resize(2);
  s.result.submissions[0].key.item = "甲项目";
  s.result.submissions[1] = s.result.submissions[0];
  s.result.submissions[1].key.item = "乙项目";
  const std::string sheet = sheet_of(s, kForm);
  CHECK(row_of(sheet, 5).find(
            "1 | 001001 | 示例单位一 | 甲项目 | 示例主管部门甲 | 100 | 200 | 190 | =0.95") == 0);
  CHECK(row_of(sheet, 6).find(
            "2 | 001001 | 示例单位一 | 乙项目 | 示例主管部门甲 | 100 | 200 | 190 | =0.95") == 0);
  CHECK(row_of(sheet, 7).find("合计 | | | | | =200 | =400 | =380 | =0.95") == 0);
}

TEST_CASE("no unit owes anything, nothing came in", "[summary]") {
  testing::SampleJob s = sample_job();
  s.result = {};
  CHECK(row_of(sheet_of(s, kForm), 5) == "没有应报单位。");
  check_as_office_programs_do({{"empty", report::summary_workbook(s.job, s.result).bytes}});
}

TEST_CASE("the cover tells whether the summary can be signed", "[summary]") {
  testing::SampleJob s = sample_job();
  std::string cover = sheet_of(s, "封面");
  CHECK(row_of(cover, 1) == "2021年度部门整体支出绩效自评");
  CHECK(row_of(cover, 7) == "部门整体支出绩效自评表 | 7 | 4 | 1 | 1 | 1");
  CHECK(row_of(cover, 11) == "条数（由前一条引起的不另计） | 1 | 0 | 0 | 1");
  CHECK(row_of(cover, 14) ==
        "暂不能定稿：错误 1 处；错误级公式未能检查 1 处；缺报 1 家；重复报送待定 1 家；未读文件 1 "
        "个；单位不明的文件 1 个。");
  CHECK(row_of(cover, 16) == "编制日期：2022年3月15日");
  CHECK(row_of(cover, 18) == "填表人： | | 审核人： | | 负责人：");

  s.job.date.clear();
  s.result.findings.clear();
  s.result.intake = {};
  cover = sheet_of(s, "封面");
  CHECK(row_of(cover, 14) == "可以定稿。");
  CHECK(row_of(cover, 16) == "编制日期：　　　　年　　月　　日");
}

TEST_CASE("an unchecked rule of a lesser level does not stand in the way", "[summary]") {
  testing::SampleJob s = sample_job();
  definitions(s).rules.front().level = Severity::Warning;
  s.result.intake = {};
  s.result.findings = {s.result.findings[1]};
  s.result.findings[0].rule = "ZTZP-001";
  CHECK(row_of(sheet_of(s, "封面"), 14) == "可以定稿。");
}

TEST_CASE("findings stand in the unit list's order, consequences under their root", "[summary]") {
  const std::string sheet = sheet_of(sample_job(), "审核结果");
  CHECK(row_of(sheet, 4) ==
        "1 | 未能检查 | 001003 | 示例单位三 | 自评表 | F5 | ZTZP-D-执行率 | "
        "执行率无法核对：全年预算数未填 | 0.95 | | | | 上报/001003_示例单位三.xlsx | "
        "资金.合计.执行率");
  CHECK(row_of(sheet, 5).find("1.1 | 未能检查 | 001003") == 0);
  CHECK(row_of(sheet, 6).find("2 | 错误 | 002004 | 示例单位七 | 自评表 | E5 | ZTZP-001 | ") == 0);
}

TEST_CASE("the notes give rules, files and their hashes", "[summary]") {
  const std::string sheet = sheet_of(sample_job(), "编制说明");
  for (const char* line : {
           "2 | 全年预算数 | 资金.合计.全年预算数 | | | 相加",
           "4 | 等级 | 总分 | | | 优 ≥ 90，良 ≥ 80，中 ≥ 60，差 ≥ 0",
           "1 | ZTZP-001 | 错误 | 各项（年初预算数、全年预算数）的合计应等于各项之和 |",
           "8 | 7 | 1 | 0 | 0",
           "6 | ZTZP-R-年度 | 错误 | “年度”必须填写 |",
           "1 | 上报/001001_示例单位一.xlsx | | | aaaa",
       }) {
    CAPTURE(line);
    CHECK(sheet.find(line) != std::string::npos);
  }
}

TEST_CASE("same job, same bytes", "[summary]") {
  const auto s = sample_job();
  const report::Output first = report::summary_workbook(s.job, s.result);
  CHECK(first.path == "输出/2021年度部门整体支出绩效自评汇总表.xlsx");
  CHECK(report::summary_workbook(s.job, s.result).bytes == first.bytes);
}

TEST_CASE("a job's name that no file can have", "[summary]") {
  testing::SampleJob s = sample_job();
  s.job.name = "2021/2022: 自评?";
  CHECK(report::summary_workbook(s.job, s.result).path == "输出/2021_2022_ 自评_汇总表.xlsx");
}

TEST_CASE("office programs find the same values and nothing to repair in the summary",
          "[summary][slow]") {
  const auto s = sample_job();
  check_as_office_programs_do({{"summary", report::summary_workbook(s.job, s.result).bytes}});
}

TEST_CASE("strange figures leave no formula with another value than it gives", "[summary][slow]") {
  testing::SampleJob s = sample_job();
  auto& in = s.result.submissions;
  testing::put(in[0], "资金.合计.全年预算数", "待定");
  in[1].figures.at("资金.合计.全年执行数").value = model::CellError{"#DIV/0!"};
  in[1].counted = true;
  testing::put(in[2], "资金.合计.全年预算数", "0");
  in[3].figures.erase("资金.合计.分值");
  in[3].figures.at("资金.合计.年初预算数").value = model::Blank{true};
  in[0].tables.at("绩效指标").rows.clear();
  for (auto& submission : in) derive::derive(submission, definitions(s));
  definitions(s).summary.push_back(
      {"占比", formula::parse("资金.当年财政拨款.全年执行数 / 资金.合计.全年执行数"),
       formula::Total::Ratio, "0.00%"});
  definitions(s).summary.push_back(
      {"是否达标", formula::parse("执行率 >= 0.9"), formula::Total::Count, ""});
  definitions(s).summary.push_back(
      {"说明", formula::parse("\"等级：\" & 等级"), formula::Total::Count, ""});
  definitions(s).summary.push_back(
      {"先进", formula::parse("IF(RANK(总分) <= 1, \"是\", \"否\")"), formula::Total::None, ""});
  definitions(s).summary.push_back(
      {"平均得分", formula::parse("AVERAGE(绩效指标.得分) + 0 * 资金.其他资金.全年执行数"),
       formula::Total::Mean, ""});
  check_as_office_programs_do({{"strange", report::summary_workbook(s.job, s.result).bytes}});
}

TEST_CASE("a total out of indicators that a unit does not have says which are missing",
          "[summary]") {
  // 备注 said 得分未填 of a unit that had filled in every 得分, but had no 满意度指标 at all.
  testing::SampleJob s = sample_job();
  definitions(s).summary.insert(
      definitions(s).summary.begin(),
      {"满意度指标得分", formula::parse("SUMIF(绩效指标.一级指标, \"满意度指标\", 绩效指标.得分)"),
       formula::Total::Mean, ""});
  CHECK(row_of(sheet_of(s, kForm), 5).find("| 是 | 绩效指标中没有“满意度指标” |") !=
        std::string::npos);
}

TEST_CASE("a reason that names no figure is given its name in 备注", "[summary]") {
  testing::SampleJob s = sample_job();
  auto& in = s.result.submissions[0];
  in.tables.at("绩效指标").rows[1].columns.at("得分").value =
      model::NotAvailable{{"公式没有保存结果", "the formula has no stored value"}, "绩效指标.得分"};
  derive::derive(in, definitions(s));
  CHECK(row_of(sheet_of(s, kForm), 5).find("| 是 | 得分：公式没有保存结果 |") != std::string::npos);
}

TEST_CASE("an error in a unit's form is n/a to every formula of the summary", "[summary][slow]") {
  // It was written as the text #DIV/0!, which COUNTA counted where we say n/a.
  testing::SampleJob s = sample_job();
  s.result.submissions[0].figures.at("资金.其他资金.全年预算数").value =
      model::CellError{"#DIV/0!"};
  definitions(s).summary.push_back(
      {"其他资金", formula::parse("资金.其他资金.全年预算数"), formula::Total::Count, ""});
  definitions(s).summary.push_back(
      {"填报项数", formula::parse("COUNTA(资金.其他资金.全年预算数, 资金.合计.分值) + 0"),
       formula::Total::None, ""});
  const auto workbook = report::summary_workbook(s.job, s.result).bytes;
  CHECK(row_of(dump(workbook, kForm), 5).find("其他资金是错误值 #DIV/0!") != std::string::npos);
  check_as_office_programs_do({{"error", workbook}});
}
