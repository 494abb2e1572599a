#include "report/form_places.h"

#include <algorithm>

namespace huizong::report {
namespace {

std::vector<FormBlock> blocks_of(const mapping::Mapping& mapping,
                                 const model::Submission& submission) {
  std::vector<FormBlock> blocks;
  for (const auto& table : mapping.tables) {
    const auto found = submission.tables.find(table.name);
    const int sample = table.last_row - table.first_row + 1;
    // A block that was not read stays as the form has it.
    const int rows = found == submission.tables.end()
                         ? sample
                         : std::max(1, static_cast<int>(found->second.rows.size()));
    blocks.push_back({table.first_row, table.last_row, rows});
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
  }
  return apart;
}

}  // namespace

bool takes_inputs(const xlsx::Patcher& form, std::size_t sheet, CellRef cell) {
  return !form.has_formula(sheet, cell) && form.extent(sheet, cell).first == cell;
}

FormPlaces::FormPlaces(const mapping::Mapping& mapping, const model::Submission& submission)
    : blocks_(blocks_of(mapping, submission)) {
  for (const auto& field : mapping.fields)
    cells_[field.name] = {moved(field.cell), field.typing, &field};
  for (const auto& grid : mapping.grids) {
    for (const auto& row : grid.rows) {
      for (const auto& col : grid.cols) {
        const auto typing = grid.types.find(col.name);
        cells_[grid.name + "." + row.name + "." + col.name] = {
            moved({row.at, col.at}), typing == grid.types.end() ? grid.typing : typing->second,
            nullptr};
      }
    }
  }
}

CellRef FormPlaces::moved(CellRef blank) const {
  int by = 0;
  for (const auto& block : blocks_) {
    if (blank.row > block.last_row) by += block.rows - (block.last_row - block.first_row + 1);
  }
  return {blank.row + by, blank.col};
}

int FormPlaces::last_row(const mapping::TableBlock& table) const {
  for (const auto& block : blocks_) {
    if (table.first_row >= block.first_row && table.last_row <= block.last_row) {
      return moved({block.first_row, 0}).row + block.rows - 1;
    }
  }
  return moved({table.last_row, 0}).row;
}

}  // namespace huizong::report
