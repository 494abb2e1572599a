#include "xlsx/read/sheet_stream.h"

#include <catch2/catch.hpp>

#include "support/package_builder.h"
#include "xlsx/workbook_lines.h"

using namespace huizong::testing;
using namespace huizong::xlsx::testing;

namespace {

std::string read_rows(std::string_view rows, std::string_view strings = {}) {
  return read_lines(simple_workbook(rows, strings));
}

std::string read_sheet(std::string_view before, std::string_view rows, std::string_view after) {
  std::string whole =
      "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">";
  whole.append(before)
      .append("<sheetData>")
      .append(rows)
      .append("</sheetData>")
      .append(after)
      .append("</worksheet>");
  return read_lines(simple_workbook(whole));
}

}  // namespace

TEST_CASE("every kind of cell keeps its kind", "[xlsx]") {
  CHECK(read_rows(R"(<row r="1">
      <c r="A1" t="s"><v>1</v></c><c r="B1"><v>1064.54</v></c><c r="C1" t="b"><v>1</v></c>
      <c r="D1" t="e"><v>#DIV/0!</v></c><c r="E1" t="d"><v>2022-03-15</v></c>
      <c r="F1" t="inlineStr"><is><t>办公费</t></is></c><c r="G1" t="str"><f>A1</f><v>合计</v></c></row>)",
                  "<si><t>项目</t></si><si><t>全年预算数</t></si>") ==
        "A1 s 全年预算数\nB1 n 1064.54\nC1 b 1\nD1 e #DIV/0!\nE1 d 2022-03-15\nF1 s 办公费\nG1 s "
        "合计 formula\n");
}

TEST_CASE("blank, zero and an empty formula result stay apart", "[xlsx]") {
  CHECK(read_rows(R"(<row r="1"><c r="A1" s="3"/><c r="B1"><v>0</v></c><c r="C1"><v/></c>
      <c r="D1"><f>B1/A1</f></c><c r="E1"><f>A1</f><v></v></c><c r="F1" t="str"><f>""</f><v></v></c>
      <c r="G1" t="s"/><c r="H1"><v> </v></c></row>)") ==
        "B1 n 0\nD1 blank formula\nE1 blank formula\nF1 s  formula\n");
}

TEST_CASE("formulas give their stored values, shared and array ones too", "[xlsx]") {
  CHECK(
      read_rows(R"(<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1*2</f><v>4</v></c></row>
      <row r="2"><c r="A2"><f t="shared" si="0"/><v>6</v></c></row>
      <row r="3"><c r="A3"><f t="array" ref="A3:A4">B1:B2</f><v>1</v></c></row>)") ==
      "A1 n 4 formula\nA2 n 6 formula\nA3 n 1 formula\n");
}

TEST_CASE("a cell or row without its place follows the last one", "[xlsx]") {
  CHECK(read_rows(R"(<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>
      <row r="5"><c r="C5"><v>4</v></c><c><v>5</v></c></row><row><c><v>6</v></c></row>)") ==
        "A1 n 1\nB1 n 2\nA2 n 3\nC5 n 4\nD5 n 5\nA6 n 6\n");
}

TEST_CASE("cells stored out of order come in reading order", "[xlsx]") {
  CHECK(read_rows(R"(<row r="3"><c r="A3"><v>3</v></c></row>
      <row r="1"><c r="C1"><v>2</v></c><c r="A1"><v>1</v></c></row>)") ==
        "A1 n 1\nC1 n 2\nA3 n 3\n");
}

TEST_CASE("stated sizes are not believed", "[xlsx]") {
  CHECK(read_sheet(R"(<dimension ref="A1:A1"/>)",
                   R"(<row r="9" spans="1:99999999"><c r="D9"><v>1</v></c></row>)",
                   "") == "D9 n 1\n");
}

