// Reads the part of a mapping that says what is computed, audited and
// summarised: [scoring], [[derived]], [[rules]], [summary].

#pragma once

#include "mapping/load/draft.h"
#include "mapping/load/names.h"
#include "mapping/load/table_reader.h"

namespace huizong::mapping {

/// What the expressions go by; before all of them. Without the section the national rules.
void read_scoring(const TomlValue* table, Draft& draft);
/// `names` holds the blocks' names and takes the derived figures' as well.
void read_derived(const TomlValue* list, Draft& draft, NameRegister& names);
/// After the derived figures, which rules and summary columns may use.
void read_rules(const TomlValue* list, Draft& draft);
void read_summary(const TomlValue* table, Draft& draft);
void read_charts(const TomlValue* list, Draft& draft);  ///< of [summary]

}  // namespace huizong::mapping
