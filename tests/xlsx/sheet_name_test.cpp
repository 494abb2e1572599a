#include "xlsx/sheet_name.h"

#include <catch2/catch.hpp>

#include "xlsx/written_text.h"

using namespace huizong::xlsx;

TEST_CASE("a title becomes a sheet name that Excel takes", "[sheet_name]") {
  struct Case {
    const char* title;
    const char* want;
  };
  const auto c = GENERATE(values<Case>({
      {"部门整体支出绩效自评表", "部门整体支出绩效自评表"},
      {" 一般公共预算/政府性基金 [2021]? ", "一般公共预算_政府性基金 _2021__"},
      {"2021", "2021表"},  // a formula would need it in quotes
      {"A1", "A1表"},
      {"History", "History表"},  // Excel's own
      {"", "表"},
      {"'引号'", "_引号_"},
  }));
  CAPTURE(c.title);
  CHECK(sheet_name(c.title, {}) == c.want);
}

TEST_CASE("a long title is cut at 31 UTF-16 units, never inside a character", "[sheet_name]") {
  CHECK(sheet_name("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五", {}) ==
        "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一");
  std::string pairs;
  for (int i = 0; i < 20; ++i) pairs += "𠮷";  // two units each
  CHECK(utf16_units(sheet_name(pairs, {})) == 30);
}

TEST_CASE("two sheets never share a name, whatever the case and width of its letters",
          "[sheet_name]") {
  CHECK(sheet_name("封面", {"封面"}) == "封面（2）");
  CHECK(sheet_name("封面", {"封面", "封面（2）"}) == "封面（3）");
  CHECK(sheet_name("gdp表", {"GDP表"}) == "gdp表（2）");
  CHECK(sheet_name("ＧＤＰ表", {"gdp表"}) == "ＧＤＰ表（2）");
  const std::string longest = "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一";
  CHECK(sheet_name(longest, {longest}) ==
        "一二三四五六七八九十一二三四五六七八九十一二三四五六七八（2）");
}
