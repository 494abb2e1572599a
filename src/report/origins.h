// Where a figure comes from, as a sheet is laid out: cells put together.

#pragma once

#include <vector>

#include "base/cell_ref.h"

namespace huizong::report {

/// Cells of one column, those in rows that follow each other as one range.
std::vector<CellRange> ranges_of(const std::vector<CellRef>& cells);

}  // namespace huizong::report
