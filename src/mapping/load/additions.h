// 补充: figures and rules of a job's own, in a file beside the mapping of an
// official form, so that the mapping itself need not be copied to add to it.

#pragma once

#include "mapping/load/toml_tree.h"

namespace huizong::mapping {

/// Puts the additions' lists behind the mapping's, as if they stood in one file; `text` is then of
/// both. Throws Mistakes where they hold anything but prose, derived, rules and summary.columns.
void add_additions(const TextFile& additions, TextFile& text, TomlValue& mapping);

}  // namespace huizong::mapping
