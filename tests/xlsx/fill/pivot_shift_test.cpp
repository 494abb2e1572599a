// Pivot tables (数据透视表): where their data comes from and where they stand.

#include "xlsx/fill/pivot_shift.h"

#include <catch2/catch.hpp>

#include "xlsx/fill/form_parts.h"
#include "xlsx/patcher.h"

namespace huizong::xlsx {
namespace {

constexpr std::string_view kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view kCache = "xl/pivotCache/pivotCacheDefinition1.xml";

/// A pivot table named 分析 at that place of Sheet1, fed by that source.
FormParts with_pivot(std::string_view location, std::string_view source) {
  FormParts form(
      R"(<row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="A3"><v>2</v></c><c r="C3"><f>A2*2</f><v>2</v></c></row>)");
  form.part("xl/worksheets/sheet1.xml", "xl/pivotTables/pivotTable1.xml", "pivotTable",
            "<pivotTableDefinition xmlns=\"" + std::string(kMain) + "\" name=\"分析\"><location " +
                std::string(location) + "/></pivotTableDefinition>");
  form.part("xl/workbook.xml", kCache, "pivotCacheDefinition",
            "<pivotCacheDefinition xmlns=\"" + std::string(kMain) +
                "\"><cacheSource type=\"worksheet\">" + std::string(source) +
                "</cacheSource></pivotCacheDefinition>",
            "openxmlformats-officedocument.spreadsheetml.pivotCacheDefinition");
  return form;
}

std::string cache_of(const std::string& package) {
  return testing::part_of(package, std::string(kCache));
}

}  // namespace

TEST_CASE("the source of a pivot table grows, and is read anew on opening", "[xlsx]") {
  const auto form = with_pivot(R"(ref="H1:J3" rowPageCount="0")",
                               R"(<worksheetSource ref="A1:C3" sheet="Sheet1"/>)");
  const auto package = form.resized(2, 3, 5);
  CHECK(holds(cache_of(package), R"( refreshOnLoad="1"><cacheSource)"));
  CHECK(holds(cache_of(package), R"(<worksheetSource ref="A1:C6" sheet="Sheet1"/>)"));
}

TEST_CASE("a pivot table is read anew when its data is filled, or depends on what is", "[xlsx]") {
  struct Case {
    const char* source;
    CellRef filled;
    bool refreshed;
  };
  const auto c = GENERATE(values<Case>({
      {R"(<worksheetSource ref="A1:C3" sheet="Sheet1"/>)", {1, 0}, true},
      {R"(<worksheetSource ref="C1:C3" sheet="Sheet1"/>)", {1, 0}, true},  // C3 is A2*2
      {R"(<worksheetSource ref="A1:B3" sheet="Sheet1"/>)", {8, 8}, false},
      {R"(<worksheetSource ref="A1:C3" sheet="附表"/>)", {1, 0}, false},
      {R"(<worksheetSource name="明细"/>)", {1, 0}, true},  // a table or name we do not look up
  }));
  CAPTURE(c.source);
  Patcher form(with_pivot(R"(ref="H1:J3")", c.source).package());
  form.set_number(0, c.filled, 9);
  CHECK(holds(cache_of(form.package()), "refreshOnLoad") == c.refreshed);
}

TEST_CASE("a pivot table below the block moves; one that the block cuts is refused", "[xlsx]") {
  const auto source = R"(<worksheetSource ref="A1:C3" sheet="附表"/>)";
  const auto place = [&](std::string_view location, int first, int last, int count) {
    const auto package = with_pivot(location, source).resized(first, last, count);
    return testing::part_of(package, "xl/pivotTables/pivotTable1.xml");
  };
  CHECK(holds(place(R"(ref="A8:C12")", 2, 3, 5), R"(ref="A11:C15")"));
  CHECK(holds(place(R"(ref="A8:C12")", 2, 3, 1), R"(ref="A7:C11")"));
  CHECK(holds(place(R"(ref="A8:C12")", 20, 21, 5), R"(ref="A8:C12")"));
  const auto refusal =
      "表样“Sheet1”有数据透视表“分析”，增减行后不能保证它仍然正确；请在表样中去掉。";
  CHECK(with_pivot(R"(ref="A8:C12")", source).refusal(9, 10, 5) == refusal);
  // Its page fields stand in rows 4 and 5, above the empty row 6.
  CHECK(with_pivot(R"(ref="A7:C12" rowPageCount="2")", source).refusal(3, 4, 5) == refusal);
  CHECK(with_pivot(R"(ref="A7:C12" rowPageCount="2")", source).refusal(2, 3, 5) == "");
}

TEST_CASE("a source that is dropped whole is refused", "[xlsx]") {
  CHECK(with_pivot(R"(ref="H1:J1")", R"(<worksheetSource ref="A3:C4" sheet="Sheet1"/>)")
            .refusal(2, 4, 1) ==
        "表样“Sheet1”有数据透视表的数据源 A3:C4，增减行后不能保证它仍然正确；请在表样中去掉。");
}

}  // namespace huizong::xlsx
