#include "xlsx/fill/row_lists.h"

#include <catch2/catch.hpp>

#include "xlsx/fill/reference_shift.h"

namespace huizong::xlsx {
namespace {

/// Rows 12 to 14 of 自评表 become `count`; the formula stands on `sheet`, below the block.
Shifted shifted(std::string_view formula, int count, std::string_view sheet = "自评表") {
  const ReferenceShift shift({{11, 13}, count}, "自评表", {"自评表", "附表"});
  return shift.formula(formula, sheet, sheet == "自评表" ? std::optional<int>(20) : std::nullopt);
}

}  // namespace

// An office's template had its total as H12+H13+H14. With five indicators it went on adding three.
TEST_CASE("a total that lists the rows takes in new ones and lets go of those dropped", "[xlsx]") {
  struct Case {
    const char* formula;
    const char* grown;   // to five rows
    const char* shrunk;  // to two
  };
  const auto c = GENERATE(values<Case>({
      {"H12+H13+H14", "H12+H13+H14+H15+H16", "H12+H13"},
      {"$H$12+$H$13+$H$14", "$H$12+$H$13+$H$14+$H$15+$H$16", "$H$12+$H$13"},
      {"K8 + H12 + H13 + H14", "K8 + H12 + H13 + H14 + H15 + H16", "K8 + H12 + H13"},
      {"H11+H12+H13+H14+H15", "H11+H12+H13+H14+H15+H16+H17", "H11+H12+H13+H14"},
      {"H12+H13+H14-(I12+I13+I14)", "H12+H13+H14+H15+H16-(I12+I13+I14+I15+I16)",
       "H12+H13-(I12+I13)"},
      {"100-H12-H13-H14", "100-H12-H13-H14-H15-H16", "100-H12-H13"},
      {"SUM(H12,H13,H14)", "SUM(H12:H16)", "SUM(H12:H13)"},
      {"AVERAGE(H12, H13, H14, H20)", "AVERAGE(H12:H16, H22)", "AVERAGE(H12:H13, H19)"},
      {"IF(SUM(H12,H13,H14)>100,\"超\",H12+H13+H14)",
       "IF(SUM(H12:H16)>100,\"超\",H12+H13+H14+H15+H16)", "IF(SUM(H12:H13)>100,\"超\",H12+H13)"},
  }));
  CAPTURE(c.formula);
  const Shifted grown = shifted(c.formula, 5);
  CHECK(grown.text == c.grown);
  CHECK(grown.trouble == Trouble::None);
  CHECK(shifted(c.formula, 2).text == c.shrunk);
  CHECK(shifted(c.formula, 2).trouble == Trouble::None);
}

TEST_CASE("a list may stand on another sheet, or in a chart", "[xlsx]") {
  CHECK(shifted("自评表!H12+自评表!H13+自评表!H14", 4, "附表").text ==
        "自评表!H12+自评表!H13+自评表!H14+自评表!H15");
  CHECK(shifted("(自评表!$H$12,自评表!$H$13,自评表!$H$14)", 4, "附表").text ==
        "(自评表!$H$12:$H$15)");
  CHECK(shifted("H12+H13+H14", 5, "附表").text == "H12+H13+H14");  // of 附表's own rows
}

TEST_CASE("a formula that names every row in another way is told apart", "[xlsx]") {
  const auto* formula =
      GENERATE("H12*I12+H13*I13+H14*I14", "H12+H13+H14*2", "2*H12+H13+H14", "H14+H13+H12+0",
               "SUM(H12:H13)+H14", "H12&H13&H14", "CHOOSE(2,H12,H13,H14)",
               "AND(H12<=1,H13<=1,H14<=1)", "A1-H12+H13+H14", "H12+$H13+H14");
  CAPTURE(formula);
  CHECK(shifted(formula, 5).trouble == Trouble::Listed);
}

TEST_CASE("some of the rows are not all of them", "[xlsx]") {
  for (const char* formula : {"H12+H13", "H12/H14", "SUM(H12,H14)", "H12+I13+J14"}) {
    CAPTURE(formula);
    CHECK(shifted(formula, 5).text == formula);
    CHECK(shifted(formula, 5).trouble == Trouble::None);
  }
  CHECK(shifted("SUM(H12:H14)-H12-H13-H14", 4).text == "SUM(H12:H15)-H12-H13-H14-H15");
}

TEST_CASE("a share of the block's own total grows with the block, in each of its rows", "[xlsx]") {
  const ReferenceShift shift({{11, 13}, 5}, "自评表", {"自评表"});
  CHECK(shift.formula("H13/($H$12+$H$13+$H$14)", "自评表", 12).text ==
        "H13/($H$12+$H$13+$H$14+$H$15+$H$16)");
  CHECK(shift.formula("H12+H13+H14", "自评表", 13).text == "H12+H13+H14");  // what stands above it
}

// A form with one sample row printed =B5 as its total; with three rows it still said the first.
TEST_CASE("a formula that names the one sample row of a block is told apart", "[xlsx]") {
  const ReferenceShift shift({{4, 4}, 3}, "自评表", {"自评表"});
  CHECK(shift.formula("B5", "自评表", 5).trouble == Trouble::Listed);
  CHECK(shift.formula("SUM(B5)", "自评表", 5).trouble == Trouble::Listed);
  CHECK(shift.formula("SUM(B5:B5)", "自评表", 5).text == "SUM(B5:B7)");
  CHECK(shift.formula("B5*C5", "自评表", 4).trouble == Trouble::None);
}

TEST_CASE("a list longer than a formula may be is told apart", "[xlsx]") {
  CHECK(shifted("H12+H13+H14-(I12+I13+I14)", 1200).trouble == Trouble::Listed);

  CHECK(shifted("H12+H13+H14", 1500).trouble == Trouble::None);
  CHECK(shifted("H12+H13+H14", 3000).trouble == Trouble::Listed);
  CHECK(shifted("SUM(H12,H13,H14)", 3000).text == "SUM(H12:H3011)");
}

TEST_CASE("a range that is put together and ends on the last row is told apart", "[xlsx]") {
  for (const char* formula : {"SUM(INDEX(H:H,12):H14)", "SUM((H12):(H14))", "SUM(H12:H13:H14)",
                              "SUM(自评表!H12:自评表!H14)", "SUM(H12:INDEX(H:H,14))"}) {
    CAPTURE(formula);
    CHECK(shifted(formula, 5).trouble != Trouble::None);
  }
  // These follow the rows by themselves, and people write them for that.
  for (const char* formula : {"SUM(H12:INDEX(H:H,ROW()-1))", "SUM(H12:OFFSET(H15,-1,0))"}) {
    CAPTURE(formula);
    CHECK(shifted(formula, 5).trouble == Trouble::None);
  }
}

}  // namespace huizong::xlsx
