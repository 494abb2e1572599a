#include "report/form_formulas.h"

#include <algorithm>
#include <map>

#include "formula/print.h"
#include "report/form_input.h"
#include "report/substitute.h"

namespace huizong::report {
namespace {

using formula::Derived;
using formula::Expr;

bool is_marked(const model::Figure& figure) {
  const auto* blank = std::get_if<model::Blank>(&figure.value);
  return blank != nullptr && blank->not_applicable && !figure.raw.empty();
}

/// Whether a cell of that kind holds the figure itself.
bool holds_figure(const mapping::Typing& typing) {
  return !typing.percent_scale && typing.type != model::FieldType::LabelWeight &&
         typing.type != model::FieldType::Year;
}

class FormFormulas : public formula::CellNames {
 public:
  FormFormulas(const mapping::Mapping& mapping, const model::Submission& submission,
               const FormPlaces& places)
      : mapping_(mapping), submission_(submission), places_(places) {
    for (const auto& [path, cell] : places.cells()) {
      const bool ours =
          std::any_of(mapping.definitions.derived.begin(), mapping.definitions.derived.end(),
                      [&, p = path](const Derived& d) { return d.reported == p; });
      const model::Figure* figure = submission.find(path);
      if (ours || figure == nullptr || !holds_figure(cell.typing)) continue;
      if (cell.field != nullptr && !cell.field->patterns.empty()) continue;
      cells_[path] = to_string(cell.at);
      marks_[path] = is_marked(*figure) ? 1 : 0;
    }
    for (const auto& table : mapping.tables) add_columns(table);
  }

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
    } else if (!place.typing.percent_scale) {
      cells_[derived.name] = to_string(place.at);
      marks_[derived.name] = 0;
    }
    return cell;
  }

  std::optional<std::string> place(const Expr& piece) const override {
    const auto* path = std::get_if<formula::PathNode>(&piece->what);
    if (path == nullptr || !path->path.form.empty()) return std::nullopt;
    if (path->path.is_range()) return grid_range(path->path);
    const auto found = cells_.find(path->path.to_string());
    return found == cells_.end() ? std::nullopt : std::optional(found->second);
  }

  int marks(const Expr& piece) const override {
    const auto* path = std::get_if<formula::PathNode>(&piece->what);
    if (path == nullptr) return 0;
    int count = 0;
    for (const auto& name :
         path->path.is_range() ? grid_paths(path->path) : std::vector{path->path.to_string()}) {
      const auto found = marks_.find(name);
      if (found != marks_.end()) count += found->second;
    }
    return count;
  }

 private:
  void add_columns(const mapping::TableBlock& table) {
    const auto rows = submission_.tables.find(table.name);
    if (rows == submission_.tables.end()) return;
    for (const auto& column : table.columns) {
      if (column.fill_down || !holds_figure(column.typing)) continue;
      const std::string path = table.name + "." + column.name;
      const CellRange range{{places_.first_row(table), column.col},
                            {places_.last_row(table), column.col}};
      // One row is still a range: its sum must grow when an officer adds another.
      cells_[path] = to_string(range.first) + ":" + to_string(range.last);
      marks_[path] = static_cast<int>(
          std::count_if(rows->second.rows.begin(), rows->second.rows.end(), [&](const auto& row) {
            const auto figure = row.columns.find(column.name);
            return figure != row.columns.end() && is_marked(figure->second);
          }));
    }
  }

  model::Value value_of(const std::string& name) const {
    const model::Figure* figure = submission_.find(name);
    if (figure == nullptr || model::not_available(figure->value)) return model::Blank{};
    return figure->value;
  }

  /// The figures of 支出.甲:丁.决算数, one a row of the grid; none where it is no such range.
  std::vector<std::string> grid_paths(const formula::Path& path) const {
    std::vector<std::string> paths;
    if (path.parts.size() != 3 || path.range_part != 1) return paths;
    for (const auto& grid : mapping_.grids) {
      if (grid.name != path.parts[0]) continue;
      bool inside = false;
      for (const auto& row : grid.rows) {
        inside = inside || row.name == path.parts[1];
        if (inside) paths.push_back(grid.name + "." + row.name + "." + path.parts[2]);
        if (row.name == path.range_last) return inside ? paths : std::vector<std::string>{};
      }
    }
    return {};
  }

  /// A range of the sheet, if the grid's rows stand right below each other.
  std::optional<std::string> grid_range(const formula::Path& path) const {
    std::optional<CellRef> first, last;
    for (const auto& name : grid_paths(path)) {
      if (!cells_.contains(name)) return std::nullopt;
      const CellRef at = places_.cells().at(name).at;
      if (last && at.row != last->row + 1) return std::nullopt;
      if (!first) first = at;
      last = at;
    }
    if (!first) return std::nullopt;
    return to_string(*first) + ":" + to_string(*last);
  }

  /// The expression with derived figures that have no cell of their own written out, rounded as
  /// they are.
  Expr written_out(const Expr& expr) const {
    return substitute(expr, [this](const Expr& piece) -> Expr {
      const auto* path = std::get_if<formula::PathNode>(&piece->what);
      if (path == nullptr || !path->path.form.empty() || cells_.contains(path->path.to_string()))
        return nullptr;
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
  std::map<std::string, std::string> cells_;  // by path: the cell or range that holds just that
  std::map<std::string, int> marks_;
};

}  // namespace

std::vector<DerivedCell> derived_cells(const mapping::Mapping& mapping,
                                       const model::Submission& submission,
                                       const FormPlaces& places) {
  FormFormulas formulas(mapping, submission, places);
  std::vector<DerivedCell> cells;
  for (const auto& derived : mapping.definitions.derived) {
    if (!places.cells().contains(derived.reported)) continue;
    cells.push_back(formulas.cell_of(derived));
  }
  return cells;
}

}  // namespace huizong::report
