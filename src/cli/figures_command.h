// huizong figures: every figure as read or computed, one JSON line each.

#pragma once

#include "cli/options.h"

namespace huizong::cli {

int figures_command(const Options& options);

}  // namespace huizong::cli
