// Tables (列表) above, around, below and beside a block.

#include "xlsx/fill/table_shift.h"

#include <catch2/catch.hpp>

#include "xlsx/fill/form_parts.h"
#include "xlsx/patcher.h"

namespace huizong::xlsx {
namespace {

constexpr std::string_view kSheet1 = "xl/worksheets/sheet1.xml";

FormParts& add_table(FormParts& form, std::string_view attributes, std::string_view inside = {},
                     std::string_view sheet = kSheet1) {
  return form.part(
      sheet, "xl/tables/table1.xml", "table",
      "<table xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" id=\"1\" "
      "name=\"明细\" displayName=\"明细\" " +
          std::string(attributes) + ">" + std::string(inside) + "</table>",
      "openxmlformats-officedocument.spreadsheetml.table");
}

FormParts with_table(std::string_view attributes, std::string_view inside = {}) {
  FormParts form(
      R"(<row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="A3"><v>2</v></c></row>)",
      R"(<tableParts count="1"><tablePart r:id="rId50"/></tableParts>)");
  add_table(form, attributes, inside);
  return form;
}

std::string table_after(const FormParts& form, int first, int last, int count) {
  return testing::part_of(form.resized(first, last, count), "xl/tables/table1.xml");
}

constexpr std::string_view kColumns =
    R"(<autoFilter ref="A5:B9"/><sortState ref="A6:B9"><sortCondition ref="B6:B9"/></sortState>)"
    R"(<tableColumns count="2"><tableColumn id="1" name="甲"/><tableColumn id="2" name="乙" totalsRowFunction="custom">)"
    R"(<calculatedColumnFormula>A6*$D$3+明细[[#This Row],[甲]]</calculatedColumnFormula><totalsRowFormula>SUM(B6:B9)+B12</totalsRowFormula></tableColumn></tableColumns>)";

}  // namespace

TEST_CASE("a table below the block moves with its filter, sort order, totals and formulas",
          "[xlsx]") {
  const auto table =
      table_after(with_table(R"(ref="A5:B10" totalsRowCount="1")", kColumns), 2, 3, 5);
  CHECK(holds(table, R"(ref="A8:B13" totalsRowCount="1")"));
  CHECK(holds(
      table, R"(<autoFilter ref="A8:B12"/><sortState ref="A9:B12"><sortCondition ref="B9:B12"/>)"));
  CHECK(holds(table, ">A9*$D$3+明细[[#This Row],[甲]]</calculatedColumnFormula>"));
  CHECK(holds(table, ">SUM(B9:B12)+B15</totalsRowFormula>"));
}

TEST_CASE("a table that holds the block among its rows grows and shrinks with it", "[xlsx]") {
  const auto form = with_table(R"(ref="A5:B10" totalsRowCount="1")", kColumns);
  const auto grown = table_after(form, 6, 9, 6);
  CHECK(holds(grown, R"(ref="A5:B12")"));
  CHECK(holds(
      grown, R"(<autoFilter ref="A5:B11"/><sortState ref="A6:B11"><sortCondition ref="B6:B11"/>)"));
  CHECK(holds(grown, ">A6*$D$3+明细"));
  CHECK(holds(grown, ">SUM(B6:B11)+B14</totalsRowFormula>"));
  const auto shrunk = table_after(form, 7, 8, 1);
  CHECK(holds(shrunk, R"(ref="A5:B9")"));
  CHECK(holds(shrunk, ">SUM(B6:B8)+B11</totalsRowFormula>"));
  const auto bare = table_after(with_table(R"(ref="A1:B3")"), 2, 3, 4);  // nothing below its rows
  CHECK(holds(bare, R"(ref="A1:B5")"));
}

TEST_CASE("a table whose heading or totals are in the block, or that the block cuts, is refused",
          "[xlsx]") {
  const auto refusal =
      "表样“Sheet1”有表格（列表）“明细”，增减行后不能保证它仍然正确；请在表样中去掉。";
  const auto form = with_table(R"(ref="A5:B10" totalsRowCount="1")", kColumns);
  CHECK(form.refusal(5, 9, 7) == refusal);
  CHECK(form.refusal(9, 10, 7) == refusal);
  CHECK(form.refusal(4, 6, 5) == refusal);
  CHECK(form.refusal(4, 5, 1) == refusal);
  CHECK(form.refusal(4, 12, 20).empty());  // it grows below the table: which stays where it is
  CHECK(form.refusal(11, 12, 20).empty());
  const auto query = with_table(R"(ref="A5:B9" tableType="queryTable")");
  CHECK(query.refusal(6, 7, 3) ==
        "表样“Sheet1”有由查询填充的表格“明细”，增减行后不能保证它仍然正确；请在表样中去掉。");
  CHECK(query.refusal(2, 3, 5).empty());
}

TEST_CASE("a table of another sheet: only formulas that read the block's sheet change", "[xlsx]") {
  FormParts form(R"(<row r="2"><c r="A2"><v>1</v></c></row>)");
  form.sheet("附表", "", R"(<tableParts count="1"><tablePart r:id="rId51"/></tableParts>)");
  add_table(
      form, R"(ref="A5:B9")",
      R"(<tableColumns count="2"><tableColumn id="1" name="甲"><calculatedColumnFormula>Sheet1!$B$9+B6</calculatedColumnFormula></tableColumn></tableColumns>)",
      "xl/worksheets/sheet50.xml");
  const auto table = table_after(form, 2, 3, 5);
  CHECK(holds(table, R"(ref="A5:B9")"));
  CHECK(holds(table, ">Sheet1!$B$12+B6</calculatedColumnFormula>"));
}

TEST_CASE("a column formula that would be right for some rows only is refused", "[xlsx]") {
  const auto form = with_table(
      R"(ref="A5:B9")",
      R"(<tableColumns count="2"><tableColumn id="1" name="甲"><calculatedColumnFormula>B12*2</calculatedColumnFormula></tableColumn></tableColumns>)");
  CHECK(form.refusal(7, 8, 5) ==
        "表样“Sheet1”有表格（列表）“明细”的列公式 "
        "B12*2，它引用了要减去的行，增减行后会出错；请在表样中去掉。");
}

TEST_CASE("a table's headings are not filled, and its cells not merged", "[xlsx]") {
  const auto form = with_table(R"(ref="A5:B9")");
  Patcher fill(form.package());
  CHECK(refusal_of([&] {
          fill.set_text(0, {4, 1}, "新标题");
        }) == "表样“Sheet1”的 B5 是表格（列表）“明细”的标题，不能填写；请在表样中把它转换为区域。");
  fill.set_text(0, {5, 1}, "一行");
  CHECK(refusal_of([&] {
          fill.merge(0, {{5, 0}, {5, 3}});
        }) == "表样“Sheet1”不能合并 A6:D6：它在表格（列表）“明细”里；请在表样中把表格转换为区域。");
  fill.resize_block(0, {1, 2}, 5);
  fill.set_text(0, {4, 1}, "块里的行");
  CHECK(refusal_of([&] { fill.set_text(0, {7, 1}, "新标题"); }) != "");
}

}  // namespace huizong::xlsx
