#include "derive/derive.h"

#include <catch2/catch.hpp>

#include "support/sample_submission.h"

using namespace huizong;
using namespace huizong::testing;

namespace {
model::Value derived(const model::Submission& s, const char* name) {
  return s.figures.at(name).value;
}
}  // namespace

TEST_CASE("执行率, 得分, 总分 and 等级 are computed in order", "[derive]") {
  model::Submission s = sample_submission();
  derive::derive(s, sample_definitions());
  CHECK(derived(s, "执行率") == model::Value(*Decimal::parse("0.95")));
  CHECK(derived(s, "执行率得分") == model::Value(*Decimal::parse("9.5")));
  CHECK(derived(s, "总分") == model::Value(*Decimal::parse("99.5")));
  CHECK(derived(s, "等级") == model::Value(std::string("优")));
  CHECK(s.figures.at("总分").derived);
  CHECK(to_string(*s.figures.at("总分").place.cell) == "I15");
}

TEST_CASE("spending beyond the budget scores no more than the full marks", "[derive]") {
  model::Submission s = sample_submission();
  put(s, "资金.合计.全年执行数", "240");
  derive::derive(s, sample_definitions());
  CHECK(derived(s, "执行率") == model::Value(*Decimal::parse("1.2")));
  CHECK(derived(s, "执行率得分") == model::Value(Decimal(10)));
}

TEST_CASE("a blank budget gives no rate and no points, and says why", "[derive]") {
  model::Submission s = sample_submission();
  put(s, "资金.合计.全年预算数", "");
  derive::derive(s, sample_definitions());
  for (const char* name : {"执行率", "执行率得分", "总分", "等级"}) {
    const model::Value value = derived(s, name);
    CAPTURE(name);
    REQUIRE(model::not_available(value));
    CHECK(model::not_available(value)->field == "资金.合计.全年预算数");
  }
}

TEST_CASE("grades take their lower bound, on the rounded total", "[derive]") {
  struct Case {
    const char* last_score;
    const char* grade;
  };
  const auto c = GENERATE(values<Case>({{"20.5", "优"},
                                        {"20.495", "优"},
                                        {"20.494", "良"},
                                        {"10.5", "良"},
                                        {"10.4", "中"},
                                        {"-80", "差"}}));
  model::Submission s = sample_submission();
  put(s, 2, "得分", c.last_score);  // with 9.5 + 40 + 20
  derive::derive(s, sample_definitions());
  CAPTURE(c.last_score);
  if (std::string(c.last_score) == "-80")
    CHECK(model::not_available(derived(s, "等级")));  // below every band
  else
    CHECK(derived(s, "等级") == model::Value(std::string(c.grade)));
}
