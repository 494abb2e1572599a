// What is wrong with a line that is no TOML, in words for someone who has never
// heard of TOML.

#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "mapping/load/text_file.h"

namespace huizong::mapping {

/// The rest of a line from a column on (both from 1); "" beyond its end.
std::string from_column(const TextFile& file, int line, int column);

/// `why` is the parser's own sentence about that place.
Mistake syntax_mistake(const TextFile& file, int line, int column, std::string_view why);

}  // namespace huizong::mapping
