// One worksheet of a package, edited as a tree: cells, formulas, merges, row
// heights.
//
// A cell keeps its style whatever is put into it. Nothing here looks beyond the
// sheet; rows are moved by sheet_rows.h.

#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/cell_ref.h"
#include "xlsx/merge_index.h"

namespace pugi {
class xml_node;
}

namespace huizong::xlsx {

/// What is put into a cell; all empty: nothing.
struct CellContent {
  std::string type;  ///< as the file spells it: "" a number, "s" a shared string, "str" text of a
                     ///< formula, "b"
  std::string value;
  std::string formula;  ///< without "="
};

struct StoredFormula {
  CellRef cell;
  std::string text;  ///< of a cell that shares another's formula: as it reads there
  CellRange fills;   ///< an array formula's cells; else the cell alone
};

class SheetTree {
 public:
  SheetTree(std::string_view bytes, std::string part, std::string name);  ///< throws Unreadable
  ~SheetTree();
  SheetTree(SheetTree&&) noexcept;

  const std::string& part() const { return part_; }
  const std::string& name() const { return name_; }
  pugi::xml_node root() const;

  /// Throws Error where the cell belongs to an array formula or a data table of several cells.
  void put(CellRef cell, const CellContent& content);
  std::optional<std::string> formula(CellRef cell) const;
  std::vector<StoredFormula> formulas() const;
  /// The first cell whose shared text has that number or a higher one.
  std::optional<CellRef> text_from(std::size_t number) const;
  bool has_formulas() const;
  void drop_values(const CellRange& cells);  ///< stored results of formulas, which may be stale

  /// Gives every cell that shares a formula its own text. `which` picks by the shared text.
  void unshare_formulas(const std::function<bool(const std::string&)>& which);

  const MergeIndex& merges() const { return merges_; }
  void set_merges(MergeIndex merges);
  void add_merge(const CellRange& range);
  void remove_merge(const CellRange& range);

  double row_height(int row) const;
  void set_row_height(int row, double points);
  double column_width(int col) const;
  void set_style(CellRef cell, unsigned style);  ///< stores the cell, empty, where it is not yet
  unsigned style(CellRef cell) const;  ///< of a cell not stored: its row's, else its column's

  /// Row elements by their number; to be asked again after rows were moved.
  const std::map<int, pugi::xml_node>& rows() const;
  /// Array formulas and data tables of several cells.
  const std::vector<CellRange>& array_areas() const;
  /// After the tree was changed from outside: finds the rows anew.
  void refresh();

  bool changed() const { return changed_; }
  void set_changed() { changed_ = true; }
  std::string print();

 private:
  struct Impl;
  std::string part_;
  std::string name_;
  std::unique_ptr<Impl> impl_;
  MergeIndex merges_;
  bool changed_ = false;
  bool merges_changed_ = false;
};

/// A cell element's place, from its r.
std::optional<CellRef> place_of(const pugi::xml_node& cell);

}  // namespace huizong::xlsx
