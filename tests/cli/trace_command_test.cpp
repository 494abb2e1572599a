// A figure of the 汇总表 followed down to what the units sent.

#include "cli/trace_command.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "batch/run.h"
#include "support/example_job.h"

using namespace huizong;
using huizong::testing::copy_example_job;
using huizong::testing::TempFolder;
using nlohmann::json;

namespace {

/// The example job, run once for all tests.
struct Example {
  TempFolder folder;
  job::Job job = job::load_job(copy_example_job(folder));
  Example() { batch::run(job, {}); }
};

const job::Job& ran() {
  static const Example example;
  return example.job;
}

std::string told(const std::string& place) {
  return cli::trace_text(batch::trace(ran(), place), Lang::Zh);
}

template <class Wanted>
std::string refusal(const std::string& place) {
  try {
    told(place);
    return "";
  } catch (const Wanted& error) {
    return error.message().zh;
  }
}

}  // namespace

TEST_CASE("a score is followed through its rate to the cells of the unit's workbook", "[trace]") {
  const std::string file =
      "上报/示例市教育局/102008_示例市青少年活动中心.xlsx › 部门整体支出绩效自评表 › ";
  CHECK(told("汇总!I20") ==
        "输出/2021年度部门整体支出绩效自评汇总表.xlsx\n"
        "部门整体支出绩效自评表 › I20 102008 示例市青少年活动中心 · 执行率得分 = 9.23\n"
        "  = ROUND(MIN(执行率, 1) * 资金.合计.分值, 2)\n"
        "  H20 102008 示例市青少年活动中心 · 执行率 = 0.9226\n"
        "    = ROUND(资金.合计.全年执行数 / 资金.合计.全年预算数, 4)\n"
        "    F20 102008 示例市青少年活动中心 · 全年预算数 = 1009.64\n"
        "      资金.合计.全年预算数 = 1009.64，取自 " +
            file +
            "F5，原文“1009.64”\n"
            "    G20 102008 示例市青少年活动中心 · 全年执行数 = 931.49\n"
            "      资金.合计.全年执行数 = 931.49，取自 " +
            file +
            "G5，原文“931.49”\n"
            "  R20 102008 示例市青少年活动中心 · 资金.合计.分值 = 10\n"
            "    资金.合计.分值 = 10，取自 " +
            file + "H5，原文“10”\n");
}

TEST_CASE("a sum names each unit's cell, and how its text was read or converted", "[trace]") {
  const batch::Trace trace = batch::trace(ran(), "$F$29");  // the 汇总 sheet need not be named
  CHECK(trace.root.kind == "sum");
  CHECK(trace.root.label == "合计 · 全年预算数");
  Decimal sum;
  for (const batch::TraceNode& unit : trace.root.from) {
    REQUIRE(unit.from.size() == 1);
    CHECK(unit.from[0].value == unit.value);
    sum += *Decimal::parse(unit.value);
  }
  CHECK(sum.to_string() == trace.root.value);  // nothing is left out, nothing counted twice

  const auto of = [&](const std::string& code) {
    return *std::find_if(trace.root.from.begin(), trace.root.from.end(),
                         [&](const auto& node) { return node.label.find(code) == 0; });
  };
  const batch::TraceNode yuan = of("101006").from[0];
  CHECK(yuan.raw == "8141583.64");
  CHECK(yuan.value == "814.158364");
  REQUIRE(yuan.notes.size() == 1);
  CHECK(yuan.notes[0].zh == "这里的金额单位是元，已折算为万元。");
  const batch::TraceNode typed = of("102004").from[0];
  CHECK(typed.raw == "３，８２０．０４");
  CHECK(typed.notes.at(0).zh == "这一格是文字“３，８２０．０４”，已按数字 3820.04 读取。");
}

TEST_CASE("rates of a total come from the totals; the difference row from total and subtotals",
          "[trace]") {
  const batch::TraceNode rate = batch::trace(ran(), "汇总!H33").root;
  CHECK(rate.kind == "ratio");
  CHECK(rate.label == "小计 示例市教育局 · 执行率");
  CHECK(rate.expression == "ROUND(资金.合计.全年执行数 / 资金.合计.全年预算数, 4)");
  REQUIRE(rate.from.size() == 2);
  CHECK(rate.from[0].label == "小计 示例市教育局 · 全年执行数");
  CHECK(rate.from[0].from.size() == 7);

  const batch::TraceNode difference = batch::trace(ran(), "汇总!F35").root;
  REQUIRE(difference.from.size() == 4);
  CHECK(difference.from[0].label == "合计 · 全年预算数");
  CHECK(difference.from[3].label == "小计 示例市交通运输局 · 全年预算数");
}

