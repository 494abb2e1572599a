#include "report/form/places.h"

#include <algorithm>

#include "mapping/text_areas.h"

namespace huizong::report {
namespace {

/// Whether each row of the area takes a paragraph, so that more of them need more rows.
bool may_grow(const mapping::TextArea& area, const xlsx::Sheet& blank) {
  if (area.one_cell || area.first_row == area.last_row) return false;
  for (int row = area.first_row; row <= area.last_row; ++row) {
    const CellRange extent = blank.extent({row, area.col});
    if (extent.first.row != extent.last.row) return false;
  }
  return true;
}

std::vector<FormBlock> blocks_of(const mapping::SheetForm& sheet, const xlsx::Sheet& blank,
                                 const model::Submission& submission) {
  std::vector<FormBlock> blocks;
  for (const auto& table : sheet.tables) {
    const auto found = submission.tables.find(table.name);
    const int sample = table.last_row - table.first_row + 1;
    // A block that was not read stays as the form has it.
    const int rows = found == submission.tables.end()
                         ? sample
                         : std::max(1, static_cast<int>(found->second.rows.size()));
    std::set<int> columns;
    for (const auto& column : table.columns) columns.insert(column.col);
    blocks.push_back(
        {sheet.at, table.first_row, table.last_row, rows, std::move(columns), table.name});
  }
  for (const auto& area : mapping::text_areas(sheet)) {
    const auto text = submission.texts.find(area.name);
    if (text == submission.texts.end() || !may_grow(area, blank)) continue;
    const int rows =
        std::max(area.last_row - area.first_row + 1, static_cast<int>(text->second.size()));
    blocks.push_back({sheet.at, area.first_row, area.last_row, rows, {}});
  }
  std::sort(blocks.begin(), blocks.end(),
            [](const auto& a, const auto& b) { return a.first_row < b.first_row; });
  std::vector<FormBlock> apart;
  for (const auto& block : blocks) {
    if (apart.empty() || apart.back().last_row < block.first_row) {
      apart.push_back(block);
      continue;
    }
    // Side by side: both get the rows of the longer one.
    FormBlock& other = apart.back();
    const int end = std::max(other.first_row + other.rows, block.first_row + block.rows);
    other.last_row = std::max(other.last_row, block.last_row);
    other.rows = end - other.first_row;
    other.columns.insert(block.columns.begin(), block.columns.end());
    other.tables += "、" + block.tables;
  }
  return apart;
}

}  // namespace

bool takes_inputs(const xlsx::Patcher& form, std::size_t sheet, CellRef cell) {
  return !form.has_formula(sheet, cell) && form.extent(sheet, cell).first == cell;
}

FormPlaces::FormPlaces(const mapping::Mapping& mapping, const model::Submission& submission)
    : money_(mapping.money) {
  for (const auto& sheet : mapping.sheets) {
    const xlsx::Sheet& blank = mapping.blank_of(sheet);
    for (const auto& block : blocks_of(sheet, blank, submission)) blocks_.push_back(block);
    for (const auto& table : sheet.tables) tables_.emplace(table.name, sheet.at);
    add_cells(sheet);
    add_texts(sheet, blank);
  }
}

void FormPlaces::add_texts(const mapping::SheetForm& sheet, const xlsx::Sheet& blank) {
  for (const auto& area : mapping::text_areas(sheet)) {
    FormText text{area.name, sheet.at, {}};
    const int last = may_grow(area, blank) ? moved(sheet.at, {area.last_row + 1, 0}).row - 1
                                           : moved(sheet.at, {area.last_row, 0}).row;
    const int first = moved(sheet.at, {area.first_row, 0}).row;
    for (int row = first; row <= last; ++row) {
      const CellRef own{std::min(area.first_row + row - first, area.last_row), area.col};
      if (blank.extent(own).first.row == own.row)
        text.cells.push_back({row, blank.extent(own).first.col});
    }
    if (!text.cells.empty()) texts_.push_back(std::move(text));
  }
}

void FormPlaces::add_cells(const mapping::SheetForm& sheet) {
  for (const auto& field : sheet.fields)
    cells_[field.name] = {sheet.at, moved(sheet.at, field.cell),
                          typing_in(field.typing, field.money), &field};
  for (const auto& grid : sheet.grids) {
    for (const auto& row : grid.rows) {
      for (const auto& col : grid.cols) {
        const auto typing = grid.types.find(col.name);
        cells_[grid.name + "." + row.name + "." + col.name] = {
            sheet.at, moved(sheet.at, {row.at, col.at}),
            typing_in(typing == grid.types.end() ? grid.typing : typing->second, grid.money),
            nullptr};
      }
    }
  }
}

FormTyping FormPlaces::typing_in(const mapping::Typing& typing,
                                 const std::optional<model::MoneyUnit>& printed) const {
  if (typing.percent_scale) return {typing, Decimal(100)};
  if (typing.type != model::FieldType::Money || !printed) return {typing};
  return {typing, in_yuan(money_) / in_yuan(*printed)};
}

FormTyping FormPlaces::typing_of(const mapping::TableBlock& table,
                                 const mapping::Column& column) const {
  return typing_in(column.typing, table.money);
}

CellRef FormPlaces::moved(std::size_t sheet, CellRef blank) const {
  int by = 0;
  for (const auto& block : blocks_) {
    if (block.sheet == sheet && blank.row > block.last_row)
      by += block.rows - (block.last_row - block.first_row + 1);
  }
  return {blank.row + by, blank.col};
}

int FormPlaces::last_row(const mapping::TableBlock& table) const {
  const std::size_t sheet = sheet_of(table);
  for (const auto& block : blocks_) {
    const bool holds = block.sheet == sheet && table.first_row >= block.first_row &&
                       table.last_row <= block.last_row;
    if (holds) return moved(sheet, {block.first_row, 0}).row + block.rows - 1;
  }
  return moved(sheet, {table.last_row, 0}).row;
}

}  // namespace huizong::report
