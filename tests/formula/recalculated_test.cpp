// The two halves of the language against each other: what evaluate() gives, and
// what LibreOffice gives for the formula print_excel() prints of the same tree.
//
// HUIZONG_RANDOM_FORMULAS=30000 tries so many others. Among so many a rounding tie
// turns up now and then that LibreOffice rounds on the binary number (0.5*0.0725
// as 0.00% gives 3.62%); Excel and we round the decimal one.

#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <random>

#include "fake_scope.h"
#include "formula/print.h"
#include "support/support.h"

namespace huizong::formula {
namespace {

using model::Value;

/// One row of the sheet: a to f in A to F, the column L in G:J, the column M in K:N.
struct Row {
  FakeScope scope;
  std::vector<std::string> cells;
};
const std::string kUnreadCell = "t:" + std::string(kNotRead);
const char* const kScalars[] = {"a", "b", "c", "d", "e", "f"};

class RowCells : public CellNames {
 public:
  RowCells(const Row& row, std::size_t number) : row_(row), number_(std::to_string(number)) {}
  std::optional<std::string> place(const Expr& piece) const override {
    const auto* path = std::get_if<PathNode>(&piece->what);
    if (!path) return std::nullopt;
    const std::string name = path->path.to_string();
    if (name == "L") return "G" + number_ + ":J" + number_;
    if (name == "M") return "K" + number_ + ":N" + number_;
    return std::string(1, static_cast<char>(name[0] - 'a' + 'A')) + number_;
  }
  std::vector<std::string> mark_texts(const Expr& piece) const override {
    return marks(piece) > 0 ? std::vector<std::string>{"—"} : std::vector<std::string>{};
  }
  bool unread(const Expr& piece) const override {
    const std::string name = std::get<PathNode>(piece->what).path.to_string();
    const auto cell = [&](std::size_t at) { return row_.cells[at] == kUnreadCell; };
    if (name == "L") return cell(6) || cell(7) || cell(8) || cell(9);
    if (name == "M") return cell(10) || cell(11) || cell(12) || cell(13);
    return cell(static_cast<std::size_t>(name[0] - 'a'));
  }
  int marks(const Expr& piece) const override {
    const std::string name = std::get<PathNode>(piece->what).path.to_string();
    const auto is_mark = [](const Value& v) {
      return model::is_blank(v) && std::get<model::Blank>(v).not_applicable;
    };
    if (name.size() == 1 && name[0] >= 'a') return is_mark(row_.scope.scalars.at(name)) ? 1 : 0;
    int count = 0;
    for (const Value& v : row_.scope.lists.at(name)) count += is_mark(v) ? 1 : 0;
    return count;
  }

 private:
  const Row& row_;
  std::string number_;
};

class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  Row row() {
    Row r;
    for (const char* name : kScalars) r.scope.scalars[name] = cell(r);
    for (const char* name : {"L", "M"}) {
      for (int i = 0; i < 4; ++i) r.scope.lists[name].push_back(cell(r));
    }
    return r;
  }

