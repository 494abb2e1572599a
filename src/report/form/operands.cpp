#include "report/form/operands.h"

#include <algorithm>

#include "report/form/input.h"

namespace huizong::report {
namespace {

bool is_marked(const model::Figure& figure) {
  const auto* blank = std::get_if<model::Blank>(&figure.value);
  return blank != nullptr && blank->not_applicable && !figure.raw.empty();
}

/// Whether a cell of that kind holds the figure itself.
bool holds_figure(const FormTyping& typing) {
  const model::FieldType type = typing.typing.type;
  return typing.as_is() && type != model::FieldType::LabelWeight &&
         type != model::FieldType::Year && type != model::FieldType::Mark &&
         type != model::FieldType::Choice;
}

/// A blank where the table has no such row.
const model::Figure* figure_at(const model::Table* table, std::size_t row,
                               const std::string& column) {
  static const model::Figure kNothing;
  if (table == nullptr || row >= table->rows.size()) return &kNothing;
  const auto& columns = table->rows[row].columns;
  const auto found = columns.find(column);
  return found == columns.end() ? &kNothing : &found->second;
}

}  // namespace

FormOperands::FormOperands(const mapping::Mapping& mapping, const model::Submission& submission,
                           const FormPlaces& places, const xlsx::Patcher& form)
    : mapping_(mapping), submission_(submission), places_(places), form_(form) {
  for (const auto& [path, cell] : places.cells()) {
    if (is_ours("", path) || !holds_figure(cell.typing)) continue;
    if (cell.field != nullptr && !cell.field->patterns.empty()) continue;
    FormOperand operand{to_string(cell.at), cell.sheet};
    if (look_at(cell.at, submission.find(path), cell.typing, operand)) operands_[path] = operand;
  }
  for (const auto& table : mapping.tables()) {
    for (const auto& column : table.columns) {
      if (!column.fill_down && holds_figure(places.typing_of(table, column)) &&
          !is_ours(table.name, column.name))
        add_column(table, column);
    }
  }
}

/// Whether a derived figure of ours stands in that cell, or in that column of the table.
bool FormOperands::is_ours(const std::string& table, const std::string& path) const {
  const auto& derived = mapping_.definitions.derived;
  return std::any_of(derived.begin(), derived.end(), [&](const formula::Derived& d) {
    return d.each_table == table && d.reported == path;
  });
}

void FormOperands::add(const std::string& path, const mapping::TableBlock& table, int col) {
  const CellRange range{{places_.first_row(table), col}, {places_.last_row(table), col}};
  operands_[path] = {to_string(range.first) + ":" + to_string(range.last), places_.sheet_of(table)};
}

std::optional<FormOperand> FormOperands::in_row(const mapping::TableBlock& table,
                                                const mapping::Column& column,
                                                std::size_t row) const {
  const auto read = submission_.tables.find(table.name);
  const FormTyping typing = places_.typing_of(table, column);
  const std::size_t sheet = places_.sheet_of(table);
  if (read == submission_.tables.end() || !holds_figure(typing)) return std::nullopt;
  if (is_ours(table.name, column.name)) return std::nullopt;
  const CellRef cell{places_.first_row(table) + static_cast<int>(row), column.col};
  // What came down from the row above has no cell of its own here.
  if (column.fill_down || form_.extent(sheet, cell).first != cell) return std::nullopt;
  FormOperand operand{to_string(cell), sheet};
  const model::Figure* figure = figure_at(&read->second, row, column.name);
  if (!look_at(cell, figure, typing, operand)) return std::nullopt;
  return operand;
}

void FormOperands::add_column(const mapping::TableBlock& table, const mapping::Column& column) {
  const auto found = submission_.tables.find(table.name);
  const model::Table* read = found == submission_.tables.end() ? nullptr : &found->second;
  const CellRange range{{places_.first_row(table), column.col},
                        {places_.last_row(table), column.col}};
  // One row is still a range: its sum must grow when an officer adds another.
  FormOperand operand{to_string(range.first) + ":" + to_string(range.last),
                      places_.sheet_of(table)};
  const FormTyping typing = places_.typing_of(table, column);
  for (int row = range.first.row; row <= range.last.row; ++row) {
    const auto at = static_cast<std::size_t>(row - range.first.row);
    // Of a table that was not read the first row says so.
    const bool says_unread = read == nullptr && at == 0;
    const model::Figure* figure = says_unread ? nullptr : figure_at(read, at, column.name);
    if (!look_at({row, column.col}, figure, typing, operand)) return;
  }
  operands_[table.name + "." + column.name] = operand;
}

/// Adds what the cell of a figure holds, null for one that was not read; false where it does not
/// hold what the figure is: the form computes it, or it has no place to say it was not read.
bool FormOperands::look_at(CellRef cell, const model::Figure* figure, const FormTyping& typing,
                           FormOperand& operand) const {
  if (form_.has_formula(operand.sheet, cell)) return false;
  const CellInput input = figure == nullptr ? NotRead{} : input_of(*figure, typing);
  const bool not_read = std::holds_alternative<NotRead>(input);
  if (not_read && !takes_inputs(form_, operand.sheet, cell)) return false;
  operand.unread = operand.unread || not_read;
  if (figure != nullptr && is_marked(*figure)) {
    ++operand.marks;
    operand.mark_texts.insert(std::get<std::string>(input));
  }
  return true;
}

std::optional<FormOperand> FormOperands::find(const formula::Path& path) const {
  if (!path.form.empty()) return std::nullopt;
  if (path.is_range()) return grid_range(path);
  const auto found = operands_.find(path.to_string());
  return found == operands_.end() ? std::nullopt : std::optional(found->second);
}

/// The figures of 支出.甲:丁.决算数, one a row of the grid; none where it is no such range.
std::vector<std::string> FormOperands::grid_paths(const formula::Path& path) const {
  std::vector<std::string> paths;
  if (path.parts.size() != 3 || path.range_part != 1) return paths;
  for (const auto& grid : mapping_.grids()) {
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
std::optional<FormOperand> FormOperands::grid_range(const formula::Path& path) const {
  FormOperand range;
  std::optional<CellRef> first, last;
  for (const auto& name : grid_paths(path)) {
    const auto found = operands_.find(name);
    if (found == operands_.end()) return std::nullopt;
    const FormOperand& operand = found->second;
    const CellRef at = places_.cells().at(name).at;
    if (last && at.row != last->row + 1) return std::nullopt;
    if (!first) first = at;
    range.sheet = operand.sheet;
    last = at;
    range.marks += operand.marks;
    range.mark_texts.insert(operand.mark_texts.begin(), operand.mark_texts.end());
    range.unread = range.unread || operand.unread;
  }
  if (!first) return std::nullopt;
  range.cells = to_string(*first) + ":" + to_string(*last);
  return range;
}

}  // namespace huizong::report
