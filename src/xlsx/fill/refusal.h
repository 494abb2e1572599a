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

/// Throws Error: the formula of that cell of the template could not be kept right.
[[noreturn]] void refuse_cell(const std::string& sheet, CellRef cell, Trouble why);

}  // namespace huizong::xlsx
