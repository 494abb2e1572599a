// The sentence for what a template holds and rows cannot be added to or taken
// from safely.

#pragma once

#include "base/message.h"
#include "xlsx/fill/reference_shift.h"

namespace huizong::xlsx {

/// Throws Error: the moved sheet has `what` ("表格“明细”"), so its rows are not touched.
[[noreturn]] void refuse_move(const ReferenceShift& shift, const Message& what);

/// The formula or reference after the move; refuses `what` where it could not be kept right.
std::string kept_or_refused(const ReferenceShift& shift, const Shifted& now, const Message& what);

/// Cells of a sheet of the template whose formulas could not be kept right.
struct WrongCells {
  std::string sheet;
  Trouble why;
  std::vector<CellRef> cells;  ///< at least one
};
/// Throws Error: all of them, a sentence each; of very many cells the first.
[[noreturn]] void refuse_cells(const std::vector<WrongCells>& wrong);

}  // namespace huizong::xlsx
