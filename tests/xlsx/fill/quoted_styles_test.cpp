// Texts from a unit's workbook that Excel would take for a formula, were somebody to edit the cell.

#include "xlsx/fill/quoted_styles.h"

#include <catch2/catch.hpp>

#include "xlsx/fill/form_parts.h"
#include "xlsx/patcher.h"
#include "xlsx/reader.h"

namespace huizong::xlsx {
namespace {

constexpr std::string_view kStyles =
    R"(<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="49" applyAlignment="1"><alignment wrapText="1"/></xf></cellXfs><dxfs count="0"/>)";
constexpr std::string_view kRow =
    R"(<row r="1"><c r="A1" s="1"/><c r="B1" s="1"/><c r="C1"/></row>)";

std::string styles_of(const std::string& package) {
  return testing::part_of(package, "xl/styles.xml");
}

}  // namespace

TEST_CASE("a text that begins like a formula gets a quoted twin of its cell's style", "[xlsx]") {
  const std::string text =
      GENERATE(as<std::string>(), "=1+1", "+86", "-5", "@名称", "\t=A1", "\r=A1");
  Patcher form(testing::simple_workbook(kRow, "", kStyles));
  form.set_text(0, {0, 0}, text);
  form.set_text(0, {0, 1}, text);
  form.set_text(0, {0, 2}, "办公费=10");
  const auto package = form.package();
  CHECK(holds(
      styles_of(package),
      R"(<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="49" applyAlignment="1"><alignment wrapText="1"/></xf><xf numFmtId="49" applyAlignment="1" quotePrefix="1"><alignment wrapText="1"/></xf></cellXfs>)"));
  CHECK(holds(sheet_xml(package), R"(<c r="A1" s="2" t="s"><v>0</v></c><c r="B1" s="2" t="s">)"));
  CHECK(holds(sheet_xml(package), R"(<c r="C1" t="s">)"));
  CHECK(form.look(0, {0, 0}).wraps);
  CHECK(read_workbook(Package(package)).sheets[0].text_at({0, 1}) == text);
}

TEST_CASE("the quote goes when something else is filled in", "[xlsx]") {
  Patcher form(testing::simple_workbook(kRow, "", kStyles));
  form.set_text(0, {0, 0}, "=1");
  form.set_text(0, {0, 0}, "一");
  form.set_text(0, {0, 1}, "=1");
  form.set_formula(0, {0, 1}, "1+1", Decimal(2));
  const auto xml = sheet_xml(form.package());
  CHECK(holds(xml, R"(<c r="A1" s="1" t="s">)"));
  CHECK(holds(xml, R"(<c r="B1" s="1"><f>)"));
}

TEST_CASE("a style that has the quote already, and a workbook without styles", "[xlsx]") {
  Patcher quoted(testing::simple_workbook(
      kRow, "", R"(<cellXfs count="2"><xf/><xf quotePrefix="1"/></cellXfs>)"));
  quoted.set_text(0, {0, 0}, "=1");
  CHECK(holds(sheet_xml(quoted.package()), R"(<c r="A1" s="1" t="s">)"));
  CHECK(holds(styles_of(quoted.package()), R"(<cellXfs count="2">)"));

  Patcher bare(testing::simple_workbook(R"(<row r="1"><c r="A1"/></row>)"));
  bare.set_text(0, {0, 0}, "=1");
  const auto package = bare.package();
  CHECK(holds(styles_of(package), "<cellXfs count=\"2\">"));
  CHECK(holds(styles_of(package), "quotePrefix=\"1\"/></cellXfs>"));
  CHECK(read_workbook(Package(package)).sheets[0].text_at({0, 0}) == "=1");
}

TEST_CASE("no such text: the styles stay byte for byte", "[xlsx]") {
  const auto before = testing::simple_workbook(kRow, "", kStyles);
  Patcher form(before);
  form.set_text(0, {0, 0}, "完成率=98%");
  CHECK(styles_of(form.package()) == styles_of(before));
}

}  // namespace huizong::xlsx
