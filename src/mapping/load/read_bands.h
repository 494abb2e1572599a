// bands = [["优", 90], ["良", 80]]: a grade, or a stepped score, for a number.

#pragma once

#include <vector>

#include "formula/definitions.h"
#include "mapping/load/slips.h"

namespace huizong::mapping {

/// Lower bounds (a plain number, inclusive) fall from band to band; upper ones ("<= 0.1", "< 0.1")
/// rise.
std::vector<formula::Band> read_bands(const TomlValue& list, Slips& slips);

}  // namespace huizong::mapping
