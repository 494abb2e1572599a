// Finds and opens the blank template of a mapping, and picks its sheet.

#pragma once

#include "mapping/load/draft.h"

namespace huizong::mapping {

/// `name` is the value of `template`, `sheet_name` that of `sheet` (null for the first visible
/// sheet). On success draft.has_template is set; else there is a slip at the value.
void open_template(const TomlValue& name, const TomlValue* sheet_name, Draft& draft);

}  // namespace huizong::mapping
