#include "audit/side.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace huizong::audit {
namespace {

using formula::Expr;
using formula::Op;
using model::Figure;

/// Adds the terms of a sum to the list, going through +, - and SUM.
class TermCollector {
 public:
  TermCollector(const formula::SubmissionScope& scope, std::vector<Term>& terms)
      : scope_(scope), terms_(terms) {}

  void collect(const Expr& expr, bool negative) {
    if (const auto* binary = std::get_if<formula::BinaryNode>(&expr->what);
        binary && (binary->op == Op::Add || binary->op == Op::Subtract)) {
      collect(binary->left, negative);
      collect(binary->right, negative != (binary->op == Op::Subtract));
    } else if (const auto* call = std::get_if<formula::CallNode>(&expr->what);
               call && call->function == "SUM") {
      for (const Expr& argument : call->arguments) collect(argument, negative);
    } else if (call && formula::gives_list(*call)) {
      for (const Figure* figure : scope_.figures_in(expr)) add(figure->value, figure, negative);
    } else if (const auto* path = std::get_if<formula::PathNode>(&expr->what)) {
      for (const Figure* figure : scope_.figures(path->path)) add(figure->value, figure, negative);
    } else {
      add(formula::evaluate(expr, scope_), nullptr, negative);
    }
  }

 private:
  void add(const model::Value& value, const Figure* figure, bool negative) {
    if (const Decimal* n = model::number(value)) terms_.push_back({negative ? -*n : *n, figure});
  }

  const formula::SubmissionScope& scope_;
  std::vector<Term>& terms_;
};

}  // namespace

Side evaluate_side(const Expr& expr, const formula::SubmissionScope& scope) {
  Side side;
  side.value = formula::evaluate(expr, scope);
  side.figures = scope.figures_in(expr);
  TermCollector(scope, side.terms).collect(expr, false);
  return side;
}

std::optional<model::FieldType> Side::kind() const {
  for (const Figure* figure : figures) {
    if (model::is_numeric(figure->type) || figure->type == model::FieldType::Year)
      return figure->type;
  }
  return std::nullopt;
}

bool Side::has_rounded_term() const {
  return std::any_of(terms.begin(), terms.end(),
                     [](const Term& t) { return t.figure && t.figure->derived; });
}

Decimal Side::coarse() const {
  Decimal total;
  for (const Term& term : terms) {
    const int digits = term.figure ? term.figure->shown_decimals.value_or(0) : 0;
    if (digits >= 0) continue;
    Decimal half = 5;
    for (int i = digits + 1; i < 0; ++i) half = half * 10;
    total += half;
  }
  return total;
}

namespace {

/// Cells of one sheet that stand in a row or column.
struct Run {
  const Location* place;
  CellRange cells;

  bool takes(const Location& next) const {
    const CellRef at = *next.cell;
    const bool below =
        cells.first.col == at.col && cells.last.col == at.col && cells.last.row + 1 == at.row;
    const bool beside =
        cells.first.row == at.row && cells.last.row == at.row && cells.last.col + 1 == at.col;
    return place->file == next.file && place->sheet == next.sheet && (below || beside);
  }
  std::string text(const Location& from) const {
    const bool same_file = place->file == from.file;
    Location other{same_file ? "" : place->file,
                   same_file && place->sheet == from.sheet ? "" : place->sheet, std::nullopt};
    const std::string where = to_string(other);
    return (where.empty() ? "" : where + " › ") + to_string(cells);
  }
};

}  // namespace

std::string cells_of(const std::vector<const Figure*>& figures, const Location& from,
                     std::size_t most) {
  std::vector<Run> runs;
  std::set<std::tuple<std::string, std::string, CellRef>> listed;  // SUMIF names one twice
  for (const Figure* figure : figures) {
    if (!figure->place.cell ||
        !listed.insert({figure->place.file, figure->place.sheet, *figure->place.cell}).second)
      continue;
    if (!runs.empty() && runs.back().takes(figure->place))
      runs.back().cells.last = *figure->place.cell;
    else
      runs.push_back({&figure->place, {*figure->place.cell, *figure->place.cell}});
  }
  std::string text;
  for (std::size_t i = 0; i < runs.size() && i < most; ++i)
    text += (i > 0 ? "、" : "") + runs[i].text(from);
  return runs.size() > most ? text + fmt::format(" 等 {} 处", runs.size()) : text;
}

}  // namespace huizong::audit
