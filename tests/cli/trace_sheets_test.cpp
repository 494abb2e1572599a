// The 汇总表's other sheets followed down to what the units sent: 指标明细, 同比,
// 等级分布, 图表数据; and what is said of a sheet that holds no figure of a unit.

#include <catch2/catch.hpp>

#include "batch/run.h"
#include "batch/trace_place.h"
#include "cli/trace_command.h"
#include "derive/derive.h"
#include "support/example_job.h"

using namespace huizong;
using huizong::testing::copy_example_job;
using huizong::testing::TempFolder;

namespace {

/// The example job with a last year that had 1000 万元 more in every budget.
struct Example {
  TempFolder folder;
  std::filesystem::path place = copy_example_job(folder);
  job::Job job;
  Example() {
    job = job::load_job(place);
    batch::run(job, {});
    auto last_year = store::Store(job.store_file(), store::Access::Read).load_year(2021);
    for (model::Submission& s : last_year) {
      s.key.year = 2020;
      model::Figure& budget = s.figures.at("资金.合计.全年预算数");
      if (const Decimal* n = model::number(budget.value)) budget.value = *n + Decimal(1000);
      budget.raw = model::to_string(budget.value);
      derive::derive(s, job.forms.front().mapping.definitions);
    }
    store::Store(place / "上年.hzs").replace_year(2020, last_year);
    huizong::testing::write_file(place / "huizong.toml",
                                 huizong::testing::read_file(place / "huizong.toml") +
                                     "\n[previous]\nstore = \"上年.hzs\"\n");
    job = job::load_job(place);
    batch::run(job, {});
  }
};

const job::Job& ran() {
  static const Example example;
  return example.job;
}

/// Without its first line, which names the workbook.
std::string told(const std::string& place, Lang lang = Lang::Zh) {
  const std::string text = cli::trace_text(batch::trace(ran(), place), lang);
  return text.substr(text.find('\n') + 1);
}

Message refusal(const std::string& place) {
  try {
    told(place);
    return {};
  } catch (const batch::NotRecorded& error) {
    return error.message();
  }
}

const std::string kFile =
    "上报/示例市城市管理局/101001_株洲市城市管理综合行政执法支队.xlsx › 部门整体支出绩效自评表 › ";

}  // namespace

// 指标明细 said of every cell that nothing was recorded.
TEST_CASE("a row of 指标明细 leads to the unit's own row, derived columns to what they are from",
          "[trace]") {
  CHECK(told("指标明细!K5") ==
        "指标明细 › K5 101001 株洲市城市管理综合行政执法支队 · 实际完成值 = 市级120件\n"
        "  绩效指标.实际完成值 = 市级120件，取自 " +
            kFile + "G12，原文“市级120件”\n");
  CHECK(told("指标明细!O6") ==
        "指标明细 › O6 101001 株洲市城市管理综合行政执法支队 · 机算得分 = 5\n"
        "  绩效指标.机算得分 = 5\n"
        "    = ROUND(SCORE(年度指标值, 实际完成值, 分值, 三级指标), 2)\n"
        "    绩效指标.年度指标值 = 400万元，取自 " +
            kFile +
            "F13，原文“400万元”\n"
            "    绩效指标.实际完成值 = 437万元，取自 " +
            kFile +
            "G13，原文“437万元”\n"
            "    绩效指标.分值 = 5，取自 " +
            kFile +
            "H13，原文“5”\n"
            "    绩效指标.三级指标 = 罚没收入，取自 " +
            kFile + "D13，原文“罚没收入”\n");
  const batch::TraceNode sum = batch::trace(ran(), "指标明细!M3").root;
  CHECK(sum.label == "合计 · 得分");
  Decimal added;
  for (const batch::TraceNode& row : sum.from) added += *Decimal::parse(row.value);
  CHECK(added.to_string() == sum.value);
}

TEST_CASE("同比 leads to both years, and its totals to the units that have both", "[trace]") {
  CHECK(told("同比!K6") ==
        "同比 › K6 101001 株洲市城市管理综合行政执法支队 · 全年预算数 增减率 = -0.4733\n"
        "  第一个数减第二个，再除以第二个\n"
        "  H6 101001 株洲市城市管理综合行政执法支队 · 全年预算数 2021年 = 1112.67\n"
        "    资金.合计.全年预算数 = 1112.67，取自 " +
            kFile +
            "F5，原文“1112.67”\n"
            "  I6 101001 株洲市城市管理综合行政执法支队 · 全年预算数 2020年 = 2112.67\n"
            "    资金.合计.全年预算数 = 2112.67，取自 2020年：" +
            kFile + "F5，原文“2112.67”\n");
  CHECK(told("同比!R6", Lang::En) ==
        "同比 › R6 101001 株洲市城市管理综合行政执法支队 · 执行率 增减 = 47.33\n"
        "  the first rate less the second, in points\n"
        "  P6 101001 株洲市城市管理综合行政执法支队 · 执行率 2021年 = 1\n"
        "    执行率 = 1\n"
        "      = ROUND(资金.合计.全年执行数 / 资金.合计.全年预算数, 4)\n"
        "      资金.合计.全年执行数 = 1112.67, from " +
            kFile +
            "G5, which reads \"1112.67\"\n"
            "      资金.合计.全年预算数 = 1112.67, from " +
            kFile +
            "F5, which reads \"1112.67\"\n"
            "  Q6 101001 株洲市城市管理综合行政执法支队 · 执行率 2020年 = 0.5267\n"
            "    执行率 = 0.5267\n"
            "      = ROUND(资金.合计.全年执行数 / 资金.合计.全年预算数, 4)\n"
            "      资金.合计.全年执行数 = 1112.67, from 2020年：" +
            kFile +
            "G5, which reads \"1112.67\"\n"
            "      资金.合计.全年预算数 = 2112.67, from 2020年：" +
            kFile + "F5, which reads \"2112.67\"\n");
  const batch::TraceNode more = batch::trace(ran(), "同比!J24").root;
  CHECK(more.label == "合计 · 全年预算数 增减");
  REQUIRE(more.from.size() == 2);
  Decimal sums[2];
  for (int year = 0; year < 2; ++year) {
    for (const batch::TraceNode& unit : more.from[static_cast<std::size_t>(year)].from)
      sums[year] += *Decimal::parse(unit.value);
  }
  CHECK((sums[0] - sums[1]).to_string() == more.value);
  CHECK(more.value == fmt::format("-{}000", more.from[0].from.size()));
}

