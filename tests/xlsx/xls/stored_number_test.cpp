#include "xlsx/xls/stored_number.h"

#include <catch2/catch.hpp>

#include <limits>

using namespace huizong::xlsx;

TEST_CASE("an RK number is a whole number or half a double, in hundredths or not", "[xlsx]") {
  struct Case {
    std::uint32_t rk;
    const char* want;
  };
  const auto c = GENERATE(values<Case>({
      {0x00000002, "0"},
      {0x0000000A, "2"},
      {0xFFFFFFEE, "-5"},
      {0x7FFFFFFE, "536870911"},  // the largest
      {0x80000002, "-536870912"},
      {0x0001E1CF, "308.35"},  // 30835 hundredths
      {0xFFFFFFEF, "-0.05"},
      {0x3FF00000, "1"},
      {0x3FF00001, "0.01"},
      {0x40934800, "1234"},
      {0xC0934801, "-12.34"},
      {0x3FB99998, "0.09999990463256836"},
  }));
  CAPTURE(c.rk);
  CHECK(number_text(rk_number(c.rk)) == c.want);
}

TEST_CASE("a number is written with the fewest digits that give it again", "[xlsx]") {
  struct Case {
    double value;
    const char* want;
  };
  const auto c = GENERATE(values<Case>({
      {0.0, "0"},
      {1234.56, "1234.56"},
      {0.1 + 0.2, "0.30000000000000004"},
      {100000, "100000"},  // a code: never 1e+05
      {101001001, "101001001"},
      {12345678901234567.0, "12345678901234568"},
      {1e20, "100000000000000000000"},
      {1e21, "1e+21"},
      {0.00001, "0.00001"},
      {0.0000099, "9.9e-06"},
      {-1.5, "-1.5"},
      {5e-324, "5e-324"},
      {std::numeric_limits<double>::max(), "1.7976931348623157e+308"},
  }));
  CHECK(number_text(c.value) == c.want);
}

TEST_CASE("the error values of Excel and no others", "[xlsx]") {
  CHECK(error_text(0x00) == "#NULL!");
  CHECK(error_text(0x07) == "#DIV/0!");
  CHECK(error_text(0x0F) == "#VALUE!");
  CHECK(error_text(0x17) == "#REF!");
  CHECK(error_text(0x1D) == "#NAME?");
  CHECK(error_text(0x24) == "#NUM!");
  CHECK(error_text(0x2A) == "#N/A");
  CHECK(error_text(0x2B) == "#GETTING_DATA");
  CHECK(error_text(0x01) == "");
}
