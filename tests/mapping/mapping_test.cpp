#include "mapping/mapping.h"

#include <catch2/catch.hpp>

#include "mapping/mapping_folder.h"

using namespace huizong;
using namespace huizong::mapping;

namespace {

const char* const kGood = R"toml(format   = 1
id       = "XM"
title    = "项目自评表"
template = "自评表.xlsx"
years    = { from = 2019, to = 2024 }
money    = "万元"
per      = "unit"
magnitude = "资金.财政拨款.预算数"
not_applicable = ["—", "/"]

fields = [
  { name = "年度", cell = "A1", type = "year", key = "year", pattern = "{}年度项目自评表" },
  { name = "单位名称", cell = "B2", type = "text", key = "unit", required = true },
  { name = "总分值", cell = "C10", type = "score" },
  { name = "填报总分", cell = "D10", type = "score" },
  { name = "填报等级", cell = "A11", type = "text", pattern = "等级：{}" },
]

[recognise]
sheet    = "自评*"
contains = ["项目自评表", "单位名称"]

[[grids]]
name  = "资金"
rows  = { 5 = ["财政拨款", "其中:财政资金"], 4 = "合计" }
cols  = { B = "预算数", C = "执行数", D = "得分" }
type  = "money"
types = { "得分" = { type = "percent", scale = "percent" } }

[[tables]]
name = "指标"
rows = "7:9"
end  = { text = "总 分", col = "A" }
columns = [
  { name = "一级指标", col = "A", type = "label_weight", fill_down = true },
  { name = "指标值", col = "B", type = "target" },
  { name = "分值", col = "C", type = "score", required = true },
  { name = "得分", col = "D", type = "score" },
]

[[derived]]
name = "执行率"
expr = "资金.合计.执行数 / 资金.合计.预算数"
digits = 4
show = "0.00%"
[[derived]]
name = "总分"
expr = "SUM(指标.得分)"
reported = "填报总分"
[[derived]]
name = "等级"
of = "总分"
bands = [["优", 90], ["良", 80.5], ["差", 0]]
reported = "填报等级"

[[rules]]
id = "XM-001"
level = "warning"
each = ["预算数", "执行数"]
test = "资金.合计.$ = SUM(资金.财政拨款.$)"
when = "COUNT(资金.财政拨款.$) > 0"
say = "{$}的合计应等于明细"
cite = "填表说明第2条"
tolerance = 0.05
[[rules]]
id = "XM-002"
level = "trial"
each = "指标"
test = "得分 <= 分值"
say = "得分不能超过分值"
[[rules]]
id = "XM-003"
level = "error"
each = "指标/一级指标"
test = "一级指标.权重 = SUM(分值)"
say = "{一级指标}的分值应等于标注"

[[summary.columns]]
name = "总分"
expr = "总分"
total = "mean"
show = "0.0"
[[summary.columns]]
name = "排名"
expr = "RANK(总分)"
)toml";

}  // namespace

TEST_CASE("a mapping says where figures are, in the template's addresses", "[mapping]") {
  const MappingFolder folder;
  const Mapping m = folder.load(kGood);
  CHECK(m.stem == "自评表");
  CHECK(m.id() == "XM");
  CHECK(m.title() == "项目自评表");
  CHECK(m.years == std::pair(2019, 2024));
  CHECK(m.money == model::MoneyUnit::WanYuan);
  CHECK(m.definitions.money == model::MoneyUnit::WanYuan);
  CHECK(m.magnitude == "资金.财政拨款.预算数");
  CHECK(m.not_applicable == std::vector<std::string>{"—", "/"});
  CHECK(m.template_file == (folder / "templates" / "自评表.xlsx"));
  CHECK(m.blank_of(m.sheets[0]).name == "自评表");
  CHECK(m.recognise.sheet == "自评*");
  CHECK(m.recognise.contains == std::vector<std::string>{"项目自评表", "单位名称"});

  REQUIRE(m.sheets[0].fields.size() == 5);
  CHECK(m.sheets[0].fields[0].key == KeyPart::Year);
  CHECK(m.sheets[0].fields[0].typing.type == model::FieldType::Year);
  CHECK(m.sheets[0].fields[1].cell == CellRef{1, 1});
  CHECK(m.sheets[0].fields[1].required);
  CHECK(m.sheets[0].fields[4].patterns.at(0).match("等级：优") == std::vector<std::string>{"优"});
}

TEST_CASE("a grid's lines come in the template's order, with their other names", "[mapping]") {
  const Mapping m = MappingFolder().load(kGood);
  const Grid& grid = m.sheets[0].grids.at(0);
  REQUIRE(grid.rows.size() == 2);
  CHECK(grid.rows[0].name == "合计");
  CHECK(grid.rows[1].at == 4);
  CHECK(grid.rows[1].aliases == std::vector<std::string>{"其中:财政资金"});
  CHECK(grid.cols[2].at == 3);
  CHECK(grid.typing.type == model::FieldType::Money);
  CHECK(grid.types.at("得分").type == model::FieldType::Percent);
  CHECK(grid.types.at("得分").percent_scale);
}

TEST_CASE("a table has sample rows, an end and columns", "[mapping]") {
  const Mapping m = MappingFolder().load(kGood);
  const TableBlock& table = m.sheets[0].tables.at(0);
  CHECK(table.first_row == 6);
  CHECK(table.last_row == 8);
  CHECK(table.end.kind == TableEnd::Kind::Text);
  CHECK(table.end.text == "总分");
  CHECK(table.end.col == 0);
  CHECK(table.columns.at(0).fill_down);
  CHECK(table.columns.at(2).required);
  CHECK(table.columns.at(3).col == 3);
}

