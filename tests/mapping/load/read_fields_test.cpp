#include "mapping/load/read_blocks.h"

#include <catch2/catch.hpp>

#include "mapping/mapping_folder.h"

using namespace huizong::mapping;

TEST_CASE("keys of a field that are missing, misspelt or of the wrong kind", "[mapping]") {
  CHECK(MappingFolder().slips(kHead + R"toml(fields = [
  { nmae = "甲", cell = "B2", type = "text" },
  { name = 5, cell = "二B", typ = "text" },
  { name = "乙", type = "txt", required = "是", key = "units" },
]
)toml" + kRecognise) ==
        R"told(自评表.toml:7:5: 字段里不认识的键 nmae
  7 |   { nmae = "甲", cell = "B2", type = "text" },
    |     ^^^^
  提示: 是不是“name”？
自评表.toml:8:12: name 应当是文字，这里写的是数
  8 |   { name = 5, cell = "二B", typ = "text" },
    |            ^
  提示: 请加上引号
自评表.toml:8:22: “二B”不是单元格地址
  8 |   { name = 5, cell = "二B", typ = "text" },
    |                      ^^^^^
  提示: 请写成 C3 这样：列字母在前，行号在后
自评表.toml:8:28: 字段里不认识的键 typ
  8 |   { name = 5, cell = "二B", typ = "text" },
    |                             ^^^
  提示: 是不是“type”？
自评表.toml:9:3: 字段缺 cell
  9 |   { name = "乙", type = "txt", required = "是", key = "units" },
    |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  提示: 请补上 cell = …
自评表.toml:9:24: 没有“txt”这种类型
  9 |   { name = "乙", type = "txt", required = "是", key = "units" },
    |                         ^^^^^
  提示: 是不是“text”？
自评表.toml:9:42: required 应当是真假值（true 或 false），这里写的是文字
  9 |   { name = "乙", type = "txt", required = "是", key = "units" },
    |                                           ^^^^
自评表.toml:9:53: key 不能是“units”
  9 |   { name = "乙", type = "txt", required = "是", key = "units" },
    |                                                       ^^^^^^^
  提示: 是不是“unit”？
)told");
}

TEST_CASE("names that expressions could not spell, and names used twice", "[mapping]") {
  CHECK(MappingFolder().slips(kHead + R"toml(fields = [
  { name = "a.b", cell = "B2", type = "text" },
  { name = "上年", cell = "D4", type = "text" },
  { name = "资金", cell = "D10", type = "score" },
]
)toml" + kRecognise + R"toml([[grids]]
name = "资金"
rows = { 4 = "合计", 5 = "合计" }
cols = { B = "预算数", C = "执行数" }
type = "money"
)toml") ==
        R"told(自评表.toml:7:12: 名称里不能有半角的 . : ! [ ] { } $ " 和换行
  7 |   { name = "a.b", cell = "B2", type = "text" },
    |            ^^^^^
  提示: 公式靠这些符号分开名称；表样上的原文可以写进别名
自评表.toml:8:12: “上年”在公式里另有意思，不能作名称
  8 |   { name = "上年", cell = "D4", type = "text" },
    |            ^^^^^^
  提示: 请换一个名称，表样上的原文可以写进别名
自评表.toml:14:8: “资金”重名，第 9 行已有
  14 | name = "资金"
     |        ^^^^^^
  提示: 请给其中一个换个名称
自评表.toml:15:20: 表样第 5 行不是“合计”，“合计”在第 4 行
  15 | rows = { 4 = "合计", 5 = "合计" }
     |                      ^
自评表.toml:15:24: “合计”重名，第 15 行已有
  15 | rows = { 4 = "合计", 5 = "合计" }
     |                          ^^^^^^
  提示: 请给其中一个换个名称
)told");
}

