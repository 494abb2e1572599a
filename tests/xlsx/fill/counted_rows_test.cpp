#include "xlsx/fill/counted_rows.h"

#include <catch2/catch.hpp>

#include "xlsx/fill/form_parts.h"

namespace huizong::xlsx {
namespace {

/// Rows 12 to 21 of 自评表 become `count`; the formula stands on `sheet`.
Trouble trouble(std::string_view formula, int count, std::string_view sheet = "自评表") {
  const ReferenceShift shift({{11, 20}, count}, "自评表", {"封面", "自评表"},
                             {{"得分列", "自评表!$H$1:$H$30"},
                              {"指标", "自评表!$H$12:$H$21"},
                              {"封面列", "封面!$H:$H"},
                              {"上一行", "自评表!H11"},
                              {"合计行", "22"}});
  return shift.formula(formula, sheet, std::nullopt).trouble;
}

}  // namespace

TEST_CASE("a row that is spelt or counted is told where it moves", "[xlsx]") {
  struct Case {
    const char* formula;
    bool counts;
  };
  const auto c = GENERATE(values<Case>({
      {R"(INDIRECT("H22"))", true},
      {R"(INDIRECT("H11"))", false},
      {R"(SUM(INDIRECT("H12:H21")))", true},
      {R"(INDIRECT("自评表!H22"))", true},
      {R"(INDIRECT("封面!H22"))", false},
      {R"(INDIRECT("R22C8",FALSE))", true},
      {R"(INDIRECT("R[-1]C8",0))", false},
      {R"(INDIRECT("H"&22))", true},
      {R"(INDIRECT("H"&ROW()-1))", false},
      {R"(INDIRECT($A2))", false},
      {R"(INDEX(H:H,22))", true},
      {R"(INDEX(H:H,21))", false},
      {R"(INDEX($A$1:$K$40,23,8))", true},
      {R"(INDEX(H12:H21,3))", false},
      {R"(INDEX(封面!H:H,22))", false},
      {R"(OFFSET(H1,21,0))", true},
      {R"(OFFSET(H1,3,0))", false},
      {R"(OFFSET(H22,-1,0))", false},
      {R"(OFFSET(H22,-10,0))", true},
      {R"(SUM(OFFSET(H12,0,0,10,1)))", true},
      {R"(SUM(OFFSET(H12,0,0,COUNTA(A12:A21),1)))", false},
      {R"(SUM(OFFSET(H12,,,10,1)))", true},
      {R"(SUM(OFFSET(H22,-1,0,-10,1)))", true},
      {R"(SUM(OFFSET((H12),0,0,5+5)))", true},
      {R"(INDEX(H:H,20+2))", true},
      {R"(INDEX(H:H,MATCH("合计",A:A,0)))", false},
      {R"(SUM(INDIRECT("H12:H"&21)))", true},
      {R"(SUM(INDIRECT("'"&A1&"'!H12:H21")))", true},
      {R"(INDIRECT(A1&"!H11"))", false},
      {R"(INDIRECT(A1&"!H"&22))", true},
      {R"(SUM(INDIRECT("R12C8:R21C8",)))", true},
      {R"(ADDRESS(22,8))", true},
      {R"(ADDRESS(22,8,1,1,A1))", true},
      {R"(ADDRESS(22,8,1,1,"封面"))", false},
      {R"(HYPERLINK("#自评表!H22","合计"))", true},
      {R"(HYPERLINK("#封面!A1","封面"))", false},
      {R"(HYPERLINK("http://example.org/H22"))", false},
      {R"x("INDIRECT(""H22"")")x", false},
  }));
  CAPTURE(c.formula);
  CHECK(trouble(c.formula, 13) == (c.counts ? Trouble::Counted : Trouble::None));
}

TEST_CASE("a row counted in a name, in a list of numbers or from where cannot be told", "[xlsx]") {
  struct Case {
    const char* formula;
    bool counts;
  };
  const auto c = GENERATE(values<Case>({
      {R"(HLOOKUP("得分",A1:K30,22,FALSE))", true},
      {R"(HLOOKUP("得分",A1:K30,5,FALSE))", false},
      {R"(HLOOKUP("得分",A22:K30,3,FALSE))", false},
      {R"(HLOOKUP("得分",封面!A1:K30,22,FALSE))", false},
      {R"(HLOOKUP("得分",A1:K30,ROW(),FALSE))", false},
      {R"(INDEX(得分列,22))", true},
      {R"(INDEX(得分列,5))", false},
      {R"(INDEX(指标,3))", false},
      {R"(INDEX(封面列,22))", false},
      {R"(INDEX(上一行,22))", true},
      {R"(OFFSET(得分列,21,0))", true},
      {R"(OFFSET(得分列,0,0))", false},
      {R"(INDEX(H:H,合计行))", true},
      {R"(INDIRECT("H"&合计行))", true},
      {R"(SUM(INDEX(H:H,{12;22})))", true},
      {R"(SUM(INDEX(H:H,N(IF(1,{12;22})))))", true},
      {R"(INDEX({1;2;3},2))", false},
      {R"(INDEX(H:H,ROUND(22,0)))", true},
      {R"(INDEX((A1:A9,H1:H30),22,1,2))", true},
      {R"(INDEX(CHOOSE(2,A1:A9,H1:H9),5))", false},
      {R"(INDEX(CHOOSE(2,A1:A9,H1:H30),22))", true},
      {R"(INDEX(OFFSET(H1,3,0,30,1),19))", true},
      {R"(INDEX(表1[得分],12))", true},
      {R"(INDEX(没有的名称,12))", true},
      {R"(INDEX(表1[得分],1))", false},
      {R"(SUM(_xlfn.TAKE(H1:H30,21)))", true},
      {R"(SUM(_xlfn.TAKE(H1:H9,3)))", false},
  }));
  CAPTURE(c.formula);
  CHECK(trouble(c.formula, 13) == (c.counts ? Trouble::Counted : Trouble::None));
}

TEST_CASE("a formula that counts rows of a name is refused by its cell", "[xlsx]") {
  const auto form = FormParts(R"(<row r="1"><c r="A1"><f>INDEX(得分列,3)</f></c></row>)"
                              R"(<row r="2"><c r="A2"><v>1</v></c></row>)")
                        .workbook(
                            "<definedNames><definedName name=\"得分列\">"
                            "Sheet1!$A$1:$A$9</definedName></definedNames>");
  CHECK(form.refusal(2, 2, 1) == "");
  CHECK(form.refusal(2, 2, 3) ==
        "表样“Sheet1”的 A1 单元格里的公式用行号或文字（INDIRECT、INDEX、OFFSET、HLOOKUP、ADDRESS、"
        "HYPERLINK）指着增减行后会移动的单元格；请在表样中直接引用单元格。");
}

TEST_CASE("every formula that would go wrong is told, by what is wrong with it", "[xlsx]") {
  std::string rows = R"(<row r="1"><c r="A1"><f>A2*1+A3*2</f></c><c r="B1"><f>INDEX(A:A,5)</f></c>)"
                     R"(<c r="C1"><f>INDIRECT("A5")</f></c></row>)"
                     R"(<row r="2"><c r="A2"/></row><row r="3"><c r="A3"/></row>)";
  CHECK(
      FormParts(rows).refusal(2, 3, 4) ==
      "表样“Sheet1”的 A1 单元格里的公式逐行写出了要增减的行；请在表样中改成对整个区域求和（如 "
      "SUM(H12:H21)）。表样“Sheet1”的 B1、C1 单元格里的公式用行号或文字（INDIRECT、INDEX、OFFSET、"
      "HLOOKUP、ADDRESS、HYPERLINK）指着增减行后会移动的单元格；请在表样中直接引用单元格。");
  std::string many = R"(<row r="1">)";
  for (int col = 0; col < 25; ++col) {
    many += "<c r=\"" + to_string(CellRef{0, col}) + "\"><f>INDIRECT(\"A5\")</f></c>";
  }
  CHECK(holds(FormParts(many + "</row>").refusal(2, 3, 4), "、S1、T1 等 25 个单元格里的公式"));
}

TEST_CASE("where rows are dropped, those below count as moved too", "[xlsx]") {
  CHECK(trouble(R"(INDIRECT("H22"))", 8) == Trouble::Counted);
  CHECK(trouble(R"(INDEX(H:H,15))", 8) == Trouble::None);
  CHECK(trouble(R"(INDEX(H:H,20))", 8) == Trouble::Counted);
}

TEST_CASE("a formula without a sheet's name counts rows of its own sheet", "[xlsx]") {
  CHECK(trouble(R"(INDIRECT("H22"))", 13, "封面") == Trouble::None);
  CHECK(trouble(R"(INDIRECT("自评表!H22"))", 13, "封面") == Trouble::Counted);
  CHECK(trouble(R"(INDEX(自评表!H:H,22))", 13, "封面") == Trouble::Counted);
}

}  // namespace huizong::xlsx
