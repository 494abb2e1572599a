#include "mapping/read_definitions.h"

#include <catch2/catch.hpp>

#include "mapping_folder.h"

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

TEST_CASE("what belongs to other forms, years and units", "[mapping]") {
  CHECK(MappingFolder().slips(kBlocks + R"toml([[derived]]
name = "同比"
expr = "资金.合计.执行数 / 上年.资金.合计.执行数"
[[derived]]
name = "差"
expr = "资金.合计.执行数 - BMJS!支出.合计"
each = "指标"
[[derived]]
name = "名次"
expr = "RANK(差)"
)toml") ==
        R"told(自评表.toml:24:21: 这个版本还不能引用上年
  24 | expr = "资金.合计.执行数 / 上年.资金.合计.执行数"
     |                            ^^^^^^^^^^^^^^^^^^^^^
自评表.toml:27:21: 这个版本还不能引用别的表
  27 | expr = "资金.合计.执行数 - BMJS!支出.合计"
     |                            ^^^^^^^^^^^^^^
自评表.toml:28:1: 这个版本还不认识 each
  28 | each = "指标"
     | ^^^^
  提示: 请先删去它，或换用更新的版本
自评表.toml:31:9: RANK(x) 是各单位之间的排名，只能用在 [[summary.columns]]
  31 | expr = "RANK(差)"
     |         ^^^^^^^^
  提示: 在一列之内排名请写 RANK(x, 列)
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

TEST_CASE("the ids and levels of rules", "[mapping]") {
  CHECK(MappingFolder().slips(kBlocks + R"toml([[rules]]
id = "XM-001"
level = "错误"
test = "填报总分 <= 100"
say = "超过100分"
[[rules]]
id = "XM-001"
level = "error"
test = "填报总分 >= 0"
say = "小于0分"
tolerance = -1
[[rules]]
id = "A-1"
level = "error"
test = "填报总分 + 1"
[[rules]]
id = "XM-D-甲"
level = "error"
test = "填报总分 = 1"
say = "不等于1"
)toml") ==
        R"told(自评表.toml:24:9: level 不能是“错误”
  24 | level = "错误"
     |         ^^^^^^
  提示: 可用的有：error、warning、note、trial
自评表.toml:28:6: “XM-001”重名，第 23 行已有
  28 | id = "XM-001"
     |      ^^^^^^^^
  提示: 请给其中一个换个名称
自评表.toml:32:13: tolerance 要是不小于 0 的数
  32 | tolerance = -1
     |             ^^
自评表.toml:33:1: 审核公式缺 say
  33 | [[rules]]
     | ^^^^^^^^^
  提示: 请补上 say = …
自评表.toml:34:6: 公式编号“A-1”要以“XM-”开头，后面不留空格
  34 | id = "A-1"
     |      ^^^^^
  提示: 请写成 XM-001 这样
自评表.toml:36:8: test 要有一个比较：左边是填报数，右边是应有的数
  36 | test = "填报总分 + 1"
     |        ^^^^^^^^^^^^^^
  提示: 请写成 "甲 = 乙" 这样
自评表.toml:38:6: “XM-D-…”这样的编号留给自动生成的公式
  38 | id = "XM-D-甲"
     |      ^^^^^^^^^
  提示: 请换一个编号
)told");
}

TEST_CASE("a rule for each name has its $, and only then", "[mapping]") {
  CHECK(MappingFolder().slips(kBlocks + R"toml([[rules]]
id = "XM-001"
level = "error"
each = ["预算数", "决算数"]
test = "资金.合计.$ >= 0"
say = "{$1}不能为负"
[[rules]]
id = "XM-002"
level = "error"
test = "资金.合计.$ >= 0"
say = "{$}不能为负"
[[rules]]
id = "XM-003"
level = "error"
each = ["预算数"]
test = "填报总分 >= 0"
say = "不能为负"
[[rules]]
id = "XM-004"
level = "error"
each = { "甲" = "1" }
test = "填报总分 >= 0"
say = "不能为负"
)toml") ==
        R"told(自评表.toml:26:9: 没有叫“资金.合计.决算数”的数
  26 | test = "资金.合计.$ >= 0"
     |         ^^^^^^^^^^^
  提示: 是不是 资金.合计.预算数？
自评表.toml:27:8: say 里的 {$1} 没有对应的值
  27 | say = "{$1}不能为负"
     |        ^^^^
  提示: 这里可用 {$}
自评表.toml:31:9: 没有 each = [名称…]，$ 不代表任何名称
  31 | test = "资金.合计.$ >= 0"
     |         ^^^^^^^^^^^
自评表.toml:32:8: say 里的 {$} 没有对应的值
  32 | say = "{$}不能为负"
     |        ^^^
  提示: 只有 each 写名称列表或“表/列”时，say 里才用花括号
自评表.toml:37:8: each 列了名称，test 里却没有 $
  37 | test = "填报总分 >= 0"
     |        ^^^^^^^^^^^^^^^
  提示: 请在名称该变的地方写 $
自评表.toml:42:8: 这个版本还不认识 each = { 名称 = 值 }
  42 | each = { "甲" = "1" }
     |        ^^^^^^^^^^^^^^
  提示: 请写成名称的列表：each = ["…"]
)told");
}

TEST_CASE("a rule for each row or group sees the columns by their own names", "[mapping]") {
  CHECK(MappingFolder().slips(kBlocks + R"toml([[rules]]
id = "XM-001"
level = "error"
each = "指标"
test = "SUM(分值) <= 一级指标.权重 + 得分"
say = "{一级指标}"
[[rules]]
id = "XM-002"
level = "error"
each = "指标/一级指标"
test = "一级指标.权重 = 分值"
say = "{一级指标}的分值"
[[rules]]
id = "XM-003"
level = "error"
each = "指标/二级指标"
test = "一级指标.权重 = 分值"
say = "分值"
[[rules]]
id = "XM-004"
level = "error"
each = "资金"
test = "1 = 1"
say = "分值"
[[rules]]
id = "XM-005"
level = "error"
test = "分值 = 1"
say = "分值"
)toml") ==
        R"told(自评表.toml:26:30: 没有叫“得分”的数
  26 | test = "SUM(分值) <= 一级指标.权重 + 得分"
     |                                      ^^^^
  提示: 名称写成 块.行.列 或 表.列，见映射里的 fields、grids、tables
自评表.toml:27:8: say 里的 {一级指标} 没有对应的值
  27 | say = "{一级指标}"
     |        ^^^^^^^^^^
  提示: 只有 each 写名称列表或“表/列”时，say 里才用花括号
自评表.toml:32:19: “分值”是一列，不是一个数
  32 | test = "一级指标.权重 = 分值"
     |                         ^^^^
  提示: 放进 SUM、AVERAGE、COUNT、MIN、MAX 等，或在 each 里逐行写列名
自评表.toml:37:12: “指标”没有“二级指标”列
  37 | each = "指标/二级指标"
     |              ^^^^^^^^
  提示: 是不是“一级指标”？
自评表.toml:43:9: 没有名为“资金”的变长块
  43 | each = "资金"
     |         ^^^^
  提示: 可用的有：指标
自评表.toml:49:9: 没有叫“分值”的数
  49 | test = "分值 = 1"
     |         ^^^^
  提示: 是不是 指标.分值？
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

TEST_CASE("summary columns", "[mapping]") {
  CHECK(MappingFolder().slips(kBlocks + R"toml([summary]
title = "汇总"
[[summary.columns]]
name = "分值"
expr = "指标.分值"
total = "avg"
[[summary.columns]]
name = "分值"
expr = "RANK(总分)"
)toml") ==
        R"told(自评表.toml:23:1: [summary]里不认识的键 title
  23 | title = "汇总"
     | ^^^^^
  提示: title 是整个文件的键；若是那个意思，请移到第一个 [ 开头的行之前
自评表.toml:26:9: “指标.分值”是一列，不是一个数
  26 | expr = "指标.分值"
     |         ^^^^^^^^^
  提示: 放进 SUM、AVERAGE、COUNT、MIN、MAX 等，或在 each 里逐行写列名
自评表.toml:27:9: total 不能是“avg”
  27 | total = "avg"
     |         ^^^^^
  提示: 可用的有：none、sum、ratio、mean、count
自评表.toml:29:8: “分值”重名，第 25 行已有
  29 | name = "分值"
     |        ^^^^^^
  提示: 请给其中一个换个名称
自评表.toml:30:14: 没有叫“总分”的数
  30 | expr = "RANK(总分)"
     |              ^^^^
  提示: 名称写成 块.行.列 或 表.列，见映射里的 fields、grids、tables
)told");
}
