// --limit NAME=VALUE of `huizong cells`: a bound of the reader's, set for this file.

#pragma once

#include <string_view>

#include "xlsx/limits.h"

namespace huizong::cli {

/// Sets what `word` says ("strings=20000000"). Throws UsageError: no such limit (with all there
/// are), not a number it may be set to (with those it may).
void set_limit_option(xlsx::Limits& limits, std::string_view word);

}  // namespace huizong::cli
