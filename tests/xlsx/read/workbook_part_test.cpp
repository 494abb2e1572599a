#include "xlsx/read/workbook_part.h"

#include <catch2/catch.hpp>

#include "support/package_builder.h"
#include "xlsx/reader.h"
#include "xlsx/workbook_lines.h"

using namespace huizong::testing;
using namespace huizong::xlsx;
using huizong::xlsx::testing::read_lines;

namespace {

constexpr const char* kWorkbook = "xl/workbook.xml";
constexpr const char* kRelations = "xl/_rels/workbook.xml.rels";

std::string workbook(const std::string& inside) {
  return "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
         "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">" +
         inside + "</workbook>";
}
std::string relations(const std::vector<std::array<std::string, 3>>& list) {
  std::string all =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  for (const auto& [id, type, target] : list) {
    all += "<Relationship Id=\"" + id +
           "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type +
           "\" Target=\"" + target + "\"/>";
  }
  return all + "</Relationships>";
}
std::string sheet(const std::string& value) {
  return "<worksheet "
         "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/"
         "main\"><sheetData><row><c><v>" +
         value + "</v></c></row></sheetData></worksheet>";
}
std::string read_with(const std::string& sheets,
                      const std::vector<std::array<std::string, 3>>& related) {
  Parts parts = simple_parts(R"(<row><c><v>1</v></c></row>)");
  set_part(parts, kWorkbook, workbook("<sheets>" + sheets + "</sheets>"));
  set_part(parts, kRelations, relations(related));
  set_part(parts, "xl/worksheets/sheet2.xml", sheet("2"));
  const std::string lines = read_lines(zip_package(parts));
  return lines.substr(0, lines.find("；"));
}

}  // namespace

TEST_CASE("sheets come in tab order, whatever their parts are called", "[xlsx]") {
  CHECK(
      read_with(
          R"(<sheet name="支出" sheetId="9" r:id="b"/><sheet name="收入 " sheetId="1" r:id="a"/>)",
          {{"a", "worksheet", "worksheets/sheet1.xml"},
           {"b", "worksheet", "/xl/worksheets/sheet2.xml"}}) ==
      "[支出]\nA1 n 2\n[收入 ]\nA1 n 1\n");
}

TEST_CASE("a sheet's name is text like any other: _xHHHH_ comes back", "[xlsx]") {
  // The schema has one type for both, ST_Xstring.
  CHECK(
      read_with(
          R"(<sheet name="a_x0041_b_x005F_x0041_" sheetId="1" r:id="a"/><sheet name="乙" sheetId="2" r:id="b"/>)",
          {{"a", "worksheet", "worksheets/sheet1.xml"},
           {"b", "worksheet", "worksheets/sheet2.xml"}}) == "[aAb_x0041_]\nA1 n 1\n[乙]\nA1 n 2\n");
}

