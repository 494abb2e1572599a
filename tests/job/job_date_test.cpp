#include "job/job_date.h"

#include <catch2/catch.hpp>
#include <cstdlib>

using namespace huizong::job;

TEST_CASE("a date is a day that exists", "[job]") {
  CHECK(is_date("2022-03-15"));
  CHECK(is_date("2024-02-29"));
  const auto wrong =
      GENERATE(as<std::string>(), "2022-02-29", "2022-3-15", "2022/03/15", "20220315", "",
               "2022-13-01", "2022-03-15T00:00", "2022--3-15", "+022-03-15");
  CAPTURE(wrong);
  CHECK_FALSE(is_date(wrong));
}

TEST_CASE("without a date of its own a job takes the one the environment fixes, in UTC", "[job]") {
  setenv("SOURCE_DATE_EPOCH", "1647302400", 1);  // 2022-03-15 00:00 UTC
  setenv("TZ", "America/New_York", 1);
  CHECK(date_from_environment() == "2022-03-15");
  setenv("SOURCE_DATE_EPOCH", "1647302399", 1);
  CHECK(date_from_environment() == "2022-03-14");
  for (const char* wrong : {"", "-1", "today", "99999999999999999999", "1647302400.5"}) {
    setenv("SOURCE_DATE_EPOCH", wrong, 1);
    CHECK(date_from_environment() == "");
  }
  unsetenv("SOURCE_DATE_EPOCH");
  CHECK(date_from_environment() == "");
  unsetenv("TZ");
}
