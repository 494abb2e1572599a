#include "formula/criterion.h"

#include <catch2/catch.hpp>

#include "fake_scope.h"

namespace huizong::formula {
namespace {

using model::Blank;
using model::Value;

bool takes(const char* wanted, const Value& value) {
  return Criterion(Value(std::string(wanted))).takes(value);
}
Value text(const char* t) {
  return std::string(t);
}

}  // namespace

TEST_CASE("a criterion with a number takes numbers, and texts that are that number", "[formula]") {
  CHECK(takes(">=60", Decimal(60)));
  CHECK_FALSE(takes(">60", Decimal(60)));
  CHECK_FALSE(takes(">=60", text("99")));
  CHECK(takes("60", Decimal(60)));
  CHECK(takes("60", text("60")));
  CHECK(takes("=60", Decimal(60)));
  CHECK(takes("<>60", Decimal(61)));
  CHECK(takes("<>60", text("无")));
  CHECK_FALSE(takes("<>60", Blank{}));
  CHECK(Criterion(Decimal(60)).takes(Decimal(60)));
}

TEST_CASE("a criterion with a text takes the whole text, width, blanks and letters' case aside",
          "[formula]") {
  CHECK(takes("产出指标", text("产出 指标")));
  CHECK(takes("abc", text("ＡＢＣ")));
  CHECK_FALSE(takes("产出", text("产出指标")));
  CHECK(takes("产出*", text("产出指标(50分)")));
  CHECK(takes("*指标", text("产出指标")));
  CHECK(takes("*a*b*", text("xxaxxbxx")));
  CHECK_FALSE(takes("*a*b", text("xxaxxbxx")));
  CHECK(takes("产出?标", text("产出指标")));
  CHECK(takes("~*", text("*")));
  CHECK_FALSE(takes("~*", text("x")));
  CHECK(takes("是否完成？", text("是否完成?")));  // a full-width ? is no wildcard
  CHECK_FALSE(takes("是否完成？", text("是否完成了")));
  CHECK(takes("<>其他", text("产出")));
  CHECK_FALSE(takes("<>其他", text("其他")));
  CHECK_FALSE(takes("产出", Decimal(1)));
}

TEST_CASE("the empty criterion takes blanks", "[formula]") {
  CHECK(takes("", Blank{}));
  CHECK(takes("=", Blank{}));
  CHECK_FALSE(takes("", Decimal(0)));
  CHECK(takes("<>", Decimal(0)));
  CHECK_FALSE(takes("<>", Blank{}));
}

}  // namespace huizong::formula