TEST_CASE("hidden sheets are read, chart sheets have nothing to read", "[xlsx]") {
  Parts parts = simple_parts("");
  set_part(parts, kWorkbook,
           workbook(R"(<workbookPr date1904="1"/><sheets><sheet name="图" sheetId="1" r:id="c"/>
      <sheet name="甲" sheetId="2" state="hidden" r:id="a"/><sheet name="乙" sheetId="3" state="veryHidden" r:id="b"/>
      <sheet name=" " sheetId="4" state="veryHidden" r:id=""/></sheets>)"));
  set_part(parts, kRelations,
           relations({{"a", "worksheet", "worksheets/sheet1.xml"},
                      {"b", "worksheet", "worksheets/sheet2.xml"},
                      {"c", "chartsheet", "chartsheets/sheet1.xml"}}));
  set_part(parts, "xl/worksheets/sheet2.xml", sheet("2"));
  const Workbook book = read_workbook(Package(zip_package(parts)));
  CHECK(book.date1904);
  REQUIRE(book.sheets.size() == 2);
  CHECK(book.sheets[0].state == SheetState::Hidden);
  CHECK(book.sheets[1].state == SheetState::VeryHidden);
  CHECK(book.sheets[1].find({0, 0})->text == "2");
}

TEST_CASE("a sheet that cannot be found is refused by name, never read as empty", "[xlsx]") {
  const std::string both =
      R"(<sheet name="收入" sheetId="1" r:id="a"/><sheet name="支出" sheetId="2" r:id="b"/>)";
  const std::array<std::string, 3> a = {"a", "worksheet", "worksheets/sheet1.xml"};
  const std::string gone = "damaged: 工作簿已损坏：工作表“支出”的内容丢失";
  const std::string unknown = "damaged: 工作簿已损坏：找不到工作表“支出”的内容";
  CHECK(read_with(both, {a, {"b", "worksheet", "worksheets/sheet3.xml"}}) == gone);
  CHECK(read_with(both, {a, {"b", "worksheet", "file:///etc/passwd"}}) == gone);
  CHECK(read_with(both, {a, {"b", "worksheet", "../../../etc/passwd"}}) == gone);
  CHECK(read_with(both, {a}) == unknown);
  CHECK(read_with(R"(<sheet name="收入" sheetId="1" r:id="a"/><sheet name="支出" sheetId="2"/>)",
                  {a}) == unknown);
  CHECK(read_with(
            R"(<sheet name="收入" sheetId="1" r:id="a"/><sheet name="支出" sheetId="2" r:id=""/>)",
            {a}) == unknown);
  CHECK(read_with(both, {a, {"b", "theme", "worksheets/sheet2.xml"}}) ==
        "damaged: 工作簿已损坏：工作表“支出”的内容不是表格");
  CHECK(read_with(both, {a, {"b", "worksheet", "workbook.xml"}}) ==
        "damaged: 工作簿已损坏：工作表“支出”的内容不是表格");
}

TEST_CASE("what makes it unclear which sheet is meant is refused", "[xlsx]") {
  const std::array<std::string, 3> a = {"a", "worksheet", "worksheets/sheet1.xml"};
  const std::array<std::string, 3> b = {"b", "worksheet", "worksheets/sheet2.xml"};
  const std::string unsafe = "unsafe: 工作簿的内部结构不正常，可能被改动过，没有读取：";
  CHECK(read_with(
            R"(<sheet name="data" sheetId="1" r:id="a"/><sheet name="DATA" sheetId="2" r:id="b"/>)",
            {a, b}) == unsafe + "有两张工作表都叫“DATA”");
  CHECK(read_with(R"(<sheet name="收入" sheetId="1" r:id="a"/>)",
                  {a, {"a", "worksheet", "worksheets/sheet2.xml"}}) ==
        unsafe + "内部部件 xl/_rels/workbook.xml.rels 里有两个关系编号 a");
  CHECK(read_with(
            R"(<sheet name="收入" sheetId="1" r:id="a"/><sheet name="支出" sheetId="2" r:id="a"/>)",
            {a}) == unsafe + "工作表“支出”与另一张工作表是同一份内容");
  CHECK(read_with("", {a}) == "damaged: 工作簿已损坏：里面一张工作表也没有");
}

TEST_CASE("documents of other programs are named", "[xlsx]") {
  struct Case {
    const char* type;
    const char* want;
  };
  const auto c = GENERATE(values<Case>({
      {"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
       "not-workbook: 这是 Word 文档，不是 .xlsx 工作簿；请用 Excel 或 WPS 另存为 .xlsx 再报。"},
      {"application/vnd.ms-excel.sheet.binary.macroEnabled.main",
       "not-workbook: 这是二进制工作簿（.xlsb），不是 .xlsx 工作簿；请用 Excel 或 WPS 另存为 .xlsx "
       "再报。"},
  }));
  const std::string types =
      std::string(
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
          "<Override PartName=\"/main\" ContentType=\"") +
      c.type + "\"/></Types>";
  std::string root = relations({{"r", "officeDocument", "main"}});
  CHECK(read_lines(zip_package(
            {{"[Content_Types].xml", types}, {"_rels/.rels", root}, {"main", "<a/>"}})) == c.want);
}
