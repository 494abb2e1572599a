#include "xlsx/workbook.h"

#include <algorithm>

#include "xlsx/read/cell_value.h"

namespace huizong::xlsx {

std::optional<Decimal> number_of(const Cell& cell) {
  if (cell.type != CellType::Number) return std::nullopt;
  if (is_short_decimal(cell.text)) return Decimal::parse(cell.text);
  const auto value = parse_stored_number(cell.text);
  if (!value) return std::nullopt;
  return Decimal::from_double(*value);
}

const Cell* Sheet::find(CellRef ref) const {
  const auto found =
      std::lower_bound(cells.begin(), cells.end(), ref,
                       [](const Cell& cell, CellRef place) { return cell.ref < place; });
  return found != cells.end() && found->ref == ref ? &*found : nullptr;
}

CellRange Sheet::extent(CellRef ref) const {
  for (const CellRange& merge : merges) {
    if (merge.first > ref) break;  // sorted: all that follow begin below or to the right
    if (merge.contains(ref)) return merge;
  }
  return {ref, ref};
}

std::string Sheet::text_at(CellRef ref) const {
  const Cell* cell = find(ref);
  return cell == nullptr ? std::string() : cell->text;
}

const NumberFormat& Workbook::format(const Cell& cell) const {
  static const NumberFormat kGeneral = read_number_format("General");
  return cell.style < formats.size() ? formats[cell.style] : kGeneral;
}

}  // namespace huizong::xlsx
