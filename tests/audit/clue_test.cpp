#include "audit/clue.h"

#include <catch2/catch.hpp>

using namespace huizong;

namespace {
std::string kinds(const char* reported, const char* expected,
                  const std::vector<audit::Term>& terms = {}) {
  std::string all;
  for (const auto& clue :
       audit::clues_for(*Decimal::parse(reported), *Decimal::parse(expected), terms))
    all += clue.kind + " ";
  return all;
}
}  // namespace

TEST_CASE("swapped digits are recognised across the point", "[audit]") {
  CHECK(kinds("2276.34", "2276.43") == "digits_swapped ");
  CHECK(kinds("1237.4", "1234.7") == "digits_swapped ");
  CHECK(kinds("21", "12") == "digits_swapped ");
  CHECK(kinds("109", "100") == "");  // nine divides it, but no digits were swapped
  CHECK(kinds("2276.34", "2276.35") == "");
  CHECK(audit::clues_for(*Decimal::parse("2276.34"), *Decimal::parse("2276.43"), {})
            .front()
            .text.zh == "差额能被 9 整除，且相邻两位互换后相符：可能把“43”写成了“34”");
}

TEST_CASE("元 and 万元 mixed up, a percent for a fraction", "[audit]") {
  CHECK(kinds("11126700", "1112.67") == "times_10000 ");
  CHECK(kinds("0.111267", "1112.67") == "times_10000 ");
  CHECK(kinds("95", "0.95") == "times_100 ");
  CHECK(kinds("0", "100") == "");
}

TEST_CASE("one term left out of a sum", "[audit]") {
  model::Figure cell;
  cell.type = model::FieldType::Money;
  cell.place.cell = CellRef{6, 4};
  const std::vector<audit::Term> terms = {{80, &cell}, {15, &cell}, {5, &cell}};
  CHECK(kinds("85", "100", terms) == "left_out ");
  CHECK(kinds("84", "100", terms) == "");
  CHECK(kinds("0", "100", {{100, &cell}}) == "");  // nothing is left of a sum of one
}

TEST_CASE("a clue names a cell once, and never the one it is about", "[audit]") {
  // Three groups of people of one paragraph, each of 5, one left out of 其中: "差额正好是
  // A23、A23".
  const auto figure = [](const char* field, const char* cell) {
    model::Figure f;
    f.field = field;
    f.place = {"101001.xlsx", "决算情况说明", parse_cell_ref(cell)};
    return f;
  };
  const model::Figure officers = figure("行政", "A23"), workers = figure("事业", "A23"),
                      retired = figure("退休", "A24");
  const std::vector<audit::Term> terms = {{5, &officers}, {5, &workers}, {5, &retired}};
  const Location a23 = officers.place, a30{"101001.xlsx", "决算情况说明", parse_cell_ref("A30")};
  const auto clue = [&](const Location& finding, std::vector<audit::Term> of) {
    const auto clues = audit::clues_for(10, 15, of, finding);
    return clues.empty() ? "" : clues.front().text.zh;
  };
  CHECK(clue(a30, terms) == "差额正好是 A23、A24，可能漏加了这一项");
  CHECK(clue(a23, terms) == "差额正好是 A24，可能漏加了这一项");
  CHECK(clue(a23, {{5, &officers}, {5, &workers}}) == "");
}
