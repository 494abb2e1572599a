// Fills an official form in place: rewrites the cells it is told to, and what
// those force, and copies every other part of the package byte for byte.
//
//   Patcher form(read_file("部门整体支出绩效自评表.xlsx"));
//   form.resize_block(0, {11, 20}, 19);       // ten sample rows become nineteen
//   form.set_number(0, {4, 4}, amount);
//   write_file(out, form.package());
//
// Places are in the coordinates after every resize so far. What the template
// cannot bear (a construct that cannot be moved safely) is refused by name with
// an Error, before anything is written; the patcher is of no use after that.

#pragma once

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/cell_ref.h"
#include "base/decimal.h"
#include "base/message.h"
#include "xlsx/fill/cell_looks.h"
#include "xlsx/fill/row_move.h"
#include "xlsx/limits.h"

namespace huizong::xlsx {

/// What stands beside a formula so that a reader which does not calculate sees the right thing.
using CachedValue = std::variant<Decimal, std::string, bool>;

/// Whether Excel takes it for an error value where a cell holds it: "#DIV/0!".
bool is_error(std::string_view code);

class Patcher {
 public:
  /// Takes the .xlsx file's bytes; throws Unreadable, also for macros or a digital signature.
  explicit Patcher(std::string package, const Limits& limits = {});
  ~Patcher();
  Patcher(Patcher&&) noexcept;

  Patcher& operator=(Patcher&&) noexcept;

  std::size_t sheet_index(std::string_view name) const;  ///< throws Error when there is none
  std::size_t sheet_count() const;

  /// Makes the block of sample rows hold `count` rows (at least one), by cloning its last row or
  /// dropping rows from its end, and shifts every reference in the package that this moves, or
  /// refuses by its name what cannot be moved safely. Merges
  /// that lie in one row are cloned with it; a merge that spans rows of the block only is dissolved
  /// where it touches one of the `regrouped` columns (the caller draws the groups anew by merge());
  /// any other stays, and grows or shrinks with the rows it ends on. A cloned row has the styles
  /// and formulas of the last one, and those of its texts and numbers that read the same in every
  /// sample row. No row of the block stays hidden.
  void resize_block(std::size_t sheet, RowSpan block, int count,
                    const std::set<int>& regrouped = {});

  void set_number(std::size_t sheet, CellRef cell, const Decimal& value);
  /// Stays text: one that begins like a formula (= + - @) gets a quote in a twin of the cell's
  /// style.
  void set_text(std::size_t sheet, CellRef cell, std::string_view text);
  /// Of those that is_error() knows.
  void set_error(std::size_t sheet, CellRef cell, std::string_view code);
  void set_formula(std::size_t sheet, CellRef cell, std::string_view formula,
                   const CachedValue& value);   ///< without "="
  void clear(std::size_t sheet, CellRef cell);  ///< empties it; its style stays
  bool has_formula(std::size_t sheet, CellRef cell) const;

  /// The first cell's content stays, what the others hold goes. Throws Error where it would cut
  /// into another merge.
  void merge(std::size_t sheet, CellRange range);
  /// Takes away merges that lie inside the range.
  void unmerge(std::size_t sheet, CellRange range);

  void copy_look(std::size_t sheet, CellRef from, CellRef to);  ///< the style alone
  /// Raises a row to at least so many points (never lowers it), for text that needs the lines.
  void raise_row(std::size_t sheet, int row, double points);
  double row_height(std::size_t sheet, int row) const;    ///< points
  double column_width(std::size_t sheet, int col) const;  ///< in characters of the default font
  /// The merge the cell belongs to as things stand, else the cell alone.
  CellRange extent(std::size_t sheet, CellRef cell) const;
  CellLook look(std::size_t sheet, CellRef cell) const;  ///< from the cell's style

  /// The finished package. Every formula whose value this filling may have changed has lost its
  /// stored value (Excel recalculates on opening), but for those set here, which carry theirs.
  /// Throws Error where a formula of the form has lost a row it speaks of and was not replaced.
  std::string package();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace huizong::xlsx
