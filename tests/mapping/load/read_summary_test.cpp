#include "mapping/load/read_definitions.h"

#include <catch2/catch.hpp>

#include "mapping/mapping_folder.h"

using namespace huizong::mapping;

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
