// Tables (列表, "format as table") of a sheet: where they stand, and the formulas
// of their columns.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/message.h"
#include "xlsx/fill/reference_shift.h"

namespace pugi {
class xml_node;
}

namespace huizong::xlsx {

/// Moves a table of the moved sheet: one below the block moves, one that holds the block among its
/// data rows grows and shrinks with it. Of a table of another sheet, only the formulas. Refuses by
/// name a table whose heading or totals row is part of the block, or that the block cuts; one that
/// is filled by a query where its own rows change; and formulas that would go wrong. Returns
/// whether anything changed.
bool shift_table(pugi::xml_node table, const ReferenceShift& shift, std::string_view sheet);

/// What a table is known by to people: "表格（列表）“明细”".
Message table_words(const pugi::xml_node& table);

struct TablePlace {
  std::string name;
  CellRange area;
  int heading_rows = 1;

  bool has_heading(CellRef cell) const {
    return area.contains(cell) && cell.row < area.first.row + heading_rows;
  }
};

/// Nothing where the table does not say where it stands.
std::optional<TablePlace> table_place(const pugi::xml_node& table);

}  // namespace huizong::xlsx
