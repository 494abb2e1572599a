// Array formulas, data tables and the odd cells of cloned rows.

#include "xlsx/fill/sheet_rows.h"

#include <catch2/catch.hpp>

#include "xlsx/fill/form_parts.h"

namespace huizong::xlsx {
namespace {

std::string rows_after(std::string_view rows, int count) {
  const auto xml = sheet_xml(FormParts(rows).resized(2, 3, count));
  const auto from = xml.find("<sheetData>") + 11;
  return xml.substr(from, xml.find("</sheetData>") - from);
}

}  // namespace

TEST_CASE("array formulas and data tables below the block move", "[xlsx]") {
  CHECK(
      rows_after(
          R"(<row r="5"><c r="B5" cm="1"><f t="array" ref="B5:B6">A5:A6*A1</f><v>1</v></c></row><row r="6"><c r="B6"><v>2</v></c></row>)"
          R"(<row r="8"><c r="B8"><f t="dataTable" ref="B8:B9" dt2D="0" dtr="0" r1="A5"/><v>1</v></c></row>)",
          4) ==
      R"(<row r="7"><c r="B7" cm="1"><f t="array" ref="B7:B8">A7:A8*A1</f></c></row><row r="8"><c r="B8"/></row>)"
      R"(<row r="10"><c r="B10"><f t="dataTable" ref="B10:B11" dt2D="0" dtr="0" r1="A7"/></c></row>)");
}

TEST_CASE("an array formula along its row is cloned with the row", "[xlsx]") {
  CHECK(
      rows_after(
          R"(<row r="3"><c r="A3"><v>1</v></c><c r="B3" cm="1"><f t="array" ref="B3:C3">A3*{1,2}</f><v>1</v></c><c r="C3"><v>2</v></c></row>)",
          3) ==
      R"(<row r="3"><c r="A3"><v>1</v></c><c r="B3" cm="1"><f t="array" ref="B3:C3">A3*{1,2}</f></c><c r="C3"/></row>)"
      R"(<row r="4"><c r="A4"/><c r="B4" cm="1"><f t="array" ref="B4:C4">A4*{1,2}</f></c><c r="C4"/></row>)");
}

TEST_CASE("an array formula is refused where it reaches cloned or dropped rows, not before them",
          "[xlsx]") {
  const auto refusal = [](std::string_view area, int count) {
    return FormParts("<row r=\"2\"><c r=\"B2\"><f t=\"array\" ref=\"" + std::string(area) +
                     "\">A2:A9</f></c></row>")
        .refusal(2, 5, count);
  };
  CHECK(refusal("B2:B4", 6) == "");
  CHECK(refusal("B2:B4", 3) == "");
  CHECK(refusal("B2:B4", 2) ==
        "表样“Sheet1”的数组公式或模拟运算表 B2:B4 跨着要增减的行；请在表样中把它改成普通公式。");
  CHECK(refusal("B2:B5", 6) != "");
  CHECK(refusal("B2:B7", 6) != "");
}

TEST_CASE("what belongs to one cell's value is not cloned without the value", "[xlsx]") {
  CHECK(
      rows_after(
          R"(<row r="2"><c r="A2" t="e" vm="1"><v>#VALUE!</v></c></row><row r="3"><c r="A3" s="0" t="e" vm="2" cm="1"><v>#VALUE!</v></c><c r="B3" t="str"><v>x</v></c></row>)",
          3) ==
      R"(<row r="2"><c r="A2" t="e" vm="1"><v>#VALUE!</v></c></row><row r="3"><c r="A3" s="0" t="e" vm="2" cm="1"><v>#VALUE!</v></c><c r="B3" t="str"><v>x</v></c></row>)"
      R"(<row r="4"><c r="A4" s="0" t="e" vm="2" cm="1"><v>#VALUE!</v></c><c r="B4"/></row>)");
}

}  // namespace huizong::xlsx
