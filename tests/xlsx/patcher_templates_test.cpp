// Forms made by other programs (tests/cases/patcher/make_templates.py), filled and looked at from
// outside: by our reader, by the schema checker where it is beside this checkout, and part by part.

#include <catch2/catch.hpp>
#include <cstdlib>
#include <map>
#include <random>
#include <set>

#include "support/package_builder.h"
#include "support/support.h"
#include "xlsx/package/package.h"
#include "xlsx/patcher.h"
#include "xlsx/reader.h"

namespace huizong::xlsx {
namespace {

using testing::part_of;
using testing::project_file;

std::string template_of(const std::string& producer) {
  return testing::read_file(project_file("tests/cases/patcher/" + producer + ".xlsx"));
}

/// What stands in a sheet, cell by cell: "G16=formula", "A1=text".
std::string content(const Workbook& book, std::size_t sheet, const CellRange& area) {
  std::string all;
  for (const auto& cell : book.sheets[sheet].cells) {
    if (!area.contains(cell.ref)) continue;
    all += to_string(cell.ref) + "=" + (cell.type == CellType::Blank ? "?" : cell.text) +
           (cell.formula ? "f " : " ");
  }
  return all;
}

/// The checker's complaints; "" when there are none, or it is not here.
std::string complaints(const std::string& package) {
  const auto folder = testing::shared_folder("ooxml-schemas");
  if (folder.empty()) return "";
  const testing::TempFolder work;
  testing::write_file(work / "out.xlsx", package);
  const auto command = (folder / "validate-xlsx").string() + " -q -w " +
                       (work / "out.xlsx").string() + " > " + (work / "said").string() + " 2>&1";
  return std::system(command.c_str()) == 0 ? "" : testing::read_file(work / "said");
}

std::set<std::string> changed_parts(const std::string& before, const std::string& after) {
  std::set<std::string> changed;
  for (const auto& name : testing::part_names(before)) {
    if (part_of(before, name) != part_of(after, name)) changed.insert(name);
  }
  return changed;
}

bool has(const std::string& text, std::string_view piece) {
  return text.find(piece) != std::string::npos;
}

}  // namespace

TEST_CASE("a form of another program grows by two rows and everything follows", "[xlsx]") {
  const std::string producer = GENERATE("openpyxl", "libreoffice");
  CAPTURE(producer);
  const auto before = template_of(producer);
  Patcher form(before);
  form.resize_block(0, {11, 14}, 6, {1, 2});
  for (int row = 11; row <= 16; ++row) form.set_number(0, {row, 6}, row);
  form.merge(0, {{11, 1}, {16, 1}});
  form.set_formula(0, {17, 6}, "SUM(G12:G17)", Decimal(81));
  const auto after = form.package();
  CHECK(complaints(after) == "");

  const auto book = read_workbook(Package(after));
  CHECK(
      content(book, 0, {{15, 0}, {19, 7}}) ==
      "F16=10 G16=15 H16=?f F17=10 G17=16 H17=?f A18=总分 F18=?f G18=81f H18=?f A19=等级：\"G16\" "
      "A20=注：以上为样表。 H20=?f ");
  CHECK(content(book, 1, {{0, 1}, {9, 1}}) == (producer == "openpyxl"
                                                   ? "B1=?f B2=?f B3=?f B4=?f B5=?f B6=?f "
                                                   : "B1=?f B2=?f B3=50f B4=?f B5=3f B6=?f "));
  const auto& sheet = book.sheets[0];
  CHECK(sheet.extent({12, 0}) == CellRange{{10, 0}, {16, 0}});
  CHECK(sheet.extent({16, 3}) == CellRange{{16, 3}, {16, 4}});
  CHECK(sheet.extent({17, 0}) == CellRange{{17, 0}, {17, 4}});
  CHECK(sheet.extent({12, 2}) == CellRange{{12, 2}, {12, 2}});

  const auto xml = part_of(after, "xl/worksheets/sheet1.xml");
  CHECK(has(xml, "IF(F17=0,"));
  CHECK(has(xml, ">SUM(F12:F17)</f>"));
  CHECK(has(xml, "sqref=\"G12:G17\""));
  CHECK(has(xml, ">$F$18</formula2>"));
  CHECK(has(xml, "sqref=\"H19\""));
  CHECK(has(xml, ">$F$18*0.6</formula>"));
  CHECK(has(xml, "<brk id=\"19\""));
  CHECK(has(part_of(after, "xl/worksheets/sheet2.xml"), ">自评表!G18</f>"));
  CHECK(has(part_of(after, "xl/worksheets/sheet2.xml"), ">COUNTA(自评表!D12:D17)</f>"));
  const auto names = part_of(after, "xl/workbook.xml");
  CHECK(has(names, "$A$1:$H$20"));
  CHECK(has(names, "!11:11<"));
  CHECK(has(names, "$G$18<"));
  CHECK(has(names, "$G$12:$G$17<"));
  CHECK(has(part_of(after, "xl/charts/chart1.xml"), "$G$12:$G$17</"));
  CHECK(has(part_of(after, "xl/drawings/drawing1.xml"), "row>21</"));
  const auto notes = testing::part_names(after);
  for (const auto& name : notes) {
    if (name.find("comment") != std::string::npos && name.ends_with(".xml")) {
      CHECK(has(part_of(after, name), "ref=\"G12\""));
      CHECK(has(part_of(after, name), "ref=\"G18\""));
    }
    if (name.ends_with(".vml")) CHECK(has(part_of(after, name), "Row>17</"));
  }
}

TEST_CASE("a form is filled without growing: only what the cells force differs", "[xlsx]") {
  const std::string producer = GENERATE("openpyxl", "libreoffice");
  CAPTURE(producer);
  const auto before = template_of(producer);
  Patcher form(before);
  form.set_number(0, {11, 6}, 9);
  form.set_text(0, {11, 3}, "完成率");
  const auto after = form.package();
  CHECK(complaints(after) == "");
  std::set<std::string> allowed = {"xl/workbook.xml", "xl/worksheets/sheet1.xml",
                                   "xl/worksheets/sheet2.xml"};
  auto names = testing::part_names(before);
  if (producer ==
      "openpyxl") {  // its texts are inside the sheet: a part for shared ones comes to it
    allowed.insert({"[Content_Types].xml", "xl/_rels/workbook.xml.rels"});
    names.push_back("xl/sharedStrings.xml");
  } else {
    // Its chart keeps a copy of the figures filled in, which is not theirs any more.
    allowed.insert({"xl/sharedStrings.xml", "xl/charts/chart1.xml"});
  }
  CHECK(changed_parts(before, after) == allowed);
  CHECK(testing::part_names(after) == names);
}

TEST_CASE("a form of another program shrinks to one row", "[xlsx]") {
  const std::string producer = GENERATE("openpyxl", "libreoffice");
  CAPTURE(producer);
  Patcher form(template_of(producer));
  form.resize_block(0, {11, 14}, 1);
  const auto after = form.package();
  CHECK(complaints(after) == "");
  const auto xml = part_of(after, "xl/worksheets/sheet1.xml");
  CHECK(has(xml, ">SUM(G12:G12)+G5</f>"));
  CHECK(has(xml, "sqref=\"G12\""));
  CHECK(has(part_of(after, "xl/workbook.xml"), "$A$1:$H$15"));
  CHECK(read_workbook(Package(after)).sheets[0].extent({11, 0}) == CellRange{{10, 0}, {11, 0}});
}

TEST_CASE("whatever is filled into a resized form is what a reader finds, and nothing else changes",
          "[xlsx]") {
  std::mt19937 random(20220315);
  const auto number = [&](int from, int to) {
    return std::uniform_int_distribution(from, to)(random);
  };
  for (int round = 0; round < 40; ++round) {
    const auto before = template_of(round % 2 == 0 ? "openpyxl" : "libreoffice");
    const auto was = read_workbook(Package(before));
    Patcher form(before);
    int rows = 4;
    for (int times = number(1, 3); times > 0; --times) {
      const int now = number(1, 12);
      form.resize_block(0, {11, 10 + rows}, now);
      rows = now;
    }
    const int by = rows - 4;
    CAPTURE(round, rows);
    std::map<CellRef, std::string> filled;
    for (int n = number(1, 30); n > 0; --n) {
      const CellRef cell{number(11, 10 + rows),
                         std::vector{1, 2, 3, 5, 6}[static_cast<std::size_t>(number(0, 4))]};
      if (number(0, 4) == 0) {
        form.clear(0, cell);
        filled[cell] = "";
      } else if (number(0, 1) == 0) {
        const auto value = *Decimal::parse(std::to_string(number(-99999, 99999)) + "." +
                                           std::to_string(number(0, 999)));
        form.set_number(0, cell, value);
        filled[cell] = value.to_string();
      } else {
        filled[cell] = std::string(static_cast<std::size_t>(number(1, 5)), '<') + "指标 ";
        form.set_text(0, cell, filled[cell]);
      }
    }
    const auto after = form.package();
    if (round % 10 == 0) CHECK(complaints(after) == "");
    const auto now = read_workbook(Package(after));
    for (const auto& [cell, want] : filled) {
      CAPTURE(to_string(cell));
      CHECK(now.sheets[0].text_at(cell) == want);
    }
    for (const auto& cell : was.sheets[0].cells) {
      if (cell.formula || (cell.ref.row >= 11 && cell.ref.row <= 14)) continue;
      const CellRef place{cell.ref.row > 14 ? cell.ref.row + by : cell.ref.row, cell.ref.col};
      CAPTURE(to_string(place));
      const Cell* kept = now.sheets[0].find(place);
      REQUIRE(kept != nullptr);
      CHECK(kept->text == cell.text);
      CHECK(kept->style == cell.style);
    }
  }
}

}  // namespace huizong::xlsx
