#include "mapping/read/shown_text.h"

#include <catch2/catch.hpp>

using namespace huizong;

namespace {

/// What a cell of this number format shows.
std::string shown(const char* number, const char* format, bool date1904 = false) {
  xlsx::Workbook book;
  book.date1904 = date1904;
  book.formats = {xlsx::read_number_format(format)};
  xlsx::Cell cell;
  cell.type = xlsx::CellType::Number;
  cell.text = number;
  return mapping::shown_text(book, cell);
}

}  // namespace

TEST_CASE("days of early 1900 are shown as Excel counts them, with the leap day that never was",
          "[mapping]") {
  struct Case {
    const char* serial;
    const char* want;
  };
  const auto c = GENERATE(values<Case>({
      {"1", "1900-01-01"},
      {"59", "1900-02-28"},
      {"60", "1900-02-29"},
      {"60.5", "1900-02-29 12:00"},
      {"61", "1900-03-01"},
      {"44635", "2022-03-15"},
      {"2958465", "9999-12-31"},
      {"2958466", "2958466"},  // no day any more: the number as stored
      {"-1", "-1"},
  }));
  CAPTURE(c.serial);
  CHECK(shown(c.serial, "yyyy-mm-dd") == c.want);
}

TEST_CASE("a workbook that counts from 1904 has no such day", "[mapping]") {
  CHECK(shown("0", "yyyy-mm-dd", true) == "1904-01-01");
  CHECK(shown("59", "yyyy-mm-dd", true) == "1904-02-29");  // 1904 is a leap year
  CHECK(shown("60", "yyyy-mm-dd", true) == "1904-03-01");
  CHECK(shown("61", "yyyy-mm-dd", true) == "1904-03-02");
  CHECK(shown("43173", "yyyy-mm-dd", true) == "2022-03-15");
}