  std::string number(int depth) {
    if (depth <= 0)
      return pick({"a", "b", "c", "d", "e", "f", "1", "2", "0", "100", "0.5", "SUM(L)"});
    const auto n = [&] { return number(depth - 1); };
    switch (below(26)) {
      case 0:
      case 1:
      case 2:
        return "(" + n() + "+" + n() + ")";
      case 3:
      case 4:
        return "(" + n() + "-" + n() + ")";
      case 5:
      case 6:
        return "(" + n() + ")*(" + n() + ")";
      case 7:
      case 8:
      case 9:
        return "(" + n() + ")/(" + n() + ")";
      case 10:
        return "-(" + n() + ")";
      case 11:
        return "(" + n() + ")%";
      case 12:
        return "(" + n() + ")^" + pick({"2", "3", "(-1)", "0", "0.5", "(MIN(f, 4))"});
      case 13:
        return pick({"SUM", "AVERAGE", "MIN", "MAX"}) + "(" +
               pick({"L", "M", "L, M", "a", "a, b, c", "L, a"}) + ")";
      case 14:
        return pick({"SUM", "AVERAGE", "MIN", "MAX"}) + "(" + n() + ", " + n() + ", " +
               pick({"a", "L", "1"}) + ")";
      case 15:
        return pick({"COUNT", "COUNTA"}) + "(" + pick({"L", "a, b", "L, M, c", "a"}) + ")";
      case 16:
        return "COUNTIF(" + pick({"L", "M", "a"}) + ", " + criterion() + ")";
      case 17:
        return "SUMIF(L, " + criterion() + pick({", M", ""}) + ")";
      case 18:
        return pick({"ROUND", "ROUNDUP", "ROUNDDOWN"}) + "(" + n() + ", " +
               pick({"0", "1", "2", "-1"}) + ")";
      case 19:
        return "ABS(" + n() + ")";
      case 20:
      case 21:
        return "IF(" + truth(depth - 1) + ", " + n() + ", " + n() + ")";
      case 22:
        return "IFS(" + truth(depth - 1) + ", " + n() + ", " + truth(depth - 1) + ", " + n() + ")";
      case 23:
        return "IFERROR(" + n() + ", " + n() + ")";
      case 24:
        return "LEN(" + text(depth - 1) + ")";
      default:
        return pick({"RANK(a, L)", "RANK(b, M)", "COUNT(L)", "a"});
    }
  }
  std::string truth(int depth) {
    const std::string sign = pick({"=", "<>", "<", "<=", ">", ">="});
    if (depth <= 0) return pick({"a", "b", "c", "d"}) + sign + pick({"1", "2", "\"优\"", "e", "f"});
    switch (below(9)) {
      case 0:
      case 1:
      case 2:
        return "(" + number(depth - 1) + sign + number(depth - 1) + ")";
      case 3:
        return "(" + text(depth - 1) + pick({"=", "<>"}) + text(depth - 1) + ")";
      case 4:
        return pick({"AND", "OR"}) + "(" + truth(depth - 1) + ", " + truth(depth - 1) + ")";
      case 5:
        return "NOT(" + truth(depth - 1) + ")";
      case 6:
        return "ISBLANK(" + pick({"a", "b", "c"}) + ")";
      case 7:
        return "IF(" + truth(depth - 1) + ", " + truth(depth - 1) + ", " + pick({"TRUE", "FALSE"}) +
               ")";
      default:
        return "(" + pick({"a", "b", "c"}) + pick({"=", "<>"}) + pick({"d", "e", "f"}) + ")";
    }
  }
  std::string text(int depth) {
    if (depth <= 0) return pick({"\"优\"", "\"a b\"\"c\"", "a", "b", "\"\""});
    switch (below(6)) {
      case 4:
        return "BAND(" + number(depth - 1) + ")";
      case 0:
        return "(" + text(depth - 1) + "&" + text(depth - 1) + ")";
      case 1:
        return pick({"LEFT", "RIGHT"}) + "(" + text(depth - 1) + ", " + pick({"1", "2", "c", "0"}) +
               ")";
      case 2:
        return "MID(" + text(depth - 1) + ", " + pick({"1", "2", "d"}) + ", 2)";
      case 3:
        return "TEXT(" + number(depth - 1) + ", " + pick({"\"0\"", "\"0.00%\"", "\"#,##0.0\""}) +
               ")";
      default:
        return "IF(" + truth(depth - 1) + ", " + text(depth - 1) + ", " + text(depth - 1) + ")";
    }
  }
  std::string any(int depth) {
    switch (below(8)) {
      case 0:
        return truth(depth);
      case 1:
        return text(depth);
      case 2:
        return "IF(" + truth(depth) + ", " + number(depth - 1) + ", " + text(depth - 1) + ")";
      default:
        return number(depth);
    }
  }
  int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }

 private:
  std::string pick(std::vector<std::string> from) {
    return from[static_cast<std::size_t>(below(static_cast<int>(from.size())))];
  }
  std::string criterion() {
    return pick({"\">=1\"", "\"<2\"", "2", "\"优\"", "\"<>优\"", "\"<>2\"", "\"*c\"", "a"});
  }