TEST_CASE("derived figures, rules and summary columns are compiled", "[mapping]") {
  const Mapping m = MappingFolder().load(kGood);
  const formula::Definitions& d = m.definitions;
  REQUIRE(d.derived.size() == 3);
  CHECK(d.derived[0].digits == 4);
  CHECK(d.derived[0].show == "0.00%");
  CHECK(formula::to_text(d.derived[0].expr) == "资金.合计.执行数 / 资金.合计.预算数");
  CHECK(d.derived[1].digits == 2);
  CHECK(d.derived[1].reported == "填报总分");
  CHECK(d.derived[2].bands.at(1).label == "良");
  CHECK(d.derived[2].bands.at(1).bound == *Decimal::parse("80.5"));
  CHECK_FALSE(d.derived[2].bands.at(1).upper);

  REQUIRE(d.rules.size() == 3);
  CHECK(d.rules[0].level == Severity::Warning);
  CHECK(d.rules[0].each_names == std::vector<std::string>{"预算数", "执行数"});
  CHECK(d.rules[0].tolerance == *Decimal::parse("0.05"));
  CHECK(d.rules[0].cite == "填表说明第2条");
  CHECK(d.rules[1].trial);
  CHECK(d.rules[1].level == Severity::Note);
  CHECK(d.rules[1].each_table == "指标");
  CHECK(d.rules[2].each_columns == std::vector<std::string>{"一级指标"});
  CHECK_FALSE(d.rules[2].when);

  REQUIRE(d.summary.size() == 2);
  CHECK(d.summary[0].total == formula::Total::Mean);
  CHECK(d.summary[0].show == "0.0");
  CHECK(d.summary[1].total == formula::Total::None);
}

TEST_CASE("the mapping that comes with the program is good", "[mapping]") {
  const Mapping m = load_mapping(testing::project_file("mappings/部门整体支出绩效自评表.toml"));
  CHECK(m.id() == "ZTZP");
  CHECK(m.sheets[0].tables.at(0).columns.size() == 8);
}

TEST_CASE("everything wrong is reported in one go, in the order of the file", "[mapping]") {
  CHECK(MappingFolder().slips(R"toml(format   = 1
id       = "XM"
titel    = "项目自评表"
template = "自评表.xlsx"
money    = "万圆"
fields = [
  { name = "单位名称", cell = "A2", type = "text", key = "unit" },
  { name = "填报总分", cell = "D99", type = "scor" },
]
[recognise]
contains = ["项目自评表", "单位名字"]
[[grids]]
name  = "资金"
rows  = { 4 = "合计", 五 = "财政拨款" }
cols  = { B = "预算数", C = "执行数" }
type  = "money"
[[derived]]
name = "执行率"
expr = "资金.合计.执行数 / 资金.合计.预算"
[[rules]]
id = "001"
level = "错误"
test = "SUM(资金.合计.预算数"
say = "合计不对"
)toml") ==
        R"told(自评表.toml:3:1: 映射里不认识的键 titel
  3 | titel    = "项目自评表"
    | ^^^^^
  提示: 是不是“title”？
自评表.toml:5:12: “万圆”不是金额单位
  5 | money    = "万圆"
    |            ^^^^^^
  提示: 可用的有：元、千元、万元、百万元、亿元
自评表.toml:7:27: A2 在表样里是文字“单位名称”，不是要填的格
  7 |   { name = "单位名称", cell = "A2", type = "text", key = "unit" },
    |                               ^^^^
  提示: 请写右边或下面要填的那一格；若填在这段文字里，请加 pattern
自评表.toml:8:27: D99 不在表样之内，表样“自评表”只用到 A1:D11
  8 |   { name = "填报总分", cell = "D99", type = "scor" },
    |                               ^^^^^
  提示: 地址按空白表样写，请对照表样
自评表.toml:8:41: 没有“scor”这种类型
  8 |   { name = "填报总分", cell = "D99", type = "scor" },
    |                                             ^^^^^^
  提示: 是不是“score”？
自评表.toml:11:22: 表样里没有“单位名字”这几个字
  11 | contains = ["项目自评表", "单位名字"]
     |                           ^^^^^^^^^^
  提示: 是不是“单位名称”？
自评表.toml:14:21: rows 的键要写行号，“五”不是
  14 | rows  = { 4 = "合计", 五 = "财政拨款" }
     |                       ^^
  提示: 请写成 rows = { 5 = "合计" } 这样
自评表.toml:19:21: 没有叫“资金.合计.预算”的数
  19 | expr = "资金.合计.执行数 / 资金.合计.预算"
     |                            ^^^^^^^^^^^^^^
  提示: 是不是 资金.合计.预算数？
自评表.toml:21:6: 公式编号“001”要以“XM-”开头，后面不留空格
  21 | id = "001"
     |      ^^^^^
  提示: 请写成 XM-001 这样
自评表.toml:22:9: level 不能是“错误”
  22 | level = "错误"
     |         ^^^^^^
  提示: 可用的有：error、warning、note、trial
自评表.toml:23:12: 括号没有成对
  23 | test = "SUM(资金.合计.预算数"
     |            ^
  提示: 补上右括号
)told");
}
