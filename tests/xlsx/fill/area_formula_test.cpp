#include "xlsx/fill/area_formula.h"

#include <catch2/catch.hpp>

#include "xlsx/fill/form_parts.h"

namespace huizong::xlsx {
namespace {

/// Rows 12 to 21 of 自评表 become `count`; the formula is for `area` of `sheet`.
Shifted shifted(std::string_view formula, std::string_view area, int count,
                std::string_view sheet = "自评表") {
  const ReferenceShift shift({{11, 20}, count}, "自评表", {"封面", "自评表", "附表"});
  const auto after = sheet == "自评表" ? shift.areas(area, true) : std::string(area);
  return shift_area_formula(shift, formula, {sheet, area, after});
}

}  // namespace

TEST_CASE("a rule's formula stays right for every cell it is for", "[xlsx]") {
  struct Case {
    const char* formula;
    const char* area;
    int count;
    const char* want;
  };
  const auto c = GENERATE(values<Case>({
      {"I12>H12", "I12:I21", 13, "I12>H12"},  // its own row
      {"I5>H5", "I5:I30", 13, "I5>H5"},       // of which rows below the block, too
      {"I25>H25", "I25:I30", 13, "I28>H28"},  // all below: the first cell is another
      {"I25>H25", "I25:I30", 4, "I19>H19"},
      {"I12=I11", "I12:I21", 13, "I12=I11"},  // the row before
      {"I12=I11", "I12:I30", 13, "I12=I11"},  // also across the block's end
      {"I22=I21", "I22:I30", 13, "I25=I24"},  // from the row after the block on
      {"I22=I21", "I22:I30", 4, "I16=I15"},
      {"I12>$I$22", "I12:I21", 13, "I12>$I$25"},
      {"SUM($I$12:$I$21)>I$22", "I12:I21", 13, "SUM($I$12:$I$24)>I$25"},
      {"COUNTIF(D$12:D12,D12)>1", "D12:D21", 13, "COUNTIF(D$12:D12,D12)>1"},  // a running count
      {"COUNTIF($D$12:$D$21,D12)>1", "D12:D21", 13, "COUNTIF($D$12:$D$24,D12)>1"},
      {"H22>SUM(H12:H21)", "H22", 13, "H25>SUM(H12:H24)"},  // one cell: as in that cell
      {"H22>SUM(H12:H21)", "H22", 4, "H16>SUM(H12:H15)"},
      {"A25>A5", "A25", 13, "A28>A5"},
      {"附表!A12>0", "I12:I21", 13, "附表!A12>0"},  // another sheet's row of the same number
      {"附表!A25>0", "I25:I30", 13, "附表!A25>0"},  // which stands still
      {"A1048576=1", "A1:A5", 13, "A1048576=1"},    // the row before row 1
      {"I$1>0", "I12:I21", 13, "I$1>0"},
      {"TODAY()>1", "I12:I21", 13, "TODAY()>1"},
  }));
  CAPTURE(c.formula, c.area, c.count);
  const Shifted now = shifted(c.formula, c.area, c.count);
  CHECK(now.text == c.want);
  CHECK(now.trouble == Trouble::None);
}

TEST_CASE("a rule for which no one text is right is said to be lost", "[xlsx]") {
  CHECK(shifted("I12>I14", "I12:I21", 13).trouble ==
        Trouble::Lost);  // two rows on: past the end for the last two
  CHECK(shifted("A25>A10", "A25:A40", 13).trouble ==
        Trouble::Lost);  // fifteen rows up: across the end for some
  CHECK(shifted("附表!A12>0", "I12:I30", 13).trouble ==
        Trouble::Lost);  // some rows move, their counterparts do not
  CHECK(shifted("I12>$I$20", "I12:I21", 4).trouble == Trouble::Lost);  // that row is dropped
  CHECK(shifted("I5>I3", "I5:I9 I25", 13).trouble == Trouble::None);
  CHECK(shifted("I5>I22", "I5:I9 I25", 13).trouble == Trouble::Lost);
  CHECK(shifted("SUM(封面:附表!I22)>I12", "I12:I21", 13).trouble == Trouble::Through);
}

TEST_CASE(
    "of several ranges, the first and the topmost may be meant: only what suits both is taken",
    "[xlsx]") {
  CHECK(shifted("B$25>$C$22", "B25:B30 B5", 13).text == "B$28>$C$25");
  CHECK(shifted("B25>C25", "B25:B30 B5", 13).trouble == Trouble::Lost);
  CHECK(shifted("$B$22>0", "B25:B30 B5", 13).text == "$B$25>0");
}

TEST_CASE("rules of another sheet that read the moved one", "[xlsx]") {
  CHECK(shifted("自评表!$I$22>0", "A1:A9", 13, "附表").text == "自评表!$I$25>0");
  CHECK(shifted("自评表!I22>A22", "A22:A30", 13, "附表").text == "自评表!I25>A22");
  CHECK(shifted("自评表!I12>A12", "A12:A30", 13, "附表").trouble == Trouble::Lost);
  CHECK(shifted("I22>0", "A12:A30", 13, "附表").text == "I22>0");
}

TEST_CASE("conditional formats and validations are written with both area and formula moved",
          "[xlsx]") {
  const FormParts form(
      R"(<row r="3"><c r="A3"><v>1</v></c></row>)",
      R"(<conditionalFormatting sqref="A2:A3 C5"><cfRule type="expression" priority="1"><formula>$B$5&gt;1</formula></cfRule></conditionalFormatting>)"
      R"(<conditionalFormatting sqref="A5:A9"><cfRule type="colorScale" priority="2"><colorScale><cfvo type="formula" val="$B$4"/><cfvo type="num" val="4"/><color rgb="FF000000"/><color rgb="FF000000"/></colorScale></cfRule>)"
      R"(<cfRule type="cellIs" operator="between" priority="3"><formula>A4</formula><formula>$B$2</formula></cfRule></conditionalFormatting>)"
      R"(<dataValidations count="2"><dataValidation type="list" sqref="D3"><formula1>$F$2:$F$3</formula1></dataValidation>)"
      R"(<dataValidation type="custom" sqref="E3:E5"><formula1>E3&lt;=F3</formula1></dataValidation></dataValidations>)");
  const auto grown = sheet_xml(form.resized(2, 3, 5));
  CHECK(holds(grown,
              R"(sqref="A2:A6 C8"><cfRule type="expression" priority="1"><formula>$B$8&gt;1<)"));
  CHECK(holds(grown, R"(sqref="A8:A12">)"));
  CHECK(holds(grown, R"(<cfvo type="formula" val="$B$7"/><cfvo type="num" val="4"/>)"));
  CHECK(holds(grown, "<formula>A7</formula><formula>$B$2</formula>"));
  CHECK(holds(grown, R"(sqref="D3:D6"><formula1>$F$2:$F$6</formula1>)"));
  CHECK(holds(grown, R"(sqref="E3:E8"><formula1>E3&lt;=F3</formula1>)"));
  const auto shrunk = sheet_xml(form.resized(2, 3, 1));
  CHECK(holds(shrunk,
              R"(<dataValidation type="custom" sqref="E3:E4"><formula1>E3&lt;=F3</formula1>)"));
  CHECK(holds(shrunk, R"(<dataValidations count="1">)"));  // D3 was dropped
}

TEST_CASE("a rule that would go wrong is refused with its formula", "[xlsx]") {
  const FormParts form(
      "",
      R"(<dataValidations count="1"><dataValidation type="custom" sqref="A2:A9"><formula1>A5&gt;1</formula1></dataValidation></dataValidations>)");
  CHECK(
      form.refusal(2, 4, 6) ==
      "表样“Sheet1”的条件格式、有效性或迷你图公式 A5>1 用到的行会减去或错开，增减行后不能保证它仍然"
      "正确；请在表样中改掉它。");
}

}  // namespace huizong::xlsx
