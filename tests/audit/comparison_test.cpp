#include "audit/comparison.h"

#include <catch2/catch.hpp>

using namespace huizong;
using audit::Agreement;
using model::FieldType;

namespace {
Decimal d(const char* text) {
  return Decimal::parse(text).value();
}
}  // namespace

TEST_CASE("rates compare in the decimals the cell shows", "[audit]") {
  struct Case {
    const char* reported;
    std::optional<int> shown;
    const char* expected;
    Agreement want;
  };
  const auto c = GENERATE(values<Case>({
      {"1", 2, "0.9963", Agreement::Equal},  // 100% of 99.63%: an office that shows whole percents
      {"1", std::nullopt, "0.9963", Agreement::Differs},
      {"0.9876", 2, "0.98764", Agreement::Equal},  // shows 99%, but holds 98.76%
      {"0.9875", 4, "0.98756", Agreement::Truncated},
      {"0.9877", 4, "0.98764", Agreement::Differs},
  }));
  audit::Precision p;
  p.kind = FieldType::Percent;
  p.digits = 4;
  p.shown = c.shown;
  CAPTURE(c.reported, c.expected);
  CHECK(audit::agree(d(c.reported), formula::Op::Equal, d(c.expected), p) == c.want);
}

TEST_CASE("the default tolerance is that of the kind", "[audit]") {
  audit::Precision p;
  p.kind = FieldType::Money;
  p.terms = 1;
  CHECK(audit::tolerance_of(p) == d("0.01"));
  p.terms = 16;
  CHECK(audit::tolerance_of(p) == d("0.08"));
  p.money = model::MoneyUnit::Yuan;
  CHECK(audit::tolerance_of(p) == d("0.01"));
  p.kind = FieldType::Score;
  CHECK(audit::tolerance_of(p) == 0);
  p.rounded_terms = true;
  CHECK(audit::tolerance_of(p) == d("0.08"));
  p.tolerance = d("0.5");
  CHECK(audit::tolerance_of(p) == d("0.5"));
}

TEST_CASE("a score cut off instead of rounded is told from a wrong one", "[audit]") {
  audit::Precision p;
  p.kind = FieldType::Score;
  p.digits = 2;
  CHECK(audit::agree(d("9.69"), formula::Op::Equal, d("9.685"), p) == Agreement::Equal);
  CHECK(audit::agree(d("9.68"), formula::Op::Equal, d("9.685"), p) == Agreement::Truncated);
  CHECK(audit::agree(d("9.68598"), formula::Op::Equal, d("9.685"), p) ==
        Agreement::Equal);  // the cell's own formula, unrounded
  CHECK(audit::agree(d("9.7"), formula::Op::Equal, d("9.685"), p) == Agreement::Differs);
  CHECK(audit::agree(10, formula::Op::Equal, d("9.685"), p) == Agreement::Differs);
}

TEST_CASE("inequalities hold at their limit", "[audit]") {
  const audit::Precision p;
  CHECK(audit::agree(10, formula::Op::LessEqual, 10, p) == Agreement::Equal);
  CHECK(audit::agree(d("10.01"), formula::Op::LessEqual, 10, p) == Agreement::Differs);
  CHECK(audit::agree(10, formula::Op::Less, 10, p) == Agreement::Differs);
  CHECK(audit::agree(d("9.99"), formula::Op::Less, 10, p) == Agreement::Equal);
  CHECK(audit::agree(10, formula::Op::NotEqual, 10, p) == Agreement::Differs);
}
