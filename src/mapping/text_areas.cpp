#include "mapping/text_areas.h"

#include <algorithm>

namespace huizong::mapping {
namespace {

bool share_rows(const TextArea& area, const Prose& prose) {
  if (area.one_cell && prose.one_cell && area.col != prose.col) return false;
  return area.first_row <= prose.last_row && prose.first_row <= area.last_row;
}

}  // namespace

const Field* field_of(const SheetForm& form, const Prose& prose) {
  const auto field = std::find_if(form.fields.begin(), form.fields.end(), [&](const Field& f) {
    return prose.one_cell && f.cell == CellRef{prose.first_row, prose.col};
  });
  return field == form.fields.end() ? nullptr : &*field;
}

std::optional<TableColumn> column_of(const SheetForm& form, const Prose& prose) {
  for (const TableBlock& table : form.tables) {
    if (!prose.one_cell || table.first_row != prose.first_row) continue;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      if (table.columns[i].col == prose.col) return TableColumn{&table, i};
    }
  }
  return std::nullopt;
}

std::vector<TextArea> text_areas(const SheetForm& form) {
  std::vector<const Prose*> blocks;
  for (const Prose& prose : form.prose) {
    if (!field_of(form, prose) && !column_of(form, prose)) blocks.push_back(&prose);
  }
  std::stable_sort(blocks.begin(), blocks.end(),
                   [](const Prose* a, const Prose* b) { return a->first_row < b->first_row; });
  std::vector<TextArea> areas;
  for (const Prose* prose : blocks) {
    const auto area = std::find_if(areas.begin(), areas.end(),
                                   [&](const TextArea& a) { return share_rows(a, *prose); });
    if (area == areas.end()) {
      areas.push_back(
          {prose->name, prose->first_row, prose->last_row, prose->col, prose->one_cell});
      continue;
    }
    area->last_row = std::max(area->last_row, prose->last_row);
    area->one_cell = area->one_cell && prose->one_cell;
  }
  return areas;
}

std::optional<std::size_t> area_of(const std::vector<TextArea>& areas, const Prose& prose) {
  for (std::size_t i = 0; i < areas.size(); ++i) {
    const TextArea& area = areas[i];
    const bool inside = area.first_row <= prose.first_row && prose.last_row <= area.last_row;
    if (inside && (!area.one_cell || area.col == prose.col)) return i;
  }
  return std::nullopt;
}

}  // namespace huizong::mapping
