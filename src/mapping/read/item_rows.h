// Several copies of a form below each other on one sheet (per = "block"): which
// rows are whose.

#pragma once

#include <optional>
#include <vector>

#include "mapping/recognise.h"

namespace huizong::mapping {

/// From each of the form's titles to the next; what stands above the first goes with it. The whole
/// sheet where there are no two of them.
std::vector<Rows> item_rows(const Mapping& mapping, const xlsx::Sheet& sheet);

/// The sheet as if it had these rows only, at their own addresses.
xlsx::Sheet only_rows(const xlsx::Sheet& sheet, Rows rows);

/// Where a second copy seems to begin that has lost its title: each word of recognise.contains that
/// is not the title's stands there twice.
std::optional<CellRef> second_copy(const Mapping& mapping, const xlsx::Sheet& rows);

}  // namespace huizong::mapping
