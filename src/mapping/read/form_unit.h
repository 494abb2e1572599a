// Whose form it is: told by the unit's cell, else by the name of its file.

#pragma once

#include "mapping/extract.h"

namespace huizong::mapping {

/// Sets the unit of the submission's key and its name, and appends what does not agree (-U-单位).
void identify_unit(Extracted& extracted, const Mapping& mapping, const ExtractContext& context);

/// The unit's cells of the form's further sheets name the same unit.
void check_further_units(Extracted& extracted, const Mapping& mapping,
                         const model::UnitList& units);

}  // namespace huizong::mapping