TEST_CASE("a store of last year that is another since is told where its figure is", "[trace]") {
  const Example example;
  CHECK_FALSE(batch::trace(example.job, "同比!H6").outdated);
  store::Store archive(example.place / "上年.hzs");
  auto last_year = archive.load_year(2020);
  for (model::Submission& s : last_year) s.figures.at("资金.合计.全年预算数").value = Decimal(1);
  archive.replace_year(2020, last_year);
  const batch::Trace trace = batch::trace(example.job, "同比!I6");
  CHECK(trace.root.value == "2112.67");
  REQUIRE(trace.root.notes.size() == 1);
  CHECK(trace.root.notes[0].zh == "上年的数据文件后来改过，现在不是这个数");
  CHECK(cli::status_of(trace) == 1);
}

TEST_CASE("等级分布 names the units of each grade, 图表数据 the cell of the 汇总 sheet",
          "[trace]") {
  CHECK(told("汇总!D41") ==
        "部门整体支出绩效自评表 › D41 等级分布 中 · 家数 = 1\n"
        "  由下列各格数出\n"
        "  N18 102006 示例市教师进修学校 · 等级 = 中\n");
  const std::string all = told("汇总!D45");
  CHECK(all.find("部门整体支出绩效自评表 › D45 等级分布 合计 · 家数 = 19\n  下列各数之和\n"
                 "  D39 等级分布 优 · 家数 = 14\n    由下列各格数出\n    N5 101001 ") == 0);
  CHECK(
      all.ends_with("  D44 等级分布 不计入合计 · 家数 = 1\n    由下列各格数出\n"
                    "    N22 103002 示例市公路养护中心 · 等级 = 优\n"));
  CHECK(told("图表数据!B4", Lang::En) ==
        "图表数据 › B4 各单位预算执行率 株洲市城市管理综合行政执法支队 · 执行率 = 1\n"
        "  the same as\n"
        "  部门整体支出绩效自评表 › H5 101001 株洲市城市管理综合行政执法支队 · 执行率 = 1\n"
        "    = ROUND(资金.合计.全年执行数 / 资金.合计.全年预算数, 4)\n"
        "    F5 101001 株洲市城市管理综合行政执法支队 · 全年预算数 = 1112.67\n"
        "      资金.合计.全年预算数 = 1112.67, from " +
            kFile +
            "F5, which reads \"1112.67\"\n"
            "    G5 101001 株洲市城市管理综合行政执法支队 · 全年执行数 = 1112.67\n"
            "      资金.合计.全年执行数 = 1112.67, from " +
            kFile + "G5, which reads \"1112.67\"\n");
}

TEST_CASE("of a sheet whose figures are not told it is said where to look", "[trace]") {
  CHECK(refusal("图表!A1").zh == "“图表”不逐格追溯：各图照“图表数据”画，请追溯那一张上的数。");
  CHECK(
      refusal("图表!A1").en ==
      "\"图表\" is not traced cell by cell: the charts are drawn from 图表数据; trace the figures "
      "there.");
  CHECK(refusal("封面!E5").zh ==
        "“封面”不逐格追溯：这里数的是报送表和审核结果，逐条列在“缺报与退回”和“审核结果”。");
  CHECK(refusal("审核结果!E5").zh ==
        "“审核结果”不逐格追溯：每一行写着文件、工作表、单元格和比较的两个数。");
  CHECK(refusal("指标明细!A5").zh == "“指标明细”的 A5 没有记下出处：它不是程序写在那里的数。");
}

// 封面!E5 was answered from a form's sheet that is called 封面（2）.
TEST_CASE("the sheet called just so is meant before any that is like it", "[trace]") {
  const TempFolder folder;
  store::Store store(folder / "store.hzs");
  const auto sum = [](const char* cell, const char* of) {
    return model::CellOrigin{*parse_cell_ref(cell), "sum", "合计", of, "1"};
  };
  store.replace_provenance(
      {{{"输出/汇总表.xlsx",
         "ab",
         {{.name = "封面", .about = {"只有结论", "the verdict only"}},
          {.name = "封面（2）",
           .is_summary = true,
           .cells = {sum("E5", "得分"), sum("F5", "得分")}},
          {.name = "部门决算公开表", .is_summary = true, .cells = {sum("E5", "决算数")}},
          {.name = "同比·部门决算公开表", .cells = {sum("E5", "增减")}}}}},
       {},
       {}});
  const auto found = [&](const char* place) { return batch::find_recorded(store, place).sheet; };
  CHECK_THROWS_WITH(found("封面!E5"), "\"封面\" is not traced cell by cell: the verdict only.");
  CHECK(found("封面(2)!E5") == "封面（2）");
  CHECK(found("决算!E5") == "部门决算公开表");
  CHECK(found("同比!E5") == "同比·部门决算公开表");
  CHECK(found("F5") == "封面（2）");
  CHECK_THROWS_WITH(found("汇总!E5"),
                    "E5 is on several sheets: 封面（2）、部门决算公开表; say which.");
}
