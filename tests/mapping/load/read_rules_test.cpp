#include "mapping/load/read_definitions.h"

#include <catch2/catch.hpp>

#include "mapping/mapping_folder.h"

using namespace huizong::mapping;

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
自评表.toml:43:8: each 列了名称，test 里却没有 $
  43 | test = "填报总分 >= 0"
     |        ^^^^^^^^^^^^^^^
  提示: 请在名称该变的地方写 $
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

TEST_CASE("names with values give a rule $ and $1", "[mapping]") {
  CHECK(MappingFolder().slips(kBlocks + R"toml([[rules]]
id = "XM-001"
level = "error"
each = { "合计" = 0.5, "财政拨款" = "300" }
when = "SUMIF(指标.一级指标, \"$1\", 指标.分值) > 0"
test = "资金.$.预算数 >= $1"
say = "{$}应不小于{$1}"
[[rules]]
id = "XM-002"
level = "error"
each = { "合计" = true }
test = "资金.$.预算数 >= 0"
say = "{一级指标}{$1}{$2}"
[[rules]]
id = "XM-003"
level = "error"
each = ["合计"]
test = "资金.$.预算数 >= $1"
say = "{$}"
)toml") ==
        R"told(自评表.toml:32:17: each 的值写文字或数
  32 | each = { "合计" = true }
     |                   ^^^^
自评表.toml:34:8: say 里的 {一级指标} 没有对应的值
  34 | say = "{一级指标}{$1}{$2}"
     |        ^^^^^^^^^^
  提示: 这里可用 {$}、{$1}
自评表.toml:34:18: say 里的 {$2} 没有对应的值
  34 | say = "{一级指标}{$1}{$2}"
     |                      ^^^^
  提示: 这里可用 {$}、{$1}
自评表.toml:39:21: “$1”里的 $ 没有可代入的名称
  39 | test = "资金.$.预算数 >= $1"
     |                          ^^
  提示: $ 只能与 each 的名称一起用
)told");
}

TEST_CASE("a rule for each group of two columns", "[mapping]") {
  CHECK(MappingFolder().slips(kBlocks + R"toml([[rules]]
id = "XM-001"
level = "error"
each = "指标/一级指标, 分值"
test = "一级指标.权重 >= 分值"
say = "{一级指标}、{分值}"
[[rules]]
id = "XM-002"
level = "error"
each = "指标/一级指标,分直"
test = "一级指标.权重 >= 分值"
say = "分值"
)toml") ==
        R"told(自评表.toml:31:17: “指标”没有“分直”列
  31 | each = "指标/一级指标,分直"
     |                       ^^^^
  提示: 是不是“分值”？
)told");
}
