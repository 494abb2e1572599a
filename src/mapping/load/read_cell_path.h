// A key whose value names one cell of the form: reported, magnitude.

#pragma once

#include <string>
#include <string_view>

#include "mapping/load/draft.h"

namespace huizong::mapping {

/// The path figures are keyed with; "" when the value names no cell of the form, which is then
/// said.
std::string read_cell_path(const TomlValue& value, std::string_view key, Draft& draft);

}  // namespace huizong::mapping
