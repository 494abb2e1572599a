// Writes the findings as a table: what is wrong, where, both numbers, the clue.

#pragma once

#include "job/job.h"
#include "model/run_result.h"
#include "report/sheet.h"

namespace huizong::report {

enum class Causes {
  Numbered,  ///< 1, 1.1: consequences are counted under their root
  Column,    ///< 序号 runs through, and a column says 因第 n 条; for filtering and sorting
};

/// From column A on; sets the bounds of the columns it fills. The range includes the headings.
CellRange write_findings(Sheet& sheet, int row, const job::Job& job, const model::RunResult& result,
                         Causes causes);

}  // namespace huizong::report