  Value cell(Row& r) {
    const auto take = [&](std::string cell, Value value) {
      r.cells.push_back(std::move(cell));
      return value;
    };
    const auto number = [&](const char* text) { return take(std::string("n:") + text, dec(text)); };
    switch (below(31)) {
      case 30:
        return take(kUnreadCell, model::NotAvailable{{"读不出", "unreadable"}, "x"});
      case 0:
      case 1:
      case 2:
        return take("", model::Blank{});
      case 3:
        return take("t:优", std::string("优"));
      case 4:
        return take("t:abc", std::string("abc"));
      case 5:
        return take("t:5", std::string("5"));
      case 6:
        return take("e:#DIV/0!", model::CellError{"#DIV/0!"});
      case 7:
        return take("m:", model::NotAvailable{{"缺", "missing"}, "x"});
      case 8:
        return take("t:—", model::Blank{true});
      case 9:
      case 10:
      case 11:
        return number("0");
      case 12:
      case 13:
        return number("2");
      case 14:
        return number("-3");
      case 15:
        return number("0.3");
      case 16:
        return number("0.1");
      case 17:
        return number("0.2");
      case 18:
        return number("-0.3");
      case 19:
        return number("1064.54");
      case 20:
        return number("12345678.91");
      default:
        return number(pick({"1", "4", "10", "95.5", "100", "33.33", "0.0725", "1"}).c_str());
    }
  }

  std::mt19937 random_;
};

std::string as_read(const Value& v) {
  if (const Decimal* n = model::number(v)) return "n:" + n->to_string();
  if (const std::string* t = model::text(v)) return t->empty() ? "" : "t:" + *t;
  if (const bool* b = std::get_if<bool>(&v)) return *b ? "l:TRUE" : "l:FALSE";
  return "";
}

bool agree(const std::string& ours, const std::string& theirs) {
  if (ours == theirs) return true;
  if (ours.rfind("n:", 0) != 0 || theirs.rfind("n:", 0) != 0) return false;
  const double a = std::strtod(ours.c_str() + 2, nullptr),
               b = std::strtod(theirs.c_str() + 2, nullptr);
  return std::abs(a - b) <= 1e-9 + 1e-9 * std::max(std::abs(a), std::abs(b));
}

/// A python3 that has openpyxl; "" where there is none, or no LibreOffice.
std::string python() {
  if (std::system("soffice --version >/dev/null 2>&1") != 0) return "";
  for (const char* candidate : {"python3", "/usr/bin/python3"}) {
    if (std::system((std::string(candidate) + " -c 'import openpyxl' >/dev/null 2>&1").c_str()) ==
        0)
      return candidate;
  }
  return "";
}

}  // namespace

TEST_CASE("printed formulas, recalculated by LibreOffice, give what we evaluate",
          "[formula][slow]") {
  const std::string python3 = python();
  if (python3.empty()) {
    WARN("skipped: LibreOffice or python3 with openpyxl is not installed");
    return;
  }
  const char* const wanted = std::getenv("HUIZONG_RANDOM_FORMULAS");
  const int count = wanted ? std::atoi(wanted) : 600;
  Generator generate(wanted ? static_cast<unsigned>(count) * 7u : 20220315u);

  struct Case {
    std::string expression, formula, cells, ours;
  };
  std::vector<Case> cases;
  while (static_cast<int>(cases.size()) < count) {
    Case c;
    c.expression = generate.any(1 + generate.below(3));
    const Row row = generate.row();
    const Expr tree = parse(c.expression);
    if (!printable(tree)) continue;
    const std::optional<int> digits = generate.below(2) == 0 ? std::optional<int>(4) : std::nullopt;
    c.formula = print_excel(tree, RowCells(row, cases.size() + 1), digits);
    Value value = evaluate(tree, row.scope);
    if (const Decimal* n = model::number(value); n && digits) value = n->rounded(*digits);
    c.ours = as_read(value);
    for (const std::string& cell : row.cells) c.cells += cell + "\t";
    cases.push_back(std::move(c));
  }

  const testing::TempFolder folder;
  std::string lines;
  for (const Case& c : cases) lines += c.cells + c.formula + "\n";
  testing::write_file(folder / "lines", lines);
  const std::string command = python3 + " " +
                              testing::project_file("tests/formula/recalculate.py").string() + " " +
                              (folder / "lines").string() + " " + (folder / "results").string();
  REQUIRE(std::system(command.c_str()) == 0);

  std::ifstream results(folder / "results");
  std::string theirs;
  std::size_t values = 0;
  for (const Case& c : cases) {
    REQUIRE(std::getline(results, theirs));
    if (!c.ours.empty()) ++values;
    if (agree(c.ours, theirs)) continue;
    FAIL_CHECK(c.expression << "\n  =" << c.formula << "\n  cells " << c.cells << "\n  ours "
                            << c.ours << ", theirs " << theirs);
  }
  CHECK(values > cases.size() / 4);  // not n/a all over
}

}  // namespace huizong::formula
