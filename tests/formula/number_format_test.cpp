#include "formula/number_format.h"

#include <catch2/catch.hpp>

#include "fake_scope.h"

namespace huizong::formula {

TEST_CASE("TEXT writes a number as its format says", "[formula]") {
  struct Case {
    const char* number;
    const char* format;
    const char* want;
  };
  const auto c = GENERATE(values<Case>({
      {"1234.565", "0", "1235"},
      {"1234.565", "0.00", "1234.57"},
      {"1234.565", "#,##0.00", "1,234.57"},
      {"-1234567.8", "#,##0", "-1,234,568"},
      {"123", "#,##0", "123"},
      {"0.98765", "0.00%", "98.77%"},
      {"0.5", "#.00", ".50"},
      {"0.5", "0.##", "0.5"},
      {"5", "0.##", "5."},
      {"7", "000", "007"},
      {"-0.001", "0.00", "0.00"},
      {"12.3", "\"共\"0.0\"万元\"", "共12.3万元"},
      {"12.3", "(0)", "(12)"},
  }));
  CAPTURE(c.number, c.format);
  const auto format = NumberFormat::parse(c.format);
  REQUIRE(format);
  CHECK(format->apply(dec(c.number)) == c.want);
}

TEST_CASE("a format that is not one of ours is refused, not guessed", "[formula]") {
  const auto format = GENERATE(as<std::string>(), "", "yyyy-mm-dd", "0;-0", "0,", "0#", "General",
                               "@", "0.0.0", "\"x", "0%%", "[红色]0", "0.0#0", "万0");
  CAPTURE(format);
  CHECK_FALSE(NumberFormat::parse(format));
}

}  // namespace huizong::formula
