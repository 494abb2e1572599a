// [audit] levels: rules that a job makes stricter, milder, or switches off, each
// with the reason for it.

#pragma once

#include <vector>

#include "job/job.h"
#include "mapping/load/table_reader.h"

namespace huizong::job {

/// Changes the rules of the forms, and tells what was changed, in the order of the file. A rule
/// that no form of the job has is a slip.
std::vector<LevelChange> read_levels(const mapping::TomlValue& levels, std::vector<JobForm>& forms,
                                     mapping::Slips& slips);

}  // namespace huizong::job
