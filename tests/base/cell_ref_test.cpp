#include "base/cell_ref.h"

#include <catch2/catch.hpp>

using namespace huizong;

TEST_CASE("parse_cell_ref reads A1 text", "[base]") {
  struct Case {
    const char* text;
    std::optional<CellRef> want;
  };
  const auto c = GENERATE(values<Case>({
      {"A1", CellRef{0, 0}},
      {"$C$7", CellRef{6, 2}},
      {"aa10", CellRef{9, 26}},
      {"XFD1048576", CellRef{1048575, 16383}},  // the last cell Excel has
      {"XFE1", std::nullopt},                   // one column too far
      {"A1048577", std::nullopt},               // one row too far
      {"A0", std::nullopt},
      {"A01", std::nullopt},
      {"A", std::nullopt},
      {"7", std::nullopt},
      {"", std::nullopt},
      {"A1 ", std::nullopt},
      {"A99999999999", std::nullopt},
      {"Ａ1", std::nullopt},
  }));
  CAPTURE(c.text);
  CHECK(parse_cell_ref(c.text) == c.want);
}

TEST_CASE("a range's corners may come in any order", "[base]") {
  CHECK(parse_cell_range("D9:B7") == CellRange{{6, 1}, {8, 3}});
  CHECK(parse_cell_range("B7") == CellRange{{6, 1}, {6, 1}});
  CHECK_FALSE(parse_cell_range("B7:"));
  CHECK(to_string(CellRange{{6, 1}, {8, 3}}) == "B7:D9");
}

TEST_CASE("every column name reads back", "[base]") {
  for (int col = 0; col < kMaxCols; ++col) REQUIRE(parse_column(column_name(col)) == col);
  CHECK(column_name(25) == "Z");
  CHECK(column_name(26) == "AA");
  CHECK(column_name(16383) == "XFD");
}
