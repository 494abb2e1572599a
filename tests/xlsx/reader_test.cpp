#include "xlsx/reader.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "support/package_builder.h"
#include "support/support.h"
#include "xlsx/package/package.h"

using namespace huizong;
using namespace huizong::testing;
using namespace huizong::xlsx;

TEST_CASE("a visitor sees each cell once and the merges at the end", "[xlsx]") {
  Reader reader(
      Package(simple_workbook(R"(<row r="2"><c r="B2"><v>1</v></c><c r="C2"><v>2</v></c></row>)")));
  REQUIRE(reader.sheets().size() == 1);
  CHECK(reader.sheets()[0].name == "Sheet1");
  for (int time = 0; time < 2; ++time) {  // a sheet may be visited again
    std::string seen;
    const auto merges = reader.visit(
        0, [&](const Cell& cell) { seen += to_string(cell.ref) + "=" + cell.text + " "; });
    CHECK(seen == "B2=1 C2=2 ");
    CHECK(merges.empty());
  }
}

TEST_CASE("what a visitor throws comes out unchanged", "[xlsx]") {
  Reader reader(
      Package(simple_workbook(R"(<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>)")));
  int seen = 0;
  CHECK_THROWS_AS(reader.visit(0,
                               [&](const Cell&) {
                                 if (++seen == 1) throw std::out_of_range("enough");
                               }),
                  std::out_of_range);
  CHECK(seen == 1);
}

TEST_CASE("number formats belong to cells by their style", "[xlsx]") {
  const Workbook book = read_workbook(Package(simple_workbook(
      R"(<row r="1"><c r="A1" s="1"><v>0.5</v></c><c r="B1" s="2"><v>44635</v></c><c r="C1"><v>1</v></c>
         <c r="D1" s="99"><v>1</v></c><c r="E1" s="3"><v>44635</v></c><c r="F1" s="-1"><v>1</v></c></row>)",
      "",
      R"(<numFmts count="2"><numFmt numFmtId="176" formatCode="0.000%"/><numFmt numFmtId="31" formatCode="0.0"/></numFmts>
             <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
             <cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="57"/><xf numFmtId="31"/></cellXfs>)")));
  const auto format = [&](const char* ref) {
    return book.format(*book.sheets[0].find(*parse_cell_ref(ref)));
  };
  CHECK(format("A1").percent);
  CHECK(format("A1").decimals == 3);
  CHECK(format("B1").date);
  CHECK(format("B1").code == "yyyy\"年\"m\"月\"");
  CHECK(format("C1").code == "General");
  CHECK(format("D1").code == "General");
  CHECK(format("E1").code == "0.0");  // the file's own code for a built-in number
  CHECK(format("F1").code == "General");
}

TEST_CASE("a workbook without a styles part is read with General formats", "[xlsx]") {
  const Workbook book =
      read_workbook(Package(simple_workbook(R"(<row><c s="5"><v>1</v></c></row>)")));
  CHECK(book.format(book.sheets[0].cells[0]).code == "General");
  CHECK(book.formats.size() == 1);
}

TEST_CASE("a sheet knows its cells, its merges and its text", "[xlsx]") {
  const Workbook book = read_workbook(Package(simple_workbook(
      R"(<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
         <row r="1"><c r="A1" t="inlineStr"><is><t>年度资金总额</t></is></c><c r="D1"><v>0.30000000000000004</v></c></row>
         </sheetData><mergeCells><mergeCell ref="A1:C2"/></mergeCells></worksheet>)")));
  const Sheet& sheet = book.sheets[0];
  CHECK(sheet.text_at({0, 0}) == "年度资金总额");
  CHECK(sheet.text_at({0, 3}) == "0.30000000000000004");
  CHECK(sheet.text_at({5, 5}).empty());
  CHECK(sheet.find({1, 0}) == nullptr);
  CHECK(to_string(sheet.extent({1, 2})) == "A1:C2");
  CHECK(to_string(sheet.extent({0, 3})) == "D1");
  CHECK(number_of(*sheet.find({0, 3})) == Decimal::parse("0.3"));  // 15 digits, as Excel shows it
  CHECK_FALSE(number_of(*sheet.find({0, 0})));
}

TEST_CASE("workbooks of other programs are read, damaged and protected ones refused",
          "[xlsx][corpus]") {
  const auto folder = shared_folder("corpus");
  if (folder.empty()) return;
  std::ifstream manifest(folder / "MANIFEST.tsv");
  int good = 0;
  for (std::string line; std::getline(manifest, line);) {
    std::istringstream fields(line);
    std::string file, kind;
    std::getline(std::getline(fields, file, '\t'), kind, '\t');
    CAPTURE(file);
    if (kind == "good") {
      CHECK_NOTHROW(read_workbook(folder / file));
      ++good;
    } else if (kind == "protected" || kind == "corrupt") {
      CHECK_THROWS_AS(read_workbook(folder / file), Unreadable);
    }
  }
  CHECK(good > 100);
}
