// type = "money", and scale = "percent" beside it.

#pragma once

#include "mapping/load/table_reader.h"
#include "mapping/mapping.h"

namespace huizong::mapping {

/// From the keys `type` (required) and `scale` of the table being read.
Typing read_typing(TableReader& reader, Slips& slips);

/// One type as a value: "score", or { type = "percent", scale = "percent" }.
Typing read_typing(const TomlValue& value, Slips& slips);

}  // namespace huizong::mapping
