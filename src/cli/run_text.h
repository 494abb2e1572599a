// What `run` prints for a person: findings, what is not in, what was written,
// and the verdict as the last line.

#pragma once

#include <string>

#include "batch/run.h"
#include "cli/options.h"

namespace huizong::cli {

std::string run_text(const job::Job& job, const batch::Run& run, const Options& options,
                     int exit_status);

}  // namespace huizong::cli
