#include "mapping/load/read_definitions.h"

#include <catch2/catch.hpp>

#include "mapping/mapping_folder.h"

using namespace huizong::mapping;

TEST_CASE("a derived figure uses cells, columns in aggregates, and what was derived before",
          "[mapping]") {
  CHECK(MappingFolder().slips(kBlocks + R"toml([[derived]]
name = "执行率"
expr = "资金.合计.执行数 / 资金.合计.预算"
[[derived]]
name = "总分"
expr = "等级 + SUM(指标.分值) + 指标.分值"
[[derived]]
name = "等级"
of = "总分"
bands = [["优", 90], ["差", 0]]
[[derived]]
name = "合计"
expr = "合计 + 1"
)toml") ==
        R"told(自评表.toml:24:21: 没有叫“资金.合计.预算”的数
  24 | expr = "资金.合计.执行数 / 资金.合计.预算"
     |                            ^^^^^^^^^^^^^^
  提示: 是不是 资金.合计.预算数？
自评表.toml:27:9: “等级”要先派生，才能在这里用
  27 | expr = "等级 + SUM(指标.分值) + 指标.分值"
     |         ^^^^
  提示: 派生按先后计算，请调整 [[derived]] 的次序
自评表.toml:27:27: “指标.分值”是一列，不是一个数
  27 | expr = "等级 + SUM(指标.分值) + 指标.分值"
     |                                 ^^^^^^^^^
  提示: 放进 SUM、AVERAGE、COUNT、MIN、MAX 等，或在 each 里逐行写列名
自评表.toml:34:9: “合计”要先派生，才能在这里用
  34 | expr = "合计 + 1"
     |         ^^^^
  提示: 派生按先后计算，请调整 [[derived]] 的次序
)told");
}

TEST_CASE("a derived figure computes or grades", "[mapping]") {
  CHECK(MappingFolder().slips(kBlocks + R"toml([[derived]]
name = "甲"
expr = "填报总分 + 1"
of = "填报总分"
[[derived]]
name = "填报总分"
expr = "SUM(指标.分值)"
digits = 12
[[derived]]
name = "乙"
of = "填报总分 * 2"
bands = [["优", 90]]
show = "0.00"
)toml") ==
        R"told(自评表.toml:22:1: 派生要么写 expr，要么写 of 和 bands
  22 | [[derived]]
     | ^^^^^^^^^^^
  提示: 算数用 expr = "…"，分档用 of = "…" 和 bands = […]
自评表.toml:27:8: “填报总分”重名，第 6 行已有
  27 | name = "填报总分"
     |        ^^^^^^^^^^
  提示: 请给其中一个换个名称
自评表.toml:29:10: digits 应当是 0 到 10 的整数
  29 | digits = 12
     |          ^^
自评表.toml:32:6: of 只写一个数的名称
  32 | of = "填报总分 * 2"
     |      ^^^^^^^^^^^^^^
  提示: 要先算的请另写一个 [[derived]]
自评表.toml:34:1: 分档的派生不用 show
  34 | show = "0.00"
     | ^^^^
  提示: 分档按 of 那个数取整后的值
)told");
}

TEST_CASE("bands fall from the best down, or rise with upper bounds", "[mapping]") {
  CHECK(MappingFolder().slips(kBlocks + R"toml([[derived]]
name = "甲"
of = "填报总分"
bands = [["优", 80], ["良", 90], ["优", 60]]
[[derived]]
name = "乙"
of = "填报总分"
bands = [["5", "<= 0.1"], ["4", "< 0.1"], ["3", 2], [2, 1], ["1", "> 3"]]
)toml") ==
        R"told(自评表.toml:25:27: 下限要从大到小写
  25 | bands = [["优", 80], ["良", 90], ["优", 60]]
     |                             ^^
自评表.toml:25:33: “优”档写了两次
  25 | bands = [["优", 80], ["良", 90], ["优", 60]]
     |                                   ^^^^
自评表.toml:29:33: 上限要从小到大写
  29 | bands = [["5", "<= 0.1"], ["4", "< 0.1"], ["3", 2], [2, 1], ["1", "> 3"]]
     |                                 ^^^^^^^
自评表.toml:29:49: bands 要么都写下限，要么都写上限
  29 | bands = [["5", "<= 0.1"], ["4", "< 0.1"], ["3", 2], [2, 1], ["1", "> 3"]]
     |                                                 ^
自评表.toml:29:53: 一档要写成 ["优", 90]（90 以上）或 ["5", "<= 0.1"]（0.1 以下）
  29 | bands = [["5", "<= 0.1"], ["4", "< 0.1"], ["3", 2], [2, 1], ["1", "> 3"]]
     |                                                     ^^^^^^
自评表.toml:29:61: 一档要写成 ["优", 90]（90 以上）或 ["5", "<= 0.1"]（0.1 以下）
  29 | bands = [["5", "<= 0.1"], ["4", "< 0.1"], ["3", 2], [2, 1], ["1", "> 3"]]
     |                                                             ^^^^^^^^^^^^
)told");
}

