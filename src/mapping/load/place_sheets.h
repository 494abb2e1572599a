// Finds the sheets that a mapping's blocks name in its template.

#pragma once

#include "mapping/load/draft.h"

namespace huizong::mapping {

/// `own` is the mapping's key `sheet`; null: the first sheet that is visible. Afterwards every
/// sheet of the draft has its place in the template, each once, in the template's order; false
/// where one was not found (said, but for a template without a visible sheet).
bool place_sheets(const TomlValue* own, Draft& draft);

}  // namespace huizong::mapping
