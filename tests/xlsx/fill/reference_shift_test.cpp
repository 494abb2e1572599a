#include "xlsx/fill/reference_shift.h"

#include <catch2/catch.hpp>

#include "xlsx/fill/formula_references.h"

namespace huizong::xlsx {
namespace {

/// Rows 12 to 21 of 自评表 become `count` rows; the formula stands on `sheet`, in `row` (1-based)
/// if given.
Shifted shifted(std::string_view formula, int count, std::string_view sheet = "自评表",
                int row = 0) {
  const ReferenceShift shift({{11, 20}, count}, "自评表", {"封面", "自评表", "附表", "说明"});
  return shift.formula(formula, sheet, row == 0 ? std::nullopt : std::optional(row - 1));
}
std::string grown(std::string_view formula, std::string_view sheet = "自评表", int row = 0) {
  return shifted(formula, 13, sheet, row).text;
}

}  // namespace

TEST_CASE("sums over the sample rows grow with them, and what stands below moves", "[xlsx]") {
  struct Case {
    const char* formula;
    const char* want;
  };
  const auto c = GENERATE(values<Case>({
      {"SUM(I12:I21)", "SUM(I12:I24)"},
      {"SUM($I$12:$I$21)+I5", "SUM($I$12:$I$24)+I5"},
      {"SUM(I5:I21)", "SUM(I5:I24)"},
      {"SUM(I21:I12)", "SUM(I24:I12)"},  // corners written the other way round
      {"SUM(I12:I20)", "SUM(I12:I20)"},  // stops short of the last row: the author meant that
      {"SUM(I12:I22)", "SUM(I12:I25)"},
      {"SUM(A12:K21)/H22", "SUM(A12:K24)/H25"},
      {"I21", "I21"},
      {"$I$22-I$5", "$I$25-I$5"},
      {"SUM(12:21)", "SUM(12:24)"},
      {"SUM($12:$21,$22:$30)", "SUM($12:$24,$25:$33)"},
      {"SUM(I:I)+SUM(H:I)", "SUM(I:I)+SUM(H:I)"},
      {"SUM(H21:J21)", "SUM(H21:J21)"},  // along the last row: that row's own
      {"SUM(A1:A1048576)", "SUM(A1:A1048576)"},
      {"自评表!I22+'自评表'!I22", "自评表!I25+'自评表'!I25"},
      {"附表!I22+'附 表'!I22", "附表!I22+'附 表'!I22"},
  }));
  CAPTURE(c.formula);
  CHECK(grown(c.formula) == c.want);
}

TEST_CASE("what only looks like a cell is left alone", "[xlsx]") {
  const auto* formula = GENERATE(R"("第I22行"&"""I22""")",         // text
                                 "LOG10(5)+ATAN2(1,2)",            // functions named like cells
                                 "[1]自评表!A22+'[1]自评表'!A22",  // another workbook
                                 "'C:\\表\\[去年.xlsx]自评表'!A22", "[1]!金额I22",
                                 "金额_I22+I22.金额+税率I22",  // names
                                 "表1[I22]+表1[[#This Row],[I22]]+[@I22]", "表1['[I22']]",
                                 "#REF!+IF(ISNA(1),#N/A,#DIV/0!)", "1E22+22", "XFE22", "A1048577",
                                 "自评表!#REF!", "TRUE");
  CAPTURE(formula);
  const Shifted now = shifted(formula, 13);
  CHECK(now.text == formula);
  CHECK_FALSE(now.changed);
}

TEST_CASE("references are found next to any sign", "[xlsx]") {
  CHECK(grown("-I22%*(I22)^2&I22<>I22,{1,2}") == "-I25%*(I25)^2&I25<>I25,{1,2}");
  CHECK(grown("@I22+I22#") == "@I25+I25#");
  CHECK(grown("I22:INDEX(I:I,30)") == "I25:INDEX(I:I,30)");
  CHECK(grown("自评表!I12:自评表!I22") == "自评表!I12:自评表!I25");
  CHECK(grown("SUM(I12 : I21)+SUM(I12:\nI21)") == "SUM(I12:I24)+SUM(I12:I24)");
  CHECK(grown("(I12:I21,I22) I22") == "(I12:I24,I25) I25");
  CHECK(grown("i22+$i22") == "I25+$I25");
  CHECK(grown("'it''s'!I22+I22") == "'it''s'!I22+I25");
}

TEST_CASE("a formula in the last sample row keeps to its own row", "[xlsx]") {
  CHECK(grown("SUM(H21:I21)", "自评表", 21) == "SUM(H21:I21)");
  CHECK(grown("SUM(I$12:I21)", "自评表", 21) == "SUM(I$12:I21)");  // a running total
  CHECK(grown("RANK(I21,I$12:I$21)", "自评表", 21) == "RANK(I21,I$12:I$24)");
  CHECK(grown("I21/SUM(I12:I$21)", "自评表", 21) == "I21/SUM(I12:I$24)");
  CHECK(grown("SUM(I$12:I21)", "自评表", 22) == "SUM(I$12:I24)");  // the total's own sum
}

TEST_CASE("one sample row grows into many", "[xlsx]") {
  const ReferenceShift shift({{11, 11}, 4}, "表", {"表"});
  CHECK(shift.formula("SUM(I12:I12)", "表", 12).text == "SUM(I12:I15)");
  CHECK(shift.formula("SUM(H12:I12)", "表", 11).text == "SUM(H12:I12)");
}

TEST_CASE("references to other sheets' rows are read from where the formula stands", "[xlsx]") {
  CHECK(grown("I22", "附表") == "I22");
  CHECK(grown("自评表!I22+I22", "附表") == "自评表!I25+I22");
  CHECK(grown("SUM(自评表!I12:I21)", "附表") == "SUM(自评表!I12:I24)");
  CHECK(shifted("SUM(封面:附表!I22)", 13).trouble == Trouble::Through);
  CHECK(shifted("SUM('封面:附表'!I22)", 13).trouble == Trouble::Through);
  CHECK(shifted("SUM(附表:说明!I22)", 13).trouble == Trouble::None);
  CHECK(shifted("SUM(封面:附表!I5)", 13).trouble ==
        Trouble::None);  // above the block nothing moves
}

TEST_CASE("fewer rows shorten the ranges, and a cell that goes is said", "[xlsx]") {
  CHECK(shifted("SUM(I12:I21)+I22", 1).text == "SUM(I12:I12)+I13");
  CHECK(shifted("SUM(I15:I22)", 2).text == "SUM(I14:I14)");
  CHECK(shifted("SUM(I5:I18)", 2).text == "SUM(I5:I13)");
  const Shifted lost = shifted("I12+I21", 4);
  CHECK(lost.text == "I12+#REF!");
  CHECK(lost.trouble == Trouble::Lost);
  CHECK(shifted("SUM(I20:I21)", 4).text == "SUM(#REF!)");
}

TEST_CASE("names and areas move", "[xlsx]") {
  const ReferenceShift shift({{11, 20}, 13}, "自评表", {"自评表"});
  CHECK(shift.name("名称", "自评表!$A$1:$K$24").text == "自评表!$A$1:$K$27");
  CHECK(shift.name("名称", "自评表!$A$1:$K$21").text == "自评表!$A$1:$K$24");
  CHECK(shift.name("名称", "自评表!$A:$B,自评表!$11:$11").text == "自评表!$A:$B,自评表!$11:$11");
  CHECK(shift.name("名称", "自评表!A22").text == "自评表!A22");  // an offset, not a place
  CHECK(shift.name("_xlnm.Print_Titles", "自评表!22:23").text == "自评表!25:26");
  CHECK(shift.name("名称", "$A$22").text == "$A$22");
  CHECK(shift.areas("A22 F21 B12:B21", true) == "A25 F21:F24 B12:B24");
  CHECK(shift.areas("A22 F21 B12:B21", false) == "A25 F21 B12:B21");
  const ReferenceShift fewer({{11, 20}, 2}, "自评表", {"自评表"});
  CHECK(fewer.areas("F15 B12:B21 F20:F21", true) == "B12:B13");
  CHECK(fewer.area("F15", true) == std::nullopt);
}

TEST_CASE("a copied formula keeps what has a $", "[xlsx]") {
  CHECK(copied_formula("H5*$I5+I$5+$H$5", 2, 1) == "I7*$I7+J$5+$H$5");
  CHECK(copied_formula("SUM(H:H)+SUM(5:5)+附表!B2", 1, 1) == "SUM(I:I)+SUM(6:6)+附表!C3");
  CHECK(copied_formula("H1", -1, 0) == "#REF!");
}

TEST_CASE("a cloned row's formulas speak of that row", "[xlsx]") {
  const RowSpan block{11, 20};
  struct Case {
    const char* formula;
    const char* want;
  };
  const auto c = GENERATE(values<Case>({
      {"H21*I21", "H23*I23"},
      {"J20+I21", "J22+I23"},
      {"SUM(I$12:I21)", "SUM(I$12:I23)"},
      {"RANK(I21,I$12:I$21)", "RANK(I23,I$12:I$21)"},
      {"I21/H5", "I23/H5"},    // a heading figure is the same for every row
      {"I21/I25", "I23/I25"},  // and so is a total
      {"VLOOKUP(D21,附表!$A$1:$B$9,2,0)+附表!C21", "VLOOKUP(D23,附表!$A$1:$B$9,2,0)+附表!C23"},
      {"ROW()-11&\"I21\"", "ROW()-11&\"I21\""},
  }));
  CAPTURE(c.formula);
  CHECK(cloned_formula(c.formula, block, 20, 2) == c.want);
  CHECK(cloned_formula("MAX(A$11:A11)+1", {11, 11}, 11, 2) == "MAX(A$11:A13)+1");  // the row before
}

}  // namespace huizong::xlsx
