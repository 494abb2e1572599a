#include "report/form/formulas.h"

#include <iterator>

#include "formula/print.h"
#include "report/form/input.h"
#include "report/form/operands.h"
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
        form_(form),
        operands_(mapping, submission, places, form) {}

  DerivedCell cell_of(const Derived& derived) {
    const FormCell& place = places_.cells().at(derived.reported);
    const mapping::Pattern* pattern =
        place.field == nullptr ? nullptr
                               : pattern_of(mapping_.blank.sheets[place.sheet], *place.field);
    sheet_ = place.sheet;
    DerivedCell cell{place.sheet, place.at, formula_of(derived), value_of(derived.name)};
    multiply(cell, place.typing);
    if (pattern != nullptr) {
      const bool truth = std::holds_alternative<bool>(cell.value);
      if (pattern->names().size() != 1 || truth) cell.formula.reset();
      if (cell.formula) cell.formula = worded(*pattern, *cell.formula);
      cell.value = pattern->fill({model::to_string(cell.value)});
    } else if (place.typing.as_is() &&
               (cell.formula || !std::holds_alternative<bool>(cell.value))) {
      operands_.add(derived.name, place.sheet, place.at);
    }
    return cell;
  }

  /// A column derived row by row, in the rows that somebody filled in.
  std::vector<DerivedCell> cells_of_column(const Derived& derived, const mapping::TableBlock& table,
                                           const mapping::Column& column) {
    std::vector<DerivedCell> cells;
    const auto read = submission_.tables.find(table.name);
    if (read == submission_.tables.end()) return cells;
    const auto& rows = read->second.rows;
    const FormTyping typing = places_.typing_of(table, column);
    sheet_ = places_.sheet_of(table);
    bool whole = typing.as_is();  // every filled row holds its figure
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const CellRef at{places_.first_row(table) + static_cast<int>(i), column.col};
      const auto figure = rows[i].columns.find(derived.name);
      if (!rows[i].has_figure || figure == rows[i].columns.end()) continue;
      if (form_.extent(sheet_, at).first != at) {
        whole = false;
        continue;
      }
      row_ = Row{&table, i};
      DerivedCell cell{sheet_, at, formula_of(derived), value_of(figure->second)};
      row_.reset();
      multiply(cell, typing);
      whole = whole && (cell.formula || !std::holds_alternative<bool>(cell.value));
      cells.push_back(std::move(cell));
    }
    if (whole) operands_.add(derived.path(), table, column.col);
    if (whole) columns_of_ours_.emplace(derived.path(), column.col);
    return cells;
  }

  std::optional<std::string> place(const Expr& piece) const override {
    const auto operand = operand_of(piece);
    if (!operand) return std::nullopt;
    if (operand->sheet == sheet_) return operand->cells;
    return quoted_sheet(mapping_.blank.sheets[operand->sheet].name) + "!" + operand->cells;
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
    const auto* node = std::get_if<formula::PathNode>(&piece->what);
    if (node == nullptr) return std::nullopt;
    const formula::Path& path = node->path;
    if (!row_ || !path.form.empty() || path.is_range()) return operands_.find(path);
    const std::string name = path.to_string();
    const int first = places_.first_row(*row_->table);
    if (const auto ours = columns_of_ours_.find(row_->table->name + "." + name);
        ours != columns_of_ours_.end()) {
      return FormOperand{to_string(CellRef{first + static_cast<int>(row_->at), ours->second}),
                         places_.sheet_of(*row_->table)};
    }
    for (const mapping::Column& column : row_->table->columns) {
      if (column.name == name) return operands_.in_row(*row_->table, column, row_->at);
    }
    return operands_.find(path);
  }

  /// The derived figure a path names here: in a row one of the row's own first.
  const Derived* derived_of(const formula::Path& path) const {
    if (!path.form.empty()) return nullptr;
    const std::string name = path.to_string();
    if (row_) {
      if (const Derived* column = mapping_.definitions.find_column(row_->table->name, name))
        return column;
    }
    return mapping_.definitions.find_derived(name);
  }

  /// Blank for what the formula gives "" for: n/a, and an error that it only refers to.
  static model::Value value_of(const model::Figure& figure) {
    const bool has_value = model::is_available(figure.value) &&
                           !std::holds_alternative<model::CellError>(figure.value);
    return has_value ? figure.value : model::Blank{};
  }
  model::Value value_of(const std::string& name) const {
    const model::Figure* figure = submission_.find(name);
    return figure == nullptr ? model::Blank{} : value_of(*figure);
  }

  /// The expression with derived figures that have no cell of their own written out, rounded as
  /// they are.
  Expr written_out(const Expr& expr) const {
    return substitute(expr, [this](const Expr& piece) -> Expr {
      const auto* path = std::get_if<formula::PathNode>(&piece->what);
      if (path == nullptr || operand_of(piece)) return nullptr;
      const Derived* derived = derived_of(path->path);
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

  /// Rates in percent, money in another unit than the figure's.
  static void multiply(DerivedCell& cell, const FormTyping& typing) {
    if (typing.as_is()) return;
    if (const auto* number = model::number(cell.value)) cell.value = *number * typing.times;
    if (cell.formula)
      cell.formula = "IFERROR((" + *cell.formula + ")*" + typing.times.to_string() + ",\"\")";
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
  const xlsx::Patcher& form_;
  FormOperands operands_;
  struct Row {
    const mapping::TableBlock* table;
    std::size_t at;  ///< from 0
  };
  std::size_t sheet_ = 0;   ///< of the template, that a formula is being made for
  std::optional<Row> row_;  ///< the row a formula is being made for
  std::map<std::string, int> columns_of_ours_;  ///< derived by row and holding just that, by path
};

}  // namespace

std::vector<DerivedCell> derived_cells(const mapping::Mapping& mapping,
                                       const model::Submission& submission,
                                       const FormPlaces& places, const xlsx::Patcher& form) {
  FormFormulas formulas(mapping, submission, places, form);
  std::vector<DerivedCell> cells;
  for (const auto& derived : mapping.definitions.derived) {
    for (const auto& table : mapping.tables()) {
      if (table.name != derived.each_table) continue;
      for (const auto& column : table.columns) {
        if (column.name != derived.reported) continue;
        auto column_cells = formulas.cells_of_column(derived, table, column);
        cells.insert(cells.end(), std::make_move_iterator(column_cells.begin()),
                     std::make_move_iterator(column_cells.end()));
      }
    }
    if (derived.by_row() || !places.cells().contains(derived.reported)) continue;
    cells.push_back(formulas.cell_of(derived));
  }
  return cells;
}

}  // namespace huizong::report
