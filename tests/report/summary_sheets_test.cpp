#include <catch2/catch.hpp>

#include "derive/derive.h"
#include "report/office_programs.h"
#include "report/sample_job.h"
#include "report/summary.h"
#include "support/package_builder.h"
#include "support/sample_submission.h"
#include "support/support.h"

// The sheets of the summary workbook beside the 汇总 sheets: 目录, 指标明细, 同比, 图表.

using namespace huizong;
using formula::SummaryChart;
using testing::check_as_office_programs_do;
using testing::dump;
using testing::put;
using testing::row_of;

namespace {

constexpr const char* kForm = "部门整体支出绩效自评表";

std::string book_of(const testing::SampleJob& s) {
  return report::summary_workbook(s.job, s.result).bytes;
}

formula::Definitions& definitions(testing::SampleJob& s) {
  return s.job.forms.front().mapping.definitions;
}

/// The indicators with what was to be done and what was; 得分率 in every row.
testing::SampleJob job_with_targets() {
  testing::SampleJob s = testing::sample_job();
  auto& table = s.job.forms.front().mapping.sheets.front().tables.front();
  table.columns = {{"一级指标", 1, {model::FieldType::LabelWeight}, true},
                   {"三级指标", 3, {model::FieldType::Text}},
                   {"实际完成值", 6, {model::FieldType::Actual}},
                   {"分值", 7, {model::FieldType::Score}},
                   {"得分", 8, {model::FieldType::Score}}};
  formula::Derived rate;
  rate.name = "得分率";
  rate.expr = formula::parse("得分 / 分值");
  rate.digits = 4;
  rate.show = "0.00%";
  rate.each_table = "绩效指标";
  definitions(s).derived.push_back(rate);
  for (model::Submission& submission : s.result.submissions) {
    for (model::TableRow& row : submission.tables.at("绩效指标").rows) {
      model::Figure done = row.columns.at("得分");
      done.field = "实际完成值";
      done.type = model::FieldType::Actual;
      row.columns["实际完成值"] = done;
    }
    model::Figure& done = submission.tables.at("绩效指标").rows[0].columns["实际完成值"];
    done.value = std::string("95%以上");
    done.raw = "95%以上";
    derive::derive(submission, definitions(s));
  }
  return s;
}

SummaryChart chart(SummaryChart::Kind kind, SummaryChart::Over over, const std::string& title) {
  SummaryChart c;
  c.kind = kind;
  c.over = over;
  c.title = title;
  return c;
}

/// 当年拨款 and the other sources as parts of 年初预算数; two years; every unit's rate; grades.
testing::SampleJob job_with_charts() {
  testing::SampleJob s = testing::sample_job();
  SummaryChart sources = chart(SummaryChart::Kind::Pie, SummaryChart::Over::Points, "资金来源");
  sources.points = {"当年财政拨款", "上年结转资金", "其他资金", "退回"};
  sources.series = {
      {"",
       {formula::parse("资金.当年财政拨款.年初预算数"),
        formula::parse("资金.上年结转资金.年初预算数"), formula::parse("资金.其他资金.年初预算数"),
        formula::parse("0 - 资金.其他资金.年初预算数")}}};
  SummaryChart stages =
      chart(SummaryChart::Kind::Column, SummaryChart::Over::Points, "{本年}年预算与执行");
  stages.points = {"合计"};
  stages.series = {{"年初预算", {formula::parse("资金.合计.年初预算数")}},
                   {"{本年}年执行", {formula::parse("资金.合计.全年执行数")}}};
  SummaryChart rates = chart(SummaryChart::Kind::Bar, SummaryChart::Over::Units, "各单位执行率");
  rates.series = {{"", {formula::parse("执行率")}}};
  SummaryChart grades = chart(SummaryChart::Kind::Column, SummaryChart::Over::Grades, "等级分布");
  grades.series = {{"", {formula::parse("等级")}}};
  definitions(s).charts = {sources, stages, rates, grades};
  return s;
}

testing::SampleJob job_with_last_year() {
  testing::SampleJob s = testing::sample_job();
  std::vector<model::Submission> last;
  for (const std::size_t i : {0u, 3u}) last.push_back(s.result.submissions[i]);
  put(last[0], "资金.合计.年初预算数", "80");
  put(last[0], "资金.合计.全年执行数", "100");
  put(last[1], "资金.合计.年初预算数", "0");
  for (auto& submission : last) {
    submission.key.year = 2020;
    derive::derive(submission, definitions(s));
  }
  last.push_back(last[0]);
  last.back().key.unit = "009009";
  last.back().unit_name = "示例单位九";
  s.result.last_year = last;
  return s;
}

}  // namespace

