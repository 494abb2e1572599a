// What a cell's stored characters mean under its stated type.
//
// A value that cannot be read is never replaced by a guess: the cell becomes an
// Error with the stored characters as its text, and a fault that says why.

#pragma once

#include <optional>
#include <string_view>

#include "xlsx/read/shared_strings.h"
#include "xlsx/workbook.h"

namespace huizong::xlsx {

/// How a cell states its type (attribute t).
enum class StoredType { Number, SharedString, FormulaText, InlineText, Bool, Error, Date, Unknown };
StoredType stored_type(std::string_view t, bool present);

/// Sets type, text and fault of a cell from the characters inside its <v>.
void read_stored_value(Cell& cell, StoredType type, std::string_view stored,
                       const SharedStrings& strings);

/// Marks a cell as unreadable, keeping what is stored.
void mark_unreadable(Cell& cell, std::string_view stored, CellFault fault);

/// A number as the file format has it, blanks around it allowed: "-1.5", ".5", "1E-07"; nothing for
/// what is no number or beyond a double.
std::optional<double> parse_stored_number(std::string_view text);
/// An optional minus, then at most 15 digits and at most one point: surely a finite number, and
/// with no digit more than a spreadsheet shows.
bool is_short_decimal(std::string_view text);
/// "2024-02-29", "2024-02-29T12:30:00.5Z", "12:30:00": a real day and time.
bool is_iso_date(std::string_view text);

}  // namespace huizong::xlsx
