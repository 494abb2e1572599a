// A key whose value names one cell of the form: reported, magnitude.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mapping/load/draft.h"

namespace huizong::mapping {

/// The path figures are keyed with; "" when the value names no cell of the form, which is then
/// said.
std::string read_cell_path(const TomlValue& value, std::string_view key, Draft& draft,
                           const std::vector<std::string>& dollars = {});

}  // namespace huizong::mapping
