#include "model/measure.h"

#include <catch2/catch.hpp>

using namespace huizong;
using namespace huizong::model;

TEST_CASE("units convert only where the factor is exact", "[model]") {
  struct Case {
    const char *text, *base, *factor;
  };
  const auto c = GENERATE(values<Case>({
      {"%", "率", "0.01"},
      {"百分比", "率", "0.01"},
      {"‰", "率", "0.001"},
      {"成", "率", "0.1"},
      {"个百分点", "百分点", "1"},  // no share of anything
      {"元", "元", "1"},
      {"万元", "元", "10000"},
      {"千元", "元", "1000"},
      {"亿元", "元", "100000000"},
      {"百万元", "元", "1000000"},
      {"件", "件", "1"},
      {"起", "起", "1"},
      {"万件", "件", "10000"},
      {"万", "", "10000"},
      {"万平方公里", "m2", "10000000000"},
      {"平米", "m2", "1"},
      {"㎡", "m2", "1"},
      {"公顷", "m2", "10000"},
      {"M", "m", "1"},
      {"KM", "m", "1000"},
      {"千克", "g", "1000"},  // no thousand of 克
      {"千瓦时", "千瓦时", "1"},
      {"名", "人", "1"},
      {"人次", "人次", "1"},
      {"年", "月", "12"},
      {"天", "小时", "24"},
      {"元/月", "元/月", "1"},
      {"万元/年", "元/月", ""},
      {"元/人天", "元/人天", "1"},
      {"克/m²", "g/m2", "1"},
      {"百 分 比", "率", "0.01"},
      {"盒", "盒", "1"},
      {"处(场)", "处", "1"},
      {"", "", "1"},
      {"—", "", "1"},
      {"无", "", "1"},
  }));
  CAPTURE(c.text);
  const Measure m = measure_of(c.text);
  CHECK(m.base == c.base);
  if (*c.factor != '\0') CHECK(m.factor.to_string() == c.factor);
}

TEST_CASE("a tenth of a mu is exact too", "[model]") {
  CHECK(measure_of("亩").factor * Decimal(15) == measure_of("公顷").factor);
  CHECK(measure_of("万元/年").factor * Decimal(12) == Decimal(10000));
}
