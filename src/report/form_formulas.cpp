#include "report/form_formulas.h"

#include "formula/print.h"
#include "report/form_input.h"
#include "report/form_operands.h"
#include "report/substitute.h"

namespace huizong::report {
namespace {

using formula::Derived;
using formula::Expr;

class FormFormulas : public formula::CellNames {
 public:
  FormFormulas(const mapping::Mapping& mapping, const model::Submission& submission,
               const FormPlaces& places, const xlsx::Patcher& form)
      : mapping_(mapping),
        submission_(submission),
        places_(places),
        operands_(mapping, submission, places, form) {}

  DerivedCell cell_of(const Derived& derived) {
    const FormCell& place = places_.cells().at(derived.reported);
    const mapping::Pattern* pattern =
        place.field == nullptr ? nullptr : pattern_of(mapping_, *place.field);
    DerivedCell cell{place.at, std::nullopt, value_of(derived.name)};
    if (place.typing.percent_scale) {
      if (const auto* rate = model::number(cell.value)) cell.value = *rate * Decimal(100);
    }
    cell.formula = formula_of(derived);
    if (cell.formula && place.typing.percent_scale)
      cell.formula = "IFERROR((" + *cell.formula + ")*100,\"\")";
    if (pattern != nullptr) {
      const bool truth = std::holds_alternative<bool>(cell.value);
      if (pattern->names().size() != 1 || truth) cell.formula.reset();
      if (cell.formula) cell.formula = worded(*pattern, *cell.formula);
      cell.value = pattern->fill({model::to_string(cell.value)});
    } else if (!place.typing.percent_scale &&
               (cell.formula || !std::holds_alternative<bool>(cell.value))) {
      operands_.add(derived.name, place.at);
    }
    return cell;
  }

  std::optional<std::string> place(const Expr& piece) const override {
    const auto operand = operand_of(piece);
    return operand ? std::optional(operand->cells) : std::nullopt;
  }
  int marks(const Expr& piece) const override {
    const auto operand = operand_of(piece);
    return operand ? operand->marks : 0;
  }
  std::vector<std::string> mark_texts(const Expr& piece) const override {
    const auto operand = operand_of(piece);
    if (!operand) return {};
    return {operand->mark_texts.begin(), operand->mark_texts.end()};
  }
  bool unread(const Expr& piece) const override {
    const auto operand = operand_of(piece);
    return operand && operand->unread;
  }

 private:
  std::optional<FormOperand> operand_of(const Expr& piece) const {
    const auto* path = std::get_if<formula::PathNode>(&piece->what);
    return path == nullptr ? std::nullopt : operands_.find(path->path);
  }

  /// Blank for what the formula gives "" for: n/a, and an error that it only refers to.
  model::Value value_of(const std::string& name) const {
    const model::Figure* figure = submission_.find(name);
    const bool has_value = figure != nullptr && model::is_available(figure->value) &&
                           !std::holds_alternative<model::CellError>(figure->value);
    return has_value ? figure->value : model::Blank{};
  }

  /// The expression with derived figures that have no cell of their own written out, rounded as
  /// they are.
  Expr written_out(const Expr& expr) const {
    return substitute(expr, [this](const Expr& piece) -> Expr {
      const auto* path = std::get_if<formula::PathNode>(&piece->what);
      if (path == nullptr || !path->path.form.empty() || operands_.find(path->path)) return nullptr;
      const Derived* derived = mapping_.definitions.find_derived(path->path.to_string());
      if (derived == nullptr || !derived->bands.empty()) return nullptr;
      const auto digits = std::make_shared<const formula::Node>(
          formula::Node{formula::NumberNode{derived->digits}, piece->span});
      return std::make_shared<const formula::Node>(formula::Node{
          formula::CallNode{"ROUND", {written_out(derived->expr), digits}}, piece->span});
    });
  }

  std::optional<std::string> formula_of(const Derived& derived) const {
    if (!derived.bands.empty()) {
      const auto graded = place(derived.expr);
      return graded ? std::optional(formula::print_bands(derived.bands, *graded)) : std::nullopt;
    }
    const Expr expr = written_out(derived.expr);
    if (!formula::printable(expr)) return std::nullopt;
    for (const auto& path : formula::paths_of(expr)) {
      const auto node =
          std::make_shared<const formula::Node>(formula::Node{formula::PathNode{path}, {}});
      if (!place(node)) return std::nullopt;
      // RANK passes over what was not read, and so cannot tell a column that was not read at all.
      if (unread(node) && calls(expr, "RANK")) return std::nullopt;
    }
    return formula::print_excel(expr, *this, derived.digits);
  }

  static std::string worded(const mapping::Pattern& pattern, const std::string& formula) {
    std::string text = formula;
    const auto& [before, after] = std::pair(pattern.literals().front(), pattern.literals().back());
    if (!before.empty()) text = formula::quoted(before) + "&" + text;
    if (!after.empty()) text += "&" + formula::quoted(after);
    return text;
  }

  const mapping::Mapping& mapping_;
  const model::Submission& submission_;
  const FormPlaces& places_;
  FormOperands operands_;
};

}  // namespace

std::vector<DerivedCell> derived_cells(const mapping::Mapping& mapping,
                                       const model::Submission& submission,
                                       const FormPlaces& places, const xlsx::Patcher& form) {
  FormFormulas formulas(mapping, submission, places, form);
  std::vector<DerivedCell> cells;
  for (const auto& derived : mapping.definitions.derived) {
    if (!places.cells().contains(derived.reported)) continue;
    cells.push_back(formulas.cell_of(derived));
  }
  return cells;
}

}  // namespace huizong::report
