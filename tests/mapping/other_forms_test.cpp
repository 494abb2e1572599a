// Forms of other shapes than the one that comes with the program.

#include <catch2/catch.hpp>

#include "mapping/mapping_folder.h"

using namespace huizong;
using namespace huizong::mapping;

namespace {

/// A form made up for this test, with what the first has not: two grids side by side, two tables of
/// which one has no end but a blank row, a unit told by code and name in one cell, a score by
/// steps, amounts in 元.
const std::vector<FormText> kPurchaseForm = {
    {"A1:H1", "政府采购执行情况表"},
    {"A2:H2", "（    年度）"},
    {"A3:D3", "填报单位："},
    {"H3", "单位：元"},
    {"A4:A5", "采购方式"},
    {"B4:C4", "计划"},
    {"D4:E4", "执行"},
    {"G4:H4", "其他情况"},
    {"B5", "批次"},
    {"C5", "金额"},
    {"D5", "批次"},
    {"E5", "金额"},
    {"G5", "项目"},
    {"H5", "数值"},
    {"A6", "公开招标"},
    {"G6", "质疑件数"},
    {"A7", "竞争性磋商"},
    {"G7", "投诉件数"},
    {"A8", "合计"},
    {"G8", "执行率（%）"},
    {"A9:H9", "一、采购项目明细"},
    {"A10", "序号"},
    {"B10:D10", "项目名称"},
    {"E10", "合同金额"},
    {"F10", "签订日期"},
    {"G10:H10", "供应商"},
    {"A11", "1"},
    {"B11:D11", ""},
    {"G11:H11", ""},
    {"A12", "2"},
    {"B12:D12", ""},
    {"G12:H12", ""},
    {"A14:H14", "注：金额以合同为准。"},
    {"A15", "填表人"},
    {"C15", "得分"},
};

const char* const kPurchase = R"toml(
format   = 1
id       = "ZFCG"
title    = "政府采购执行情况表"
template = "采购表.xlsx"
money    = "元"

fields = [
  { name = "年度",     cell = "A2", type = "year", key = "year" },
  { name = "填报单位", cell = "A3", type = "text", key = "unit", required = true,
    pattern = ["填报单位：{编码}-{名称}", "填报单位：[{编码}]{名称}"] },
  { name = "填表人",   cell = "B15", type = "text" },
  { name = "填报得分", cell = "D15", type = "score" },
]

[recognise]
contains = ["政府采购执行情况表", "采购方式"]

[[grids]]
name  = "采购"
rows  = { 6 = ["公开招标", "公开招标采购"], 7 = "竞争性磋商", 8 = "合计" }
cols  = { B = "计划批次", C = "计划金额", D = "执行批次", E = "执行金额" }
type  = "money"
types = { "计划批次" = "count", "执行批次" = "count" }

[[grids]]
name  = "其他"
rows  = { 6 = "质疑件数", 7 = "投诉件数" }
cols  = { H = "数值" }
type  = "count"

[[grids]]
name  = "率"
rows  = { 8 = "执行率" }
cols  = { H = "数值" }
type  = { type = "percent", scale = "percent" }

[[tables]]
name = "项目"
rows = "11:12"
end  = "blank"
columns = [
  { name = "序号",     col = "A", type = "text" },
  { name = "项目名称", col = "B", type = "text", required = true },
  { name = "合同金额", col = "E", type = "money", required = true },
  { name = "签订日期", col = "F", type = "date" },
  { name = "供应商",   col = "G", type = "text" },
]

[[derived]]
name   = "执行率"
expr   = "采购.合计.执行金额 / 采购.合计.计划金额"
digits = 4
reported = "率.执行率.数值"

[[derived]]
name   = "节约率"
expr   = "1 - 执行率"
digits = 4

[[derived]]
name   = "节约得分"
of     = "节约率"
bands  = [["5", "<= 0"], ["4", "<= 0.05"], ["3", "< 0.1"], ["2", "<= 0.1"], ["0", "<= 1"]]

[[rules]]
id    = "ZFCG-001"
level = "error"
each  = ["计划批次", "计划金额", "执行批次", "执行金额"]
test  = "采购.合计.$ = SUM(采购.公开招标:竞争性磋商.$)"
say   = "{$}的合计应等于各采购方式之和"

[[rules]]
id    = "ZFCG-002"
level = "warning"
test  = "采购.合计.执行金额 = SUM(项目.合同金额)"
when  = "COUNT(项目.合同金额) > 0"
say   = "执行金额应等于明细的合同金额之和"
tolerance = 0.01

[[rules]]
id    = "ZFCG-003"
level = "note"
each  = "项目"
test  = 'LEFT(项目名称, 1) <> "“"'
say   = "项目名称不加引号"

[[summary.columns]]
name  = "执行率"
expr  = "执行率"
total = "ratio"
)toml";

}  // namespace

TEST_CASE("a form of quite another shape can be mapped as well", "[mapping]") {
  const testing::TempFolder job;
  testing::write_file(job / "表样/采购表.xlsx", form_workbook(kPurchaseForm, "附表3"));
  testing::write_file(job / "映射/采购.toml", kPurchase);
  const Mapping m = load_mapping(job / "映射/采购.toml");
  CHECK(m.template_file == job / "表样/采购表.xlsx");
  CHECK(m.money == model::MoneyUnit::Yuan);
  CHECK(m.sheets[0].fields[1].patterns.at(1).match("填报单位：[101001]示例局") ==
        std::vector<std::string>{"101001", "示例局"});
  CHECK(m.sheets[0].grids.at(2).typing.percent_scale);
  CHECK(m.sheets[0].tables.at(0).end.kind == TableEnd::Kind::Blank);
  CHECK(m.definitions.derived.at(2).bands.at(2).upper);
  CHECK_FALSE(m.definitions.derived.at(2).bands.at(2).inclusive);
  CHECK(m.definitions.rules.size() == 3);
}

TEST_CASE("the small mapping in the format's manual is good, word by word", "[mapping]") {
  const std::string manual = testing::read_file(testing::project_file("mappings/README.md"));
  const std::size_t from = manual.find("```toml\n") + 8;
  const testing::TempFolder folder;
  testing::write_file(folder / "mappings/采购情况表.toml",
                      manual.substr(from, manual.find("```", from) - from));
  testing::write_file(folder / "templates/采购表.xlsx",
                      form_workbook({{"A1:D1", "（　　年度）采购情况表"},
                                     {"A2", "填报单位"},
                                     {"B2:D2", ""},
                                     {"A3", "采购方式"},
                                     {"B3", "计划金额（万元）"},
                                     {"C3", "执行金额"},
                                     {"D3", "执行率"},
                                     {"A4", "公开招标"},
                                     {"A5", "询价"},
                                     {"A6", "合计"}}));
  const Mapping m = load_mapping(folder / "mappings/采购情况表.toml");
  CHECK(m.sheets[0].grids.at(0).rows.size() == 3);
  CHECK(m.definitions.rules.at(0).each_names.size() == 2);
}
