// A cell, and a rectangle of cells, as places on a sheet.

#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace huizong {

inline constexpr int kMaxRows = 1048576;  ///< what an .xlsx sheet can have
inline constexpr int kMaxCols = 16384;

/// 0-based inside, written A1.
struct CellRef {
  int row = 0;
  int col = 0;
  auto operator<=>(const CellRef&) const = default;  // reading order: by row, then by column
};

/// Both corners belong to it; a single cell has first == last.
struct CellRange {
  CellRef first;
  CellRef last;
  auto operator<=>(const CellRange&) const = default;
  bool contains(CellRef c) const {
    return c.row >= first.row && c.row <= last.row && c.col >= first.col && c.col <= last.col;
  }
};

/// "B7", with or without $; letters in either case. Nothing for what is no cell of a sheet.
std::optional<CellRef> parse_cell_ref(std::string_view text);
/// "B7:D9" or "B7", corners in any order.
std::optional<CellRange> parse_cell_range(std::string_view text);
/// "B" -> 1.
std::optional<int> parse_column(std::string_view letters);

std::string column_name(int col);  ///< 0 -> "A"
std::string to_string(CellRef ref);
std::string to_string(const CellRange& range);  ///< "B7:D9"; "B7" for one cell
/// As Excel quotes a sheet's name before "!"; always, since a name may look like a cell.
std::string quoted_sheet(std::string_view name);

}  // namespace huizong
