#include "xlsx/read/plain_spelling.h"

#include <catch2/catch.hpp>
#include <random>

#include "support/package_builder.h"
#include "xlsx/package/package.h"
#include "xlsx/read/sheet_stream.h"

using namespace huizong;
using namespace huizong::testing;
using namespace huizong::xlsx;

namespace {

/// What the cell says are views into the text.
bool is_plain(const std::string& text, PlainCell& cell) {
  const char* p = text.data();
  const bool taken = take_plain_cell(p, text.data() + text.size(), "7\"", cell);
  CHECK(p == text.data() + (taken ? text.size() : 0));
  return taken;
}
bool is_plain(const std::string& text) {
  PlainCell cell;
  return is_plain(text, cell);
}

std::string cells_of(const std::string& rows, Spelling spelling) {
  std::string seen;
  const Package package(simple_workbook(rows));
  SharedStrings strings;
  strings.add("预算");
  try {
    stream_sheet(
        package, {"Sheet1", SheetState::Visible, "xl/worksheets/sheet1.xml"}, &strings,
        [&](const Cell& cell) {
          seen += to_string(cell.ref) + (cell.formula ? "=" : " ") + cell.text + " " +
                  std::to_string(static_cast<int>(cell.type)) + "/" + std::to_string(cell.style) +
                  words_of(cell.fault).zh + "\n";
        },
        spelling);
  } catch (const Unreadable& refused) {
    seen += refused.message().zh;
  }
  return seen;
}

}  // namespace

TEST_CASE("the usual spelling of a cell is recognised with all it says", "[xlsx]") {
  PlainCell cell;
  const std::string shared = R"(<c r="AB7" s="13" t="s"><v>42</v></c>)";
  REQUIRE(is_plain(shared, cell));
  CHECK(cell.col == 27);
  CHECK(cell.style == 13);
  CHECK(cell.type == StoredType::SharedString);
  CHECK(cell.value == "42");
  REQUIRE(is_plain(R"(<c r="XFD7"><f>SUM(A1:A6)</f><v>-12.50</v></c>)", cell));
  CHECK(cell.col == kMaxCols - 1);
  CHECK(cell.formula);
  REQUIRE(is_plain(R"(<c s="1"/>)", cell));
  CHECK(cell.col == -1);
  CHECK(cell.value.data() == nullptr);
}

TEST_CASE("what deviates in the slightest is left to the scanner", "[xlsx]") {
  CHECK(is_plain(R"(<c r="A7"><v>1</v></c>)"));
  const auto other = GENERATE(
      as<std::string>{}, R"(<c r="A8"><v>1</v></c>)", R"(<c r="a7"><v>1</v></c>)",
      R"(<c r="XFE7"><v>1</v></c>)", R"(<c r="AAAA7"><v>1</v></c>)", R"(<c r="7"><v>1</v></c>)",
      R"(<c r="A07"><v>1</v></c>)", R"(<c  r="A7"><v>1</v></c>)", R"(<c r='A7'><v>1</v></c>)",
      R"(<c s="1" r="A7"><v>1</v></c>)", R"(<c r="A7" ><v>1</v></c>)",
      R"(<c r="A7" s=""><v>1</v></c>)", R"(<c r="A7" s="-1"><v>1</v></c>)",
      R"(<c r="A7" t="x"><v>1</v></c>)", R"(<c r="A7" t="inlineStr"><v>1</v></c>)",
      R"(<c r="A7"><v>&#49;</v></c>)", R"(<c r="A7"><v> 1</v></c>)", R"(<c r="A7"><v></v></c>)",
      R"(<c r="A7"><v/></c>)", R"(<c r="A7"><v>1</v><v>2</v></c>)", R"(<c r="A7"></c>)",
      R"(<c r="A7"><v>1</v> </c>)", R"(<c r="A7"><v>1</v></c >)", R"(<c r="A7"><f/><v>1</v></c>)",
      R"(<c r="A7"><f>A1</f></c>)", R"(<c r="A7"><f>"&lt;"</f><v>1</v></c>)",
      R"(<c r="A7" t="str"><v>a&amp;b</v></c>)", "<c r=\"A7\" t=\"str\"><v>\xFF</v></c>",
      "<c r=\"A7\" t=\"str\"><v>\x01</v></c>", R"(<x r="A7"><v>1</v></x>)",
      R"(<cx r="A7"><v>1</v></cx>)", R"(<c r="A7"><v>1</w></c>)");
  CAPTURE(other);
  CHECK_FALSE(is_plain(other));
}

