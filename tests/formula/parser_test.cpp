#include <catch2/catch.hpp>
#include <random>

#include "formula/expression.h"

namespace huizong::formula {
namespace {

/// The tree with every pair of parentheses there could be.
std::string tree(const Expr& e) {
  if (const auto* n = std::get_if<NegateNode>(&e->what)) return "(-" + tree(n->operand) + ")";
  if (const auto* n = std::get_if<PercentNode>(&e->what)) return "(" + tree(n->operand) + "%)";
  if (const auto* n = std::get_if<BinaryNode>(&e->what)) {
    const char* const signs[] = {"+", "-", "*", "/", "^", "&", "=", "<>", "<", "<=", ">", ">="};
    return "(" + tree(n->left) + signs[static_cast<int>(n->op)] + tree(n->right) + ")";
  }
  return to_text(e);
}

std::string complaint(std::string_view text) {
  try {
    parse(text);
  } catch (const SyntaxError& e) {
    const auto& m = e.mistake();
    return fmt::format("{}+{} {} -> {}", m.span.column, m.span.length, m.message.zh, m.hint.zh);
  }
  return "no complaint";
}

}  // namespace

TEST_CASE("operators bind as in Excel", "[formula]") {
  struct Case {
    const char* text;
    const char* want;
  };
  const auto c = GENERATE(values<Case>({
      {"a+b*c", "(a+(b*c))"},
      {"a-b-c", "((a-b)-c)"},
      {"a/b/c", "((a/b)/c)"},
      {"2^3^2", "((2^3)^2)"},
      {"-2^2", "((-2)^2)"},
      {"2^-2", "(2^(-2))"},
      {"--a", "(-(-a))"},
      {"+a", "a"},
      {"a*-b", "(a*(-b))"},
      {"a%*b", "((a%)*b)"},
      {"a%%", "((a%)%)"},
      {"2^3%", "(2^(3%))"},
      {"a&b+c", "(a&(b+c))"},
      {"a&b=c", "((a&b)=c)"},
      {"a+b>=c*d", "((a+b)>=(c*d))"},
      {"(a=b)=TRUE", "((a=b)=TRUE)"},
      {"（a＋b）＊0", "((a+b)*0)"},
  }));
  CAPTURE(c.text);
  CHECK(tree(parse(c.text)) == c.want);
}

TEST_CASE("names of figures", "[formula]") {
  const auto path = [](std::string_view text) {
    return std::get<PathNode>(parse(text)->what).path;
  };
  CHECK(path("资金.合计.全年预算数").parts ==
        std::vector<std::string>{"资金", "合计", "全年预算数"});
  CHECK(path("资金.合计.全年预算数").to_string() == "资金.合计.全年预算数");
  CHECK(path("[1-7月执行数]").to_string() == "1-7月执行数");
  CHECK(path("上年.资金.合计.$").parts == std::vector<std::string>{"上年", "资金", "合计", "$"});
  CHECK(path("BMJS!支出.合计").form == "BMJS");
  CHECK(path("BMJS!支出.合计").to_string() == "BMJS!支出.合计");
  CHECK(path("SUM").to_string() == "SUM");  // a function only before a parenthesis

  const Path rows = path("支出.一般公共服务支出:债务还本支出.决算数");
  CHECK(rows.is_range());
  CHECK(rows.first_row().to_string() == "支出.一般公共服务支出.决算数");
  CHECK(rows.last_row().to_string() == "支出.债务还本支出.决算数");
  CHECK(rows.to_string() == "支出.一般公共服务支出:债务还本支出.决算数");
}

TEST_CASE("an expression is written out as it was understood", "[formula]") {
  const auto text =
      GENERATE(as<std::string>(), "a + b * c", "(a + b) * c", "a - (b - c)", "-a^2", "-(a^2)",
               "a%^2", "(-a)%", "-a%", "2^-2", "a & \"x\"\"y\" = b", "(a = b) = (c = d)",
               "SUM(绩效指标.分值, [1-7月.数], $1)", "BMJS!支出.甲:乙.决算数",
               "IF(a > 1, \"优\", TRUE)", "[a]]b] + [TRUE]", "0.05");
  CHECK(to_text(parse(text)) == text);
}

TEST_CASE("functions are known in any letters, and their arguments counted", "[formula]") {
  CHECK(to_text(parse("sum(a)")) == "SUM(a)");
  CHECK(to_text(parse("ＲＯＵＮＤ（a，2）")) == "ROUND(a, 2)");
  CHECK(complaint("SUMM(a)") == "1+4 没有函数“SUMM” -> 是不是 SUM？");
  CHECK(complaint("执行率(a)") ==
        "1+3 没有函数“执行率” -> 名称里有括号时，整个用方括号括起：[执行率(…)]");
  CHECK(complaint("LOOKUP(a)") ==
        "1+6 没有函数“LOOKUP” -> 名称里有括号时，整个用方括号括起：[LOOKUP(…)]");
  CHECK(complaint("SUM(CHILDREN(1))") ==
        "14+1 CHILDREN 的第 1 个参数应是一列 -> 写列名，例如 绩效指标.分值");
  CHECK(complaint("SCORE(a,b)") == "1+10 SCORE 不能有 2 个参数 -> 应有 3 至 4 个");
  CHECK(complaint("AMOUNT(a,\"万圆\")") ==
        "10+4 AMOUNT 不认识单位“万圆” -> 可用 万元、元、%、件、人 等");
  CHECK(complaint("AMOUNT(a,\"元\")") == "no complaint");
  CHECK(complaint("1+ROUND(a)") == "3+8 ROUND 不能有 1 个参数 -> 应有 2 个");
  CHECK(complaint("RANK(a,b,c)") == "1+11 RANK 不能有 3 个参数 -> 应有 1 至 2 个");
  CHECK(complaint("SUM()") == "1+5 SUM 不能有 0 个参数 -> 至少 1 个，至多 255 个");
  CHECK(complaint("IF(a>1,2)") == "1+9 IF 不能有 2 个参数 -> 应有 3 个");
  CHECK(complaint("IFS(a>1,2,a>2)") == "1+14 IFS 不能有 3 个参数 -> 条件和结果成对地写");
  CHECK(complaint("SUM(a,,b)") == "7+1 SUM 缺少一个参数 -> 逗号之间要有内容");
  CHECK(complaint("COUNTIF(a+b, 1)") ==
        "9+3 COUNTIF 的第 1 个参数应是一列 -> 写列名，例如 绩效指标.分值");
  CHECK(complaint("TEXT(a, \"yyyy\")") ==
        "9+6 TEXT 不认识格式“yyyy” -> 可用 0、0.00、#,##0.00、0.00% 等");
}

TEST_CASE("a slip in the grammar is named at its place", "[formula]") {
  struct Case {
    const char* text;
    const char* want;
  };
  const auto c = GENERATE(values<Case>({
      {"", "1+1 没有写公式 -> "},
      {"=a+b", "1+1 公式不以“=”开头 -> 删去开头的“=”"},
      {"a+", "3+1 公式没有写完 -> 补上后面的部分"},
      {"a b", "3+1 “b”前面缺少运算符 -> 在两个名称或数之间写上 + - * / 等"},
      {"a)", "2+1 多了一个右括号 -> 删去它，或补上左括号"},
      {"(a+b", "1+1 括号没有成对 -> 补上右括号"},
      {"SUM(a, b", "4+1 括号没有成对 -> 补上右括号"},
      {"a*/b", "3+1 这里不能写“/” -> 这里应是名称、数或函数"},
      {"资金.5", "4+1 名称不能以数字开头：“5” -> 用方括号括起：[5]"},
      {"a!=b", "3+1 这里应是名称 -> 不等于写作 <>"},
      {"a==b", "3+1 这里不能写“=” -> 这里应是名称、数或函数"},
      {"1<=a<=3", "5+2 一次只能比较两项 -> 写作 AND(a<=b, b<=c)"},
      {"a:b:c", "4+1 一个名称里只能有一段行 -> 分成两个参数"},
  }));
  CAPTURE(c.text);
  CHECK(complaint(c.text) == c.want);
}

TEST_CASE("no expression is so deep that it could break us", "[formula]") {
  const auto repeated = [](const std::string& piece, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += piece;
    return text;
  };
  const std::string too_deep = "公式层次太多 -> 许多项相加请用 SUM，或把公式分成几个派生";
  CHECK(complaint(repeated("(", 100000)).find(too_deep) != std::string::npos);
  CHECK(complaint(repeated("-", 100000) + "a").find(too_deep) != std::string::npos);
  CHECK(complaint("a" + repeated("+a", 100000)).find(too_deep) != std::string::npos);
  CHECK(complaint("a" + repeated("%", 100000)).find(too_deep) != std::string::npos);
  CHECK(complaint(repeated("ABS(", 100000)).find(too_deep) != std::string::npos);
  CHECK(complaint("a" + repeated("+a", 100)) == "no complaint");
}

TEST_CASE("any text is an expression or a named slip, and an expression survives being written out",
          "[formula]") {
  const std::vector<std::string> pieces = {
      "a",    "资金", ".",      "!",  ":",  "(",    ")",    ",",   "+",   "-",
      "*",    "/",    "^",      "%",  "&",  "=",    "<",    ">",   "<>",  "1",
      "2.5",  "\"",   "x",      "[",  "]",  "$",    "$1",   " ",   "（",  "）",
      "SUM(", "IF(",  "RANK(a", "，", "优", "\xE4", "[甲]", "1e9", "TRUE"};
  std::mt19937 random(7);
  int parsed = 0;
  for (int i = 0; i < 40000; ++i) {
    std::string text;
    for (auto n = random() % 9 + 1; n > 0; --n) text += pieces[random() % pieces.size()];
    Expr expr;
    try {
      expr = parse(text);
    } catch (const SyntaxError& e) {
      if (e.mistake().message.empty() || e.mistake().span.column < 1) FAIL(text);
      continue;
    }
    ++parsed;
    CAPTURE(text);
    const std::string written = to_text(expr);
    REQUIRE(tree(parse(written)) == tree(expr));
    REQUIRE(to_text(parse(written)) == written);
  }
  CHECK(parsed > 1000);
}

}  // namespace huizong::formula