TEST_CASE("a place that comes twice is refused: one of two figures would be lost", "[xlsx]") {
  CHECK(read_rows(R"(<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>)") ==
        "damaged: 工作簿已损坏：工作表“Sheet1”的 A1 出现了两次；请用 Excel 或 WPS 打开核对，另存为 "
        ".xlsx 后再报。");
  CHECK(read_rows(
            R"(<row r="2"><c r="A2"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row>)") ==
        "damaged: 工作簿已损坏：工作表“Sheet1”的第 2 行出现了两次；请用 Excel 或 WPS "
        "打开核对，另存为 .xlsx 后再报。");
  // The columns of one row do not stand in the way of the next.
  CHECK(read_rows(
            R"(<row r="1"><c r="C1"><v>1</v></c></row><row r="2"><c r="C2"><v>2</v></c></row>)") ==
        "C1 n 1\nC2 n 2\n");
}

TEST_CASE("an impossible place is refused", "[xlsx]") {
  const auto row = GENERATE(
      as<std::string>{}, R"(<row r="0"><c><v>1</v></c></row>)",
      R"(<row r="1048577"><c><v>1</v></c></row>)", R"(<row r="-1"><c><v>1</v></c></row>)",
      R"(<row r="4294967297"><c><v>1</v></c></row>)", R"(<row r="1.5"><c><v>1</v></c></row>)",
      R"(<row r=""><c><v>1</v></c></row>)", R"(<row r="1"><c r="XFE1"><v>1</v></c></row>)",
      R"(<row r="5"><c r="A9"><v>1</v></c></row>)", R"(<row r="1"><c r="A1:B2"><v>1</v></c></row>)",
      R"(<row r="1"><c r="1A"><v>1</v></c></row>)", R"(<row r="1"><c r=""><v>1</v></c></row>)",
      R"(<row r="1"><c r="XFD1"><v>1</v></c><c><v>2</v></c></row>)");
  CAPTURE(row);
  CHECK(read_rows(row).starts_with("damaged: 工作簿已损坏：工作表“Sheet1”第 "));
}

TEST_CASE("the first and the last cell Excel has are read", "[xlsx]") {
  CHECK(
      read_rows(
          R"(<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>)") ==
      "A1 n 1\nXFD1048576 n 2\n");
}

TEST_CASE("what cannot be read is kept as stored and never becomes a figure", "[xlsx]") {
  CHECK(
      read_rows(
          R"(<row r="1"><c r="A1"><v>1,5</v></c><c r="B1"><v>1e999</v></c><c r="C1" t="s"><v>7</v></c>
      <c r="D1" t="zz"><v>5</v></c><c r="E1" t="b"><v>maybe</v></c><c r="F1"><v>1</v><v>2</v></c>
      <c r="G1" t="d"><v>2024-13-45</v></c><c r="H1" t="inlineStr"><v>5</v></c>
      <c r="I1"><is><t>字</t></is></c></row>)",
          "<si><t>项目</t></si>") ==
      "A1 ! 1,5\nB1 ! 1e999\nC1 ! 7\nD1 ! 5\nE1 ! maybe\nF1 ! 12\nG1 ! 2024-13-45\nH1 ! 5\nI1 ! "
      "字\n");
}

TEST_CASE("a value with elements in it is never read by half", "[xlsx]") {
  // 1<b>2</b> was read as 1: an amount of 12 or of 1, nobody can tell.
  CHECK(read_rows(
            R"(<row r="1"><c r="A1"><v>1<b>2</b></v></c><c r="B1"><v><b/>7</v></c>
      <c r="C1"><f>A2<b/>+1</f><v>3</v></c><c r="D1" t="inlineStr"><is><t>12<b>34</b></t></is></c>
      <c r="E1" t="inlineStr"><is><t><b>5</b></t></is></c><c r="F1"><v>1<!-- 2 -->3</v></c></row>)") ==
        "A1 ! 1\nB1 ! 7\nC1 ! 3 formula\nD1 ! 12\nE1 ! \nF1 n 13\n");
  CHECK(read_rows(R"(<row r="1"><c r="A1" t="s"><v>1</v></c></row>)",
                  "<si><t>甲</t></si><si><t>12<b>34</b></t></si>") ==
        "damaged: 工作簿已损坏：文字表的第 2 条文字里夹着别的内容，只能读出一部分；请用 Excel 或 "
        "WPS 打开核对，另存为 .xlsx 后再报。");
}

