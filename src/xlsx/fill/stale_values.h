// Takes away the stored results of formulas that a filling may have made wrong.
//
// Excel recalculates on opening, but previews, phones and every program that
// only reads show what is stored: an old result there is worse than none. What
// cannot depend on a changed cell keeps its value.

#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/cell_ref.h"
#include "xlsx/fill/sheet_tree.h"

namespace huizong::xlsx {

/// What a filling changed, by sheet name.
struct ChangedCells {
  std::map<std::string, std::set<CellRef>> cells;
  std::map<std::string, int>
      from_row;  ///< rows were added or dropped here: everything below counts as changed
  std::map<std::string, std::set<CellRef>> ours;  ///< formulas set with their value, which stays
};

/// `names` are the workbook's defined names and what they stand for. Sheets are in the workbook's
/// order.
void drop_stale_values(std::vector<SheetTree*> sheets,
                       const std::map<std::string, std::string>& names,
                       const ChangedCells& changed);

}  // namespace huizong::xlsx