TEST_CASE("a cell that was not recorded, and a place that is none, are told apart", "[trace]") {
  CHECK(refusal<batch::NotRecorded>("汇总!A1") ==
        "“部门整体支出绩效自评表”的 A1 没有记下出处：它不是程序写在那里的数。");
  CHECK(
      refusal<batch::PlaceError>("封皮!F5") ==
      "汇总表里没有工作表“封皮”；有：封面、目录、部门整体支出绩效自评表、指标明细、图表、图表数据、"
      "审核结果、缺报与退回、编制说明。");
  CHECK(refusal<batch::PlaceError>("汇总!5F") ==
        "“汇总!5F”不是一个单元格的位置；请写成 '汇总!F12' 这样。");
  CHECK(told("'部门整体支出绩效自评表'！f20") == told("F20"));
}

TEST_CASE("a workbook or a submission that was changed since is told", "[trace]") {
  const TempFolder folder;
  const job::Job job = job::load_job(copy_example_job(folder));
  CHECK_THROWS_WITH(batch::trace(job, "F5"),
                    "Nothing is recorded of this job yet; run huizong run first.");
  batch::run(job, {});
  CHECK(batch::trace(job, "F20").state == batch::FileState::AsWritten);
  const auto summary = job.folder / "输出/2021年度部门整体支出绩效自评汇总表.xlsx";
  huizong::testing::write_file(summary, "改过");
  huizong::testing::write_file(job.folder / "上报/示例市教育局/102008_示例市青少年活动中心.xlsx",
                               "改过");
  const batch::Trace changed = batch::trace(job, "F20");
  CHECK(changed.state == batch::FileState::Changed);
  CHECK(changed.root.from.at(0).notes.at(0).zh == "这个文件在读取以后改过");
  std::filesystem::remove(summary);
  CHECK(batch::trace(job, "F20").state == batch::FileState::Gone);
}

TEST_CASE("trace as JSON names workbook and state, and nests what a cell is made of", "[trace]") {
  const json all = json::parse(cli::trace_json(batch::trace(ran(), "G20"), Lang::Zh));
  CHECK(all["workbook"]["state"] == "as-written");
  CHECK(all["workbook"]["path"] == "输出/2021年度部门整体支出绩效自评汇总表.xlsx");
  const json& input = all["cell"]["from"][0];
  CHECK(input["kind"] == "input");
  CHECK(input["file"] == "上报/示例市教育局/102008_示例市青少年活动中心.xlsx");
  CHECK(input["cell"] == "G5");
  CHECK(input["value"] == "931.49");
  CHECK(input["raw"] == "931.49");
}

TEST_CASE("a figure derived row by row tells the row's own cells, and why it has no value",
          "[trace]") {
  const TempFolder folder;
  const auto place = copy_example_job(folder);
  huizong::testing::write_file(place / "补充.toml",
                               "[[summary.columns]]\nname = \"机算分\"\n"
                               "expr = \"SUM(绩效指标.机算得分)\"\ntotal = \"sum\"\n");
  huizong::testing::write_file(
      place / "huizong.toml",
      huizong::testing::read_file(place / "huizong.toml") + "\nadditions = \"补充.toml\"\n");
  const job::Job job = job::load_job(place);
  batch::run(job, {});
  const batch::TraceNode node = batch::trace(job, "P20").root;
  CHECK(node.kind == "figure");
  REQUIRE(node.from.size() == 10);
  const batch::TraceNode& row = node.from[3];
  CHECK(row.kind == "derived");
  CHECK(row.label == "绩效指标.机算得分");
  CHECK(row.expression == "ROUND(SCORE(年度指标值, 实际完成值, 分值, 三级指标), 2)");
  CHECK(row.notes.at(0).zh ==
        "完成值“两学期均按时发放”是文字，看不出是否达到“每学期按时发放”，要由人工判定");
  CHECK(row.from.at(0).raw == "每学期按时发放");
  CHECK(to_string(*row.from.at(0).place.cell) == "F15");
}
