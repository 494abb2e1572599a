// The parts that a pattern takes out of a text, {金额:money 元}: what is wrong with
// their names and types.

#pragma once

#include <vector>

#include "mapping/load/names.h"
#include "mapping/pattern_part.h"

namespace huizong::mapping {

/// Reports each slip; true without any. Where several parts, or `named`, each needs a name.
bool check_parts(const std::vector<PatternPart>& parts, bool named, const TextSpot& spot,
                 Slips& slips);

/// Whether two patterns of one list take out the same: names and types.
bool same_parts(const std::vector<PatternPart>& a, const std::vector<PatternPart>& b);

}  // namespace huizong::mapping
