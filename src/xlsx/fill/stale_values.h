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
#include "xlsx/fill/formula_references.h"
#include "xlsx/fill/sheet_tree.h"
#include "xlsx/merge_index.h"

namespace huizong::xlsx {

/// What a filling changed, by sheet name.
struct ChangedCells {
  std::map<std::string, std::set<CellRef>> cells;
  std::map<std::string, int>
      from_row;  ///< rows were added or dropped here: everything below counts as changed
  std::map<std::string, std::set<CellRef>> ours;  ///< formulas set with their value, which stays
};

struct StoredFormulaScan;

class StaleValues {
 public:
  /// `names` are the workbook's defined names and what they stand for. Of the sheets, those that
  /// have formulas.
  StaleValues(const std::vector<SheetTree*>& sheets,
              const std::map<std::string, std::string>& names, const ChangedCells& changed);
  ~StaleValues();

  /// Takes away what may be stale, and what that makes stale, and so on.
  void drop();

  /// After drop(): whether what a formula of `sheet` reads may have changed.
  bool reads_changed(std::string_view formula, std::string_view sheet) const;

 private:
  bool may_have_changed(const StoredFormulaScan& one) const;
  bool scan_changed(const FormulaScan& scan, std::string_view sheet) const;
  bool cells_changed(const Reference& reference, std::string_view own) const;
  bool name_changed(const std::string& name) const;

  const std::map<std::string, std::string>& names_;
  const ChangedCells& changed_;
  std::vector<StoredFormulaScan> waiting_;
  std::map<std::string, MergeIndex> dropped_;
};

}  // namespace huizong::xlsx
