#include "mapping/mapping.h"

#include <catch2/catch.hpp>

#include "mapping/mapping_folder.h"

using namespace huizong::mapping;

TEST_CASE("what concerns the whole file", "[mapping]") {
  CHECK(MappingFolder().slips(R"toml(format   = 2
id       = "1-X"
title    = " "
template = "../自评表.xlsx"
years    = { from = 2024, to = 2019 }
money    = "圆"
per      = "page"
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
自评表.toml:7:12: per 不能是“page”
  7 | per      = "page"
    |            ^^^^^^
  提示: 可用的有：unit、sheet、block
自评表.toml:8:13: “填报总分”不是金额，不能用来核对元和万元
  8 | magnitude = "填报总分"
    |             ^^^^^^^^^^
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
