#include <catch2/catch.hpp>

#include "formula/expression.h"

namespace huizong::formula {

TEST_CASE("each name of a rule takes the place of $", "[formula]") {
  const Expr rule = parse("资金.合计.$ = SUM(资金.其他资金.$) + 0");
  CHECK(to_text(instantiate(rule, {"全年预算数"})) ==
        "资金.合计.全年预算数 = SUM(资金.其他资金.全年预算数) + 0");
  CHECK(to_text(instantiate(rule, {"1-7月"})) ==
        "资金.合计.[1-7月] = SUM(资金.其他资金.[1-7月]) + 0");
}

TEST_CASE("$1 is a name bare, and a text in quotes", "[formula]") {
  const Expr rule =
      parse("支出.$.决算数 = SUMIF(明细.编码, \"$1\", 明细.$1) & \"$\" & \"$ 1\" & \"$9\"");
  CHECK(to_text(instantiate(rule, {"卫生健康支出", "210"})) ==
        "支出.卫生健康支出.决算数 = SUMIF(明细.编码, \"210\", 明细.[210]) & \"卫生健康支出\" & \"$ "
        "1\" & \"$9\"");
  CHECK(to_text(instantiate(parse("a.$:$1.b"), {"甲", "乙"})) == "a.甲:乙.b");
}

TEST_CASE("the paths of an expression, in order of appearance", "[formula]") {
  std::string names;
  for (const Path& path : paths_of(parse("IF(a > -b%, SUM(c.d, \"e\"), c.d)")))
    names += path.to_string() + " ";
  CHECK(names == "a b c.d c.d ");
}

TEST_CASE("a rule's comparison: what is reported, what is expected", "[formula]") {
  const Comparison c = comparison_of(parse("a + b <= c"));
  REQUIRE(c.left);
  CHECK(to_text(c.left) == "a + b");
  CHECK(c.op == Op::LessEqual);
  CHECK(to_text(c.right) == "c");
  CHECK_FALSE(comparison_of(parse("AND(a = b, c = d)")).left);
  CHECK_FALSE(comparison_of(parse("a + b")).left);
}

}  // namespace huizong::formula
