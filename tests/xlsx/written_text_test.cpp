#include "xlsx/written_text.h"

#include <catch2/catch.hpp>

using namespace huizong::xlsx;

TEST_CASE("text that XML or Excel cannot hold is made fit", "[written_text]") {
  struct Case {
    std::string text, want;
  };
  const auto c = GENERATE(values<Case>({
      {"㎡ ① “引号” 𠮷", "㎡ ① “引号” 𠮷"},
      {"第一行\r\n第二行\r第三行", "第一行\n第二行\n第三行"},
      {std::string("a\x01z\x0B", 4), "a z "},
      {std::string("a\0z", 3), "a z"},
      {"\xB5\xA5\xCE\xBB.xls",
       "\xEF\xBF\xBD\xEF\xBF\xBD\xCE\xBB.xls"},  // 单位 in GBK, as an unzipped file name has it
      {"\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},  // half a surrogate pair
      {"\xC0\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD"},                  // a / written too long
      {"\xEF\xBF\xBE", "\xEF\xBF\xBD"},                          // U+FFFE
      {"\xE4\xB8", "\xEF\xBF\xBD\xEF\xBF\xBD"},                  // cut inside a character
      {"_x0041_", "_x005F_x0041_"},                              // Excel would show A
      {"_x004_", "_x004_"},
  }));
  CAPTURE(c.text);
  CHECK(written_text(c.text) == c.want);
}

TEST_CASE("a text longer than a cell holds is cut, and says so", "[written_text]") {
  const std::string most(32767, 'x');
  CHECK(written_text(most) == most);
  const std::string cut = written_text(most + "x");
  CHECK(utf16_units(cut) == 32767);
  CHECK(cut.find("x……（文字过长，以下略）") != std::string::npos);
}
