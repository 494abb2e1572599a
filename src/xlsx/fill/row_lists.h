// Totals that name the rows of a variable block one by one: H12+H13+…+H21,
// SUM(H12,H13,…,H21).
//
// They are meant as sums over the block, so they take in the rows it gains and
// let go of those it loses. What names every row in some other way
// (H12*I12+H13*I13+…) is told apart: no text can be written for it that is
// surely right.

#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "xlsx/fill/formula_references.h"
#include "xlsx/fill/row_move.h"

namespace huizong::xlsx {

/// A part of a formula that stands for something else after the move.
struct FormulaEdit {
  std::size_t at = 0;
  std::size_t length = 0;
  std::string text;
};

struct RowLists {
  std::vector<FormulaEdit> edits;  ///< each list as it reads after the move; in the text's order
  bool unclear = false;  ///< every row of the block is named, and not as a list that can be written
};

/// The lists over `move`'s block in a formula. `here` tells the references that count: to the moved
/// sheet, and with a $ where the formula stands in the block itself.
RowLists row_lists(std::string_view formula, const FormulaScan& scan, const RowMove& move,
                   const std::function<bool(const Reference&)>& here);

}  // namespace huizong::xlsx
