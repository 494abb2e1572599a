// huizong trace '汇总!F12' [JOB]: what a cell of the 汇总表 was made of.

#pragma once

#include "batch/trace.h"
#include "cli/options.h"

namespace huizong::cli {

int trace_command(const Options& options);

/// 0 where everything told is as it was when the workbook was written, 1 where something of it was
/// changed since.
int status_of(const batch::Trace& trace);

/// As a person reads it: a line a step, what it is made of below it, further in.
std::string trace_text(const batch::Trace& trace, Lang lang);
std::string trace_json(const batch::Trace& trace, Lang lang);

}  // namespace huizong::cli
