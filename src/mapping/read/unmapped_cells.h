// Cells of a unit's sheet with content that nothing of the mapping reads or
// knows: notes and sums of the unit's own, lines it put in, figures of a block
// that could not be placed. They are listed, never read.

#pragma once

#include <set>
#include <vector>

#include "mapping/align.h"
#include "mapping/mapping.h"
#include "mapping/place/sheet_grid.h"

namespace huizong::mapping {

/// First cells of everything that is an input or a label.
std::set<CellRef> known_cells(const Alignment& places, const SheetGrid& sheet);

/// In reading order. `read` are cells that were read although the mapping names no place for them.
std::vector<CellRef> unmapped_cells(const Mapping& mapping, const SheetForm& form,
                                    const Alignment& places, const SheetGrid& sheet,
                                    const std::vector<CellRef>& read);

}  // namespace huizong::mapping
