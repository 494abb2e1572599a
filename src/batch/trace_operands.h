// The cells of ours that a recorded cell is computed from, read from the store as
// they are asked for.

#pragma once

#include <set>
#include <string>
#include <vector>

#include "batch/trace_place.h"

namespace huizong::batch {

struct Operand {
  std::string sheet;
  model::CellOrigin cell;
  bool peer;  ///< looked at, not computed with: how it came about is not told
};

/// Those among which a rank is found, or grades are counted, are peers. `sheet` is the cell's own.
std::vector<Operand> operands_of(const store::Store& store, const std::string& book,
                                 const std::string& sheet, const model::CellOrigin& origin);

/// Of a unit's own cell that is one unit; a whole year's figures take long to load.
std::set<std::string> units_behind(const store::Store& store, const RecordedCell& at);

}  // namespace huizong::batch
