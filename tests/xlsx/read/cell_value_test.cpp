#include "xlsx/read/cell_value.h"

#include <catch2/catch.hpp>
#include <limits>

using namespace huizong::xlsx;

TEST_CASE("stored numbers are read to the exact double", "[xlsx]") {
  struct Case {
    const char* text;
    double want;
  };
  const auto c = GENERATE(values<Case>({
      {"0", 0.0},
      {"-1.5", -1.5},
      {"0.30000000000000004", 0.1 + 0.2},
      {"1E5", 1e5},
      {"1e+05", 1e5},
      {"1E-07", 1e-7},
      {".5", 0.5},
      {"5.", 5.0},
      {" 12 ", 12.0},
      {"\n7\n", 7.0},
      {"+5", 5.0},
      {"1.7976931348623157E+308", std::numeric_limits<double>::max()},
      {"4.9406564584124654E-324", std::numeric_limits<double>::denorm_min()},
      {"110101199003071234", 110101199003071234.0},
  }));
  CAPTURE(c.text);
  CHECK(parse_stored_number(c.text) == c.want);
}

TEST_CASE("what is no stored number is none, not a part of one", "[xlsx]") {
  const auto text =
      GENERATE(as<std::string>{}, "", " ", "1e999", "-1e999", "NaN", "INF", "Infinity", "1,5",
               "1,234", "１２", "0x10", "12abc", "--1", "+-1", "1_000", "1 2", "abc", "5%", "e5",
               ".", "1e", "1e+", "1e99999999999999999999", "#N/A", "true", "\u00a05", "1.2.3");
  CAPTURE(text);
  CHECK_FALSE(parse_stored_number(text));
}

TEST_CASE("ISO dates must be real days and times", "[xlsx]") {
  const auto good =
      GENERATE(as<std::string>{}, "2024-02-29", "2024-02-29T12:30:00", "2024-02-29T12:30:00.125Z",
               "2024-02-29T12:30:00+08:00", "12:30:00", "23:59");
  CAPTURE(good);
  CHECK(is_iso_date(good));
}

TEST_CASE("what is no day or time is no ISO date", "[xlsx]") {
  const auto bad =
      GENERATE(as<std::string>{}, "", "2024-13-45", "2023-02-29", "2024-2-9", "2024/02/09",
               "2024-02-29T", "2024-02-29 12:30:00", "2024-02-29T25:00:00", "2024-02-29T12:61:00",
               "12:30:00.", "45351", "2024-02-29T12:30:00Zx", "-024-02-29");
  CAPTURE(bad);
  CHECK_FALSE(is_iso_date(bad));
}

TEST_CASE("short decimals are known without a look at the double", "[xlsx]") {
  for (const char* text :
       {"0", "-1.5", ".5", "5.", "007", "123456789012345", "-0.00000000000001"}) {
    CAPTURE(text);
    CHECK(is_short_decimal(text));
    CHECK(parse_stored_number(text));
  }
  for (const char* text : {"", "-", ".", "-.", "+1", " 1", "1 ", "1e5", "1.2.3", "--1", "1-",
                           "1234567890123456", "0.1234567890123456"}) {
    CAPTURE(text);
    CHECK_FALSE(is_short_decimal(text));
  }
}