TEST_CASE("a reported figure is one cell of the form", "[mapping]") {
  CHECK(MappingFolder().slips(kBlocks + R"toml([[derived]]
name = "甲"
expr = "1"
reported = "资金.合计"
[[derived]]
name = "乙"
expr = "1"
reported = "指标.分值"
[[derived]]
name = "丙"
expr = "1"
reported = "填报总分"
[[derived]]
name = "丁"
expr = "1"
reported = "填报总分"
)toml") ==
        R"told(自评表.toml:25:12: 表上没有名为“资金.合计”的单元格
  25 | reported = "资金.合计"
     |            ^^^^^^^^^^^
  提示: 可用的有：填报总分、资金.合计.预算数、资金.合计.执行数、资金.财政拨款.预算数、资金.财政拨款.执行数
自评表.toml:29:12: reported 要写表上一个单元格的名称
  29 | reported = "指标.分值"
     |            ^^^^^^^^^^^
  提示: 这是一列，不是一格
自评表.toml:37:12: “填报总分”已经是派生“丙”的填报数
  37 | reported = "填报总分"
     |            ^^^^^^^^^^
)told");
}

TEST_CASE("each = [names] derives one figure a name, each = \"table\" one a row", "[mapping]") {
  const Mapping m = MappingFolder().load(kBlocks + R"toml([[derived]]
name = "执行率"
each = ["合计", "财政拨款"]
expr = "资金.$.执行数 / 资金.$.预算数"
digits = 4
[[derived]]
name = "差额"
each = ["预算数", "执行数"]
expr = "资金.合计.$ - 资金.财政拨款.$"
reported = "资金.合计.$"
[[derived]]
name = "分值率"
each = "指标"
expr = "分值 / 一级指标.权重"
[[derived]]
name = "档"
each = "指标"
of = "分值率"
bands = [["高", 0.5], ["低", 0]]
[[derived]]
name = "合计率"
expr = "SUM(指标.分值率) + 执行率.合计"
[[rules]]
id = "XM-001"
level = "error"
each = "指标"
test = "分值率 <= 1"
say = "分值率"
[[summary.columns]]
name = "执行率"
expr = "执行率.财政拨款"
)toml");
  const auto& derived = m.definitions.derived;
  REQUIRE(derived.size() == 7);
  CHECK(derived[0].name == "执行率.合计");
  CHECK(huizong::formula::to_text(derived[1].expr) ==
        "资金.财政拨款.执行数 / 资金.财政拨款.预算数");
  CHECK(derived[3].reported == "资金.合计.执行数");
  CHECK(derived[4].path() == "指标.分值率");
  CHECK(m.definitions.find_derived("执行率.财政拨款") == &derived[1]);
  CHECK(m.definitions.find_derived("分值率") == nullptr);
  CHECK(m.definitions.find_column("指标", "档") == &derived[5]);
}

TEST_CASE("slips in each of a derived figure", "[mapping]") {
  CHECK(MappingFolder().slips(kBlocks + R"toml([[derived]]
name = "甲"
each = "指"
expr = "分值"
[[derived]]
name = "乙"
each = "指标/一级指标"
expr = "SUM(分值)"
[[derived]]
name = "丙"
each = ["预算数"]
expr = "资金.合计.预算数"
[[derived]]
name = "分值"
each = "指标"
expr = "分值 * 2"
reported = "得分"
[[derived]]
name = "丁"
each = ["预算数", "决算数"]
expr = "资金.合计.$"
[[derived]]
name = "戊"
each = "指标"
expr = "己 + 指标.分值"
[[derived]]
name = "己"
each = "指标"
expr = "分值"
[[derived]]
name = "庚"
expr = "己"
each = 1
)toml") == R"told(自评表.toml:24:8: 没有名为“指”的变长块
  24 | each = "指"
     |        ^^^^
  提示: 可用的有：指标
自评表.toml:28:8: 没有名为“指标/一级指标”的变长块
  28 | each = "指标/一级指标"
     |        ^^^^^^^^^^^^^^^
  提示: 派生只能逐行，不能分组：写表的名称
自评表.toml:33:8: each 列了名称，公式里却没有 $
  33 | expr = "资金.合计.预算数"
     |        ^^^^^^^^^^^^^^^^^^
  提示: 请在名称该变的地方写 $
自评表.toml:35:8: “指标”已有“分值”列
  35 | name = "分值"
     |        ^^^^^^
  提示: 请换个名称，表上的那一列写在 reported
自评表.toml:38:12: “指标”没有“得分”列
  38 | reported = "得分"
     |            ^^^^^^
  提示: 可用的有：一级指标、分值
自评表.toml:42:9: 没有叫“资金.合计.决算数”的数
  42 | expr = "资金.合计.$"
     |         ^^^^^^^^^^^
  提示: 是不是 资金.合计.预算数？
自评表.toml:46:9: “己”要先派生，才能在这里用
  46 | expr = "己 + 指标.分值"
     |         ^^
  提示: 派生按先后计算，请调整 [[derived]] 的次序
自评表.toml:46:13: “指标.分值”是一列，不是一个数
  46 | expr = "己 + 指标.分值"
     |              ^^^^^^^^^
  提示: 放进 SUM、AVERAGE、COUNT、MIN、MAX 等，或在 each 里逐行写列名
自评表.toml:54:8: each 写名称的列表，或一个表的名称
  54 | each = 1
     |        ^
)told");
}
