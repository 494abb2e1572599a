#include "batch/trace_operands.h"

#include <utility>

namespace huizong::batch {

using model::CellOrigin;

std::vector<Operand> operands_of(const store::Store& store, const std::string& book,
                                 const std::string& sheet, const CellOrigin& origin) {
  std::vector<Operand> operands;
  const std::string& from = origin.from_sheet.empty() ? sheet : origin.from_sheet;
  for (const CellRange& range : origin.from) {
    const bool ranked = origin.kind == "computed" && range.first != range.last;
    for (CellOrigin& cell : store.origins(book, from, range)) {
      if (from == sheet && cell.cell == origin.cell) continue;
      operands.push_back({from, std::move(cell), ranked || origin.kind == "tally"});
    }
  }
  return operands;
}

std::set<std::string> units_behind(const store::Store& store, const RecordedCell& at) {
  std::set<std::string> units;
  std::set<std::pair<std::string, CellRef>> seen = {{at.sheet, at.cell.cell}};
  std::vector<std::pair<std::string, CellOrigin>> waiting = {{at.sheet, at.cell}};
  while (!waiting.empty()) {
    const auto [sheet, cell] = std::move(waiting.back());
    waiting.pop_back();
    if (!cell.unit.empty()) units.insert(cell.unit);
    for (Operand& operand : operands_of(store, at.workbook, sheet, cell)) {
      if (!operand.peer && seen.insert({operand.sheet, operand.cell.cell}).second)
        waiting.emplace_back(operand.sheet, std::move(operand.cell));
    }
  }
  return units;
}

}  // namespace huizong::batch
