// Pictures, charts, shapes, form controls and embedded objects, in the drawing, the sheet part and
// the VML beside it.

#include "xlsx/fill/drawing_shift.h"

#include <catch2/catch.hpp>

#include "xlsx/fill/form_parts.h"

namespace huizong::xlsx {
namespace {

constexpr std::string_view kSheet1 = "xl/worksheets/sheet1.xml";
constexpr std::string_view kRows =
    R"(<row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="A3"><v>2</v></c></row>)";
constexpr std::string_view kDrawing =
    R"(<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing">)";

std::string anchor(std::string_view attributes, int from, int to, std::string_view shape = {}) {
  return "<xdr:twoCellAnchor" + std::string(attributes) +
         "><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>" +
         std::to_string(from) +
         "</xdr:row><xdr:rowOff>10</xdr:rowOff></xdr:from><xdr:to><xdr:col>1</xdr:col>"
         "<xdr:colOff>0</xdr:colOff><xdr:row>" +
         std::to_string(to) + "</xdr:row><xdr:rowOff>20</xdr:rowOff></xdr:to>" +
         std::string(shape) + "</xdr:twoCellAnchor>";
}

}  // namespace

TEST_CASE("anchors follow the rows they hang on, also those for newer programs only", "[xlsx]") {
  FormParts form(kRows);
  form.part(kSheet1, "xl/drawings/drawing1.xml", "drawing",
            std::string(kDrawing) + anchor("", 5, 8) + anchor(" editAs=\"absolute\"", 5, 8) +
                "<mc:AlternateContent xmlns:mc=\"urn:mc\"><mc:Choice Requires=\"a14\">" +
                anchor(" editAs=\"oneCell\"", 6, 9) +
                "</mc:Choice></mc:AlternateContent></xdr:wsDr>",
            "openxmlformats-officedocument.drawing");
  const auto drawing = testing::part_of(form.resized(2, 3, 5), "xl/drawings/drawing1.xml");
  CHECK(drawing ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n" +
            std::string(kDrawing) + anchor("", 8, 11) + anchor(" editAs=\"absolute\"", 5, 8) +
            "<mc:AlternateContent xmlns:mc=\"urn:mc\"><mc:Choice Requires=\"a14\">" +
            anchor(" editAs=\"oneCell\"", 9, 12) + "</mc:Choice></mc:AlternateContent></xdr:wsDr>");
}

TEST_CASE("a shape that shows a cell, a photograph of cells, and a shape's link follow", "[xlsx]") {
  FormParts form(kRows);
  form.part(
      kSheet1, "xl/drawings/drawing1.xml", "drawing",
      std::string(kDrawing) +
          anchor(
              "", 0, 0,
              R"(<xdr:sp textlink="$B$9"/><a14:cameraTool xmlns:a14="urn:a14" cellRange="Sheet1!$A$1:$B$3"/>)") +
          "</xdr:wsDr>",
      "openxmlformats-officedocument.drawing");
  form.link("xl/drawings/drawing1.xml", "#Sheet1!A9");
  const auto package = form.resized(2, 3, 5);
  const auto drawing = testing::part_of(package, "xl/drawings/drawing1.xml");
  CHECK(holds(drawing, R"(textlink="$B$12")"));
  CHECK(holds(drawing, R"(cellRange="Sheet1!$A$1:$B$6")"));
  CHECK(holds(testing::part_of(package, "xl/drawings/_rels/drawing1.xml.rels"), "#Sheet1!A12"));
  CHECK(
      form.refusal(8, 9, 1) ==
      "表样“Sheet1”有显示单元格 $B$9 的图形，它引用了要减去的行，增减行后会出错；请在表样中去掉。");
}

