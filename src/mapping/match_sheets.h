// Which sheets of a workbook are those of a form of many sheets: by their names,
// else by the titles on them. Nothing is guessed: where two could be it, both are
// named and neither is taken.

#pragma once

#include <vector>

#include "mapping/recognise.h"

namespace huizong::mapping {

/// Parallel to Mapping::sheets. Sheets that are shown come before hidden ones, whole names before
/// those that differ by a number or a year, and names before titles.
std::vector<Recognised::Place> match_sheets(const Mapping& mapping, const xlsx::Workbook& workbook);

}  // namespace huizong::mapping
