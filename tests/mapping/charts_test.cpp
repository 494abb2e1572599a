#include <catch2/catch.hpp>

#include "mapping/mapping_folder.h"

// [[summary.charts]]: what a mapping has drawn, and what may be wrong with it.

using namespace huizong;
using namespace huizong::mapping;
using formula::SummaryChart;

namespace {

/// With a rate and a grade; 29 lines.
const std::string kComputed = kBlocks + R"toml([[derived]]
name = "执行率"
expr = "资金.合计.执行数 / 资金.合计.预算数"
[[derived]]
name = "等级"
of = "执行率"
bands = [["优", 0.9], ["差", 0]]
[[summary.columns]]
name = "执行率"
expr = "执行率"
)toml";

}  // namespace

TEST_CASE("a mapping says what is drawn of its form", "[mapping]") {
  const Mapping m = MappingFolder().load(kComputed + R"toml([[summary.charts]]
title  = "{本年}年预算与执行"
kind   = "column"
points = ["合计", "财政拨款"]
series = [
  { name = "预算", values = ["资金.合计.预算数", "资金.财政拨款.预算数"] },
  { name = "执行", values = ["资金.合计.执行数", "资金.财政拨款.执行数"] },
]
[[summary.charts]]
title  = "各单位执行率"
kind   = "bar"
over   = "units"
values = "执行率"
[[summary.charts]]
title  = "等级分布"
kind   = "pie"
over   = "grades"
values = "等级"
)toml");
  const auto& charts = m.definitions.charts;
  REQUIRE(charts.size() == 3);
  CHECK(charts[0].title == "{本年}年预算与执行");
  CHECK(charts[0].points == std::vector<std::string>{"合计", "财政拨款"});
  REQUIRE(charts[0].series.size() == 2);
  CHECK(charts[0].series[1].name == "执行");
  CHECK(formula::to_text(charts[0].series[1].values[1]) == "资金.财政拨款.执行数");
  CHECK(charts[1].kind == SummaryChart::Kind::Bar);
  CHECK(charts[1].over == SummaryChart::Over::Units);
  CHECK(charts[2].over == SummaryChart::Over::Grades);
}

TEST_CASE("slips in a chart are told all in one go", "[mapping]") {
  CHECK(MappingFolder().slips(kComputed + R"toml([[summary.charts]]
title  = "预算"
kind   = "line"
points = ["合计", "财政拨款"]
values = ["资金.合计.预算数"]
[[summary.charts]]
title  = "结构"
kind   = "pie"
points = ["合计"]
series = [{ name = "甲", values = ["资金.合计.预算数"] }, { name = "乙", values = ["资金.合计.执行"] }]
[[summary.charts]]
title  = "等级"
kind   = "column"
over   = "grades"
values = "执行率"
[[summary.charts]]
title  = "没有数"
kind   = "bar"
over   = "units"
)toml") == R"told(自评表.toml:34:10: kind 不能是“line”
  34 | kind   = "line"
     |          ^^^^^^
  提示: 是不是“pie”？
自评表.toml:36:10: 要写 2 个公式，这里有 1 个
  36 | values = ["资金.合计.预算数"]
     |          ^^^^^^^^^^^^^^^^^^^^
  提示: 图上每一项一个，次序与 points 相同
自评表.toml:41:10: 这种图最多画 1 组数
  41 | series = [{ name = "甲", values = ["资金.合计.预算数"] }, { name = "乙", values = ["资金.合计.执行"] }]
     |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
自评表.toml:41:76: 没有叫“资金.合计.执行”的数
  41 | series = [{ name = "甲", values = ["资金.合计.预算数"] }, { name = "乙", values = ["资金.合计.执行"] }]
     |                                                                                     ^^^^^^^^^^^^^^
  提示: 是不是 资金.合计.执行数？
自评表.toml:42:1: over = "grades" 的 values 写一个分档的派生数
  42 | [[summary.charts]]
     | ^^^^^^^^^^^^^^^^^^
自评表.toml:47:1: 图要么写 values，要么写 series（几组数并列）
  47 | [[summary.charts]]
     | ^^^^^^^^^^^^^^^^^^
)told");
}
