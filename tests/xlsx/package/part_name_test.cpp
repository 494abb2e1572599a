#include "xlsx/package/part_name.h"

#include <catch2/catch.hpp>

using namespace huizong::xlsx;

TEST_CASE("relationship targets are resolved inside the package", "[xlsx]") {
  struct Case {
    const char* from;
    const char* target;
    std::optional<std::string> want;
  };
  const auto c = GENERATE(values<Case>({
      {"xl/workbook.xml", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"},
      {"xl/workbook.xml", "/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"},
      {"xl/workbook.xml", "./worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"},
      {"xl/workbook.xml", "../data/s.xml", "data/s.xml"},
      {"xl/workbook.xml", "foo/../worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"},
      {"xl/workbook.xml", "worksheets\\sheet1.xml", "xl/worksheets/sheet1.xml"},
      {"", "xl/workbook.xml", "xl/workbook.xml"},
      {"workbook.xml", "sheet1.xml", "sheet1.xml"},
      {"xl/workbook.xml", "../../../etc/passwd", std::nullopt},
      {"xl/workbook.xml", "file:///etc/passwd", std::nullopt},
      {"xl/workbook.xml", "http://127.0.0.1/s.xml", std::nullopt},
      {"xl/workbook.xml", "C:\\s.xml", std::nullopt},
      {"xl/workbook.xml", "\\\\server\\share\\s.xml", std::nullopt},
      {"xl/workbook.xml", "//server/s.xml", std::nullopt},
      {"xl/workbook.xml", "", std::nullopt},
      {"xl/workbook.xml", "..", std::nullopt},
  }));
  CAPTURE(c.target);
  CHECK(resolve_target(c.from, c.target) == c.want);
}

TEST_CASE("part names are cleaned before they are compared", "[xlsx]") {
  CHECK(clean_part_name("/xl//./worksheets\\sheet1.xml") == "xl/worksheets/sheet1.xml");
  CHECK(clean_part_name("../evil") == std::nullopt);
  CHECK(clean_part_name("/") == std::nullopt);
  CHECK(part_key("XL/Workbook.XML") == "xl/workbook.xml");
  CHECK(part_key("xl/汇总.xml") == "xl/汇总.xml");
  CHECK(percent_decoded("xl/%E6%B1%87%e6%80%bb.xml") == "xl/汇总.xml");
  CHECK(percent_decoded("a%00b") == "a%00b");
  CHECK(percent_decoded("100%") == "100%");
  CHECK(percent_decoded("%4") == "%4");
  CHECK(relationships_part("xl/workbook.xml") == "xl/_rels/workbook.xml.rels");
  CHECK(relationships_part("") == "_rels/.rels");
}
