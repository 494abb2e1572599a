#include "formula/submission_scope.h"

#include <algorithm>

#include "formula/code_levels.h"
#include "formula/criterion.h"
#include "formula/reasons.h"

namespace huizong::formula {
namespace {

using model::Figure;
using model::NotAvailable;
using model::Submission;
using model::Table;
using model::TableRow;

bool begins_with(const std::string& text, const std::string& start) {
  return text.compare(0, start.size(), start) == 0;
}
bool ends_with(const std::string& text, const std::string& end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

const Figure* column_of(const TableRow& row, const std::string& name) {
  const auto it = row.columns.find(name);
  return it == row.columns.end() ? nullptr : &it->second;
}

FoundFigures scalar(const Figure* figure) {
  return figure ? FoundFigures{true, false, {figure}} : FoundFigures{};
}

/// Whether both are one number, in one cell merged over several rows. (A cell of prose may hold
/// several numbers of one column.)
bool same_number(const Figure* a, const Figure* b) {
  return model::is_numeric(a->type) && !a->derived && a->sentence.empty() && a->place.cell &&
         a->place == b->place;
}

/// One column of these rows. Rows nobody filled in are no rows; a number merged over rows counts
/// once.
template <class Rows>
FoundFigures column(const Rows& rows, const std::string& name) {
  FoundFigures found{false, true, {}};
  for (const TableRow* row : rows) {
    const Figure* figure = column_of(*row, name);
    if (!figure) continue;
    found.known = true;
    const bool again = !found.figures.empty() && same_number(figure, found.figures.back());
    if (row->has_figure && !again) found.figures.push_back(figure);
  }
  return found;
}

/// 绩效指标.分值. A table that was read but has no rows is an empty list.
FoundFigures table_column(const Submission& submission, const std::string& key) {
  for (const auto& [name, table] : submission.tables) {
    if (!begins_with(key, name + ".")) continue;
    std::vector<const TableRow*> rows;
    for (const TableRow& row : table.rows) rows.push_back(&row);
    FoundFigures found = column(rows, key.substr(name.size() + 1));
    found.known = found.known || rows.empty();
    if (found.known) return found;
  }
  return {};
}

/// 支出.A:B.决算数: the cells of that column from A's row to B's, as they stand on the sheet; the
/// names between are the form's own and need not be known.
FoundFigures row_range(const Submission& submission, const Path& path) {
  const Figure* first = submission.find(path.first_row().to_string());
  const Figure* last = submission.find(path.last_row().to_string());
  if (!first || !last || !first->place.cell || !last->place.cell) return {};
  const CellRef from = *first->place.cell, to = *last->place.cell;
  const auto joined = [&](std::size_t begin, std::size_t end) {
    std::string text;
    for (std::size_t i = begin; i < end; ++i) text += (i > begin ? "." : "") + path.parts[i];
    return text;
  };
  const std::string before = path.range_part > 0 ? joined(0, path.range_part) + "." : "";
  const std::string after = path.range_part + 1 < path.parts.size()
                                ? "." + joined(path.range_part + 1, path.parts.size())
                                : "";

  FoundFigures found{true, true, {}};
  for (auto it = submission.figures.lower_bound(before); it != submission.figures.end(); ++it) {
    const auto& [key, figure] = *it;
    if (!begins_with(key, before)) break;
    const auto& place = figure.place;
    const bool inside = place.cell && place.sheet == first->place.sheet &&
                        place.cell->col == from.col &&
                        place.cell->row >= std::min(from.row, to.row) &&
                        place.cell->row <= std::max(from.row, to.row);
    if (inside && ends_with(key, after) && !figure.derived) found.figures.push_back(&figure);
  }
  std::sort(found.figures.begin(), found.figures.end(),
            [](const Figure* a, const Figure* b) { return *a->place.cell < *b->place.cell; });
  return found;
}

/// A column of a group. What belongs to a grouping column (its name, its weight) is the same for
/// every row.
FoundFigures group_column(const std::vector<const TableRow*>& group,
                          const std::vector<std::string>& groupings, const std::string& key) {
  FoundFigures found = column(group, key);
  const bool groups = std::any_of(groupings.begin(), groupings.end(), [&](const std::string& g) {
    return key == g || begins_with(key, g + ".");
  });
  if (!found.known || !groups) return found;
  for (const TableRow* row : group) {
    const Figure* figure = column_of(*row, key);
    if (figure && !model::is_blank(figure->value)) return scalar(figure);
  }
  return scalar(column_of(*group.front(), key));
}

}  // namespace

std::vector<const Figure*> SubmissionScope::figures(const Path& path) const {
  return look_up(path).figures;
}

bool SubmissionScope::is_elsewhere(const Path& path) const {
  return path.is_last_year() || (!path.form.empty() && path.form != submission_.key.form);
}

/// One figure, or all of a form's items in the list they are.
FoundFigures SubmissionScope::look_elsewhere(const Path& path) const {
  FoundFigures all;
  const std::string label = label_of(path);
  if (!others_) {
    all.missing = NotAvailable{say("未取到{}", "{} is not at hand", label), path.to_string()};
    return all;
  }
  const auto found = others_->find(submission_, path.form, path.is_last_year());
  all.missing = found.missing;
  if (all.missing) return all;
  all.known = true;
  all.list = found.list;
  for (const Submission* submission : found.submissions) {
    const FoundFigures one = SubmissionScope(*submission).look_up(path.at_home());
    all.known = all.known && one.known;
    all.list = all.list || one.list;
    all.figures.insert(all.figures.end(), one.figures.begin(), one.figures.end());
  }
  return all;
}

FoundFigures SubmissionScope::look_up(const Path& path) const {
  if (is_elsewhere(path)) return look_elsewhere(path);
  if (path.is_range()) return row_range(submission_, path);

  const std::string key = path.at_home().to_string();
  if (row_) {
    if (const Figure* figure = column_of(*row_, key)) return scalar(figure);
  }
  if (!group_.empty()) {
    FoundFigures found = group_column(group_, group_columns_, key);
    if (found.known) return found;
  }
  if (const Figure* figure = submission_.find(key)) return scalar(figure);
  return table_column(submission_, key);
}

std::optional<model::FieldType> SubmissionScope::type(const Path& path) const {
  const auto found = figures(path);
  return found.empty() ? std::nullopt : std::optional(found.front()->type);
}

/// The table whose column it is: by its name, else the one the row is of.
const Table* SubmissionScope::table_of(const Path& column) const {
  const std::string key = column.to_string();
  for (const auto& [name, table] : submission_.tables) {
    const bool named = begins_with(key, name + ".");
    const bool own = row_ && !table.rows.empty() && row_ >= &table.rows.front() &&
                     row_ <= &table.rows.back() && column_of(*row_, key);
    if (named || own) return &table;
  }
  return nullptr;
}

SubmissionScope::LevelColumn SubmissionScope::level_column(const Path& column, bool top) const {
  LevelColumn found;
  const Table* table = column.is_elsewhere() ? nullptr : table_of(column);
  if (!table || (!top && !row_)) {
    found.missing = no_levels(column);
    return found;
  }
  const CodeLevels levels(*table);
  found.missing = levels.missing();
  if (found.missing) return found;
  std::string name = column.to_string();
  if (begins_with(name, table->name + ".")) name = name.substr(table->name.size() + 1);
  for (const TableRow* row : top ? levels.top() : levels.children(*row_)) {
    if (const Figure* figure = column_of(*row, name)) found.figures.push_back(figure);
  }
  return found;
}

namespace {

/// The first cell, from the left, of the figure's row that holds its number: of a figure derived by
/// row (the amount of 项级科目 only) that it was taken from. Null where none does.
const Figure* cell_in_row(const Submission& submission, const Figure* figure) {
  for (const auto& [name, table] : submission.tables) {
    for (const TableRow& row : table.rows) {
      if (column_of(row, figure->field) != figure) continue;
      const Figure* found = nullptr;
      for (const auto& [column, other] : row.columns) {
        const bool holds =
            other.place.cell && model::is_numeric(other.type) && other.value == figure->value;
        if (holds && (!found || *other.place.cell < *found->place.cell)) found = &other;
      }
      return found;
    }
  }
  return nullptr;
}

template <class Column>
Operand operand_of(const Column& column) {
  if (column.missing) return {false, {*column.missing}};
  Operand operand{true, {}};
  for (const Figure* figure : column.figures) operand.values.push_back(figure->value);
  return operand;
}

}  // namespace

Operand SubmissionScope::children(const Path& column) const {
  return operand_of(level_column(column, false));
}
Operand SubmissionScope::top(const Path& column) const {
  return operand_of(level_column(column, true));
}

const Figure* SubmissionScope::cell_behind(const Figure* figure, const CallNode& call) const {
  if (const Figure* own = cell_in_row(submission_, figure)) return own;
  const auto* path = std::get_if<PathNode>(&call.arguments.back()->what);
  if (!path || !others_ || !is_elsewhere(path->path)) return nullptr;
  for (const Submission* other :
       others_->find(submission_, path->path.form, path->path.is_last_year()).submissions) {
    if (const Figure* cell = cell_in_row(*other, figure)) return cell;
  }
  return nullptr;
}

std::vector<const Figure*> SubmissionScope::fitting(const CallNode& call) const {
  std::vector<const Figure*> keys = figures_in(call.arguments[0]);
  const model::Value wanted = evaluate(call.arguments[1], *this);
  const auto summed = call.arguments.size() > 2 ? figures_in(call.arguments[2]) : keys;
  std::vector<const Figure*> found, without_cell;
  if (model::is_available(wanted) && summed.size() == keys.size()) {
    const Criterion criterion(wanted);
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (!criterion.takes(keys[i]->value)) continue;
      const Figure* cell = summed[i]->place.cell ? summed[i] : cell_behind(summed[i], call);
      if (cell)
        found.push_back(cell);
      else
        without_cell.push_back(keys[i]);
    }
  }
  if (found.empty()) found = std::move(without_cell);
  if (found.empty()) found = std::move(keys);
  const auto asked = figures_in(call.arguments[1]);
  found.insert(found.end(), asked.begin(), asked.end());
  return found;
}

std::vector<const Figure*> SubmissionScope::figures_in(const Expr& expr) const {
  std::vector<const Figure*> found;
  const auto add = [&](const std::vector<const Figure*>& more) {
    found.insert(found.end(), more.begin(), more.end());
  };
  if (const auto* path = std::get_if<PathNode>(&expr->what)) {
    add(figures(path->path));
  } else if (const auto* negate = std::get_if<NegateNode>(&expr->what)) {
    add(figures_in(negate->operand));
  } else if (const auto* percent = std::get_if<PercentNode>(&expr->what)) {
    add(figures_in(percent->operand));
  } else if (const auto* binary = std::get_if<BinaryNode>(&expr->what)) {
    add(figures_in(binary->left));
    add(figures_in(binary->right));
  } else if (const auto* call = std::get_if<CallNode>(&expr->what)) {
    const auto* column =
        gives_list(*call) ? std::get_if<PathNode>(&call->arguments.front()->what) : nullptr;
    if (column) {
      add(level_column(column->path, call->function == "TOP").figures);
    } else if (call->function == "SUMIF" || call->function == "COUNTIF") {
      add(fitting(*call));
    } else {
      for (const Expr& argument : call->arguments) add(figures_in(argument));
    }
  }
  return found;
}

Operand SubmissionScope::find(const Path& path) const {
  const FoundFigures found = look_up(path);
  if (found.missing) return {false, {*found.missing}};
  if (!found.known)
    return {
        false,
        {NotAvailable{say("{}未能对齐，没有读到",
                          "{} could not be aligned with the form and was not read", label_of(path)),
                      path.to_string()}}};
  Operand operand{found.list, {}};
  operand.values.reserve(found.figures.size());
  for (const Figure* figure : found.figures) operand.values.push_back(figure->value);
  return operand;
}

}  // namespace huizong::formula
