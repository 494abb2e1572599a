#include "mapping/load/read_blocks.h"

#include <catch2/catch.hpp>

#include "mapping/mapping_folder.h"

using namespace huizong::mapping;

TEST_CASE("the lines of a grid", "[mapping]") {
  CHECK(MappingFolder().slips(kHead + kRecognise + R"toml([[grids]]
name = "资金"
rows = { 4 = "合计", "05" = "财政拨款" }
cols = { B = "预算数", 3 = "执行数" }
type = "money"
types = { "执行率" = "score", "预算数" = { type = "percent", scale = "百分" } }
label = "无"
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
自评表.toml:14:9: label 不能是“无”
  14 | label = "无"
     |         ^^^^
  提示: 可用的有：none
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
  提示: 可用的有：name、col、type、options、scale、fill_down、required
自评表.toml:13:1: 变长块缺 end
  13 | [[tables]]
     | ^^^^^^^^^^
  提示: 请补上 end = …
自评表.toml:16:11: columns 是空的
  16 | columns = []
     |           ^^
)told");
}
