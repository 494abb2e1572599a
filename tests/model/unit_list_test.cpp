#include "model/unit_list.h"

#include <catch2/catch.hpp>

using namespace huizong;

namespace {

model::UnitList three() {
  model::BudgetUnit a, b, c;
  a.code = "101";
  a.name = "示例一中";
  a.short_name = "一中";
  b.code = "101001";
  b.name = "示例一中分校";
  b.aliases = {"分校", "一中"};
  c.code = "102";
  c.name = "示例二中";
  return model::UnitList({a, b, c});
}

std::string code_of(const model::BudgetUnit* unit) {
  return unit ? unit->code : "none";
}

}  // namespace

TEST_CASE("a unit is found by its code or by any of its names, width and blanks folded",
          "[model]") {
  const model::UnitList list = three();
  CHECK(code_of(list.by_code("１０１")) == "101");
  CHECK(code_of(list.by_name("示例 二中")) == "102");
  CHECK(code_of(list.by_name("分校")) == "101001");
  CHECK(code_of(list.by_name("一中")) == "none");  // two units go by it
  CHECK(code_of(list.by_name("")) == "none");
  CHECK(code_of(list.by_code("")) == "none");
}

TEST_CASE("a file belongs to the unit whose code or whole name it begins with", "[model]") {
  const model::UnitList list = three();
  CHECK(code_of(list.by_file_name("101_自评表")) == "101");
  CHECK(code_of(list.by_file_name("101001自评表")) == "101001");
  CHECK(code_of(list.by_file_name("1012_自评表")) == "none");  // 1012 is not 101
  CHECK(code_of(list.by_file_name("示例一中分校")) == "101001");
  CHECK(code_of(list.by_file_name("示例一中 自评表")) == "101");
  CHECK(code_of(list.by_file_name("自评表 101")) == "none");
  CHECK(code_of(list.by_file_name("")) == "none");
}

TEST_CASE("units keep the list's order, and a copy finds its own", "[model]") {
  model::UnitList copy;
  {
    const model::UnitList list = three();
    copy = list;
  }
  CHECK(copy.rank("102") == 2);
  CHECK(copy.rank("999") == 3);
  CHECK(copy.by_code("102") == &copy.units()[2]);
}
