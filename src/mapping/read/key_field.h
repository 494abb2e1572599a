// The cells that tell whose form it is and of which year, and what is found of
// them.

#pragma once

#include <string>

#include "mapping/mapping.h"
#include "model/figure.h"
#include "model/finding.h"

namespace huizong::mapping {

/// The first field with that key; null without.
const Field* key_field(const Mapping& mapping, KeyPart key);

/// An error at the figure; of the form as a whole where that is null. `rule` is what stands behind
/// the form's id.
model::Finding key_finding(const Mapping& mapping, const std::string& rule,
                           const model::Figure* figure, Message message);

void count_check(model::CheckCounts& checks, const std::string& rule, bool passed);

}  // namespace huizong::mapping
