// 审核: runs a form's rules over one submission, and compares each derived
// figure with what the unit reported for it (implied rules <id>-D-<name>).

#pragma once

#include <set>
#include <string>
#include <vector>

#include "formula/definitions.h"
#include "model/figure_source.h"
#include "model/finding.h"
#include "model/submission.h"

namespace huizong::audit {

struct AuditResult {
  std::vector<model::Finding> findings;    ///< `cause` indexes this list
  std::vector<model::PassedCheck> passed;  ///< empty unless asked for
  model::CheckCounts checks;
  std::set<std::string> without_last_year;  ///< rules that only last year's figures kept unchecked
};

/// `found` is what reading the submission already found: a check that cannot be made because of one
/// of those carries it as its cause. The result holds them first, unchanged, then the audit's own.
/// `list_passed`: checks that held are listed too, not only counted.
AuditResult audit(const model::Submission& submission, const formula::Definitions& definitions,
                  std::vector<model::Finding> found, bool list_passed = false);

/// What needs other forms or last year, when all submissions are in. `found` is what was found so
/// far of the unit, in any of its forms.
AuditResult audit_across(const model::Submission& submission,
                         const formula::Definitions& definitions, std::vector<model::Finding> found,
                         const model::FigureSource& others, bool list_passed = false);

struct FormOfUnit {
  const model::Submission* submission;
  const formula::Definitions* definitions;
};

/// 同一差额 over all forms of one unit: one wrong amount fails the checks of its own form and those
/// of others. `found` is all that was found of the unit. The rules are run once more for it, so it
/// is for units of which a check across forms found two amounts that differ.
void put_across_under_one_root(const std::vector<FormOfUnit>& forms,
                               const model::FigureSource& others,
                               std::vector<model::Finding>& found);

}  // namespace huizong::audit
