// All workbooks together: who is in, who is missing, which files repeat each
// other, and one list of findings.

#pragma once

#include <vector>

#include "batch/process.h"
#include "model/run_result.h"

namespace huizong::batch {

model::RunResult collect(const job::Job& job, std::vector<ProcessedFile> files,
                         std::vector<model::IgnoredFile> ignored);

}  // namespace huizong::batch
