// A sheet name that Excel takes, out of any title.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace huizong::xlsx {

/// At most 31 UTF-16 units; illegal signs become _; unlike every name in `taken` (letters in either
/// case, full width or half) by a number at its end.
std::string sheet_name(std::string_view wanted, const std::vector<std::string>& taken);

}  // namespace huizong::xlsx
