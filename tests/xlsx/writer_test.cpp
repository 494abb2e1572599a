#include "xlsx/writer.h"

#include <stdlib.h>
#include <time.h>

#include <catch2/catch.hpp>
#include <clocale>

#include "base/message.h"
#include "support/package_builder.h"
#include "support/support.h"
#include "xlsx/reader.h"
#include "xlsx/sheet_name.h"

using namespace huizong;
using namespace huizong::xlsx;

namespace {

Decimal dec(const char* text) {
  return *Decimal::parse(text);
}

std::string sample(const std::string& date) {
  Writer book({.title = "汇总<表>", .date = date});
  Style money;
  money.number_format = "#,##0.00";
  const StyleId amount = book.style(money), text = book.style({});
  SheetWriter& sheet = book.add_sheet("汇总");
  sheet.text({0, 0}, "007", text);
  sheet.text({1, 0}, "=1+1", text);
  sheet.number({0, 1}, dec("1064.54"), amount);
  sheet.number({1, 1}, dec("-0.1"), amount);
  sheet.formula({2, 1}, "SUM(B1:B2)", dec("1064.44"), amount);
  sheet.formula({3, 1}, "IF(B1=0,1,\"\")", "", amount);
  sheet.merged({{4, 0}, {4, 2}}, "合并", text);
  sheet.columns(3, 4, {.width = 10, .outline = 1, .hidden = true});
  sheet.freeze({1, 1});
  sheet.autofilter({{0, 0}, {3, 1}});
  sheet.repeat_rows(0, 0);
  sheet.page();
  return book.package();
}

Workbook read(const std::string& bytes) {
  const testing::TempFolder folder;
  testing::write_file(folder / "a.xlsx", bytes);
  return read_workbook(folder / "a.xlsx");
}

/// An environment variable for as long as the object lives.
struct Variable {
  Variable(const char* name, const char* value) : name_(name) {
    if (const char* old = getenv(name)) old_ = old;
    setenv(name, value, 1);
    tzset();
  }
  ~Variable() {
    old_.empty() ? unsetenv(name_) : setenv(name_, old_.c_str(), 1);
    tzset();
  }
  const char* name_;
  std::string old_;
};

}  // namespace

TEST_CASE("what the writer writes, the reader reads", "[writer]") {
  const Workbook book = read(sample("2022-03-15"));
  REQUIRE(book.sheets.size() == 1);
  const Sheet& sheet = book.sheets[0];
  CHECK(sheet.name == "汇总");
  CHECK(sheet.text_at({0, 0}) == "007");
  CHECK(sheet.find({0, 0})->type == CellType::Text);
  CHECK(sheet.text_at({1, 0}) == "=1+1");
  CHECK_FALSE(sheet.find({1, 0})->formula);
  CHECK(sheet.text_at({0, 1}) == "1064.54");
  CHECK(book.format(*sheet.find({0, 1})).code == "#,##0.00");
  CHECK(sheet.find({2, 1})->formula);
  CHECK(sheet.text_at({2, 1}) == "1064.44");
  CHECK(sheet.find({3, 1})->formula);
  CHECK(sheet.text_at({3, 1}).empty());
  CHECK(sheet.merges == std::vector<CellRange>{{{4, 0}, {4, 2}}});
}

TEST_CASE("same calls, same bytes in any time zone and temporary folder", "[writer]") {
  const std::string here = sample("2022-03-15");
  const testing::TempFolder elsewhere;
  const Variable zone("TZ", "Pacific/Kiritimati");
  const Variable folder("TMPDIR", elsewhere.path().c_str());
  CHECK(sample("2022-03-15") == here);
  CHECK(sample("2022-03-16") != here);
  CHECK(std::filesystem::is_empty(elsewhere.path()));  // nothing is left behind
}

TEST_CASE("the day in the properties is the job's, never today's", "[writer]") {
  const auto created = [](const char* date) {
    const std::string core = testing::part_of(sample(date), "docProps/core.xml");
    const std::size_t at = core.find("W3CDTF\">");
    return core.substr(at + 8, 20);
  };
  CHECK(created("2022-03-15") == "2022-03-15T00:00:00Z");
  CHECK(created("") == "1980-01-01T00:00:00Z");
  CHECK(created("1970-01-01") == "1980-01-01T00:00:00Z");  // 0 means "now" to libxlsxwriter
  CHECK(created("2022-02-30") == "1980-01-01T00:00:00Z");
}