TEST_CASE("a cell that ends too soon is left to the scanner, wherever it ends", "[xlsx]") {
  const std::string cell = R"(<c r="AB7" s="13" t="str"><f>A1&B1</f><v>预算</v></c>)";
  std::string whole = cell;
  whole.replace(whole.find('&'), 1, "+");
  CHECK(is_plain(whole));
  for (std::size_t i = 0; i < whole.size(); ++i) {
    CAPTURE(i);
    CHECK_FALSE(is_plain(whole.substr(0, i)));
  }
}

TEST_CASE("rows read the same with and without a glance at the usual spelling", "[xlsx]") {
  const std::vector<std::string> pieces = {
      R"(<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>)",
      R"(<row r="2" spans="1:9"><c r="A2" s="1"/><c><v>5</v></c><c r="C2" t="b"><v>1</v></c></row>)",
      R"(<row r="3"><c r="B3"><f>A1</f><v>1E-07</v></c> <c r="C3" t="e"><v>#N/A</v></c></row>)",
      R"(<row r="4"><c r="A4" t="str"><v>a_x000D_b</v></c><c r="B4" t="s"><v>9</v></c></row>)",
      R"(<row r="5"><c r="A5"><v>1,5</v></c><c r="B5"><v>12345678901234567890</v></c></row>)",
      R"(<row><c t="n"><v>-.5</v></c><c t="n"><v>.</v></c><c><v>-</v></c></row>)",
      R"(<row r="9"><c r="C9" t="inlineStr"><is><t>年</t></is></c><c r="A9"><v>1</v></c></row>)"};
  std::mt19937 random(20211231);
  const std::string signs = "<>/\"'=crsvt019AB. &e-";
  for (int time = 0; time < 400; ++time) {
    std::string rows;
    for (const std::string& piece : pieces) rows += piece;
    if (time > 0) rows[random() % rows.size()] = signs[random() % signs.size()];
    CAPTURE(rows);
    CHECK(cells_of(rows, Spelling::PlainFirst) == cells_of(rows, Spelling::AnyXml));
  }
}

TEST_CASE("inside an alternative that names another namespace nothing is a cell", "[xlsx]") {
  const std::string mc = "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";
  const std::string rows =
      R"(<row r="1"><mc:AlternateContent )" + mc +
      R"( xmlns="urn:x"><mc:Fallback><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c>)"
      R"(</mc:Fallback></mc:AlternateContent><c r="C1"><v>3</v></c></row>)";
  CHECK(cells_of(rows, Spelling::PlainFirst) == "C1 3 1/0\n");
  CHECK(cells_of(rows, Spelling::AnyXml) == "C1 3 1/0\n");
}

TEST_CASE("a sheet longer than the window reads the same wherever the window ends", "[xlsx]") {
  std::string rows;
  for (int row = 1; rows.size() < 1'200'000; ++row) {
    const std::string r = std::to_string(row);
    rows += "<row r=\"" + r + "\"><c r=\"A" + r + "\" s=\"3\" t=\"s\"><v>0</v></c><c r=\"B" + r +
            "\"><v>" + std::to_string(row % 977) + ".25</v></c><c r=\"C" + r +
            "\" t=\"str\"><f>A1</f><v>决算</v></c></row>";
  }
  const std::string want = cells_of(rows, Spelling::AnyXml);
  for (std::size_t shift = 0; shift < 48; shift += 3) {
    CAPTURE(shift);
    const bool same =
        cells_of("<!--" + std::string(shift, '-').replace(0, shift, shift, 'x') + "-->" + rows,
                 Spelling::PlainFirst) == want;
    CHECK(same);
  }
}
