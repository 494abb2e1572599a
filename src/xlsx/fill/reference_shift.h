// Rewrites the cell references in a workbook's texts when a variable block of
// one sheet gains or loses rows (RowMove), or when a formula is copied to
// another row.
//
// What it does not know to be a reference stays byte for byte.

#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "xlsx/fill/formula_references.h"
#include "xlsx/fill/row_move.h"

namespace huizong::xlsx {

/// Why a formula is not right after the move.
enum class Trouble {
  None,
  Lost,     ///< it named a cell that was dropped; #REF! stands there now
  Through,  ///< it reaches through several sheets (表1:表3!A1), the moved one among them: not moved
  Listed,   ///< it names every row of the block one by one, and not as a list that can be grown
  Joined,   ///< a range that ends on the block's last row is put together: A1:INDEX(…), (A1):(A9)
  Counted,  ///< it counts rows or spells them out: counted_rows.h
};

/// A formula or name after the move.
struct Shifted {
  std::string text;
  bool changed = false;
  Trouble trouble = Trouble::None;  ///< the first that was met
};

/// What becomes of one reference.
enum class Fate {
  Stays,
  Moves,
  Lost,     ///< it named a cell that is dropped, or pushed off the sheet's foot
  Through,  ///< it would move, but on one of the sheets it reaches through only: not moved
};

class ReferenceShift {
 public:
  /// `sheets` are all sheets' names in the workbook's order, `names` its defined names and what
  /// they stand for before the move.
  ReferenceShift(RowMove move, std::string sheet, std::vector<std::string> sheets,
                 std::map<std::string, std::string> names = {})
      : move_(move),
        sheet_(std::move(sheet)),
        sheets_(std::move(sheets)),
        names_(std::move(names)) {}

  const RowMove& move() const { return move_; }
  const std::string& sheet() const { return sheet_; }
  /// What a defined name stands for; null where there is none of that name.
  const std::string* name_text(std::string_view name) const;

  /// A formula of `sheet`; `row` is the row it stands in, before the move, where it stands in a
  /// cell. A range that ends on the block's last row grows, unless it is that row's own:
  /// SUM(F21:H21) and SUM(F$12:F21) in row 21 speak of row 21 only.
  Shifted formula(std::string_view text, std::string_view sheet, std::optional<int> row) const;
  /// What a defined name stands for. References without $ are offsets from wherever the name is
  /// used: they stay; but for print areas, titles and filters, which are places however they are
  /// written.
  Shifted name(std::string_view name, std::string_view text) const;

  /// One reference as formula() treats it; changed only where it Moves.
  Fate move_reference(Reference& reference, std::string_view sheet, std::optional<int> row) const;
  /// Whether a reference in a formula of `sheet` is to the moved sheet, and to it alone.
  bool is_here(const Reference& reference, std::string_view sheet) const;

  /// "B7:D9" of the moved sheet itself; nothing where all of it was dropped.
  std::optional<std::string> area(std::string_view a1, bool grow) const;
  /// "B7:D9 F3": dropped areas are left out, so it may come back empty.
  std::string areas(std::string_view list, bool grow) const;

 private:
  Shifted rewrite(std::string_view text, std::string_view sheet, std::optional<int> row,
                  bool only_fixed) const;
  Fate move_corners(Reference& reference, std::optional<int> row) const;
  bool ends_on_last_row(const Reference& reference, std::string_view sheet) const;
  bool reaches_through(std::string_view first, std::string_view last) const;

  RowMove move_;
  std::string sheet_;
  std::vector<std::string> sheets_;
  std::map<std::string, std::string> names_;
};

/// The formula with those references rewritten that `change` changed and returns true for.
std::string rewritten(std::string_view text, const std::function<bool(Reference&)>& change);

/// The formula as it reads when copied so many rows down and columns right: references without $
/// move.
std::string copied_formula(std::string_view text, int rows, int cols);

/// The formula of a block's row `row` as the row cloned `rows` below it needs it: references
/// without $ to the block, to the row before, and to other sheets move; what lies elsewhere on the
/// sheet (a heading, a total) is the same for every row.
std::string cloned_formula(std::string_view text, RowSpan block, int row, int rows);

}  // namespace huizong::xlsx
