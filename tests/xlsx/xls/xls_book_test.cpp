#include "xlsx/xls/xls_book.h"

#include <catch2/catch.hpp>

#include "xlsx/xls/xls_builder.h"
#include "xlsx/xls/xls_lines.h"

using namespace huizong::testing;
using namespace huizong::xlsx;
using huizong::xlsx::testing::xls_lines;

namespace {

/// A little of everything, in two sheets.
std::string small_form() {
  XlsSource source;
  source.globals = biff(0x0022, le16(0)) + format_code(164, "0.00%") + cell_format(0) +
                   cell_format(164) + shared_texts({u"部门决算表", u"单位名称", u"某某局"});
  const std::string result = std::string("\0\0\0\0\0\0\xFF\xFF", 8);
  source.sheets = {
      {.name = u"决算表",
       .records = shared_text_cell(0, 0, 0) + shared_text_cell(1, 0, 1) +
                  shared_text_cell(1, 1, 2) + number_cell(2, 1, 1064.54) + rk_cell(2, 2, 0x0A, 1) +
                  formula_cell(3, 1, le64(0.95)) + formula_cell(3, 2, result) +
                  biff(0x0207, wide_text(u"优")) + bool_cell(4, 0, 1) + merges({{0, 0, 0, 5}})},
      {.name = u"说明", .records = text_cell(0, 0, u"无"), .state = 1}};
  return xls_file(source);
}

const std::string kSmallForm =
    "[决算表]\nA1 s 部门决算表\nA2 s 单位名称\nB2 s 某某局\nB3 n 1064.54\nC3 n 2\n"
    "B4 n 0.95 formula\nC4 s 优 formula\nA5 b 1\nmerged A1:F1\n[说明, hidden]\nA1 s 无\n";

}  // namespace

TEST_CASE("a small form saved as .xls", "[xlsx]") {
  CHECK(xls_lines(small_form()) == kSmallForm);
}

TEST_CASE("an .xls that is cut off anywhere is refused, or was complete before the cut", "[xlsx]") {
  const std::string whole = small_form();
  for (std::size_t size = 8; size < whole.size(); ++size) {
    const std::string read = xls_lines(whole.substr(0, size));
    CAPTURE(size, read);
    CHECK((read.starts_with("truncated: ") || read.starts_with("damaged: ") || read == kSmallForm));
  }
}

// Nothing in an .xls says that a byte was changed, so other values may come of it: what counts is
// that reading ends, with cells or with one sentence.
TEST_CASE("an .xls with any one byte changed is read or refused", "[xlsx]") {
  const std::string whole = small_form();
  int refused = 0;
  for (std::size_t at = 8; at < whole.size(); ++at) {
    for (const char mask : {'\x01', '\x80', '\xFF'}) {
      std::string changed = whole;
      changed[at] = static_cast<char>(changed[at] ^ mask);
      const std::string read = xls_lines(changed);
      CHECK_FALSE(read.empty());
      refused += read.find(": ") != std::string::npos ? 1 : 0;
    }
  }
  CHECK(refused > 100);
}

TEST_CASE("an .xls whose every number is a lie is read or refused", "[xlsx]") {
  const std::string whole = small_form();
  for (std::size_t at = 8; at + 4 <= whole.size(); at += 2) {
    for (const std::uint32_t lie : {0u, 0x7FFFFFFFu, 0xFFFFFFFFu, 0xFFFFFFFEu, 1u}) {
      std::string changed = whole;
      changed.replace(at, 4, le32(lie));
      CHECK_FALSE(xls_lines(changed).empty());
    }
  }
}
