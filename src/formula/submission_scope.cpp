#include "formula/submission_scope.h"

#include <algorithm>

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

/// One column of these rows. Rows nobody filled in are no rows.
template <class Rows>
FoundFigures column(const Rows& rows, const std::string& name) {
  FoundFigures found{false, true, {}};
  for (const TableRow* row : rows) {
    const Figure* figure = column_of(*row, name);
    if (!figure) continue;
    found.known = true;
    if (row->has_figure) found.figures.push_back(figure);
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

/// A column of a group. What belongs to the grouping column (its name, its weight) is the same for
/// every row.
FoundFigures group_column(const std::vector<const TableRow*>& group, const std::string& grouping,
                          const std::string& key) {
  FoundFigures found = column(group, key);
  if (!found.known || (key != grouping && !begins_with(key, grouping + "."))) return found;
  for (const TableRow* row : group) {
    const Figure* figure = column_of(*row, key);
    if (figure && !model::is_blank(figure->value)) return scalar(figure);
  }
  return scalar(column_of(*group.front(), key));
}

bool is_last_year(const Path& path) {
  return path.parts.size() > 1 && path.parts.front() == "上年";
}

}  // namespace

std::vector<const Figure*> SubmissionScope::figures(const Path& path) const {
  return look_up(path).figures;
}

FoundFigures SubmissionScope::look_up(const Path& path) const {
  const bool elsewhere = !path.form.empty() && path.form != submission_.key.form;
  if (elsewhere || is_last_year(path)) return {};
  if (path.is_range()) return row_range(submission_, path);

  const std::string key = path.to_string();
  if (row_) {
    if (const Figure* figure = column_of(*row_, key)) return scalar(figure);
  }
  if (!group_.empty()) {
    FoundFigures found = group_column(group_, group_column_, key);
    if (found.known) return found;
  }
  if (const Figure* figure = submission_.find(key)) return scalar(figure);
  return table_column(submission_, key);
}

Operand SubmissionScope::find(const Path& path) const {
  const auto missing = [&](Message why) {
    return Operand{false, {NotAvailable{std::move(why), path.to_string()}}};
  };
  const std::string label = label_of(path);
  if (!path.form.empty() && path.form != submission_.key.form)
    return missing(
        say("未取到其他表的{}（{}）", "{} of another form ({}) is not at hand", label, path.form));
  if (is_last_year(path))
    return missing(say("未取到上年的{}", "last year's {} is not at hand", label));

  const FoundFigures found = look_up(path);
  if (!found.known)
    return missing(say("{}未能对齐，没有读到",
                       "{} could not be aligned with the form and was not read", label));
  Operand operand{found.list, {}};
  operand.values.reserve(found.figures.size());
  for (const Figure* figure : found.figures) operand.values.push_back(figure->value);
  return operand;
}

}  // namespace huizong::formula
