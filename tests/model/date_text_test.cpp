#include "model/date_text.h"

#include <catch2/catch.hpp>

using namespace huizong::model;

TEST_CASE("a thing done in the time that was set", "[model]") {
  struct Case {
    const char *target, *actual, *want;
  };
  const auto c = GENERATE(values<Case>({
      {"2020年", "2020年", "是"},
      {"2020年12月底前", "2020年11月", "是"},
      {"2020年12月底前", "2020年12月15日", "不明"},  // 前 may leave December out
      {"2020年12月31日前", "2020年12月15日", "是"},
      {"2020年10月", "2020年10月30日", "是"},
      {"2020年10月", "2020年11月1日", "否"},
      {"2020年", "2021年3月", "否"},
      {"2023.07-2024.01", "2023.08-2023.12", "是"},
      {"2023.07-2024.01", "2023年12月-2024年2月", "不明"},
      {"10月底", "10月15日", "是"},
      {"10月底", "2020年9月", "是"},
      {"2020年春节前", "2020年1月", "不明"},
  }));
  CAPTURE(c.target, c.actual);
  const auto target = read_date_span(c.target), actual = read_date_span(c.actual);
  REQUIRE(target);
  REQUIRE(actual);
  const auto yes = in_time(*target, *actual);
  CHECK((yes ? *yes ? "是" : "否" : "不明") == std::string(c.want));
}