TEST_CASE("a locale with decimal commas does not get into the numbers", "[writer]") {
  const std::string plain = sample("2022-03-15");
  const char* found = nullptr;
  for (const char* name : {"de_DE.UTF-8", "fr_FR.UTF-8", "ru_RU.UTF-8"}) {
    if (!found) found = std::setlocale(LC_ALL, name);
  }
  if (!found) {
    WARN("skipped: no locale with decimal commas is installed");
    return;
  }
  const std::string other = sample("2022-03-15");
  std::setlocale(LC_ALL, "C");
  CHECK(other == plain);
}

TEST_CASE("a number no workbook can hold is written as text", "[writer]") {
  Writer book({});
  book.add_sheet("表").number({0, 0}, dec("1e399"), book.style({}));
  const Workbook read_back = read(book.package());
  CHECK(read_back.sheets[0].find({0, 0})->type == CellType::Text);
}

TEST_CASE("what a workbook cannot hold is refused by name", "[writer]") {
  Writer book({});
  SheetWriter& sheet = book.add_sheet("表");
  const StyleId plain = book.style({});
  const auto message = [](auto&& action) -> std::string {
    try {
      action();
    } catch (const Error& e) {
      return e.message().en;
    }
    return "";
  };
  CHECK(message([&] { book.add_sheet("表"); }) ==
        "A sheet cannot be named \"表\": Excel does not allow it, or there is one of that name.");
  CHECK(message([&] {
          sheet.formula({1, 2}, std::string(8193, '1'), Decimal(1), plain);
        }).rfind("C2 of sheet \"表\" cannot be written", 0) == 0);
  CHECK(message([&] {
          sheet.text({kMaxRows, 0}, "太远", plain);
        }).rfind("A1048577 of sheet", 0) == 0);
}

TEST_CASE("no temporary folder is one clear sentence", "[writer]") {
  const Variable folder("TMPDIR", "/nowhere/at/all");
  CHECK_THROWS_WITH(
      Writer({}),
      "There is no temporary folder to write the workbook in; check that TMPDIR names a "
      "folder that exists, is writable and has room.");
}

TEST_CASE("a style asked for twice is one style", "[writer]") {
  Writer book({});
  Style bold;
  bold.bold = true;
  CHECK(book.style(bold) == book.style(bold));
  CHECK(book.style(bold) != book.style({}));
}

TEST_CASE("a text that begins like a formula is written with a quote, in its own look", "[xlsx]") {
  Writer book({"题", "2022-03-15"});
  Style bold;
  bold.bold = true;
  const StyleId look = book.style(bold);
  SheetWriter& sheet = book.add_sheet("表");
  sheet.text({0, 0}, "=1+1", look);
  sheet.text({1, 0}, "办公费", look);
  sheet.merged({{2, 0}, {2, 1}}, "-5", look);
  const auto package = book.package();
  const auto styles = testing::part_of(package, "xl/styles.xml");
  CHECK(styles.find("readingOrder") == std::string::npos);
  const auto quote = styles.find("quotePrefix=\"1\"");
  REQUIRE(quote != std::string::npos);
  CHECK(styles.find("quotePrefix", quote + 1) == std::string::npos);
  const auto xml = testing::part_of(package, "xl/worksheets/sheet1.xml");
  const auto style_of = [&](const std::string& cell) {
    const auto at = xml.find("r=\"" + cell + "\" s=\"") + cell.size() + 8;
    return xml.substr(at, xml.find('"', at) - at);
  };
  CHECK(style_of("A1") == style_of("A3"));
  CHECK(style_of("A1") == style_of("B3"));
  CHECK(style_of("A1") != style_of("A2"));
}

TEST_CASE("a link leads to a file with signs in its name that mean something in links",
          "[writer]") {
  Writer book({"汇总", "2022-03-15"});
  auto& sheet = book.add_sheet("汇总");
  sheet.link_to_file({0, 0}, "../上报/50%41 a#1?.xlsx", "表#1", {4, 2});
  const auto package = book.package();
  const auto links = testing::part_of(package, "xl/worksheets/_rels/sheet1.xml.rels");
  CHECK(links.find("Target=\"../上报/50%2541%20a%231%3F.xlsx\" TargetMode=\"External\"") !=
        std::string::npos);
  const auto xml = testing::part_of(package, "xl/worksheets/sheet1.xml");
  CHECK(xml.find("location=\"'表#1'!C5\"") != std::string::npos);
}
