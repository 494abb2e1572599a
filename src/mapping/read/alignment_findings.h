// What is said of how a form was found on its sheet: labels that read
// differently, blocks that could not be placed, another unit of money.

#pragma once

#include <vector>

#include "mapping/align.h"
#include "mapping/read/form_money.h"
#include "model/finding.h"

namespace huizong::mapping {

/// Findings with rule, level, field, cell and message; whose form it is is not known yet.
std::vector<model::Finding> alignment_findings(const Mapping& mapping, const Alignment& alignment);
std::vector<model::Finding> money_findings(const Mapping& mapping, const FormMoney& money);

}  // namespace huizong::mapping
