// What must hold of any form: growing and shrinking back changes no reference, and growing in two
// steps is growing in one.

#include <catch2/catch.hpp>
#include <random>
#include <regex>

#include "xlsx/fill/form_parts.h"
#include "xlsx/patcher.h"

namespace huizong::xlsx {
namespace {

constexpr int kRows = 24;

class RandomForm {
 public:
  explicit RandomForm(unsigned seed) : random_(seed) {
    block_.first = number(3, 10);
    // Of three rows and more: a formula that names all of fewer, in whatever way, is refused
    // (row_lists.h).
    block_.last = block_.first + number(2, 6);
  }

  RowSpan block() const { return block_; }

  FormParts parts() {
    FormParts form(rows(true), merges() + rules());
    form.sheet("附表", rows(false));
    std::string names;
    for (int i = 0; i < 4; ++i) {
      names += "<definedName name=\"名称" + std::to_string(i) + "\">Sheet1!" + area(true) +
               "</definedName>";
    }
    form.workbook("<definedNames>" + names + "</definedNames>");
    return form;
  }

 private:
  int number(int from, int to) { return std::uniform_int_distribution(from, to)(random_); }
  int row() {
    // Where it matters more often: at the block's edges.
    const int edges[] = {block_.first, block_.last, block_.first + 1, block_.last + 1,
                         block_.last + 2};
    return number(0, 1) == 0 ? edges[number(0, 4)] : number(1, kRows);
  }
  std::string cell(bool fixed) {
    const bool col = fixed || number(0, 2) == 0;
    const bool line = fixed || number(0, 2) == 0;
    return (col ? "$" : "") + std::string(1, static_cast<char>('A' + number(0, 3))) +
           (line ? "$" : "") + std::to_string(row());
  }
  std::string area(bool fixed) {
    int a = row(), b = row();
    if (a > b) std::swap(a, b);
    const std::string sign = fixed ? "$" : "";
    return sign + "A" + sign + std::to_string(a) + ":" + sign + "D" + sign + std::to_string(b);
  }
  std::string formula() {
    const std::string sheet = number(0, 2) == 0 ? "附表!" : number(0, 1) == 0 ? "Sheet1!" : "";
    switch (number(0, 3)) {
      case 0:
        return "SUM(" + sheet + area(number(0, 1) == 0) + ")";
      case 1:
        return sheet + cell(false) + "+" + cell(false);
      case 2:
        return "IF(" + cell(false) + "&gt;0,SUM(" + area(false) + "),\"A12\")";
      default:
        return "名称" + std::to_string(number(0, 3)) + "*" + cell(true);
    }
  }
  std::string rows(bool numbers) {
    std::string all;
    for (int r = 1; r <= kRows; ++r) {
      const auto place = std::to_string(r);
      all += "<row r=\"" + place + "\">";
      if (numbers) all += "<c r=\"A" + place + "\"><v>" + std::to_string(r * 7) + "</v></c>";
      all += "<c r=\"F" + place + "\"><f>" + formula() + "</f></c></row>";
    }
    return all;
  }
  /// None inside the block over several rows: those are drawn anew by whoever grows it.
  std::string merges() {
    const int below = block_.last + number(2, 4);
    return "<mergeCells count=\"3\"><mergeCell ref=\"H" + std::to_string(block_.first - 1) + ":H" +
           std::to_string(block_.last + 1) + "\"/><mergeCell ref=\"I" + std::to_string(below) +
           ":J" + std::to_string(below + 1) + "\"/><mergeCell ref=\"K1:K" +
           std::to_string(block_.last) + "\"/></mergeCells>";
  }
  std::string rules() {
    const int from = row();
    const auto first = std::to_string(from);
    const auto last = std::to_string(std::max(from, row()) + 1);
    return "<conditionalFormatting sqref=\"A" + first + ":B" + last +
           "\"><cfRule type=\"expression\" priority=\"1\"><formula>A" + first + "&gt;SUM(" +
           area(true) +
           ")</formula></cfRule></conditionalFormatting><dataValidations "
           "count=\"1\"><dataValidation type=\"custom\" sqref=\"C" +
           first + ":C" + last + "\"><formula1>" + cell(true) + "=C" + first +
           "</formula1></dataValidation></dataValidations>";
  }

  std::mt19937 random_;
  RowSpan block_;
};

/// Everything that names cells, without stored values.
std::string references(const std::string& package) {
  std::string all;
  for (const auto* part : {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet50.xml"}) {
    all += testing::part_of(package, part);
  }
  const auto book = testing::part_of(package, "xl/workbook.xml");
  const auto names = book.find("<definedNames>");
  all += book.substr(names, book.find("</definedNames>") - names);
  const auto from = all.find("<?xml");
  return std::regex_replace(all.substr(from == std::string::npos ? 0 : from),
                            std::regex("<\\?xml[^>]*\\?>\\s*"), "");
}

std::string resized(const std::string& package, RowSpan block, std::initializer_list<int> steps) {
  Patcher form(package);
  for (const int count : steps) {
    form.resize_block(0, block, count);
    block.last = block.first + count - 1;
  }
  return form.package();
}

}  // namespace

TEST_CASE("a form grown and shrunk back has the references it had", "[xlsx]") {
  for (unsigned seed = 0; seed < 150; ++seed) {
    CAPTURE(seed);
    RandomForm form(seed);
    const auto before = form.parts().package();
    // 0-based, as the generator's rows are counted from 1
    const RowSpan block{form.block().first - 1, form.block().last - 1};
    const int size = block.last - block.first + 1;
    const int more = 1 + static_cast<int>(seed % 7);
    CHECK(references(resized(before, block, {size + more, size})) == references(before));
  }
}

TEST_CASE("growing in two steps is growing in one", "[xlsx]") {
  for (unsigned seed = 1000; seed < 1150; ++seed) {
    CAPTURE(seed);
    RandomForm form(seed);
    const auto before = form.parts().package();
    const RowSpan block{form.block().first - 1, form.block().last - 1};
    const int size = block.last - block.first + 1;
    CHECK(references(resized(before, block, {size + 2, size + 5})) ==
          references(resized(before, block, {size + 5})));
  }
}

}  // namespace huizong::xlsx