TEST_CASE("the table of contents leads to every sheet", "[summary]") {
  const std::string book = book_of(job_with_charts());
  const std::string sheet = dump(book, "目录");
  CHECK(row_of(sheet, 2) == "序号 | 工作表 | 内容");
  CHECK(row_of(sheet, 3) ==
        "1 | 部门整体支出绩效自评表 | 各单位一行，合计、按主管部门小计、等级分布");
  CHECK(row_of(sheet, 4) == "2 | 图表 | 各图");
  CHECK(row_of(sheet, 8) == "6 | 编制说明 | 口径、汇总列和派生数、审核公式、读过的文件");
  const auto xml = testing::part_of(book, "xl/worksheets/sheet2.xml");
  CHECK(xml.find("ref=\"B4\" location=\"'图表'!A1\"") != std::string::npos);
}

TEST_CASE("every indicator of every unit stands on one sheet, with what the unit wrote",
          "[summary]") {
  const std::string sheet = dump(book_of(job_with_targets()), "指标明细");
  CHECK(row_of(sheet, 4) ==
        "序号 | 单位编码 | 单位名称 | 主管部门 | 计入合计 | 一级指标 | 一级指标权重 | 三级指标 | "
        "实际完成值 "
        "| 分值 | 得分 | 得分率");
  CHECK(row_of(sheet, 5) ==
        "1 | 001001 | 示例单位一 | 示例主管部门甲 | 是 | 产出指标 | 60 | 执法案件数 | "
        "95%以上 | 40 | 40 | =1");
  CHECK(row_of(sheet, 16).find("12 | 002004 | 示例单位七 | 示例主管部门乙 | 是 | 效益指标 | 30") ==
        0);
  CHECK(row_of(sheet, 17).empty());
  // the sums follow the filter; a weight stands in every row of its group and is no amount
  CHECK(row_of(sheet, 3) ==
        "合计（“计入合计”为“否”的也在内，筛选后不在） | | | | | | | | | =360 | =345.5");
}

TEST_CASE("the sums of the indicators leave out what a filter hides", "[summary]") {
  const std::string book = book_of(job_with_targets());
  const std::string xml = testing::part_of(book, "xl/worksheets/sheet4.xml");
  CHECK(xml.find("<f>SUBTOTAL(109,K5:K16)</f>") != std::string::npos);
  CHECK(xml.find("<f>IF(COUNT(K5,J5)&lt;2,\"\",IF(J5=0,\"\",ROUND(K5/J5,4)))</f>") !=
        std::string::npos);
  CHECK(xml.find("<hyperlink ref=\"C5\"") != std::string::npos);
}

TEST_CASE("no formula stands over what is shown as the unit wrote it", "[summary]") {
  // 95% is 0.95 to the figure and a text in the cell: recalculated, the rate would have gone.
  testing::SampleJob s = job_with_targets();
  definitions(s).derived.back().expr = formula::parse("实际完成值 / 分值");
  for (model::Submission& submission : s.result.submissions) {
    model::Figure& done = submission.tables.at("绩效指标").rows[0].columns["实际完成值"];
    done.value = *Decimal::parse("0.95");
    done.raw = "95%";
    derive::derive(submission, definitions(s));
  }
  const std::string book = book_of(s);
  CHECK(row_of(dump(book, "指标明细"), 5).find("| 95% | 40 | 40 | 0.0238") != std::string::npos);
  check_as_office_programs_do({{"as written", book}});
}

// 98.3% was shown as 0.98.
TEST_CASE("the number in what a unit wrote is shown as it was written", "[summary]") {
  testing::SampleJob s = job_with_targets();
  formula::Derived& amount = definitions(s).derived.back();
  amount.name = "完成数";
  amount.expr = formula::parse("AMOUNT(实际完成值)");
  amount.digits = 6;
  amount.show = "";
  const std::pair<const char*, const char*> written[] = {{"98.3%", "0.983"}, {"120件", "120"}};
  for (model::Submission& submission : s.result.submissions) {
    for (std::size_t i = 0; i < 2; ++i) {
      model::Figure& done = submission.tables.at("绩效指标").rows[i].columns["实际完成值"];
      done.value = std::string(written[i].first);
      done.raw = written[i].first;
    }
    derive::derive(submission, definitions(s));
    for (std::size_t i = 0; i < 2; ++i) {
      const model::Figure& number = submission.tables.at("绩效指标").rows[i].columns["完成数"];
      CHECK(model::to_string(number.value) == written[i].second);
    }
  }
  const std::string book = book_of(s);
  CHECK(row_of(dump(book, "指标明细"), 5).ends_with("| 98.3% | 40 | 40 | 0.983"));
  CHECK(row_of(dump(book, "指标明细"), 6).find("| 120件 |") != std::string::npos);
  CHECK(testing::part_of(book, "xl/styles.xml").find("formatCode=\"0.0%\"") != std::string::npos);
}

