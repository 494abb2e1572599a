#include "xlsx/xls/utf16_text.h"

#include <catch2/catch.hpp>

#include "xlsx/xls/xls_builder.h"

using namespace huizong::testing;
using namespace huizong::xlsx;

namespace {

std::string read(std::u16string_view text) {
  Utf16Text utf8;
  utf8.add_wide(wide(text));
  return utf8.take();
}

}  // namespace

TEST_CASE("the characters of an .xls become UTF-8", "[xlsx]") {
  CHECK(read(u"合计 Total é") == "合计 Total é");
  CHECK(read(u"𠮷😀") == "𠮷😀");
  CHECK(read(u"") == "");
  Utf16Text narrow;
  narrow.add_narrow("caf\xE9 \xB7");
  CHECK(narrow.take() == "café ·");
}

TEST_CASE("a character may come in two pieces", "[xlsx]") {
  Utf16Text utf8;
  utf8.add_wide(wide(u"😀").substr(0, 2));
  utf8.add_wide(wide(u"😀").substr(2));
  CHECK(utf8.take() == "😀");
  CHECK(utf8.take() == "");
}

TEST_CASE("what is no character stays visible", "[xlsx]") {
  CHECK(read(std::u16string{u'a', 0xD83D, u'b'}) == "a_xD83D_b");
  CHECK(read(std::u16string{u'a', 0xD83D}) == "a_xD83D_");
  CHECK(read(std::u16string{0xDE00, u'b'}) == "_xDE00_b");
  CHECK(read(std::u16string{0xD83D, 0xD83D, 0xDE00}) == "_xD83D_😀");
  CHECK(read(std::u16string{u'a', 0, u'b'}) == "a_x0000_b");
}
