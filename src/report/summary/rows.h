// The rows of a 汇总 sheet: one a unit, or an item of one.

#pragma once

#include "report/source_links.h"
#include "report/summary/page.h"

namespace huizong::report {

/// The row after the last.
int write_unit_rows(const SummaryPage& page, const SourceLinks& links);

}  // namespace huizong::report
