#include "mapping/read_blocks.h"

#include <catch2/catch.hpp>

#include "mapping_folder.h"

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
  { name = "甲", cell = "B2", type = "text", pattern = ["{a}{b}", "{a}-{}", "{a}-{a}", "{金额:money 元}"] },
  { name = "乙", cell = "D10", type = "text", pattern = ["{}分", "{分}分"] },
]
)toml" + kRecognise) ==
        R"told(自评表.toml:7:56: pattern 要写成“前文{}后文”：花括号成对，至少一处，两处之间要有文字
  7 |   { name = "甲", cell = "B2", type = "text", pattern = ["{a}{b}", "{a}-{}", "{a}-{a}", "{金额:money 元}"] },
    |                                                         ^^^^^^^^
自评表.toml:7:66: pattern 有几处花括号时，每处都要有名称
  7 |   { name = "甲", cell = "B2", type = "text", pattern = ["{a}{b}", "{a}-{}", "{a}-{a}", "{金额:money 元}"] },
    |                                                                   ^^^^^^^^
  提示: 请写成 {单位编码}-{单位名称} 这样
自评表.toml:7:76: “a”重名，第 7 行已有
  7 |   { name = "甲", cell = "B2", type = "text", pattern = ["{a}{b}", "{a}-{}", "{a}-{a}", "{金额:money 元}"] },
    |                                                                             ^^^^^^^^^
  提示: 请给其中一个换个名称
自评表.toml:7:87: 这个版本还不认识带类型的部分 {金额:money 元}
  7 |   { name = "甲", cell = "B2", type = "text", pattern = ["{a}{b}", "{a}-{}", "{a}-{a}", "{金额:money 元}"] },
    |                                                                                        ^^^^^^^^^^^^^^^^^
自评表.toml:8:64: 同一个字段的几个 pattern 要有同样的部分
  8 |   { name = "乙", cell = "D10", type = "text", pattern = ["{}分", "{分}分"] },
    |                                                                  ^^^^^^^^
)told");
}

