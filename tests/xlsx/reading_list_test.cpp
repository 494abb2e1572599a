// What other programs do in their own way and every one of them is right: a
// workbook read whole, item by item, beside the tests of each reader's part.

#include <catch2/catch.hpp>

#include "support/package_builder.h"
#include "xlsx/package/package.h"
#include "xlsx/reader.h"
#include "xlsx/workbook_lines.h"

using namespace huizong::testing;
using namespace huizong::xlsx;
using huizong::xlsx::testing::read_lines;

namespace {

constexpr const char* kDates = R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="31"/></cellXfs>)";
const std::string kRows =
    R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>44635</v></c></row>)";
const std::string kStrings = "<si><t>预算数</t></si>";
const std::string kRead = "A1 s 预算数\nB1 n 44635\n";

Parts workbook_parts() {
  return simple_parts(kRows, kStrings, kDates);
}

void replace_all(std::string& text, const std::string& what, const std::string& by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size())
    text.replace(at, what.size(), by);
}

/// The same in every part.
Parts with(Parts parts, const std::string& what, const std::string& by) {
  for (auto& [name, bytes] : parts) replace_all(bytes, what, by);
  return parts;
}

/// Every element under a prefix: <x:row>. The parts that list the package keep their own.
std::string prefixed(const std::string& part) {
  std::string out;
  for (std::size_t at = 0; at < part.size(); ++at) {
    out += part[at];
    if (part[at] != '<' || part[at + 1] == '?') continue;
    if (part[at + 1] == '/') out += part[++at];
    out += "x:";
  }
  replace_all(out, "xmlns=\"", "xmlns:x=\"");
  return out;
}

std::string utf16(const std::string& utf8, bool big) {
  std::string bytes = big ? "\xFE\xFF" : "\xFF\xFE";
  for (std::size_t at = 0; at < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[at]);
    const int more = lead < 0x80 ? 0 : lead < 0xE0 ? 1 : 2;  // nothing here lies beyond U+FFFF
    unsigned code = more == 0 ? lead : lead & (0x3Fu >> more);
    for (int i = 1; i <= more; ++i)
      code =
          code << 6 | (static_cast<unsigned char>(utf8[at + static_cast<std::size_t>(i)]) & 0x3F);
    const char high = static_cast<char>(code >> 8);
    const char low = static_cast<char>(code & 0xFF);
    (bytes += big ? high : low) += big ? low : high;
    at += static_cast<std::size_t>(more) + 1;
  }
  return bytes;
}

bool shows_date(const std::string& package, const char* cell) {
  const Workbook book = read_workbook(Package(package));
  return book.format(*book.sheets.at(0).find(*huizong::parse_cell_ref(cell))).date;
}

}  // namespace

TEST_CASE("a workbook whose every element has a prefix is read alike", "[xlsx]") {
  Parts parts = workbook_parts();
  for (auto& [name, bytes] : parts) {
    if (name.starts_with("xl/") && !name.ends_with(".rels")) bytes = prefixed(bytes);
  }
  CHECK(read_lines(zip_package(parts)) == kRead);
  CHECK(shows_date(zip_package(parts), "B1"));
}

TEST_CASE("a strict workbook is read alike, relationships and styles too", "[xlsx]") {
  const Parts parts = strict_parts(workbook_parts());
  CHECK(read_lines(zip_package(parts)) == kRead);
  CHECK(shows_date(zip_package(parts), "B1"));
}

TEST_CASE("a workbook whose every part is in UTF-16, or has a BOM, is read alike", "[xlsx]") {
  const std::string how = GENERATE("BOM", "little", "big");
  CAPTURE(how);
  Parts parts = workbook_parts();
  for (auto& [name, bytes] : parts) {
    if (how != "BOM") replace_all(bytes, "encoding=\"UTF-8\"", "encoding=\"UTF-16\"");
    bytes = how == "BOM" ? "\xEF\xBB\xBF" + bytes : utf16(bytes, how == "big");
  }
  CHECK(read_lines(zip_package(parts)) == kRead);
  CHECK(shows_date(zip_package(parts), "B1"));
}

TEST_CASE("part names with backslashes, a leading slash or other capitals are found", "[xlsx]") {
  const std::string how = GENERATE("backslash", "slash", "capitals");
  CAPTURE(how);
  Parts parts = workbook_parts();
  for (auto& [name, bytes] : parts) {
    if (how == "backslash") replace_all(name, "/", "\\");
    if (how == "slash") name = "/" + name;
    if (how == "capitals") replace_all(name, "worksheets/sheet", "WorkSheets/SHEET");
  }
  CHECK(read_lines(zip_package(parts)) == kRead);
}

TEST_CASE("relationship targets are taken absolute, relative and through ..", "[xlsx]") {
  const std::string target =
      GENERATE("/xl/worksheets/sheet1.xml", "./worksheets/sheet1.xml",
               "../xl/worksheets/sheet1.xml", "worksheets\\sheet1.xml", "worksheets/%73heet1.xml");
  CAPTURE(target);
  CHECK(read_lines(zip_package(
            with(workbook_parts(), "worksheets/sheet1.xml\"/>", target + "\"/>"))) == kRead);
}

TEST_CASE("a sheet that lies outside the package is refused, never fetched", "[xlsx]") {
  const std::string lines = read_lines(
      zip_package(with(workbook_parts(), "Target=\"worksheets/sheet1.xml\"",
                       "Target=\"http://localhost:9/sheet1.xml\" TargetMode=\"External\"")));
  CHECK(lines.starts_with("damaged: 工作簿已损坏：工作表“Sheet1”"));
}

