#include "base/decimal.h"

#include <catch2/catch.hpp>
#include <random>

using namespace huizong;

namespace {
Decimal d(const char* text) {
  return Decimal::parse(text).value();
}
}  // namespace

TEST_CASE("a number's text reads and prints exactly", "[base]") {
  for (const char* text :
       {"0", "1064.54", "-48.13", "0.005", "123456789012345678901234567890.12"}) {
    CHECK(d(text).to_string() == text);
  }
  CHECK(d("1.20").to_string() == "1.2");
  CHECK(d("1.2E-05").to_string() == "0.000012");
  CHECK(d("12e3") == 12000);
  for (const char* text :
       {"", "-", ".", "1,000", " 1", "1 ", "0x10", "1e", "1e999999", "NaN", "１"}) {
    CAPTURE(text);
    CHECK_FALSE(Decimal::parse(text));
  }
}

TEST_CASE("rounding goes half away from zero, as Excel's ROUND", "[base]") {
  CHECK(d("2.675").rounded(2) == d("2.68"));
  CHECK(d("1.005").rounded(2) == d("1.01"));
  CHECK(d("-2.5").rounded(0) == -3);
  CHECK(d("1250").rounded(-2) == 1300);
  CHECK(d("2.679").truncated(2) == d("2.67"));
  CHECK(d("-2.679").truncated(2) == d("-2.67"));
  CHECK(d("2.001").rounded_up(2) == d("2.01"));
}

TEST_CASE("a stored double is the decimal that Excel shows", "[base]") {
  CHECK(Decimal::from_double(0.1 + 0.2) == d("0.3"));
  CHECK(Decimal::from_double(57.699999999999996) == d("57.7"));
  CHECK(Decimal::from_double(1112.67) == d("1112.67"));
  CHECK(Decimal::from_double(-0.0).is_zero());
}

TEST_CASE("quotients stay exact until they are rounded", "[base]") {
  const Decimal rate = d("1112.67") / d("1064.54");
  CHECK((rate * d("1064.54")) == d("1112.67"));
  CHECK_FALSE((Decimal(1) / 3).decimals());
  CHECK((Decimal(1) / 3).to_string() == "0.333333333333333");
  CHECK((Decimal(1) / 8).decimals() == 3);
}

TEST_CASE("money is printed with separators", "[base]") {
  CHECK(d("1234567.5").grouped(2) == "1,234,567.50");
  CHECK(d("-1234.5").grouped(2) == "-1,234.50");
  CHECK(d("999.995").grouped(2) == "1,000.00");
  CHECK(d("0.004").fixed(2) == "0.00");
  CHECK(d("-0.004").fixed(2) == "0.00");
  CHECK(d("0.05").fixed(2) == "0.05");
}

TEST_CASE("what is stored is the nearest double", "[base]") {
  std::mt19937_64 random(20210315);
  std::uniform_int_distribution<long long> cents(-10'000'000'000'000, 10'000'000'000'000);
  for (int i = 0; i < 20000; ++i) {
    const long long n = cents(random);
    const Decimal amount = Decimal(n) / 100;
    REQUIRE(amount.to_double() == static_cast<double>(n) / 100);
    REQUIRE(Decimal::from_double(amount.to_double()) == amount);
  }
  CHECK((Decimal(2) / 3).to_double() == 2.0 / 3.0);
  CHECK(d("1e-300").to_double() == 1e-300);
}

TEST_CASE("scores agree with whole-number arithmetic", "[base]") {
  // 分值 10, amounts in cents: ROUND(执行数 / 预算数 * 10, 2) by integers.
  std::mt19937_64 random(7);
  std::uniform_int_distribution<long long> cents(1, 200000);
  for (int i = 0; i < 20000; ++i) {
    const long long spent = cents(random), planned = cents(random);
    const long long want = (spent * 1000 * 2 + planned) / (planned * 2);
    REQUIRE((Decimal(spent) / Decimal(planned) * 10).rounded(2) == Decimal(want) / 100);
  }
}