TEST_CASE("a cell that says true or false, or an error, and then does not say which is unreadable",
          "[xlsx]") {
  // It was passed over as an empty cell.
  CHECK(read_rows(R"(<row r="1"><c r="A1" t="b"><v/></c><c r="B1" t="e"><v></v></c>
      <c r="C1" t="b"><v> </v></c><c r="D1" t="e"><f>A1</f><v/></c><c r="E1" t="e"/></row>)") ==
        "A1 ! \nB1 ! \nC1 !  \nD1 !  formula\n");
}

TEST_CASE("a sheet with two sets of cells is refused: one of two figures would be lost", "[xlsx]") {
  CHECK(read_sheet("", R"(<row r="1"><c r="A1"><v>1</v></c></row>)",
                   R"(<sheetData><row r="2"><c r="A2"><v>2</v></c></row></sheetData>)") ==
        "damaged: 工作簿已损坏：工作表“Sheet1”里有两份单元格内容；请用 Excel 或 WPS "
        "打开核对，另存为 .xlsx 后再报。");
}

TEST_CASE("merged ranges come sorted, a single cell is none, an impossible one is refused",
          "[xlsx]") {
  const std::string row = R"(<row r="1"><c r="A1"><v>1</v></c></row>)";
  CHECK(
      read_sheet(
          "", row,
          R"(<mergeCells><mergeCell ref="C5:B4"/><mergeCell ref="A1:D1"/><mergeCell ref="E7"/></mergeCells>)") ==
      "A1 n 1\nmerged A1:D1\nmerged B4:C5\n");
  CHECK(read_sheet("", row, R"(<mergeCells><mergeCell ref="foo:bar"/></mergeCells>)") ==
        "damaged: 工作簿已损坏：工作表“Sheet1”的合并区域“foo:bar”不对；请用 Excel 或 WPS "
        "打开核对，另存为 .xlsx 后再报。");
}

TEST_CASE("cells inside what we do not know are not cells of the sheet", "[xlsx]") {
  CHECK(
      read_sheet(
          "", R"(<row r="1"><c r="A1"><v>1</v><zz><v>7</v></zz></c></row>)",
          R"(<extLst><ext uri="x"><sheetData><row r="1"><c r="A1"><v>666</v></c></row></sheetData></ext></extLst>)") ==
      "A1 n 1\n");
}

TEST_CASE("of markup alternatives the fallback is taken, never both", "[xlsx]") {
  CHECK(
      read_rows(
          R"(<row r="1"><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">
      <mc:Choice Requires="zz" xmlns:zz="urn:unknown"><c r="A1"><v>1</v></c></mc:Choice>
      <mc:Fallback><c r="A1"><v>2</v></c></mc:Fallback></mc:AlternateContent></row>)") ==
      "A1 n 2\n");
}

TEST_CASE("a workbook whose table of texts is lost is refused at the first text", "[xlsx]") {
  CHECK(read_rows(R"(<row r="4"><c r="B4" t="s"><v>0</v></c></row>)") ==
        "damaged: 工作簿已损坏：文字表丢失，工作表“Sheet1”的 B4 等处的文字读不出来；请用 Excel 或 "
        "WPS 打开核对，另存为 .xlsx 后再报。");
}

TEST_CASE("a value cut by comments or CDATA is one value", "[xlsx]") {
  CHECK(read_rows(R"(<row r="1"><c r="A1"><v>123<!-- 999 -->45<?x y?>.67</v></c>
      <c r="B1" t="str"><v>a<![CDATA[<b>]]></v></c></row>)") == "A1 n 12345.67\nB1 s a<b>\n");
}

TEST_CASE("a row or a cell that stands where none belongs is refused, never passed over",
          "[xlsx]") {
  const char* const rows =
      GENERATE(R"(<c r="A1"><v>1</v></c>)",
               R"(<row r="1"><c r="A1"><v>1</v></c><row r="2"><c r="A2"><v>2</v></c></row></row>)",
               R"(<row r="1"><c r="A1"><v>1</v><c r="B1"><v>2</v></c></c></row>)",
               R"(<row r="1"/></sheetData><row r="2"><c r="A2"><v>2</v></c></row><sheetData>)");
  CAPTURE(rows);
  CHECK(read_rows(rows) ==
        "damaged: 工作簿已损坏：工作表“Sheet1”里有行或单元格没有放在该放的地方；请用 Excel 或 WPS "
        "打开核对，另存为 .xlsx 后再报。");
}
