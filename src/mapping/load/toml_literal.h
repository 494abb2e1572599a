// From a character of a quoted text's value back to its place in the file, so
// that a slip inside an expression is shown under the expression itself.

#pragma once

#include "mapping/load/toml_tree.h"

namespace huizong::mapping {

/// Where character `index` (from 0) of a Text value stands, escapes and line breaks of the literal
/// considered; `length` is cut at the end of that line.
TextSpot spot_inside(const TextFile& file, const TomlValue& text, int index, int length);

}  // namespace huizong::mapping
