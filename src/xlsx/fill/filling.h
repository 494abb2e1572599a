// One filling of one form, from the bytes that came to the bytes that go:
// what was put where, what that moved, and what it made stale.
//
// Parts are read when they are first needed and parsed once.

#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "xlsx/fill/cell_looks.h"
#include "xlsx/fill/package_edit.h"
#include "xlsx/fill/quoted_styles.h"
#include "xlsx/fill/reference_shift.h"
#include "xlsx/fill/row_move.h"
#include "xlsx/fill/sheet_tree.h"
#include "xlsx/fill/stale_values.h"
#include "xlsx/fill/string_appender.h"
#include "xlsx/fill/table_shift.h"
#include "xlsx/read/workbook_part.h"

namespace huizong::xlsx {

class Filling {
 public:
  Filling(std::string bytes, const Limits& limits);  ///< throws Unreadable

  const WorkbookPart& book() const { return book_; }
  const std::string& name(std::size_t sheet) const { return book_.sheets.at(sheet).name; }
  SheetTree& sheet(std::size_t index);

  /// Throws Error where the cell cannot be filled: part of an array formula, a table's heading.
  void put(std::size_t sheet, CellRef cell, const CellContent& content);
  void put_text(std::size_t sheet, CellRef cell, std::string_view text);
  void resize(std::size_t sheet, const RowMove& move, const std::set<int>& regrouped);

  CellLook look(std::size_t sheet, CellRef cell);
  const std::vector<TablePlace>& tables(std::size_t sheet);

  std::string finish();

 private:
  bool has_tree(std::size_t index) const { return trees_[index].has_value(); }
  const std::string& bytes_of(std::size_t index);
  bool may_look_elsewhere(std::size_t index);
  bool may_have_formulas(std::size_t index);
  void follow(std::size_t index, const RowMove& move);
  std::map<std::string, std::string> defined_names();
  void refuse_wrong() const;
  CellRef template_cell(std::size_t index, CellRef cell) const;
  void drop_stale();
  void force_recalculation();
  void refuse_missing_texts();
  bool strict();
  void write_strings();

  PackageEdit package_;
  WorkbookPart book_;
  std::vector<std::optional<SheetTree>> trees_;  // those that were needed
  std::vector<std::string> bytes_;               // of sheets only looked at so far
  std::map<std::size_t, std::vector<TablePlace>> tables_;
  std::optional<StringAppender> strings_;
  std::optional<std::vector<CellLook>> looks_;
  QuotedStyles quoted_;
  ChangedCells changed_;
  std::map<std::pair<std::size_t, CellRef>, Trouble> wrong_;  // formulas that cannot be kept right
  std::map<std::size_t, std::vector<RowMove>> moves_;         // of each sheet, in their order
};

}  // namespace huizong::xlsx