TEST_CASE("controls and embedded objects move in the sheet, the VML and their properties",
          "[xlsx]") {
  const auto object = [](std::string_view moves, int from, int to) {
    return "<anchor" + std::string(moves) + "><from><xdr:col>0</xdr:col><xdr:row>" +
           std::to_string(from) +
           "</xdr:row><xdr:rowOff>10</xdr:rowOff></from><to><xdr:col>1</xdr:col><xdr:row>" +
           std::to_string(to) + "</xdr:row><xdr:rowOff>20</xdr:rowOff></to></anchor>";
  };
  const auto controls = [&](int below, std::string_view cell) {
    return "<oleObjects><oleObject shapeId=\"1026\"><objectPr>" +
           object(" moveWithCells=\"1\"", 5 + below, 8 + below) +
           "</objectPr></oleObject></oleObjects><controls><control shapeId=\"1025\"><controlPr "
           "linkedCell=\"" +
           std::string(cell) + "\">" +
           object(" moveWithCells=\"1\" sizeWithCells=\"1\"", 6 + below, 7 + below) +
           "</controlPr></control><control shapeId=\"1027\"><controlPr>" + object("", 6, 7) +
           "</controlPr></control></controls>";
  };
  FormParts form(kRows, controls(0, "$B$9"));
  form.part(kSheet1, "xl/ctrlProps/ctrlProp1.xml", "ctrlProp",
            R"(<formControlPr objectType="Drop" fmlaLink="$B$9" fmlaRange="附表!$A$1:$A$3"/>)",
            "ms-excel.controlproperties");
  form.part(
      kSheet1, "xl/drawings/vmlDrawing1.vml", "vmlDrawing",
      R"(<xml xmlns:v="urn:v" xmlns:x="urn:x"><v:shape><x:ClientData ObjectType="Drop"><x:Anchor>1, 2, 6, 4, 5, 6, 7, 8</x:Anchor><x:FmlaLink>$B$9</x:FmlaLink></x:ClientData></v:shape>)"
      R"(<v:shape><x:ClientData ObjectType="Pict"><x:MoveWithCells/><x:Anchor>1, 2, 6, 4, 5, 6, 7, 8</x:Anchor></x:ClientData></v:shape>)"
      R"(<v:shape><x:ClientData ObjectType="Note"><x:Anchor>1, 2, 1, 4, 5, 6, 3, 8</x:Anchor><x:Row>2</x:Row></x:ClientData></v:shape></xml>)");
  form.sheet("附表", "");
  const auto package = form.resized(2, 3, 5);
  CHECK(holds(sheet_xml(package), controls(3, "$B$12")));
  CHECK(holds(testing::part_of(package, "xl/ctrlProps/ctrlProp1.xml"),
              R"(fmlaLink="$B$12" fmlaRange="附表!$A$1:$A$3")"));
  const auto vml = testing::part_of(package, "xl/drawings/vmlDrawing1.vml");
  CHECK(holds(vml, "<x:Anchor>1, 2, 9, 4, 5, 6, 10, 8</x:Anchor><x:FmlaLink>$B$12</x:FmlaLink>"));
  CHECK(holds(vml, "<x:MoveWithCells/><x:Anchor>1, 2, 6, 4, 5, 6, 7, 8</x:Anchor>"));
  CHECK(holds(vml, "<x:Anchor>1, 2, 1, 4, 5, 6, 3, 8</x:Anchor><x:Row>2</x:Row>"));
  CHECK(form.refusal(8, 9, 1) ==
        "表样“Sheet1”有与单元格 $B$9 "
        "相连的控件，它引用了要减去的行，增减行后会出错；请在表样中去掉。");
}

TEST_CASE("comments on dropped rows go with their boxes", "[xlsx]") {
  FormParts form(kRows);
  form.part(
      kSheet1, "xl/comments1.xml", "comments",
      R"(<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><commentList><comment ref="A3"><text><t>去</t></text></comment><comment ref="A5"><text><t>留</t></text></comment></commentList></comments>)");
  form.part(
      kSheet1, "xl/threadedComments/threadedComment1.xml",
      "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment",
      R"(<ThreadedComments><threadedComment ref="A5"><text>留</text></threadedComment></ThreadedComments>)");
  form.part(
      kSheet1, "xl/drawings/vmlDrawing1.vml", "vmlDrawing",
      R"(<xml xmlns:v="urn:v" xmlns:x="urn:x"><v:shape id="a"><x:ClientData ObjectType="Note"><x:Row>2</x:Row></x:ClientData></v:shape><v:shape id="b"><x:ClientData ObjectType="Note"><x:Anchor>1, 2, 3, 4, 5, 6, 7, 8</x:Anchor><x:Row>4</x:Row></x:ClientData></v:shape></xml>)");
  const auto package = form.resized(2, 3, 1);
  CHECK(holds(testing::part_of(package, "xl/comments1.xml"),
              R"(<commentList><comment ref="A4"><text><t>留</t>)"));
  CHECK(
      holds(testing::part_of(package, "xl/threadedComments/threadedComment1.xml"), R"(ref="A4")"));
  CHECK(holds(
      testing::part_of(package, "xl/drawings/vmlDrawing1.vml"),
      R"(xmlns:x="urn:x"><v:shape id="b"><x:ClientData ObjectType="Note"><x:Anchor>1, 2, 2, 4, 5, 6, 6, 8</x:Anchor><x:Row>3<)"));
}

}  // namespace huizong::xlsx
