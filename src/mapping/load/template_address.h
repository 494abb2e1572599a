// What the checks of fields, grids and tables against the template have in
// common: an address outside it, inside a merge, or under another heading.

#pragma once

#include <string>
#include <vector>

#include "mapping/load/draft.h"

namespace huizong::mapping {

constexpr int kNearRows = 3;  ///< how far from a block a label that was meant for it may stand

std::string shortened(const std::string& text);  ///< on one line, for a message

/// Notes that an address lies outside the template's used area.
void outside(SheetDraft& draft, const TextSpot& spot, const std::string& address);
/// Notes, and says, that a cell lies in a merge which begins elsewhere.
bool covered(SheetDraft& draft, CellRef cell, const TextSpot& spot);
/// Notes that a column's heading above `first_row` is not its name, while another column's is.
void check_heading(const std::string& name, const std::vector<std::string>& names, int col,
                   int first_row, const TextSpot& spot, SheetDraft& draft);

}  // namespace huizong::mapping
