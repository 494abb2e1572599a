// 审核: runs a form's rules over one submission, and compares each derived
// figure with what the unit reported for it (implied rules <id>-D-<name>).

#pragma once

#include <vector>

#include "formula/definitions.h"
#include "model/figure_source.h"
#include "model/finding.h"
#include "model/submission.h"

namespace huizong::audit {

struct AuditResult {
  std::vector<model::Finding> findings;  ///< `cause` indexes this list
  model::CheckCounts checks;
};

/// `found` is what reading the submission already found: a check that cannot be made because of one
/// of those carries it as its cause. The result holds them first, unchanged, then the audit's own.
AuditResult audit(const model::Submission& submission, const formula::Definitions& definitions,
                  std::vector<model::Finding> found);

/// What needs other forms or last year, when all submissions are in. `found` is what was found so
/// far of the unit, in any of its forms.
AuditResult audit_across(const model::Submission& submission,
                         const formula::Definitions& definitions, std::vector<model::Finding> found,
                         const model::FigureSource& others);

}  // namespace huizong::audit
