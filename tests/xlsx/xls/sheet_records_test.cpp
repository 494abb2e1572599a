#include "xlsx/xls/sheet_records.h"

#include <catch2/catch.hpp>

#include <limits>

#include "xlsx/xls/xls_builder.h"
#include "xlsx/xls/xls_lines.h"

using namespace huizong::testing;
using namespace huizong::xlsx;
using huizong::xlsx::testing::xls_lines;

namespace {

std::string special(unsigned kind, unsigned value = 0) {
  return std::string{static_cast<char>(kind), 0, static_cast<char>(value), 0, 0, 0, '\xFF', '\xFF'};
}

std::string lines_of(const std::string& records, const std::string& globals = {},
                     const Limits& limits = {}) {
  return xls_lines(xls_file(records, globals), limits);
}

}  // namespace

TEST_CASE("every kind of cell of an .xls sheet", "[xlsx]") {
  const std::string several = biff(0x00BD, le16(3) + le16(1) + le16(0) + le32(0x0000000A) +
                                               le16(0) + le32(0x0001E1CF) + le16(2));
  CHECK(lines_of(shared_text_cell(0, 0, 1) + number_cell(1, 0, 1234.56) + rk_cell(2, 0, 0x0A) +
                     several + bool_cell(4, 0, 1) + bool_cell(4, 1, 0) + bool_cell(5, 0, 7, true) +
                     text_cell(6, 0, u"旧式") +
                     biff(0x00D6, le16(7) + le16(0) + le16(0) + narrow_text("rich") + le16(1) +
                                      le16(0) + le16(3)) +
                     biff(0x0201, le16(8) + le16(0) + le16(0)) + number_cell(65535, 255, -1),
                 shared_texts({u"名称", u"合计"})) ==
        "A1 s 合计\nA2 n 1234.56\nA3 n 2\nB4 n 2\nC4 n 308.35\nA5 b 1\nB5 b 0\nA6 e #DIV/0!\n"
        "A7 s 旧式\nA8 s rich\nIV65536 n -1\n");
}

TEST_CASE("formulas give what was stored with them", "[xlsx]") {
  const std::string text = biff(0x0207, narrow_text("ok"));
  const std::string shared = biff(0x04BC, std::string(20, '\0'));
  CHECK(lines_of(formula_cell(0, 0, le64(0.95)) + formula_cell(1, 0, special(0)) + text +
                 formula_cell(2, 0, special(0)) + shared + text +
                 formula_cell(3, 0, special(1, 1)) + formula_cell(4, 0, special(2, 0x2A)) +
                 formula_cell(5, 0, special(3))) ==
        "A1 n 0.95 formula\nA2 s ok formula\nA3 s ok formula\nA4 b 1 formula\nA5 e #N/A formula\n"
        "A6 s  formula\n");
}

TEST_CASE("a formula whose text is not there has no result", "[xlsx]") {
  CHECK(lines_of(formula_cell(0, 0, special(0)) + number_cell(1, 0, 5) +
                 formula_cell(2, 0, special(0))) == "A1 blank formula\nA2 n 5\nA3 blank formula\n");
  CHECK(lines_of(number_cell(0, 0, 5) + biff(0x0207, narrow_text("ok"))) ==
        "damaged: 工作簿已损坏：工作表“表”的 A1 之后多出一个公式结果；请用 Excel 或 WPS "
        "打开核对，另存为 .xlsx 后再报。");
}

TEST_CASE("formulas as Apple's Numbers writes them", "[xlsx]") {
  for (const unsigned id : {0x0206u, 0x0406u}) {
    const std::string record = formula_cell(0, 0, le64(7)).substr(4);
    CHECK(lines_of(biff(id, record)) == "A1 n 7 formula\n");
  }
}

TEST_CASE("what cannot be a value is kept and marked", "[xlsx]") {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  CHECK(lines_of(number_cell(0, 0, nan) + number_cell(1, 0, 1.0 / 0.0) + bool_cell(2, 0, 7) +
                     bool_cell(3, 0, 1, true) + shared_text_cell(4, 0, 1) +
                     formula_cell(5, 0, special(9)),
                 shared_texts({u"合计"})) ==
        "A1 ! 0x7FF8000000000000\nA2 ! 0x7FF0000000000000\nA3 ! 7\nA4 ! 1\nA5 ! 1\n"
        "A6 ! 0xFFFF000000000009 formula\n");
}

TEST_CASE("merged ranges come from several records", "[xlsx]") {
  CHECK(lines_of(merges({{4, 5, 0, 1}, {9, 9, 9, 9}}) + merges({{0, 0, 3, 0}})) ==
        "merged A1:D1\nmerged A5:B6\n");
}

TEST_CASE("a chart inside a sheet is passed over", "[xlsx]") {
  const std::string chart = biff(0x0809, le16(0x0600) + le16(0x0020) + std::string(12, '\0')) +
                            number_cell(0, 0, 99) + biff(0x000A);
  CHECK(lines_of(number_cell(0, 0, 1) + chart + number_cell(1, 0, 2)) == "A1 n 1\nA2 n 2\n");
}

TEST_CASE("a sheet that cannot be trusted is refused whole", "[xlsx]") {
  const std::string again = "；请用 Excel 或 WPS 打开核对，另存为 .xlsx 后再报。";
  CHECK(lines_of(number_cell(1, 1, 1) + rk_cell(1, 1, 2)) ==
        "damaged: 工作簿已损坏：工作表“表”的 B2 出现了两次" + again);
  CHECK(lines_of(number_cell(1, 256, 1)) ==
        "damaged: 工作簿已损坏：工作表“表”第 2 行附近有一个位置不对" + again);
  CHECK(lines_of(biff(0x00BD, le16(3) + le16(1) + le16(0) + le32(2) + le16(2))) ==
        "damaged: 工作簿已损坏：工作表“表”第 4 行的内容不完整" + again);
  CHECK(lines_of(biff(0x00BD, le16(3))) == "damaged: 工作簿已损坏：里面有一条记录不完整" + again);
  CHECK(lines_of(merges({{3, 5, 0, 256}})) ==
        "damaged: 工作簿已损坏：工作表“表”第 4 行附近的合并区域不对" + again);
  CHECK(lines_of(shared_text_cell(2, 0, 0)) ==
        "damaged: 工作簿已损坏：文字表丢失，工作表“表”的 A3 等处的文字读不出来" + again);
  CHECK(lines_of(biff(0x0003, std::string(15, '\0'))) ==
        "damaged: 工作簿已损坏：工作表“表”里有早于 97 版的单元格记录" + again);
  CHECK(lines_of(biff(0x0809, std::string(16, '\0'))) ==
        "damaged: 工作簿已损坏：工作表“表”的内容到一半就断了" + again);
}

TEST_CASE("the bounds of an .xls sheet are those of an .xlsx sheet", "[xlsx]") {
  Limits limits;
  limits.text_bytes = 4;
  limits.merges = 1;
  const std::string less = "；请删去多余的内容，另存为 .xlsx 后再报。";
  CHECK(lines_of(text_cell(0, 0, u"abcd"), {}, limits) == "A1 s abcd\n");
  CHECK(lines_of(text_cell(0, 0, u"合计"), {}, limits).starts_with("limit text_bytes: "));
  CHECK(lines_of(merges({{0, 0, 0, 1}, {1, 1, 0, 1}}), {}, limits) ==
        "limit merges: 工作簿超出了读取上限：工作表“表”的合并区域超过 1 个" + less);
}
