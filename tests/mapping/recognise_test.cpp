#include "mapping/recognise.h"

#include <catch2/catch.hpp>

#include "mapping/self_evaluation.h"

using namespace huizong;
using namespace huizong::mapping;
using namespace huizong::testing;

namespace {
using Sheets = std::vector<std::size_t>;

/// Where the form's only sheet is.
Sheets sheets(const Mapping& mapping, const xlsx::Workbook& workbook) {
  Sheets found;
  for (const Recognised& form : recognise(mapping, workbook))
    found.push_back(*form.sheets.front().at);
  return found;
}

xlsx::Workbook book(std::vector<xlsx::Sheet> sheets) {
  auto made = workbook(sheets.front());
  made.sheets = std::move(sheets);
  return made;
}

xlsx::Sheet named(xlsx::Sheet sheet, const char* name,
                  xlsx::SheetState state = xlsx::SheetState::Visible) {
  sheet.name = name;
  sheet.state = state;
  return sheet;
}
}  // namespace

TEST_CASE("sheets that hold all the words of the form are it", "[recognise]") {
  const auto m = self_evaluation();
  const auto other = sheet("姓名 | 三级指标");
  CHECK(sheets(m, book({other, filled_form(), other, filled_form()})) == Sheets{1, 3});
  CHECK(sheets(m, book({other})).empty());
  CHECK(sheets(m, book({sheet("")})).empty());
}

TEST_CASE("instructions that mention the form are not the form", "[recognise]") {
  const auto prose = sheet(
      "填报说明：请各单位在规定时间内填报部门整体支出绩效自评表，逐项填列资金情况（万元）以及各三级"
      "指标的完成情况，填好后加盖公章，"
      "连同电子表格一并报送财政局绩效科，逾期不予受理，特此说明，并请于报送前自行核对各项数据");
  CHECK(sheets(self_evaluation(), book({prose, filled_form()})) == Sheets{1});
}

TEST_CASE("a hidden sheet is looked at only when no visible one fits", "[recognise]") {
  const auto m = self_evaluation();
  const auto hidden = named(filled_form(), "旧", xlsx::SheetState::Hidden);
  const auto very_hidden = named(filled_form(), "库", xlsx::SheetState::VeryHidden);
  CHECK(sheets(m, book({hidden, filled_form()})) == Sheets{1});
  CHECK(sheets(m, book({hidden, very_hidden, sheet("x")})) == Sheets{0, 1});
}

TEST_CASE("the sheet's name must fit, where the mapping asks for one", "[recognise]") {
  struct Case {
    const char* pattern;
    const char* name;
    bool fits;
  };
  const auto c = GENERATE(values<Case>({
      {"*", "", true},
      {"自评表", "自评表 ", true},  // a trailing blank is easily typed
      {"自评表", "自评表2", false},
      {"自评表?", "自评表二", true},  // ? is one character, not one byte
      {"自评表?", "自评表", false},
      {"*自评*", "2021整体自评表", true},
      {"自评*表*9", "自评x表y8", false},
      {"附件?（*）", "附件2(自评)", true},
  }));
  CAPTURE(c.pattern, c.name);
  auto m = self_evaluation();
  m.recognise.sheet = c.pattern;
  CHECK(sheets(m, book({named(filled_form(), c.name)})).empty() != c.fits);
}
