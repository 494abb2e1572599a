#include "mapping/load/read_expression.h"

#include <catch2/catch.hpp>

#include "mapping/mapping_folder.h"

using namespace huizong::mapping;

TEST_CASE("what belongs to other forms, years and units", "[mapping]") {
  CHECK(MappingFolder().slips(kBlocks + R"toml([[derived]]
name = "同比"
expr = "资金.合计.执行数 / 上年.资金.合计.执行"
[[derived]]
name = "差"
expr = "资金.合计.执行数 - XM!资金.合计.执行数 - BMJS!支出.合计"
[[derived]]
name = "名次"
expr = "RANK(差)"
)toml") ==
        R"told(自评表.toml:24:21: 在“项目自评表”里，没有叫“资金.合计.执行”的数
  24 | expr = "资金.合计.执行数 / 上年.资金.合计.执行"
     |                            ^^^^^^^^^^^^^^^^^^^
  提示: 是不是 资金.合计.执行数？
自评表.toml:27:21: XM 就是本表
  27 | expr = "资金.合计.执行数 - XM!资金.合计.执行数 - BMJS!支出.合计"
     |                            ^^^^^^^^^^^^^^^^^^^
  提示: 直接写 资金.合计.执行数
自评表.toml:30:9: RANK(x) 是各单位之间的排名，只能用在 [[summary.columns]]
  30 | expr = "RANK(差)"
     |         ^^^^^^^^
  提示: 在一列之内排名请写 RANK(x, 列)
)told");
}

TEST_CASE("a slip in an expression of several lines is shown on its own line", "[mapping]") {
  CHECK(MappingFolder().slips(kBlocks + R"toml([[rules]]
id = "XM-001"
level = "error"
say = "分值"
test = """
资金.合计.执行数
  = 资金.财政拨款.执行
"""
when = "LEFT(资金.合计.执行数, 1) = \"甲\" + 总分"
)toml") ==
        R"told(自评表.toml:28:5: 没有叫“资金.财政拨款.执行”的数
  28 |   = 资金.财政拨款.执行
     |     ^^^^^^^^^^^^^^^^^^
  提示: 是不是 资金.财政拨款.执行数？
自评表.toml:30:38: 没有叫“总分”的数
  30 | when = "LEFT(资金.合计.执行数, 1) = \"甲\" + 总分"
     |                                              ^^^^
  提示: 名称写成 块.行.列 或 表.列，见映射里的 fields、grids、tables
)told");
}

TEST_CASE("an expression that is none", "[mapping]") {
  CHECK(MappingFolder().slips(kBlocks + R"toml([[rules]]
id = "XM-001"
level = "error"
say = "分值"
test = "SUM(资金.合计.预算数 = 1"
when = "SUMME(资金.合计.预算数) > 1"
)toml") ==
        R"told(自评表.toml:26:12: 括号没有成对
  26 | test = "SUM(资金.合计.预算数 = 1"
     |            ^
  提示: 补上右括号
自评表.toml:27:9: 没有函数“SUMME”
  27 | when = "SUMME(资金.合计.预算数) > 1"
     |         ^^^^^
  提示: 是不是 SUM？
)told");
}
