// What one workbook does not tell: figures and rules that need the unit's other
// forms, or last year. Done once all submissions are in.

#pragma once

#include <optional>
#include <set>
#include <string>

#include "job/job.h"
#include "model/run_result.h"

namespace huizong::batch {

/// Last year's figures, where the job names a store of them: for 同比, and the forms that ask; of
/// all units, or of those. Throws Error when the store holds none of that year.
void load_last_year(const job::Job& job, model::RunResult& result,
                    const std::optional<std::set<std::string>>& units = std::nullopt);

/// Adds the figures that are derived across forms and years, and what their audit finds, unit by
/// unit behind what was found before. `list_passed`: checks that held are listed too.
void settle_across(const job::Job& job, model::RunResult& result, bool list_passed = false);

}  // namespace huizong::batch