TEST_CASE("a pattern has parts with names, and words between them", "[mapping]") {
  CHECK(MappingFolder().slips(kHead + R"toml(fields = [
  { name = "甲", cell = "B2", type = "text", pattern = ["{a}{b}", "{a}-{}", "{a}-{a}", "{金额:money 斤}"] },
  { name = "乙", cell = "D10", type = "text", pattern = ["{}分", "{分}分"] },
]
)toml" + kRecognise) ==
        R"told(自评表.toml:7:56: pattern 要写成“前文{}后文”：花括号成对，至少一处，两处之间要有文字
  7 |   { name = "甲", cell = "B2", type = "text", pattern = ["{a}{b}", "{a}-{}", "{a}-{a}", "{金额:money 斤}"] },
    |                                                         ^^^^^^^^
自评表.toml:7:66: 这里每处花括号都要有名称
  7 |   { name = "甲", cell = "B2", type = "text", pattern = ["{a}{b}", "{a}-{}", "{a}-{a}", "{金额:money 斤}"] },
    |                                                                   ^^^^^^^^
  提示: 请写成 {单位编码}-{单位名称} 这样
自评表.toml:7:76: “a”重名，第 7 行已有
  7 |   { name = "甲", cell = "B2", type = "text", pattern = ["{a}{b}", "{a}-{}", "{a}-{a}", "{金额:money 斤}"] },
    |                                                                             ^^^^^^^^^
  提示: 请给其中一个换个名称
自评表.toml:7:87: {金额:money 斤} 的“money 斤”不是花括号里能用的类型
  7 |   { name = "甲", cell = "B2", type = "text", pattern = ["{a}{b}", "{a}-{}", "{a}-{a}", "{金额:money 斤}"] },
    |                                                                                        ^^^^^^^^^^^^^^^^^
  提示: 可用的有：text、list、code、number、count、score、percent、year、date、money，金额可以带单位，如 {金额:money 万元}
自评表.toml:8:64: 同一个字段的几个 pattern 要有同样的部分
  8 |   { name = "乙", cell = "D10", type = "text", pattern = ["{}分", "{分}分"] },
    |                                                                  ^^^^^^^^
)told");
}

TEST_CASE("a choice says what can be chosen, and nothing else does", "[mapping]") {
  CHECK(MappingFolder().slips(kHead + R"toml(fields = [
  { name = "甲", cell = "B2", type = "choice" },
  { name = "乙", cell = "D10", type = "choice", options = ["是"] },
  { name = "丙", cell = "B4", type = "mark", options = ["是", "否"] },
  { name = "丁", cell = "C4", type = "choice", options = ["是", "否"] },
]
)toml" + kRecognise) ==
        R"told(自评表.toml:7:37: 选择要写明可选的几项
  7 |   { name = "甲", cell = "B2", type = "choice" },
    |                                      ^^^^^^^^
  提示: 请写 type = "choice", options = ["是", "否"]
自评表.toml:8:58: 可选的至少有两项
  8 |   { name = "乙", cell = "D10", type = "choice", options = ["是"] },
    |                                                           ^^^^^^
自评表.toml:9:55: options 只用于 type = "choice"
  9 |   { name = "丙", cell = "B4", type = "mark", options = ["是", "否"] },
    |                                                        ^^^^^^^^^^^^
)told");
}

TEST_CASE("one field only tells the unit, and the year is of the type year", "[mapping]") {
  CHECK(MappingFolder().slips(kHead + R"toml(fields = [
  { name = "单位", cell = "B2", type = "text", key = "unit" },
  { name = "年度", cell = "A1", type = "text", key = "year", pattern = "{}年度项目自评表" },
  { name = "填报单位", cell = "D10", type = "text", key = "unit", scale = "percent" },
]
)toml" + kRecognise) ==
        R"told(自评表.toml:8:52: key = "year" 的字段类型应当是 year
  8 |   { name = "年度", cell = "A1", type = "text", key = "year", pattern = "{}年度项目自评表" },
    |                                                      ^^^^^^
  提示: 请写 type = "year"
自评表.toml:9:55: key = "unit" 已由“单位”担任，只能有一个
  9 |   { name = "填报单位", cell = "D10", type = "text", key = "unit", scale = "percent" },
    |                                                           ^^^^^^
自评表.toml:9:71: scale 只用于 type = "percent"
  9 |   { name = "填报单位", cell = "D10", type = "text", key = "unit", scale = "percent" },
    |                                                                           ^^^^^^^^^
)told");
}