TEST_CASE("a chart's figures are values beside the live cells they must agree with", "[summary]") {
  const std::string sheet = dump(book_of(job_with_charts()), "图表数据");
  CHECK(row_of(sheet, 2) == "资金来源");
  CHECK(row_of(sheet, 3) == "项目 | 合计 | 汇总表：合计 | 核对");
  CHECK(row_of(sheet, 4) == "当年财政拨款 80.00% | 240 | =240 | =相符");
  CHECK(row_of(sheet, 6) == "其他资金 5.00% | 15 | =15 | =相符");
  CHECK(row_of(sheet, 7) == "注：负数不能画成扇形，未画：退回");
  CHECK(row_of(sheet, 9) == "2021年预算与执行");
  CHECK(row_of(sheet, 10) ==
        "项目 | 年初预算 | 2021年执行 | 汇总表：年初预算 | 汇总表：2021年执行 | 核对");
  CHECK(row_of(sheet, 11) == "合计 | 300 | 446.67 | =300 | =446.67 | =相符");
  // the unit that is kept out is not drawn, nor the one without a rate
  CHECK(row_of(sheet, 14) == "项目 | 执行率 | 汇总表：执行率 | 核对");
  CHECK(row_of(sheet, 15) == "示例单位一 | 0.95 | =0.95 | =相符");
  CHECK(row_of(sheet, 16) == "示例单位七 | 0.3334 | =0.3334 | =相符");
  CHECK(row_of(sheet, 17) == "注：1 项没有数或数不全，未画");
  CHECK(row_of(sheet, 21) == "优 | 1 | =1 | =相符");
}

TEST_CASE("a program that does not recalculate draws the charts too", "[summary]") {
  const std::string book = book_of(job_with_charts());
  const std::string pie = testing::part_of(book, "xl/charts/chart1.xml");
  CHECK(pie.find("<c:pieChart>") != std::string::npos);
  CHECK(pie.find("<c:v>当年财政拨款 80.00%</c:v>") != std::string::npos);
  CHECK(pie.find("<c:v>240</c:v>") != std::string::npos);
  const std::string bars = testing::part_of(book, "xl/charts/chart3.xml");
  CHECK(bars.find("<c:barDir val=\"bar\"/>") != std::string::npos);
  CHECK(bars.find("<c:v>0.3334</c:v>") != std::string::npos);
}

// Units whose names have 120 characters left their bars nothing of the page.
TEST_CASE("a long name is shortened beside its bar, and stands whole beside its figures",
          "[summary]") {
  testing::SampleJob s = job_with_charts();
  definitions(s).charts = {definitions(s).charts[2]};
  std::string middle;
  for (int i = 0; i < 26; ++i) middle += "城市管理";
  const std::string name = "示例市第一区" + middle + "综合行政执法大队";
  for (model::Owed& owed : s.result.intake.owed) {
    if (owed.unit.code == "001001") owed.unit.name = name;
    if (owed.unit.code == "002004") owed.unit.name = "示例市第一区" + middle + "的综合行政执法大队";
  }
  const std::string book = book_of(s);
  const std::string sheet = dump(book, "图表数据");
  CHECK(row_of(sheet, 3) == "项目 | 执行率 | 汇总表：执行率 | 核对 | | | | 全称");
  CHECK(row_of(sheet, 4) ==
        "示例市第一区城市管理…理综合行政执法大队 | 0.95 | =0.95 | =相符 | | | | " + name);
  CHECK(row_of(sheet, 5).find("示例市第一区城市管理…的综合行政执法大队 | 0.3334") == 0);
  CHECK(testing::part_of(book, "xl/charts/chart1.xml").find(middle) == std::string::npos);
  // Alike at both ends they are numbered.
  for (model::Owed& owed : s.result.intake.owed) {
    if (owed.unit.code == "002004") owed.unit.name = "示例市第一区" + middle + "理综合行政执法大队";
  }
  CHECK(row_of(dump(book_of(s), "图表数据"), 5)
            .find("示例市第一区城市管理…理综合行政执法大队（2） | 0.3334") == 0);
}

TEST_CASE("a series without figures is not drawn as nothing", "[summary]") {
  // The two cells were blank, and the chart's own copy of them said 0.
  testing::SampleJob s = job_with_charts();
  definitions(s).charts = {definitions(s).charts[1]};
  definitions(s).charts[0].series[1].values = {formula::parse("资金.合计.没有的数")};
  const std::string book = book_of(s);
  const std::string sheet = dump(book, "图表数据");
  CHECK(row_of(sheet, 3) == "项目 | 年初预算 | 汇总表：年初预算 | 核对");
  CHECK(row_of(sheet, 5) == "注：没有数，未画：2021年执行");
  CHECK(testing::part_of(book, "xl/charts/chart1.xml").find("<c:v>0</c:v>") == std::string::npos);
}

