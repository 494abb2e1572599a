#include "formula/print.h"

#include <catch2/catch.hpp>
#include <map>
#include <stdexcept>

#include "fake_scope.h"

namespace huizong::formula {
namespace {

class Sheet : public CellNames {
 public:
  std::map<std::string, std::string> cells = {
      {"执行", "G5"}, {"预算", "F5"},         {"分值", "H5"},       {"率", "I5"},
      {"名", "A5"},   {"表.得分", "I12:I30"}, {"表.类", "B12:B30"}, {"总分", "'汇 总'!K5"}};
  std::map<std::string, int> marked;
  std::string not_read;

  std::optional<std::string> place(const Expr& piece) const override { return find(cells, piece); }
  int marks(const Expr& piece) const override {
    const auto it = marked.find(to_text(piece));
    return it == marked.end() ? 0 : it->second;
  }
  bool unread(const Expr& piece) const override { return to_text(piece) == not_read; }
  std::optional<std::string> peers(const Expr&) const override { return "$K$5:$K$28"; }

 private:
  static std::optional<std::string> find(const std::map<std::string, std::string>& in,
                                         const Expr& piece) {
    const auto it = in.find(to_text(piece));
    return it == in.end() ? std::nullopt : std::optional(it->second);
  }
};

std::string printed(std::string_view text, std::optional<int> digits = std::nullopt,
                    const Sheet& sheet = {}) {
  return print_excel(parse(text), sheet, digits);
}

}  // namespace

TEST_CASE("a rate is empty where its cells are, or its divisor is 0", "[formula]") {
  CHECK(printed("执行 / 预算", 4) == "IF(COUNT(G5,F5)<2,\"\",IF(F5=0,\"\",ROUND(G5/F5,4)))");
}

TEST_CASE("a score over a derived rate", "[formula]") {
  CHECK(printed("MIN(率, 1) * 分值", 2) ==
        "IF(OR(COUNT(H5)=0,COUNT(I5)<COUNTA(I5)),\"\",ROUND(MIN(I5,1)*H5,2))");
}

TEST_CASE("a sum of cells is empty where none has a value, or one is no number", "[formula]") {
  CHECK(printed("执行 + 预算") == "IF(OR(COUNT(G5,F5)=0,COUNT(G5,F5)<COUNTA(G5,F5)),\"\",G5+F5)");
  CHECK(printed("率 + SUM(表.得分)", 2) ==
        "IF(OR(COUNT(I12:I30)=0,COUNT(I5,I12:I30)<COUNTA(I5,I12:I30)),\"\",ROUND(I5+SUM(I12:I30),2)"
        ")");
}

TEST_CASE("an aggregate that has a cell of its own is that cell", "[formula]") {
  Sheet sheet;
  sheet.cells["SUM(表.得分)"] = "Z5";
  CHECK(printed("SUM(表.得分) * 2", std::nullopt, sheet) == "IF(COUNT(Z5)=0,\"\",Z5*2)");
}

TEST_CASE("nothing is guarded that cannot be n/a", "[formula]") {
  CHECK(printed("1 + 2 * 3") == "1+2*3");
  CHECK(printed("100", 2) == "100");
  CHECK(printed("1.005", 2) == "1.01");
  CHECK(printed("执行 / 100") == "IF(COUNT(G5)=0,\"\",G5/100)");
  CHECK(printed("执行 / 0") == "\"\"");
  CHECK(printed("\"甲\" * 2") == "\"\"");
}

TEST_CASE("parentheses come from the tree", "[formula]") {
  struct Case {
    const char* text;
    const char* want;
  };
  const auto c = GENERATE(values<Case>({
      {"1-(2-3)", "1-(2-3)"},
      {"(1-2)-3", "1-2-3"},
      {"(1+2)*3", "(1+2)*3"},
      {"6/(2*3)", "6/(2*3)"},
      {"-(1+2)", "-(1+2)"},
      {"1--2", "1-(-2)"},
      {"2*-3", "2*(-3)"},
      {"(1+2)%", "(1+2)%"},
      {"1+2&3", "1+2&3"},
      {"1+(2&\"x\"=\"y\")", "\"\""},
      {"(-2)^2", "IFERROR((-2)^2,\"\")"},
      {"2^3^2", "IFERROR((2^3)^2,\"\")"},
  }));
  CAPTURE(c.text);
  std::string text = printed(c.text);
  CHECK(text == c.want);
}

TEST_CASE("a difference is compared, not subtracted, to see whether it is 0", "[formula]") {
  CHECK(printed("1 / (执行 - 预算)") ==
        "IF(OR(COUNT(G5,F5)=0,COUNT(G5,F5)<COUNTA(G5,F5)),\"\",IF(G5=F5,\"\",1/(G5-F5)))");
}

TEST_CASE("IFS is nested IF, each branch guarded by itself", "[formula]") {
  CHECK(printed("IFS(执行 >= 90, \"优\", 执行 >= 80, 预算)", 2) ==
        "IF(COUNT(G5)=0,\"\",IF(G5>=90,\"优\",IF(COUNT(G5)=0,\"\",IF(G5>=80,IF(ISNUMBER(F5),ROUND("
        "F5,2),"
        "IF(OR(ISERROR(F5),ISBLANK(F5)),\"\",F5)),\"\"))))");
}

TEST_CASE("n/a inside a branch of a computation is an error there, and empty outside",
          "[formula]") {
  CHECK(printed("1 + IF(执行 > 0, 预算, 2)") ==
        "IFERROR(IF(COUNT(G5)=0,\"\",1+IF(G5>0,IF(COUNT(F5)=0,NA(),F5),2)),\"\")");
  CHECK(printed("IFERROR(1 / 执行, 0)") == "IFERROR(IF(COUNT(G5)=0,NA(),IF(G5=0,NA(),1/G5)),0)");
  CHECK(printed("OR(COUNT(执行) = 0, 执行 > 1)").find("IF(COUNT(G5)=0,TRUE,IF(COUNT(G5)=0,NA(),") !=
        std::string::npos);
}

TEST_CASE("a cell alone keeps its blank", "[formula]") {
  CHECK(printed("名") == "IF(OR(ISERROR(A5),ISBLANK(A5)),\"\",A5)");
  CHECK(printed("执行", 2) ==
        "IF(ISNUMBER(G5),ROUND(G5,2),IF(OR(ISERROR(G5),ISBLANK(G5)),\"\",G5))");
}

TEST_CASE("what could not be read is no text to count or compare", "[formula]") {
  Sheet sheet;
  sheet.not_read = "表.得分";
  CHECK(printed("COUNTA(表.得分)", std::nullopt, sheet) ==
        "IF(COUNTIF(I12:I30,\"未读出\")+SUMPRODUCT(--ISERROR(I12:I30))+COUNTA(I12:I30)+"
        "COUNTBLANK(I12:I30)>ROWS(I12:I30)*COLUMNS(I12:I30),\"\",COUNTA(I12:I30))");
  CHECK(printed("SUM(表.得分)", std::nullopt, sheet) == printed("SUM(表.得分)"));
  sheet.not_read = "名";
  CHECK(printed("名", std::nullopt, sheet) ==
        "IF(OR(ISERROR(A5),ISBLANK(A5),COUNTIF(A5,\"未读出\")>0),\"\",A5)");
  CHECK(printed("IF(名 = \"优\", 1, 0)", std::nullopt, sheet).find("COUNTIF(A5,\"未读出\")>0") !=
        std::string::npos);
}

TEST_CASE("a mark for not applicable counts as blank", "[formula]") {
  Sheet sheet;
  sheet.marked = {{"预算", 1}, {"表.得分", 2}};
  CHECK(printed("执行 + 预算", std::nullopt, sheet) ==
        "IF(OR(COUNT(G5,F5)=0,COUNTA(G5,F5)-(COUNT(G5,F5))>1),\"\",G5+N(F5))");
  CHECK(printed("SUM(表.得分)", std::nullopt, sheet) ==
        "IF(OR(COUNT(I12:I30)=0,COUNTA(I12:I30)-(COUNT(I12:I30))>2),\"\",SUM(I12:I30))");
}

TEST_CASE("a rank among all rows", "[formula]") {
  CHECK(printed("RANK(总分)") == "IF(COUNT('汇 总'!K5)=0,\"\",RANK('汇 总'!K5,$K$5:$K$28))");
}

TEST_CASE("a grade is nested IF over its cell", "[formula]") {
  CHECK(print_bands({{"优", 90}, {"良", 80}, {"差", 0}}, "K5") ==
        "IF(COUNT(K5)=0,\"\",IF(K5>=90,\"优\",IF(K5>=80,\"良\",IF(K5>=0,\"差\",\"\"))))");
  CHECK(print_bands({{"5", 0, true}, {"4", dec("0.1"), true, false}}, "K5") ==
        "IF(COUNT(K5)=0,\"\",IF(K5<=0,\"5\",IF(K5<0.1,\"4\",\"\")))");
}

TEST_CASE("texts are quoted, and cut where Excel's constants end", "[formula]") {
  CHECK(quoted("等级：\"优\"") == "\"等级：\"\"优\"\"\"");
  const std::string long_text(250, 'x');
  CHECK(quoted(long_text) == "(\"" + std::string(120, 'x') + "\"&\"" + std::string(120, 'x') +
                                 "\"&\"" + std::string(10, 'x') + "\")");
}

TEST_CASE("what Excel cannot compute as we do is written as a value", "[formula]") {
  const auto live =
      GENERATE(as<std::string>(), "a / b", "SUMIF(t.a, \">1\", t.b)", "COUNTIF(t.a, \"<>x\")",
               "IF(a = b, c, \"x\")", "TEXT(a, \"0.00\")", "IFERROR(a, 0) * 2");
  CAPTURE(live);
  CHECK(printable(parse(live)));
  const auto value = GENERATE(as<std::string>(), "VALUE(a)", "SUMIF(t.a, \"<>x\", t.b)",
                              "COUNTIF(t.a, \"\")", "TEXT(a, b)", "ISBLANK(a + b)",
                              "IF(a, b, c) = d", "IFERROR(IF(a, b, c), 0) * 2", "COUNT(LEFT(a))");
  CAPTURE(value);
  CHECK_FALSE(printable(parse(value)));
}

TEST_CASE("what is too deep or too long for Excel is no live formula", "[formula]") {
  std::string deep = "a", wide = "a";
  for (int i = 0; i < 20; ++i) deep = "IF(b > 0, " + deep + ", 0)";
  for (int i = 0; i < 180; ++i) wide += "+a";
  std::string quotients = "a";
  for (int i = 0; i < 60; ++i) quotients = "1 / (a + " + quotients + ")";
  CHECK_FALSE(printable(parse(quotients)));
  CHECK_FALSE(printable(parse(deep)));
  CHECK_FALSE(printable(parse(wide)));
}

TEST_CASE("the pieces that must each have a cell", "[formula]") {
  const auto names = [](std::string_view text, const std::vector<std::string>& lists) {
    std::string all;
    for (const Expr& e : operands_of(parse(text), lists)) all += to_text(e) + "; ";
    return all;
  };
  CHECK(names("MIN(执行率, 1) * a.分值 + SUM(绩效指标.得分) + a.分值", {"绩效指标.得分"}) ==
        "执行率; a.分值; SUM(绩效指标.得分); ");
  CHECK(names("SUM(a, b) / SUM(t.x, c)", {"t.x"}) == "a; b; SUM(t.x, c); ");
  CHECK(names("SUM(a, b) / SUM(t.x)", {}) == "a; b; SUM(t.x); ");
  CHECK(names("MAX(支出.甲:乙.决算数, 1) + COUNTIF(t.y, \"x\")", {"t.y"}) ==
        "MAX(支出.甲:乙.决算数, 1); COUNTIF(t.y, \"x\"); ");
}

TEST_CASE("an operand without a cell is our own mistake", "[formula]") {
  CHECK_THROWS_AS(printed("没有 + 1"), std::logic_error);
}

TEST_CASE("BAND is nested IFs over the rounded number", "[formula]") {
  CHECK(printable(parse("BAND(率)")));
  CHECK(printed("BAND(率)") ==
        "IFERROR(IF(COUNT(I5)=0,\"\",IF(ROUND(I5,2)>=90,\"优\",IF(ROUND(I5,2)>=80,\"良\","
        "IF(ROUND(I5,2)>=60,\"中\",IF(ROUND(I5,2)>=0,\"差\",NA()))))),\"\")");
}

TEST_CASE("what reads words is written as a value", "[formula]") {
  const auto text = GENERATE(as<std::string>(), "SCORE(名, 率, 分值)", "MET(名, 率)",
                             "OVER(名, 率)", "AMOUNT(名)", "RATIO(名, 率)", "UNIT(名)", "WORDS(名)",
                             "ITEMS(名)", "TARGET(名, 率, 名)", "SUM(CHILDREN(表.得分))",
                             "SUM(TOP(表.得分)) + 1", "IF(MET(名, 率), 1, 0)");
  CAPTURE(text);
  CHECK_FALSE(printable(parse(text)));
}

}  // namespace huizong::formula
