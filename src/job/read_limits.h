// [limits] of huizong.toml: the bounds on what a submission may make us do, where
// an office has met one with a workbook that is as large as it must be.

#pragma once

#include "mapping/load/table_reader.h"
#include "xlsx/limits.h"

namespace huizong::job {

/// Keys are the limits' own names (xlsx/limits.h), values whole numbers within what each may be set
/// to; every slip is reported, and a limit that has one keeps its default.
xlsx::Limits read_limits(const mapping::TomlValue& table, const mapping::TextSpot& head,
                         mapping::Slips& slips);

}  // namespace huizong::job
