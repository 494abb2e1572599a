// Gives a variable block of one sheet more or fewer rows: clones its last row or
// drops rows from its end, moves what stands below, and keeps formulas and
// merges true.
//
// Only <sheetData> and the merges; what else on the sheet names rows is
// sheet_references.h.

#pragma once

#include <set>
#include <vector>

#include "xlsx/fill/reference_shift.h"
#include "xlsx/fill/sheet_tree.h"

namespace huizong::xlsx {

/// Merges that span rows of the block only, and touch one of the columns, fall apart into one a
/// row; the groups are drawn anew by whoever knows them.
void dissolve_row_groups(SheetTree& sheet, RowSpan block, const std::set<int>& columns);

/// Throws Error, on the sheet of the block, where an array formula or data table spans rows that
/// are cloned or dropped, or rows would be pushed off the sheet's foot.
void check_rows_movable(const SheetTree& sheet, const RowMove& move);

struct WrongFormula {
  CellRef cell;  ///< as it stood before the move
  Trouble why = Trouble::None;
};

/// Rewrites the formulas of a sheet's cells for the move; `sheet` may be another one than the
/// moved. Throws Error where one reaches through several sheets to rows that move. Returns those
/// that could not be kept right.
std::vector<WrongFormula> shift_cell_formulas(SheetTree& sheet, const ReferenceShift& shift);

/// Every row of a block takes figures; those of a row left hidden, as spare rows of a blank form
/// often are, would be added up and never seen.
void show_rows(SheetTree& sheet, RowSpan rows);

/// Moves the rows themselves, on the sheet of the block, after its formulas were shifted.
void move_rows(SheetTree& sheet, const ReferenceShift& shift);

}  // namespace huizong::xlsx
