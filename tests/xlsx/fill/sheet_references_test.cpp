// Where row numbers hide on a sheet, one by one: each element before, after rows 2 to 3 became
// five, and after they became one.

#include "xlsx/fill/sheet_references.h"

#include <catch2/catch.hpp>

#include "xlsx/fill/form_parts.h"

namespace huizong::xlsx {
namespace {

constexpr std::string_view kRows =
    R"(<row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="A3"><v>2</v></c></row>)";

struct Place {
  const char* what;
  const char* before;
  const char* grown;
  const char* shrunk;
};

const Place kAfterRows[] = {
    {"protected ranges",
     R"(<protectedRanges><protectedRange sqref="A2:A3 B5" name="甲"/></protectedRanges>)",
     R"(<protectedRanges><protectedRange sqref="A2:A6 B8" name="甲"/></protectedRanges>)",
     R"(<protectedRanges><protectedRange sqref="A2 B4" name="甲"/></protectedRanges>)"},
    {"scenarios",
     R"(<scenarios current="0" sqref="D3"><scenario name="低" count="2"><inputCells r="A3" val="1"/><inputCells r="A9" val="1"/></scenario></scenarios>)",
     R"(<scenarios current="0" sqref="D3"><scenario name="低" count="2"><inputCells r="A3" val="1"/><inputCells r="A12" val="1"/></scenario></scenarios>)",
     R"(<scenarios current="0"><scenario name="低" count="1"><inputCells r="A8" val="1"/></scenario></scenarios>)"},
    {"filter and sort order",
     R"(<autoFilter ref="A1:B3"><sortState ref="A2:B3"><sortCondition ref="B2:B3"/></sortState></autoFilter>)",
     R"(<autoFilter ref="A1:B6"><sortState ref="A2:B6"><sortCondition ref="B2:B6"/></sortState></autoFilter>)",
     R"(<autoFilter ref="A1:B2"><sortState ref="A2:B2"><sortCondition ref="B2"/></sortState></autoFilter>)"},
    {"consolidation",
     R"(<dataConsolidate><dataRefs count="2"><dataRef ref="A2:B3" sheet="Sheet1"/><dataRef ref="A3" sheet="附表"/></dataRefs></dataConsolidate>)",
     R"(<dataConsolidate><dataRefs count="2"><dataRef ref="A2:B6" sheet="Sheet1"/><dataRef ref="A3" sheet="附表"/></dataRefs></dataConsolidate>)",
     R"(<dataConsolidate><dataRefs count="2"><dataRef ref="A2:B2" sheet="Sheet1"/><dataRef ref="A3" sheet="附表"/></dataRefs></dataConsolidate>)"},
    {"views of several people",
     R"(<customSheetViews><customSheetView guid="{0}" topLeftCell="A5"><pane ySplit="3" topLeftCell="A4" state="frozen"/><selection activeCell="B7" sqref="B7"/><rowBreaks count="1" manualBreakCount="1"><brk id="5" man="1"/></rowBreaks></customSheetView></customSheetViews>)",
     R"(<customSheetViews><customSheetView guid="{0}" topLeftCell="A8"><pane ySplit="3" topLeftCell="A7" state="frozen"/><selection activeCell="B10" sqref="B10"/><rowBreaks count="1" manualBreakCount="1"><brk id="8" man="1"/></rowBreaks></customSheetView></customSheetViews>)",
     R"(<customSheetViews><customSheetView guid="{0}" topLeftCell="A4"><pane ySplit="3" topLeftCell="A3" state="frozen"/><selection activeCell="B6" sqref="B6"/><rowBreaks count="1" manualBreakCount="1"><brk id="4" man="1"/></rowBreaks></customSheetView></customSheetViews>)"},
    {"links into the workbook",
     R"(<hyperlinks><hyperlink ref="A3" location="Sheet1!A9"/><hyperlink ref="A7" location="总计"/><hyperlink ref="A8" r:id="rId1" location="Sheet1!A9"/></hyperlinks>)",
     R"(<hyperlinks><hyperlink ref="A3" location="Sheet1!A12"/><hyperlink ref="A10" location="总计"/><hyperlink ref="A11" r:id="rId1" location="Sheet1!A9"/></hyperlinks>)",
     R"(<hyperlinks><hyperlink ref="A6" location="总计"/><hyperlink ref="A7" r:id="rId1" location="Sheet1!A9"/></hyperlinks>)"},
    {"breaks between rows",
     R"(<rowBreaks count="3" manualBreakCount="2"><brk id="1" man="1"/><brk id="3" max="16383"/><brk id="9" man="1"/></rowBreaks>)",
     R"(<rowBreaks count="3" manualBreakCount="2"><brk id="1" man="1"/><brk id="6" max="16383"/><brk id="12" man="1"/></rowBreaks>)",
     R"(<rowBreaks count="3" manualBreakCount="2"><brk id="1" man="1"/><brk id="2" max="16383"/><brk id="8" man="1"/></rowBreaks>)"},
    {"breaks between columns",
     R"(<colBreaks count="2" manualBreakCount="2"><brk id="4" max="1048575" man="1"/><brk id="6" min="1" max="9" man="1"/></colBreaks>)",
     R"(<colBreaks count="2" manualBreakCount="2"><brk id="4" max="1048575" man="1"/><brk id="6" min="1" max="12" man="1"/></colBreaks>)",
     R"(<colBreaks count="2" manualBreakCount="2"><brk id="4" max="1048575" man="1"/><brk id="6" min="1" max="8" man="1"/></colBreaks>)"},
    {"watched cells", R"(<cellWatches><cellWatch r="A3"/><cellWatch r="A9"/></cellWatches>)",
     R"(<cellWatches><cellWatch r="A3"/><cellWatch r="A12"/></cellWatches>)",
     R"(<cellWatches><cellWatch r="A8"/></cellWatches>)"},
    {"errors not shown",
     R"(<ignoredErrors><ignoredError sqref="A1:A3 C9" numberStoredAsText="1"/></ignoredErrors>)",
     R"(<ignoredErrors><ignoredError sqref="A1:A6 C12" numberStoredAsText="1"/></ignoredErrors>)",
     R"(<ignoredErrors><ignoredError sqref="A1:A2 C8" numberStoredAsText="1"/></ignoredErrors>)"},
    {"smart tags",
     R"(<smartTags><cellSmartTags r="A3"><cellSmartTag type="0"/></cellSmartTags></smartTags>)",
     R"(<smartTags><cellSmartTags r="A3"><cellSmartTag type="0"/></cellSmartTags></smartTags>)",
     ""},
    {"web pages",
     R"(<webPublishItems count="1"><webPublishItem id="1" sourceRef="A2:C9"/></webPublishItems>)",
     R"(<webPublishItems count="1"><webPublishItem id="1" sourceRef="A2:C12"/></webPublishItems>)",
     R"(<webPublishItems count="1"><webPublishItem id="1" sourceRef="A2:C8"/></webPublishItems>)"},
    {"newer errors not shown, and protected ranges", R"(<extLst><ext uri="{01252117-D84E-4E92-8308-4BE1C098FCBB}"><x14:ignoredErrors xmlns:x14="urn:x14" xmlns:xm="urn:xm"><x14:ignoredError><xm:sqref>A3</xm:sqref></x14:ignoredError></x14:ignoredErrors></ext><ext uri="{FC87AEE6-9EDD-4A0A-B7FB-166176984837}"><x14:protectedRanges xmlns:x14="urn:x14" xmlns:xm="urn:xm"><x14:protectedRange name="甲"><xm:sqref>A9:B9</xm:sqref></x14:protectedRange></x14:protectedRanges></ext></extLst>)", R"(<extLst><ext uri="{01252117-D84E-4E92-8308-4BE1C098FCBB}"><x14:ignoredErrors xmlns:x14="urn:x14" xmlns:xm="urn:xm"><x14:ignoredError><xm:sqref>A3:A6</xm:sqref></x14:ignoredError></x14:ignoredErrors></ext><ext uri="{FC87AEE6-9EDD-4A0A-B7FB-166176984837}"><x14:protectedRanges xmlns:x14="urn:x14" xmlns:xm="urn:xm"><x14:protectedRange name="甲"><xm:sqref>A12:B12</xm:sqref></x14:protectedRange></x14:protectedRanges></ext></extLst>)",
     R"(<extLst><ext uri="{FC87AEE6-9EDD-4A0A-B7FB-166176984837}"><x14:protectedRanges xmlns:x14="urn:x14" xmlns:xm="urn:xm"><x14:protectedRange name="甲"><xm:sqref>A8:B8</xm:sqref></x14:protectedRange></x14:protectedRanges></ext></extLst>)"},
    {"newer validations",
     R"(<extLst><ext uri="{CCE6A557-97BC-4B89-ADB6-D9C93CAAB3DF}"><x14:dataValidations xmlns:x14="urn:x14" xmlns:xm="urn:xm" count="1"><x14:dataValidation type="list"><x14:formula1><xm:f>Sheet1!$A$2:$A$3</xm:f></x14:formula1><xm:sqref>B3:B5</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>)",
     R"(<extLst><ext uri="{CCE6A557-97BC-4B89-ADB6-D9C93CAAB3DF}"><x14:dataValidations xmlns:x14="urn:x14" xmlns:xm="urn:xm" count="1"><x14:dataValidation type="list"><x14:formula1><xm:f>Sheet1!$A$2:$A$6</xm:f></x14:formula1><xm:sqref>B3:B8</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>)",
     R"(<extLst><ext uri="{CCE6A557-97BC-4B89-ADB6-D9C93CAAB3DF}"><x14:dataValidations xmlns:x14="urn:x14" xmlns:xm="urn:xm" count="1"><x14:dataValidation type="list"><x14:formula1><xm:f>Sheet1!$A$2:$A$2</xm:f></x14:formula1><xm:sqref>B3:B4</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>)"},
    {"sparklines: the last row's is repeated, one that reads a column grows", R"(<extLst><ext uri="{05C60535-1F16-4FD2-B633-F4F36F0B64E0}"><x14:sparklineGroups xmlns:x14="urn:x14" xmlns:xm="urn:xm"><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>Sheet1!B3:D3</xm:f><xm:sqref>E3</xm:sqref></x14:sparkline><x14:sparkline><xm:f>Sheet1!B2:B3</xm:f><xm:sqref>B4</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>)", R"(<extLst><ext uri="{05C60535-1F16-4FD2-B633-F4F36F0B64E0}"><x14:sparklineGroups xmlns:x14="urn:x14" xmlns:xm="urn:xm"><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>Sheet1!B3:D3</xm:f><xm:sqref>E3</xm:sqref></x14:sparkline><x14:sparkline><xm:f>Sheet1!B4:D4</xm:f><xm:sqref>E4</xm:sqref></x14:sparkline><x14:sparkline><xm:f>Sheet1!B5:D5</xm:f><xm:sqref>E5</xm:sqref></x14:sparkline><x14:sparkline><xm:f>Sheet1!B6:D6</xm:f><xm:sqref>E6</xm:sqref></x14:sparkline><x14:sparkline><xm:f>Sheet1!B2:B6</xm:f><xm:sqref>B7</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>)",
     R"(<extLst><ext uri="{05C60535-1F16-4FD2-B633-F4F36F0B64E0}"><x14:sparklineGroups xmlns:x14="urn:x14" xmlns:xm="urn:xm"><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>Sheet1!B2:B2</xm:f><xm:sqref>B3</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>)"},
};

const Place kBeforeRows[] = {
    {"extent", R"(<dimension ref="A1:D3"/>)", R"(<dimension ref="A1:D6"/>)",
     R"(<dimension ref="A1:D2"/>)"},
    {"the sheet that scrolls along", R"(<sheetPr syncRef="A9"/>)", R"(<sheetPr syncRef="A12"/>)",
     R"(<sheetPr syncRef="A8"/>)"},
    {"view, pane and selection",
     R"(<sheetViews><sheetView topLeftCell="A1"><pane ySplit="5" topLeftCell="A6" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="C7" sqref="C7 A9"/></sheetView></sheetViews>)",
     R"(<sheetViews><sheetView topLeftCell="A1"><pane ySplit="8" topLeftCell="A9" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="C10" sqref="C10 A12"/></sheetView></sheetViews>)",
     R"(<sheetViews><sheetView topLeftCell="A1"><pane ySplit="4" topLeftCell="A5" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="C6" sqref="C6 A8"/></sheetView></sheetViews>)"},
    {"frozen right below the block",
     R"(<sheetViews><sheetView><pane ySplit="3" topLeftCell="A4" state="frozen"/></sheetView></sheetViews>)",
     R"(<sheetViews><sheetView><pane ySplit="6" topLeftCell="A7" state="frozen"/></sheetView></sheetViews>)",
     R"(<sheetViews><sheetView><pane ySplit="2" topLeftCell="A3" state="frozen"/></sheetView></sheetViews>)"},
    {"a pane that is split by height, not frozen",
     R"(<sheetViews><sheetView><pane ySplit="1200" topLeftCell="A6"/></sheetView></sheetViews>)",
     R"(<sheetViews><sheetView><pane ySplit="1200" topLeftCell="A9"/></sheetView></sheetViews>)",
     R"(<sheetViews><sheetView><pane ySplit="1200" topLeftCell="A5"/></sheetView></sheetViews>)"},
    {"a selected cell that is dropped",
     R"(<sheetViews><sheetView><selection activeCell="C3" activeCellId="1" sqref="A9 C3"/></sheetView></sheetViews>)",
     R"(<sheetViews><sheetView><selection activeCell="C3" activeCellId="1" sqref="A12 C3"/></sheetView></sheetViews>)",
     R"(<sheetViews><sheetView><selection/></sheetView></sheetViews>)"},
};

}  // namespace

TEST_CASE("whatever names rows below the cells moves with them", "[xlsx]") {
  for (const auto& place : kAfterRows) {
    CAPTURE(place.what);
    const FormParts form(kRows, place.before);
    const auto tail = [](const std::string& package) {
      const auto xml = sheet_xml(package);
      const auto from = xml.find("</sheetData>") + 12;
      return xml.substr(from, xml.find("</worksheet>") - from);
    };
    CHECK(tail(form.resized(2, 3, 5)) == place.grown);
    CHECK(tail(form.resized(2, 3, 1)) == place.shrunk);
    CHECK(tail(form.resized(20, 21, 9)) == place.before);  // all of it stands above
  }
}

TEST_CASE("whatever names rows above the cells moves with them", "[xlsx]") {
  for (const auto& place : kBeforeRows) {
    CAPTURE(place.what);
    const FormParts form(kRows, "", place.before);
    const auto head = [](const std::string& package) {
      const auto xml = sheet_xml(package);
      const auto from = xml.find("relationships\">") + 15;
      return xml.substr(from, xml.find("<sheetData>") - from);
    };
    CHECK(head(form.resized(2, 3, 5)) == place.grown);
    CHECK(head(form.resized(2, 3, 1)) == place.shrunk);
  }
}

TEST_CASE("names, print areas and other sheets' links follow", "[xlsx]") {
  FormParts form(kRows);
  form.sheet("附表", R"(<row r="1"><c r="A1"><f>Sheet1!A9</f><v>0</v></c></row>)",
             R"(<hyperlinks><hyperlink ref="A3" location="Sheet1!A9"/></hyperlinks>)");
  form.workbook(
      "<definedNames><definedName name=\"_xlnm.Print_Area\" "
      "localSheetId=\"0\">Sheet1!$A$1:$D$9</definedName>"
      "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">Sheet1!$1:$3</definedName>"
      "<definedName name=\"总计\">Sheet1!$D$9</definedName></definedNames>");
  const auto package = form.resized(2, 3, 5);
  const auto book = testing::part_of(package, "xl/workbook.xml");
  CHECK(holds(book, ">Sheet1!$A$1:$D$12<"));
  CHECK(holds(book, ">Sheet1!$1:$6<"));
  CHECK(holds(book, ">Sheet1!$D$12<"));
  const auto other = testing::part_of(package, "xl/worksheets/sheet50.xml");
  CHECK(holds(other, "<f>Sheet1!A12</f></c>"));
  CHECK(holds(other, R"(<hyperlink ref="A3" location="Sheet1!A12"/>)"));
}

TEST_CASE("a reference through several sheets is refused where it would have to move only",
          "[xlsx]") {
  const auto with = [](std::string_view formula) {
    FormParts form(kRows);
    form.sheet("附表", "<row r=\"1\"><c r=\"A1\"><f>" + std::string(formula) + "</f></c></row>");
    return form.refusal(2, 3, 5);
  };
  CHECK(
      with("SUM(Sheet1:附表!A9)") ==
      "表样“附表”的 A1 用到了跨多张工作表的引用（SUM(Sheet1:附表!A9)），增减“Sheet1”的行后会指错；"
      "请改成逐表相加。");
  CHECK(with("SUM(Sheet1:附表!A2:A3)") != "");  // would have to grow
  CHECK(with("SUM(Sheet1:附表!A3)") == "");
  CHECK(with("SUM(Sheet1:附表!A1)") == "");
}

// A list of contents led to the old row: the sheet it stands on has no formula and so was not
// opened.
TEST_CASE("a link kept as a relationship is moved on whichever sheet it stands", "[xlsx]") {
  FormParts form(kRows);
  form.sheet("目录", "", "<hyperlinks><hyperlink ref=\"A1\" r:id=\"rId51\"/></hyperlinks>");
  form.link("xl/worksheets/sheet50.xml", "#Sheet1!A9");
  form.link("xl/worksheets/sheet50.xml", "#%53heet1!A9");  // as some programs write it
  const auto links =
      testing::part_of(form.resized(2, 3, 5), "xl/worksheets/_rels/sheet50.xml.rels");
  CHECK(holds(
      links,
      R"(Id="rId51" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="#Sheet1!A12")"));
  CHECK(holds(
      links,
      R"(Id="rId52" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="#Sheet1!A12")"));
}

TEST_CASE("a defined name that the move would break is refused for its one reason", "[xlsx]") {
  // "It stands for rows that are to be dropped or reaches through several sheets": which?
  const auto refusal = [](const std::string& stands_for, int count) {
    FormParts form(kRows);
    form.sheet("附表", "");
    form.workbook("<definedNames><definedName name=\"合计数\">" + stands_for +
                  "</definedName></definedNames>");
    return form.refusal(2, 3, count);
  };
  CHECK(refusal("Sheet1!$A$3", 1) ==
        "表样“Sheet1”有定义名称“合计数”（Sheet1!$A$3），它引用了要减去的行，增减行后会出错；"
        "请在表样中去掉。");
  CHECK(refusal("SUM(Sheet1:附表!$A$9)", 5) ==
        "表样“Sheet1”有定义名称“合计数”（SUM(Sheet1:附表!$A$9)），它跨多张工作表引用了要增减的行，"
        "增减行后会出错；请在表样中去掉。");
}

TEST_CASE("what hangs on a sheet and is of no kind we know is refused with its kind", "[xlsx]") {
  FormParts form(kRows);
  form.part("xl/worksheets/sheet1.xml", "xl/queryTables/queryTable1.xml", "queryTable", "<q/>");
  CHECK(form.refusal(2, 3, 5) ==
        "表样“Sheet1”有“queryTable”类内容（xl/queryTables/"
        "queryTable1.xml），增减行后不能保证它仍然正确；请在表样中去掉。");
  FormParts shared(kRows);
  shared.part("xl/workbook.xml", "xl/revisions/revisionHeaders.xml", "revisionHeaders", "<h/>");
  CHECK(shared.refusal(2, 3, 5) ==
        "表样“Sheet1”有共享工作簿的修订记录，增减行后不能保证它仍然正确；请在表样中去掉。");
}

}  // namespace huizong::xlsx
