// A unit's own workbook with our marks in it: what is added, and that nothing else changes.

#include "xlsx/marker.h"

#include <catch2/catch.hpp>

#include "support/package_builder.h"
#include "support/support.h"
#include "xlsx/fill/form_parts.h"
#include "xlsx/package/package.h"
#include "xlsx/reader.h"
#include "xlsx/writer.h"

namespace huizong::xlsx {
namespace {

using testing::part_of;

constexpr std::string_view kRows =
    R"(<row r="1"><c r="A1" s="1"><v>1</v></c></row><row r="2"><c r="A2"><f>A1*2</f><v>2</v></c></row>)";
constexpr std::string_view kSheet = "xl/worksheets/sheet1.xml";

std::string slip() {
  Writer book({.title = "审核意见", .date = "2022-03-15"});
  auto& sheet = book.add_sheet("审核意见");
  sheet.text({0, 0}, "审核意见", book.style({.size = 16, .bold = true}));
  sheet.number({1, 0}, Decimal::parse("1199.50").value(),
               book.style({.border = true, .number_format = "#,##0.00_ ;[Red]-#,##0.00"}));
  return book.package();
}

}  // namespace

TEST_CASE("a marked cell keeps what it holds, and says what is wrong with it", "[xlsx]") {
  const auto before = FormParts(kRows).package();
  Marker book(before);
  book.mark(0, {0, 0}, Marker::Colour::Error, "合计应为 2");
  book.mark(0, {0, 0}, Marker::Colour::Note, "另见 A2");
  book.mark(0, {4, 2}, Marker::Colour::Warning, "未填");
  const auto after = book.package();
  const auto sheet = read_workbook(Package(after)).sheets[0];
  REQUIRE(sheet.cells.size() == 2);
  CHECK(sheet.cells[0].text == "1");
  CHECK(sheet.cells[1].formula);
  const auto texts = part_of(after, "xl/comments1.xml");
  CHECK(holds(texts,
              "<comment ref=\"A1\" authorId=\"0\"><text><r><t xml:space=\"preserve\">合计应为 "
              "2</t></r><r><t xml:space=\"preserve\">\n另见 A2</t></r></text></comment>"));
  CHECK(holds(texts, "<comment ref=\"C5\""));
  const auto styles = part_of(after, "xl/styles.xml");
  CHECK(holds(styles, R"(<fgColor rgb="FFFFC7CE"/>)"));
  CHECK(holds(styles, R"(<fgColor rgb="FFFFEB9C"/>)"));
  CHECK_FALSE(holds(styles, "FFDDEBF7"));  // A1 has the colour of its first mark
  const auto boxes = part_of(after, "xl/drawings/vmlDrawing1.vml");
  CHECK(holds(boxes, "<x:Row>4</x:Row><x:Column>2</x:Column>"));
  CHECK(holds(part_of(after, std::string(kSheet)), "<legacyDrawing r:id="));
}

TEST_CASE("notes that are there are kept, ours stand below", "[xlsx]") {
  const char* const written =
      GENERATE("<text><t>去年也是</t></text>", "<text><r><t>去年也是</t></r></text>");
  FormParts form(kRows);
  form.part(kSheet, "xl/comments1.xml", "comments",
            "<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
            "<authors><author>单位</author></authors><commentList><comment ref=\"A1\" "
            "authorId=\"0\">" +
                std::string(written) + "</comment></commentList></comments>",
            "openxmlformats-officedocument.spreadsheetml.comments");
  Marker book(form.package());
  book.mark(0, {0, 0}, Marker::Colour::Error, "合计应为 2");
  book.mark(0, {1, 0}, Marker::Colour::Error, "不等");
  const auto texts = part_of(book.package(), "xl/comments1.xml");
  CHECK(holds(texts, "去年也是"));
  CHECK(holds(texts, "\n合计应为 2</t>"));
  CHECK(holds(texts, "<author>单位</author><author>审核</author>"));
  CHECK(holds(texts, "<comment ref=\"A2\" authorId=\"1\">"));
}

TEST_CASE("a cell under discussion is coloured and gets no note", "[xlsx]") {
  FormParts form(kRows);
  form.part(kSheet, "xl/comments1.xml", "comments",
            "<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
            "<authors><author>tc={1}</author></authors><commentList><comment ref=\"A1\" "
            "authorId=\"0\"><text><t>讨论</t></text></comment></commentList></comments>",
            "openxmlformats-officedocument.spreadsheetml.comments");
  Marker book(form.package());
  book.mark(0, {0, 0}, Marker::Colour::Error, "合计应为 2");
  const auto after = book.package();
  CHECK_FALSE(holds(part_of(after, "xl/comments1.xml"), "合计应为"));
  CHECK(holds(part_of(after, "xl/styles.xml"), "FFFFC7CE"));
}

TEST_CASE("what is wrong below a merge is marked where the merge is seen", "[xlsx]") {
  Marker book(
      FormParts(kRows, R"(<mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells>)").package());
  book.mark(0, {1, 0}, Marker::Colour::Error, "不等");
  const auto after = book.package();
  CHECK(holds(part_of(after, "xl/comments1.xml"), "<comment ref=\"A1\""));
}

// The pictures of a page's heading have boxes of their own, and their part stood first.
TEST_CASE("boxes are added to those of the notes, not of the page's heading", "[xlsx]") {
  FormParts form(kRows, R"(<legacyDrawing r:id="rId51"/><legacyDrawingHF r:id="rId50"/>)");
  for (const char* name : {"xl/drawings/heading.vml", "xl/drawings/notes.vml"}) {
    form.part(kSheet, name, "vmlDrawing",
              "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" "
              "xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
              "xmlns:x=\"urn:schemas-microsoft-com:office:excel\"></xml>");
  }
  Marker book(form.package());
  book.mark(0, {0, 0}, Marker::Colour::Error, "不等");
  const auto after = book.package();
  CHECK(holds(part_of(after, "xl/drawings/notes.vml"), "ObjectType=\"Note\""));
  CHECK_FALSE(holds(part_of(after, "xl/drawings/heading.vml"), "ObjectType=\"Note\""));
}

TEST_CASE("a sheet has so many notes and no more; every cell is coloured", "[xlsx]") {
  Marker book(FormParts(kRows).package());
  for (int row = 0; row < 2100; ++row) book.mark(0, {row, 3}, Marker::Colour::Error, "不等");
  const auto after = book.package();
  CHECK(holds(part_of(after, "xl/comments1.xml"), "<comment ref=\"D2000\""));
  CHECK_FALSE(holds(part_of(after, "xl/comments1.xml"), "<comment ref=\"D2001\""));
  CHECK(holds(part_of(after, std::string(kSheet)), "<c r=\"D2100\""));
}

TEST_CASE("a sheet of ours stands first, and what counts sheets counts one more", "[xlsx]") {
  FormParts form(kRows, "",
                 R"(<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews>)");
  form.sheet("审核意见", "");  // the name is taken
  form.workbook(
      R"(<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">Sheet1!$A$1:$B$2</definedName></definedNames>)");
  Marker marked(form.package());
  marked.put_first(slip());
  const auto after = marked.package();
  const auto book = read_workbook(Package(after));
  REQUIRE(book.sheets.size() == 3);
  CHECK(book.sheets[0].name == "审核意见（2）");
  CHECK(book.sheets[0].cells[0].text == "审核意见");
  CHECK(book.sheets[0].cells[1].text == "1199.5");
  CHECK(book.sheets[1].name == "Sheet1");
  CHECK(holds(part_of(after, "xl/workbook.xml"), "localSheetId=\"1\""));
  CHECK_FALSE(holds(part_of(after, std::string(kSheet)), "tabSelected"));
  CHECK(holds(part_of(after, "xl/styles.xml"), "#,##0.00_ ;[Red]-#,##0.00"));
}

TEST_CASE("a workbook that has all the styles Excel bears gets no more of them", "[xlsx]") {
  std::string styles = R"(<fills count="1"><fill/></fills><cellXfs count="65490">)";
  for (int i = 0; i < 65490; ++i) styles += "<xf/>";
  Marker book(testing::simple_workbook(kRows, "", styles + "</cellXfs>"));
  book.mark(0, {0, 0}, Marker::Colour::Error, "合计应为 2");
  book.put_first(slip());
  const auto after = book.package();
  CHECK(holds(part_of(after, "xl/styles.xml"), R"(<cellXfs count="65490">)"));
  CHECK(holds(part_of(after, std::string(kSheet)), R"(<c r="A1" s="1"><v>1</v></c>)"));
  const auto first = read_workbook(Package(after)).sheets[0];
  CHECK(first.text_at({0, 0}) == "审核意见");
  CHECK(first.find({1, 0})->style == 0);
}

TEST_CASE("nothing but the marks differs in workbooks of other people", "[xlsx]") {
  const auto folder = testing::shared_folder("corpus");
  if (folder.empty()) return;
  int marked = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".xlsx" || entry.file_size() > (200 << 10)) continue;
    CAPTURE(entry.path().filename().string());
    const auto bytes = testing::read_file(entry.path());
    Workbook before;
    try {
      before = read_workbook(Package(bytes));
    } catch (const Error&) {
      continue;
    }
    if (before.sheets.empty()) continue;
    std::string after;
    try {
      Marker book(bytes);
      book.mark(0, {2, 1}, Marker::Colour::Error, "合计应为 2");
      book.put_first(slip());
      after = book.package();
    } catch (const Error&) {
      continue;
    }
    ++marked;
    const auto now = read_workbook(Package(after));
    REQUIRE(now.sheets.size() == before.sheets.size() + 1);
    for (std::size_t i = 0; i < before.sheets.size(); ++i) {
      const auto& was = before.sheets[i].cells;
      const auto& is = now.sheets[i + 1].cells;
      REQUIRE(is.size() == was.size());
      for (std::size_t n = 0; n < was.size(); ++n) CHECK(is[n].text == was[n].text);
    }
    for (const auto& name : testing::part_names(bytes)) {
      const bool ours = holds(name, "[Content_Types]") || holds(name, "workbook.xml") ||
                        holds(name, "styles") || holds(name, "sheet") || holds(name, "comments") ||
                        holds(name, ".vml");
      CAPTURE(name);
      if (!ours) CHECK(part_of(after, name) == part_of(bytes, name));
    }
  }
  CHECK(marked > 50);
}

}  // namespace huizong::xlsx
