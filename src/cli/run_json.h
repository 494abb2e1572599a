// What `run --json` prints: one object (DESIGN 10). Keys and rule ids never
// change with the language; only `message` and clue texts do.

#pragma once

#include <string>

#include "batch/run.h"

namespace huizong::cli {

/// `all`: with every check that held, both sides of it.
std::string run_json(const job::Job& job, const batch::Run& run, Lang lang, bool all = false);

}  // namespace huizong::cli
