#include "xlsx/xls/workbook_globals.h"

#include <catch2/catch.hpp>

#include "xlsx/unreadable.h"
#include "xlsx/xls/xls_book.h"
#include "xlsx/xls/xls_builder.h"
#include "xlsx/xls/xls_lines.h"

using namespace huizong::testing;
using namespace huizong::xlsx;
using huizong::xlsx::testing::xls_lines;

namespace {

const std::string kAgain = "；请用 Excel 或 WPS 打开核对，另存为 .xlsx 后再报。";

std::string lines_with(const std::string& globals, const Limits& limits = {}) {
  return xls_lines(xls_file(shared_text_cell(0, 0, 0), globals), limits);
}

}  // namespace

TEST_CASE("sheets of an .xls in their order, hidden ones too, charts and macros left out",
          "[xlsx]") {
  const std::string one = number_cell(0, 0, 1);
  XlsSource source;
  source.sheets = {{.name = u"收入 ", .records = one},
                   {.name = u"图", .records = one, .kind = 2, .content = 0x0020},
                   {.name = u"宏", .records = one, .kind = 1, .content = 0x0040},
                   {.name = u"支出", .records = one, .state = 1},
                   {.name = u"码", .records = one, .state = 2}};
  CHECK(xls_lines(xls_file(source)) ==
        "[收入 ]\nA1 n 1\n[支出, hidden]\nA1 n 1\n[码, very hidden]\nA1 n 1\n");
}

TEST_CASE("number formats of an .xls mean what they mean in an .xlsx", "[xlsx]") {
  const XlsBook book(xls_file(number_cell(0, 0, 44635, 1),
                              format_code(14, "yyyy/m/d") + format_code(164, "0.0%") +
                                  cell_format(0) + cell_format(14) + cell_format(164) +
                                  cell_format(31) + cell_format(4) + cell_format(200)));
  const auto& formats = book.formats();
  REQUIRE(formats.size() == 6);
  CHECK(formats[0].code == "General");
  CHECK(formats[1].date);
  CHECK((formats[2].percent && formats[2].decimals == 1));
  CHECK(formats[3].code == "yyyy\"年\"m\"月\"d\"日\"");
  CHECK(formats[4].decimals == 2);
  CHECK(formats[5].code == "General");
  book.visit(0, [](const Cell& cell) { CHECK(cell.style == 1); });
}

TEST_CASE("dates count from 1900 or from 1904", "[xlsx]") {
  CHECK_FALSE(XlsBook(xls_file("")).date1904());
  CHECK_FALSE(XlsBook(xls_file("", biff(0x0022, le16(0)))).date1904());
  CHECK(XlsBook(xls_file("", biff(0x0022, le16(1)))).date1904());
}

TEST_CASE("the counts of the table of texts are not trusted", "[xlsx]") {
  const auto table = [](std::uint32_t total, std::uint32_t unique) {
    return biff(0x00FC, le32(total) + le32(unique) + narrow_text("ok"));
  };
  CHECK(lines_with(table(1, 1)) == "A1 s ok\n");
  CHECK(lines_with(table(0, 0xFFFFFFFF)) == "A1 s ok\n");
  CHECK(lines_with(table(1, 0)) == "A1 ! 0\n");  // never another text
  CHECK(lines_with(biff(0x00FC, le32(2) + le32(2) + narrow_text("ok") + le16(9))) ==
        "damaged: 工作簿已损坏：里面有一条记录不完整" + kAgain);
  CHECK(lines_with(table(1, 1) + table(1, 1)) ==
        "damaged: 工作簿已损坏：里面有两张文字表" + kAgain);
}

TEST_CASE("an encrypted .xls and one of Excel 95 are told", "[xlsx]") {
  CHECK(lines_with(biff(0x002F, std::string(6, '\0'))) ==
        "encrypted: 这是加密的 .xls 工作簿（设了打开密码，或由“保护工作簿”自动加密），读不了；请用 "
        "Excel 或 WPS 打开，取消密码后另存为 .xlsx 再报。");
  XlsSource old;
  old.version = 0x0500;
  CHECK(xls_lines(xls_file(old)) ==
        "xls: 这是 Excel 95 或更早格式的工作簿（.xls），读不了；请用 Excel 或 WPS 另存为 .xlsx "
        "再报。");
}

TEST_CASE("a list of sheets that does not fit the sheets is refused", "[xlsx]") {
  const auto refused = [](const XlsSource& source) { return xls_lines(xls_file(source)); };
  const std::string lost = "damaged: 工作簿已损坏：找不到工作表“表”的内容" + kAgain;
  XlsSource source;
  CHECK(refused(source) == "damaged: 工作簿已损坏：里面一张工作表也没有" + kAgain);
  source.sheets = {{.kind = 2}};  // said to be a chart, but holds cells
  CHECK(refused(source) == lost);
  source.sheets = {{.content = 0x0020}};
  CHECK(refused(source) == lost);
  source.sheets = {{.kind = 9}};
  CHECK(refused(source) == lost);
  source.sheets = {{.name = u"Sheet1"}, {.name = u"SHEET1"}};
  CHECK(refused(source) ==
        "unsafe: 工作簿的内部结构不正常，可能被改动过，没有读取：有两张工作表都叫“SHEET1”" +
            kAgain);
}

TEST_CASE("two sheets may not have the same contents, nor lie outside the workbook", "[xlsx]") {
  XlsSource source;
  source.sheets = {{.name = u"一"}, {.name = u"二"}};
  std::string stream = workbook_records(source);
  const std::size_t first = stream.find(biff(0x0085, "").substr(0, 2)) + 4;
  const std::size_t second = stream.find(biff(0x0085, "").substr(0, 2), first) + 4;
  std::string twice = stream;
  twice.replace(second, 4, stream.substr(first, 4));
  CHECK(xls_lines(compound_file({{"Workbook", twice}})) ==
        "damaged: 工作簿已损坏：找不到工作表“二”的内容" + kAgain);
  for (const std::uint32_t at :
       {0xFFFFFFFFu, 0x7FFFFFFFu, 3u, static_cast<std::uint32_t>(stream.size())}) {
    std::string outside = stream;
    outside.replace(first, 4, le32(at));
    CHECK(xls_lines(compound_file({{"Workbook", outside}})).starts_with("damaged: "));
  }
}

TEST_CASE("the bounds of an .xls workbook are those of an .xlsx workbook", "[xlsx]") {
  Limits limits;
  limits.sheets = 0;
  CHECK(lines_with("", limits).starts_with("limit sheets: "));
  limits = {};
  limits.sheet_name_chars = 0;
  CHECK(lines_with("", limits).starts_with("limit sheet_name_chars: "));
  limits = {};
  limits.strings = 1;
  CHECK(lines_with(shared_texts({u"a"}), limits) == "A1 s a\n");
  CHECK(lines_with(shared_texts({u"a", u"b"}), limits).starts_with("limit strings: "));
  limits = {};
  limits.string_bytes = 3;
  CHECK(lines_with(shared_texts({u"合计"}), limits).starts_with("limit string_bytes: "));
  limits = {};
  limits.styles = 1;
  CHECK(lines_with(cell_format(0) + cell_format(0), limits).starts_with("limit styles: "));
  limits = {};
  limits.format_bytes = 3;
  CHECK(lines_with(format_code(164, "0.00"), limits).starts_with("limit format_bytes: "));
}
