#include "xlsx/read/cell_text.h"

#include <catch2/catch.hpp>

#include "support/package_builder.h"
#include "xlsx/workbook_lines.h"

using namespace huizong::testing;
using namespace huizong::xlsx;

TEST_CASE("escaped characters in cell text come back", "[xlsx]") {
  struct Case {
    const char* stored;
    std::string want;
  };
  const auto c = GENERATE(values<Case>({
      {"a_x000D_b", "a\rb"},
      {"_x0041_", "A"},
      {"_x000d_", "\r"},
      {"_x9884_算", "预算"},
      {"a_x005F_x000D_b", "a_x000D_b"},
      {"_xD83D__xDE00_", "\U0001F600"},
      {"a_xD800_b", "a_xD800_b"},  // half a character is none
      {"_xDE00__xD83D_", "_xDE00__xD83D_"},
      {"a_x0000_b", "a_x0000_b"},
      {"_x00G1_", "_x00G1_"},
      {"_x-041_", "_x-041_"},
      {"_x041_", "_x041_"},
      {"_X000D_", "_X000D_"},
      {"__x0041_", "_A"},
      {"_x004", "_x004"},
      {"_x_x0041_", "_xA"},
      {"", ""},
  }));
  CAPTURE(c.stored);
  std::string out;
  append_unescaped(out, c.stored);
  CHECK(out == c.want);
}

namespace {

/// What a cell shows whose shared string holds this.
std::string shown(const std::string& si) {
  const std::string lines = ::huizong::xlsx::testing::read_lines(
      simple_workbook(R"(<row r="1"><c r="A1" t="s"><v>0</v></c></row>)", "<si>" + si + "</si>"));
  return lines.empty() ? "" : lines.substr(5, lines.size() - 6);
}

}  // namespace

TEST_CASE("a shared string is its plain and rich text without phonetic guides", "[xlsx]") {
  CHECK(shown("<r><rPr><b/></rPr><t>宁东</t></r><r><t>大道</t></r>") == "宁东大道");
  CHECK(shown(R"(<t>宁东大道</t><rPh sb="0" eb="2"><t>dao</t></rPh><phoneticPr fontId="1"/>)") ==
        "宁东大道");
  CHECK(shown("<t>全年</t><r><t>预算数</t></r>") == "全年预算数");
  CHECK(shown("<t>㎡①</t>") == "㎡①");
  CHECK(shown("") == "");
}

TEST_CASE("blanks at the ends of a text stay only where the file says so", "[xlsx]") {
  CHECK(shown("<t>  合计  </t>") == "合计");
  CHECK(shown("<t xml:space=\"preserve\">  合计 </t>") == "  合计 ");
  CHECK(shown("<t>&#9;合计&#10;</t>") == "合计");
  CHECK(shown("<t>\u00a0合计\u3000</t>") == "\u00a0合计\u3000");
  CHECK(shown("<r><t xml:space=\"preserve\">a </t></r><r><t> b </t></r>") == "a b");
  CHECK(shown("<t>   </t>") == "");
  CHECK(shown("<t>第一行\r\n第二行</t>") == "第一行\n第二行");
}

TEST_CASE("text longer than a cell can hold is refused", "[xlsx]") {
  CHECK(shown("<t>" + std::string(32767, 'x') + "</t>").size() == 32767);
  CHECK(
      testing::read_lines(simple_workbook(R"(<row r="1"><c r="A1" t="s"><v>0</v></c></row>)",
                                          "<si><t>" + std::string(5'000'000, 'x') + "</t></si>")) ==
      "limit: 工作簿超出了读取上限：有一个单元格的文字超过 131068 字节；请删去多余的内容，另存为 "
      ".xlsx 后再报。");
}
