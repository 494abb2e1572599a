#include "audit/side.h"

#include <algorithm>

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
    if (model::is_numeric(figure->type)) return figure->type;
  }
  return std::nullopt;
}

bool Side::has_rounded_term() const {
  return std::any_of(terms.begin(), terms.end(),
                     [](const Term& t) { return t.figure && t.figure->derived; });
}

std::string cells_of(const std::vector<const Figure*>& figures) {
  std::vector<CellRange> runs;
  for (const Figure* figure : figures) {
    if (!figure->place.cell) continue;
    const CellRef at = *figure->place.cell;
    if (!runs.empty()) {
      CellRange& run = runs.back();
      const bool below =
          run.first.col == at.col && run.last.col == at.col && run.last.row + 1 == at.row;
      const bool beside =
          run.first.row == at.row && run.last.row == at.row && run.last.col + 1 == at.col;
      if (below || beside) {
        run.last = at;
        continue;
      }
    }
    runs.push_back({at, at});
  }
  std::string text;
  for (const CellRange& run : runs) text += (text.empty() ? "" : "、") + to_string(run);
  return text;
}

}  // namespace huizong::audit
