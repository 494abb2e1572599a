#include "report/form/rows.h"

#include "report/wrap.h"

namespace huizong::report {
namespace {

constexpr double kPlainSize = 10.5;  // points; what lines_in measures in
constexpr double kPadding = 0.7;     // of a column's width, left free at both sides

bool came_down(const model::Figure& upper, const model::Figure& lower) {
  return !model::is_blank(lower.value) && lower.place.cell && lower.place == upper.place &&
         lower.value == upper.value;
}

}  // namespace

std::vector<RowGroup> groups_of(const model::Table& table, const mapping::Column& column) {
  std::vector<RowGroup> groups;
  for (int row = 0; row < static_cast<int>(table.rows.size()); ++row) {
    const auto figure = [&](int at) -> const model::Figure* {
      const auto& columns = table.rows[static_cast<std::size_t>(at)].columns;
      const auto found = columns.find(column.name);
      return found == columns.end() ? nullptr : &found->second;
    };
    const model::Figure* upper = row == 0 ? nullptr : figure(row - 1);
    const model::Figure* lower = figure(row);
    if (upper != nullptr && lower != nullptr && came_down(*upper, *lower)) {
      groups.back().last = row;
    } else {
      groups.push_back({row, row});
    }
  }
  return groups;
}

void make_room(xlsx::Patcher& form, std::size_t sheet, CellRef cell, const std::string& text) {
  const xlsx::CellLook look = form.look(sheet, cell);
  if (!look.wraps || text.empty()) return;
  const CellRange extent = form.extent(sheet, cell);
  double width = -kPadding;
  for (int col = extent.first.col; col <= extent.last.col; ++col)
    width += form.column_width(sheet, col);
  double height = 0;
  for (int row = extent.first.row; row <= extent.last.row; ++row)
    height += form.row_height(sheet, row);
  const double needed =
      height_of(lines_in(text, width * kPlainSize / look.font_size), look.font_size);
  if (needed <= height) return;
  const int rows = extent.last.row - extent.first.row + 1;
  for (int row = extent.first.row; row <= extent.last.row; ++row) {
    form.raise_row(sheet, row, form.row_height(sheet, row) + (needed - height) / rows);
  }
}

}  // namespace huizong::report
