// Finds the cell references in a formula's text.
//
// A scanner, not a parser: it knows what is no reference (strings, quoted sheet
// names, LOG10( , names, 表1[金额], #REF!, [1]表!A1 of another workbook) and
// leaves the rest of the formula alone. Text is as a file stores it: without
// "=", English function names, commas.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/cell_ref.h"

namespace huizong::xlsx {

/// One A1 reference of a formula.
struct Reference {
  enum class Kind { Cell, Cells, Rows, Cols };  ///< A1 · A1:B2 · 3:5 · A:C
  struct Corner {
    CellRef cell;            ///< the row is 0 for whole columns, the column 0 for whole rows
    bool fixed_row = false;  ///< $ before it
    bool fixed_col = false;
  };
  Kind kind = Kind::Cell;
  Corner first;
  Corner last;        ///< as written: not necessarily the lower right one; same as first for Cell
  std::string sheet;  ///< unquoted; "" where the formula's own sheet is meant
  std::string last_sheet;  ///< of a reference through several sheets, 表1:表3!A1; else ""
  bool external = false;   ///< in another workbook
  std::size_t at = 0;      ///< where the A1 text (without the sheet) begins, in bytes
  std::size_t length = 0;

  CellRange range() const;  ///< the cells meant, corners in order
};

/// What stands in one pair of parentheses.
struct Call {
  struct Argument {
    std::size_t at = 0;  ///< in bytes, blanks around it included
    std::size_t length = 0;
  };
  std::string function;  ///< in capitals; "" for mere parentheses
  std::vector<Argument> arguments;
};

struct FormulaScan {
  std::vector<Reference> references;  ///< in the order of the text, as are the calls
  std::vector<std::string> names;     ///< defined names used, as written
  std::vector<Call> calls;
  bool tables = false;  ///< it uses structured references (表1[金额])
  bool joins = false;   ///< a range is made of what is no two plain corners: (A1):(A9),
                        ///< A1:INDEX(…), A1:A5:A9
};

FormulaScan scan_formula(std::string_view formula);

/// The A1 text of a reference, without its sheet.
std::string a1_text(const Reference& reference);

/// Sheet names are compared without regard to the case of Latin letters.
bool same_sheet(std::string_view a, std::string_view b);

}  // namespace huizong::xlsx
