#include "formula/code_levels.h"

#include <catch2/catch.hpp>

#include "fake_scope.h"
#include "formula/submission_scope.h"

namespace huizong::formula {
namespace {

using model::Blank;
using model::Figure;
using model::Submission;
using model::TableRow;
using model::Value;

TableRow row(const char* code, Value spent, bool filled = true) {
  TableRow r;
  r.columns["编码"].field = "编码";
  r.columns["编码"].type = model::FieldType::Code;
  if (*code != '\0') r.columns["编码"].value = std::string(code);
  r.columns["决算数"].field = "决算数";
  r.columns["决算数"].type = model::FieldType::Money;
  r.columns["决算数"].value = std::move(spent);
  r.has_figure = filled;
  return r;
}

Submission form(std::vector<TableRow> rows) {
  Submission s;
  s.key = {2021, "BMJS", "101001", ""};
  s.tables["支出"] = {"支出", std::move(rows)};
  return s;
}

/// 类 208 with two 款 of which one has two 项; 212 without any 款; the total without a code.
Submission spending() {
  return form({row("", Decimal(100)), row("208", Decimal(60)), row("20805", Decimal(40)),
               row("2080501", Decimal(15)), row("2080505", Decimal(25)), row("20808", Decimal(20)),
               row("212", Decimal(40)), row("2120101", Decimal(40)), row("213", Blank{}, false)});
}

std::string in_row(const Submission& s, std::size_t at, std::string_view text) {
  return shown(evaluate(parse(text), SubmissionScope(s, s.tables.at("支出").rows[at])));
}
std::string in_form(const Submission& s, std::string_view text) {
  return shown(evaluate(parse(text), SubmissionScope(s)));
}

}  // namespace

TEST_CASE("类 is the sum of its 款, 款 of its 项", "[formula]") {
  const Submission s = spending();
  CHECK(in_row(s, 1, "SUM(CHILDREN(决算数))") == "60");
  CHECK(in_row(s, 1, "COUNT(CHILDREN(决算数))") == "2");
  CHECK(in_row(s, 1, "SUM(CHILDREN(支出.决算数))") == "60");
  CHECK(in_row(s, 2, "SUM(CHILDREN(决算数))") == "40");
  CHECK(in_row(s, 2, "决算数 = SUM(CHILDREN(决算数))") == "true");
  CHECK(in_row(s, 6, "SUM(CHILDREN(决算数))") == "40");  // no 款 between 类 and 项
}

TEST_CASE("a row without rows below has no children, nor has one without a code", "[formula]") {
  const Submission s = spending();
  CHECK(in_row(s, 3, "COUNT(CHILDREN(决算数))") == "0");
  CHECK(in_row(s, 3, "SUM(CHILDREN(决算数))") == "n/a 下一级的决算数未填");
  CHECK(in_row(s, 0, "COUNTA(CHILDREN(编码))") == "0");
}

TEST_CASE("the total is the sum of the highest level", "[formula]") {
  CHECK(in_form(spending(), "SUM(TOP(支出.决算数))") == "100");
  CHECK(in_form(spending(), "COUNT(TOP(支出.决算数))") == "2");
  CHECK(in_row(spending(), 0, "SUM(TOP(决算数))") == "100");
  // Where 类 is left out, 款 is the highest level there is.
  CHECK(in_form(
            form({row("20805", Decimal(3)), row("2080501", Decimal(3)), row("20808", Decimal(4))}),
            "SUM(TOP(支出.决算数))") == "7");
  CHECK(in_form(form({}), "COUNT(TOP(支出.决算数))") == "0");
}

TEST_CASE("blanks among them are skipped, what is no number is told", "[formula]") {
  CHECK(in_row(form({row("208", Decimal(5)), row("20805", Blank{}), row("20808", Decimal(5))}), 0,
               "SUM(CHILDREN(决算数))") == "5");
  CHECK(in_row(form({row("208", Decimal(5)), row("20805", std::string("约5"))}), 0,
               "SUM(CHILDREN(决算数))") == "n/a 下一级的决算数是文字“约5”，不是数");
}

TEST_CASE("levels that cannot be told apart", "[formula]") {
  CHECK(in_row(form({row("208", Decimal(5)), row("2080", Decimal(5))}), 0,
               "SUM(CHILDREN(决算数))") == "n/a 编码“2080”不是3、5、7位，分不出类、款、项");
  CHECK(in_form(form({row("208", Decimal(5)), row("208", Decimal(2)), row("20805", Decimal(5))}),
                "SUM(TOP(支出.决算数))") == "n/a 编码“208”有两行，分不出下级属于哪一行");
  // Two lines of one 项 add up.
  CHECK(in_row(form({row("208", Decimal(7)), row("20805", Decimal(5)), row("20805", Decimal(2))}),
               0, "SUM(CHILDREN(决算数))") == "7");
  // A word in the code's column (合计, merged over it) is no code; full-width digits are.
  CHECK(in_form(form({row("合计", Decimal(5)), row("２０８", Decimal(5))}),
                "SUM(TOP(支出.决算数))") == "5");
}

// 2O5 with a letter O stood in no level: its row was left out of every sum, and nobody was told.
TEST_CASE("a mistyped code leaves the levels open, a word in its place does not", "[formula]") {
  const auto mistyped = form({row("合计", Decimal(1)), row("2O5", Decimal(1))});
  CHECK(in_form(mistyped, "SUM(TOP(支出.决算数))") == "n/a 编码“2O5”不全是数字，分不出类、款、项");
  const auto worded = form({row("合计", Decimal(7)), row("205", Decimal(1))});
  CHECK(in_form(worded, "SUM(TOP(支出.决算数))") == "1");
}

TEST_CASE("levels of what has none", "[formula]") {
  const Submission s = spending();
  CHECK(in_form(s, "SUM(CHILDREN(支出.决算数))") == "n/a 决算数没有按编码分级的行");
  CHECK(in_form(s, "SUM(TOP(别的.决算数))") == "n/a 决算数没有按编码分级的行");
  CHECK(in_form(s, "TOP(支出.决算数)") == "n/a 决算数是一列，不是一个数");
}

TEST_CASE("what CHILDREN takes is what a finding names", "[formula]") {
  const Submission s = spending();
  const auto& rows = s.tables.at("支出").rows;
  const auto figures =
      SubmissionScope(s, rows[2]).figures_in(parse("决算数 - SUM(CHILDREN(决算数))"));
  REQUIRE(figures.size() == 3);
  CHECK(figures[0] == &rows[2].columns.at("决算数"));
  CHECK(figures[2] == &rows[4].columns.at("决算数"));
}

}  // namespace huizong::formula