TEST_CASE("more slices than can be told apart are put together, and it is said", "[summary]") {
  testing::SampleJob s = job_with_charts();
  SummaryChart& pie = definitions(s).charts.front();
  pie.points.clear();
  pie.series.front().values.clear();
  for (int i = 1; i <= 10; ++i) {
    pie.points.push_back(fmt::format("第{}项", i));
    pie.series.front().values.push_back(
        formula::parse(fmt::format("资金.其他资金.年初预算数 * {}", i)));
  }
  definitions(s).charts.resize(1);
  const std::string book = book_of(s);
  const std::string sheet = dump(book, "图表数据");
  CHECK(row_of(sheet, 4).find("第4项 7.27% | 60") == 0);
  CHECK(row_of(sheet, 10).find("第10项 18.18% | 150") == 0);
  CHECK(row_of(sheet, 11) == "其他各项 10.91% | 90 | =90 | =相符");
  CHECK(row_of(sheet, 12) == "注：较小的 3 项并为“其他各项”");
}

TEST_CASE("this year stands beside last year for the units that have both", "[summary]") {
  const std::string sheet = dump(book_of(job_with_last_year()), "同比");
  CHECK(row_of(sheet, 2) == "2021年与2020年比较，金额单位：万元");
  CHECK(row_of(sheet, 5).find("| 2021年 | 2020年 | 增减 | 增减率 | 2021年 | 2020年 |") !=
        std::string::npos);
  CHECK(row_of(sheet, 6).find("1 | 001001 | 示例单位一 | =100 | 80 | =20 | =0.25 |") == 0);
  // a growth over nothing is none, never 100 %
  CHECK(row_of(sheet, 7).find("2 | 002004 | 示例单位七 | =100 | 0 | =100 | = |") == 0);
  CHECK(row_of(sheet, 8).find("合计 | | | =200 | =80 | =120 | =1.5 |") == 0);
  CHECK(row_of(sheet, 10) ==
        "2021年有、2020年没有或不计入合计的（1 个，未参加比较）：示例单位三。");
  CHECK(row_of(sheet, 11) == "2020年有、2021年没有的（1 个，未参加比较）：示例单位九。");
  CHECK(row_of(sheet, 12) == "2021年不计入合计的（1 个，未参加比较）：示例单位二。");
}

TEST_CASE("of a rate only the points are compared", "[summary]") {
  testing::SampleJob s = job_with_last_year();
  auto& columns = definitions(s).summary;
  columns = {columns[3]};
  const std::string sheet = dump(book_of(s), "同比");
  CHECK(row_of(sheet, 5) == "| | | 2021年 | 2020年 | 增减（百分点）");
  CHECK(row_of(sheet, 6) == "1 | 001001 | 示例单位一 | =0.95 | 0.5 | =45");
}

TEST_CASE("what goes back to a unit is listed with its workbook", "[summary]") {
  const std::string sheet = dump(book_of(testing::sample_job()), "缺报与退回");
  CHECK(sheet.find("三、退回修改的报送表") != std::string::npos);
  CHECK(sheet.find("| 002004 | 示例单位七 | 1 | 0 | 0 | 上报/002004_示例单位七.xlsx | "
                   "退回/002004_示例单位七.xlsx") != std::string::npos);
}

TEST_CASE("a file that was not used is listed with the department of its unit", "[summary]") {
  testing::SampleJob s = testing::sample_job();
  s.result.intake.unread.push_back({"上报/001001_示例单位一(旧).xlsx",
                                    "damaged",
                                    {"文件已损坏，请重新报送", "damaged"},
                                    "001001"});
  s.result.intake.duplicate.push_back(
      {"001003", "ZTZP", "", "上报/001003_示例单位三.xlsx", {"上报/001003_示例单位三(2).xlsx"}});
  const std::string sheet = dump(book_of(s), "缺报与退回");
  CHECK(sheet.find("1 | 001001 | 示例单位一 | 示例主管部门甲 | | 未读 | "
                   "上报/001001_示例单位一(旧).xlsx | 文件已损坏，请重新报送") !=
        std::string::npos);
  CHECK(sheet.find("2 | 001003 | 示例单位三 | 示例主管部门甲 | 部门整体支出绩效自评表 | 重复 | "
                   "上报/001003_示例单位三(2).xlsx | 内容相同，采用 "
                   "上报/001003_示例单位三.xlsx。") != std::string::npos);
}

TEST_CASE("office programs find the same values in all of these sheets", "[summary][slow]") {
  check_as_office_programs_do({{"charts", book_of(job_with_charts())},
                               {"targets", book_of(job_with_targets())},
                               {"years", book_of(job_with_last_year())}});
}