TEST_CASE("a text inside its cell is read like a shared one", "[xlsx]") {
  CHECK(
      read_lines(simple_workbook(
          R"(<row><c t="inlineStr"><is><r><t>宁东</t></r><r><t xml:space="preserve"> 大道</t></r>)"
          R"(<rPh sb="0" eb="2"><t>dao</t></rPh></is></c>)"
          R"(<c t="inlineStr"><is><t>a_x000D_b_x005F_x000D_</t></is></c>)"
          R"(<c t="inlineStr"><is><t/></is></c><c t="inlineStr"><is/></c><c t="inlineStr"/>)"
          R"(<c t="inlineStr"><is><t>  边 </t></is></c></row>)")) ==
      "A1 s 宁东 大道\nB1 s a\rb_x000D_\nF1 s 边\n");
}

TEST_CASE("a formula's text has its escapes decoded and its blanks kept", "[xlsx]") {
  CHECK(
      read_lines(simple_workbook(
          R"(<row><c t="str"><f>A9</f><v>a_x000A_b</v></c><c t="str"><v>  合计 </v></c></row>)")) ==
      "A1 s a\nb formula\nB1 s   合计 \n");
}

TEST_CASE("shared and array formulas, and data tables, without a stored value", "[xlsx]") {
  CHECK(
      read_lines(simple_workbook(
          R"(<row><c><f t="shared" ref="A1:A2" si="0">B1*2</f></c><c><f t="array" ref="B1:B2">C1:C2</f></c>)"
          R"(<c><f t="dataTable" ref="C1:C2" dt2D="0" r1="D1"/></c></row>)"
          R"(<row><c><f t="shared" si="0"/></c><c t="str"><f>""</f></c><c t="e"><f>1/0</f></c></row>)")) ==
      "A1 blank formula\nB1 blank formula\nC1 blank formula\nA2 blank formula\nB2 blank "
      "formula\nC2 "
      "blank formula\n");
}

TEST_CASE("booleans and errors are read in every spelling that a workbook may have", "[xlsx]") {
  CHECK(
      read_lines(simple_workbook(
          R"(<row><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="b"><v>true</v></c><c t="b"><v>false</v></c>)"
          R"(<c t="e"><v>#N/A</v></c><c t="e"><v>#NULL!</v></c><c t="e"><v>#GETTING_DATA</v></c><c t="e"><v>#SPILL!</v></c></row>)")) ==
      "A1 b 1\nB1 b 0\nC1 b 1\nD1 b 0\nE1 e #N/A\nF1 e #NULL!\nG1 e #GETTING_DATA\nH1 e "
      "#SPILL!\n");
}

TEST_CASE("hidden rows, hidden columns and rows that a filter hides are read", "[xlsx]") {
  CHECK(
      read_lines(simple_workbook(
          R"(<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">)"
          R"(<cols><col min="1" max="1" hidden="1"/></cols><sheetData>)"
          R"(<row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2" ht="0" customHeight="1"><c r="A2"><v>2</v></c></row>)"
          R"(</sheetData><autoFilter ref="A1:A2"><filterColumn colId="0"><filters><filter val="2"/></filters></filterColumn></autoFilter></worksheet>)")) ==
      "A1 n 1\nA2 n 2\n");
}

TEST_CASE("dates are counted from 1904 where the workbook says so, in any spelling", "[xlsx]") {
  struct Case {
    const char* said;
    bool want;
  };
  const auto c = GENERATE(values<Case>({{R"( date1904="1")", true},
                                        {R"( date1904="true")", true},
                                        {R"( date1904="0")", false},
                                        {R"( date1904="false")", false},
                                        {"", false}}));
  CAPTURE(c.said);
  const auto parts =
      with(workbook_parts(), "<sheets>", std::string("<workbookPr") + c.said + "/><sheets>");
  CHECK(read_workbook(Package(zip_package(parts))).date1904 == c.want);
}

TEST_CASE("a sheet's name keeps its blanks, and its characters decoded", "[xlsx]") {
  const auto parts = with(workbook_parts(), "name=\"Sheet1\"", "name=\" 收入&amp;支出&#x3000;\"");
  CHECK(read_workbook(Package(zip_package(parts))).sheets.at(0).name == " 收入&支出　");
}

TEST_CASE("what says who made the workbook is never a reason to refuse it", "[xlsx]") {
  Parts parts = workbook_parts();
  for (const char* name : {"docProps/core.xml", "docProps/app.xml", "xl/theme/theme1.xml",
                           "xl/calcChain.xml", "docProps/thumbnail.jpeg"})
    set_part(parts, name, "not what it should be <");
  CHECK(read_lines(zip_package(parts)) == kRead);
}

TEST_CASE("an entry that is a symbolic link is not followed", "[xlsx]") {
  Parts parts = workbook_parts();
  set_part(parts, "xl/worksheets/sheet1.xml", "/etc/passwd");
  std::string package = zip_package(parts);
  const std::size_t central = package.rfind("xl/worksheets/sheet1.xml") - 46;
  package[central + 5] = 3;  // made on Unix
  package[central + 40] = 0;
  package[central + 41] = static_cast<char>(0xA0);  // S_IFLNK
  CHECK(read_lines(package).starts_with("damaged: "));
}
