#include "mapping/has_money.h"

#include <algorithm>

namespace huizong::mapping {
namespace {

bool is_money(const Typing& typing) {
  return typing.type == model::FieldType::Money;
}

}  // namespace

bool has_money(const Field& field) {
  if (is_money(field.typing) || field.patterns.empty()) return is_money(field.typing);
  const auto& parts = field.patterns.front().parts();
  return std::any_of(parts.begin(), parts.end(),
                     [](const PatternPart& part) { return part.type == model::FieldType::Money; });
}

bool has_money(const Grid& grid) {
  const auto& types = grid.types;
  if (std::any_of(types.begin(), types.end(), [](const auto& t) { return is_money(t.second); }))
    return true;
  return is_money(grid.typing) &&
         std::any_of(grid.cols.begin(), grid.cols.end(),
                     [&](const Grid::Line& col) { return !types.contains(col.name); });
}

bool has_money(const FigureRows& table) {
  return std::any_of(table.columns.begin(), table.columns.end(),
                     [](const Column& column) { return is_money(column.typing); });
}

bool has_money(const Mapping& mapping) {
  const auto any = [](const auto& blocks) {
    return std::any_of(blocks.begin(), blocks.end(),
                       [](const auto& block) { return has_money(block); });
  };
  return std::any_of(mapping.sheets.begin(), mapping.sheets.end(), [&](const SheetForm& sheet) {
    return any(sheet.fields) || any(sheet.grids) || any(sheet.tables) || any(sheet.prose);
  });
}

}  // namespace huizong::mapping
