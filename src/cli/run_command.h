// huizong run

#pragma once

#include "cli/options.h"

namespace huizong::cli {

int run_command(const Options& options);

}  // namespace huizong::cli
