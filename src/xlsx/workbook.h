// A workbook as read: its sheets and their stored cells.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/cell_ref.h"
#include "base/decimal.h"
#include "xlsx/cell_fault.h"
#include "xlsx/number_format.h"

namespace huizong::xlsx {

enum class CellType : std::uint8_t {
  Blank,  ///< a formula without a stored value; plain empty cells are not stored at all
  Number,
  Text,
  Bool,
  Error,
  Date,  ///< ISO text (t="d"); dates stored as serial numbers are Number with a date format
};

struct Cell {
  CellRef ref;
  CellType type = CellType::Blank;
  bool formula = false;
  /// Set where the value is no number, no text the workbook has, and the like: what is stored is
  /// `text` and the type is Error, so that no figure can come of it.
  CellFault fault = CellFault::None;
  std::uint32_t style = 0;  ///< index for Workbook::format
  std::string
      text;  ///< Number: as stored in the file; Text: decoded; Bool: "1" or "0"; Error: "#DIV/0!"
};

/// The number a Number cell shows: the 15 significant digits of what is stored. None for other
/// cells.
std::optional<Decimal> number_of(const Cell& cell);

enum class SheetState { Visible, Hidden, VeryHidden };

struct Sheet {
  std::string name;  ///< as stored, trailing blanks included
  SheetState state = SheetState::Visible;
  std::vector<Cell> cells;        ///< in reading order, each place once
  std::vector<CellRange> merges;  ///< sorted by first corner

  const Cell* find(CellRef ref) const;  ///< null where nothing is stored
  CellRange extent(CellRef ref) const;  ///< the merge the cell belongs to, else the cell alone
  std::string text_at(
      CellRef ref) const;  ///< what stands there as text, "" if nothing; numbers as stored
};

/// What a workbook says of a sheet before its cells are read.
struct SheetInfo {
  std::string name;
  SheetState state = SheetState::Visible;
};

struct Workbook {
  std::vector<Sheet> sheets;  ///< in the workbook's order
  bool date1904 = false;
  std::vector<NumberFormat> formats;  ///< by cell style
  const NumberFormat& format(
      const Cell& cell) const;  ///< General for a style the workbook does not have
};

}  // namespace huizong::xlsx