TEST_CASE("keys and types that a later version will know", "[mapping]") {
  CHECK(MappingFolder().slips(kHead + R"toml(fields = [
  { name = "甲", cell = "B2", type = "mark", sheet = "封面" },
]
)toml" + kRecognise) ==
        R"told(自评表.toml:7:37: 这个版本还不认识类型 mark
  7 |   { name = "甲", cell = "B2", type = "mark", sheet = "封面" },
    |                                      ^^^^^^
  提示: 请先删去它，或换用更新的版本
自评表.toml:7:45: 这个版本还不认识 sheet
  7 |   { name = "甲", cell = "B2", type = "mark", sheet = "封面" },
    |                                              ^^^^^
  提示: 请先删去它，或换用更新的版本
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

TEST_CASE("the lines of a grid", "[mapping]") {
  CHECK(MappingFolder().slips(kHead + kRecognise + R"toml([[grids]]
name = "资金"
rows = { 4 = "合计", "05" = "财政拨款" }
cols = { B = "预算数", 3 = "执行数" }
type = "money"
types = { "执行率" = "score", "预算数" = { type = "percent", scale = "百分" } }
label = "none"
)toml") ==
        R"told(自评表.toml:10:20: rows 的键要写行号，“05”不是
  10 | rows = { 4 = "合计", "05" = "财政拨款" }
     |                      ^^^^
  提示: 请写成 rows = { 5 = "合计" } 这样
自评表.toml:11:21: cols 的键要写列字母，“3”不是
  11 | cols = { B = "预算数", 3 = "执行数" }
     |                        ^
  提示: 请写成 cols = { E = "预算数" } 这样
自评表.toml:13:11: 这个固定块没有“执行率”列
  13 | types = { "执行率" = "score", "预算数" = { type = "percent", scale = "百分" } }
     |           ^^^^^^^^
  提示: 是不是“执行数”？
自评表.toml:13:64: scale 不能是“百分”
  13 | types = { "执行率" = "score", "预算数" = { type = "percent", scale = "百分" } }
     |                                                                      ^^^^^^
  提示: 可用的有：fraction、percent
自评表.toml:14:1: 这个版本还不认识 label
  14 | label = "none"
     | ^^^^^
  提示: 请先删去它，或换用更新的版本
)told");
}

TEST_CASE("a Chinese key without quotes", "[mapping]") {
  CHECK(MappingFolder().slips(kHead + kRecognise + R"toml([[grids]]
name = "资金"
rows = { 4 = "合计" }
cols = { B = "预算数", C = "执行数" }
type = "money"
types = { 执行数 = "count" }
)toml") ==
        R"told(自评表.toml:13:11: 键“执行数”是中文，要加引号
  13 | types = { 执行数 = "count" }
     |           ^^^^^^
  提示: 请写成 "执行数" = …
)told");
}

TEST_CASE("the rows, the end and the columns of a table", "[mapping]") {
  CHECK(MappingFolder().slips(kHead + kRecognise + R"toml([[tables]]
name = "指标"
rows = "9:7"
end = "总分"
columns = [{ name = "一级指标", col = "一", type = "text", fill = true }]
[[tables]]
name = "指标二"
rows = "7:9"
columns = []
)toml") ==
        R"told(自评表.toml:10:8: “9:7”不是行的范围
  10 | rows = "9:7"
     |        ^^^^^
  提示: 请写成 "12:21" 这样：首行在前，末行在后
自评表.toml:11:7: end 要写 { text = "总分", col = "A" }、"blank"、"note" 或 "sheet"
  11 | end = "总分"
     |       ^^^^^^
自评表.toml:12:35: “一”不是列字母
  12 | columns = [{ name = "一级指标", col = "一", type = "text", fill = true }]
     |                                       ^^^^
  提示: 请写成 "B" 这样
自评表.toml:12:55: 列里不认识的键 fill
  12 | columns = [{ name = "一级指标", col = "一", type = "text", fill = true }]
     |                                                            ^^^^
  提示: 可用的有：name、col、type、scale、fill_down、required
自评表.toml:13:1: 变长块缺 end
  13 | [[tables]]
     | ^^^^^^^^^^
  提示: 请补上 end = …
自评表.toml:16:11: columns 是空的
  16 | columns = []
     |           ^^
)told");
}

TEST_CASE("what concerns the whole file", "[mapping]") {
  CHECK(MappingFolder().slips(R"toml(format   = 2
id       = "1-X"
title    = " "
template = "../自评表.xlsx"
years    = { from = 2024, to = 2019 }
money    = "圆"
per      = "sheet"
magnitude = "填报总分"
prose = []
fields = [{ name = "填报总分", cell = "D10", type = "score" }]
[[recognise]]
contains = ["项目自评表"]
[summary]
money = "万元"
)toml") ==
        R"told(自评表.toml:1:12: 这个版本只认识格式 1，文件写的是 2
  1 | format   = 2
    |            ^
  提示: 请换用更新的版本，或改写成格式 1
自评表.toml:2:12: id“1-X”只能有字母、数字和 _，不以数字开头
  2 | id       = "1-X"
    |            ^^^^^
  提示: 请写成 ZTZP 这样
自评表.toml:3:12: title 是空的
  3 | title    = " "
    |            ^^^
自评表.toml:4:12: template 只写文件名，不带文件夹
  4 | template = "../自评表.xlsx"
    |            ^^^^^^^^^^^^^^^^
  提示: 表样放在 templates 文件夹（任务自带的放在 表样 文件夹），或与映射放在一起
自评表.toml:5:12: years 的 from 比 to 晚，哪一年都不适用
  5 | years    = { from = 2024, to = 2019 }
    |            ^^^^^^^^^^^^^^^^^^^^^^^^^^
  提示: 请把两个年份对调
自评表.toml:6:12: “圆”不是金额单位
  6 | money    = "圆"
    |            ^^^^
  提示: 可用的有：元、千元、万元、百万元、亿元
自评表.toml:7:12: 这个版本还不认识 per = "sheet"
  7 | per      = "sheet"
    |            ^^^^^^^
  提示: 一个工作簿一份表，请写 per = "unit"
自评表.toml:8:13: “填报总分”不是金额，不能用来核对元和万元
  8 | magnitude = "填报总分"
    |             ^^^^^^^^^^
自评表.toml:9:1: 这个版本还不认识 prose
  9 | prose = []
    | ^^^^^
  提示: 请先删去它，或换用更新的版本
自评表.toml:11:1: recognise 应当是一组键，这里写的是列表
  11 | [[recognise]]
     | ^^^^^^^^^^^^^
  提示: 请写成 [recognise]，一层方括号
自评表.toml:13:1: [summary]缺 columns
  13 | [summary]
     | ^^^^^^^^^
  提示: 请补上 columns = [ … ]
自评表.toml:14:1: [summary]里不认识的键 money
  14 | money = "万元"
     | ^^^^^
  提示: money 是整个文件的键；若是那个意思，请移到第一个 [ 开头的行之前
)told");
}

TEST_CASE("money without its unit", "[mapping]") {
  CHECK(MappingFolder().slips(R"toml(format   = 1
id       = "XM"
title    = "项目自评表"
template = "自评表.xlsx"
fields = [{ name = "预算", cell = "B4", type = "money" }]
)toml" + kRecognise) ==
        R"told(自评表.toml: 有金额却没有写 money
  提示: 请写 money = "万元"，单位与表样的表头一致
)told");
}
