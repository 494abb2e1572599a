#include "xlsx/number_format.h"

#include <catch2/catch.hpp>

using huizong::xlsx::builtin_format;
using huizong::xlsx::read_number_format;

TEST_CASE("number formats that show a date or a time", "[xlsx]") {
  const auto code =
      GENERATE(as<std::string>{}, "yyyy-mm-dd", "yyyy\"年\"m\"月\"d\"日\"", "[$-804]yyyy/m/d dddd",
               "[DBNum1][$-804]yyyy\"年\"m\"月\"", "[h]:mm:ss", "[mm]:ss", "[s]", "e",
               "yyyy年m月d日", "h:mm AM/PM", "aaaa", "[Red]m/d", "\"第\"d\"天\"");
  CAPTURE(code);
  CHECK(read_number_format(code).date);
}

TEST_CASE("letters in quotes, brackets and colours make no date", "[xlsx]") {
  const auto code =
      GENERATE(as<std::string>{}, "General", "G/通用格式", "0.00", "0.00\"d\"", "\"day \"0",
               "[Red]0.00", "[$¥-804]#,##0.00", "0.00E+00", "##0.0E+0", "\\d0", "_d0", "@", "",
               "\"unclosed d", "[unclosed", "\\", "0\\ \"元/月\"", "[DBNum2][$-804]General");
  CAPTURE(code);
  CHECK_FALSE(read_number_format(code).date);
}

TEST_CASE("percent and decimals shown", "[xlsx]") {
  struct Case {
    const char* code;
    bool percent;
    int decimals;
  };
  const auto c = GENERATE(values<Case>({
      {"0", false, 0},
      {"0.00", false, 2},
      {"#,##0.00", false, 2},
      {"0.00%", true, 2},
      {"0%", true, 0},
      {"#,##0.0_);[Red](#,##0.0)", false, 1},
      {"0.00\"%\"", false, 2},  // a sign that is only shown does not multiply by 100
      {"\"0.000\"0.0", false, 1},
      {"0.0\"（万元）\"", false, 1},
      {"_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"?\?_ ;_ @_ ", false, 2},
      {"0.###", false, 3},
      {"General", false, -1},
      {"General\"元\"", false, -1},
      {"@", false, -1},
      {"# ?/?", false, -1},
      {"0.00E+00", false, -1},
      {"0.0,", false, -1},  // shown in thousands
      {"0,.00", false, -1},
      {"yyyy-mm-dd", false, -1},
      {"\"无\"", false, -1},
  }));
  CAPTURE(c.code);
  CHECK(read_number_format(c.code).percent == c.percent);
  CHECK(read_number_format(c.code).decimals == c.decimals);
}

TEST_CASE("built-in formats as Chinese Excel has them", "[xlsx]") {
  CHECK(builtin_format(0) == "General");
  CHECK(builtin_format(10) == "0.00%");
  CHECK(builtin_format(31) == "yyyy\"年\"m\"月\"d\"日\"");
  CHECK(builtin_format(57) == "yyyy\"年\"m\"月\"");
  CHECK(builtin_format(23) == "General");
  CHECK(builtin_format(-1) == "General");
  CHECK(builtin_format(1000) == "General");
}

TEST_CASE("exactly the built-in formats 14-22, 27-36, 45-47 and 50-58 are dates", "[xlsx]") {
  for (int id = 0; id < 164; ++id) {
    CAPTURE(id);
    const bool date = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) ||
                      (id >= 50 && id <= 58);
    CHECK(read_number_format(builtin_format(id)).date == date);
  }
}
