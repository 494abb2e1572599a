#include "base/diagnostic.h"

#include <catch2/catch.hpp>

using namespace huizong;

TEST_CASE("a slip in a mapping is shown with its line and a caret under the Chinese words",
          "[base]") {
  const Mistake slip{{"映射/自评表.toml", 37, 13, 3, "expr = \"MIN(执行律, 1)\""},
                     {"没有叫“执行律”的数", "nothing is called 执行律"},
                     {"是不是“执行率”？", "did you mean 执行率?"}};
  CHECK(describe(slip, Lang::Zh) ==
        "映射/自评表.toml:37:13: 没有叫“执行律”的数\n"
        "  37 | expr = \"MIN(执行律, 1)\"\n"
        "     |             ^^^^^^\n"
        "  提示: 是不是“执行率”？\n");
}

TEST_CASE("a place is written from the file inwards", "[base]") {
  CHECK(to_string(Location{"上报/101001.xlsx", "决算表", CellRef{11, 5}}) ==
        "上报/101001.xlsx › 决算表 › F12");
  CHECK(to_string(Location{"上报/101001.xlsx", "", std::nullopt}) == "上报/101001.xlsx");
}
