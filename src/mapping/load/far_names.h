// Names of other forms (BMJS!支出.合计) and of last year (上年.X) in a mapping's
// expressions, held against the form that has them.

#pragma once

#include <vector>

#include "mapping/mapping.h"

namespace huizong::mapping {

/// Looks up those of the mapping's far names that `target` has to know: its own form's (last
/// year's, then) where it is the mapping itself. Names that are lists go into its definitions.
std::vector<Mistake> check_far_names(Mapping& mapping, const Mapping& target);

}  // namespace huizong::mapping
