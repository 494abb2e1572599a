// 编制说明: how the figures were made, the rules they were checked by, and the
// files they came from.

#pragma once

#include <string>
#include <vector>

#include "job/job.h"
#include "model/run_result.h"
#include "report/sheet.h"
#include "report/summary/columns.h"

namespace huizong::report {

/// What a form's 汇总 sheet could not say by formula.
struct SheetNotes {
  std::string title;  ///< the form's
  std::vector<std::string> not_live;
  std::vector<std::string> without_total;
};

void write_notes(Sheet& sheet, const job::Job& job, const model::RunResult& result,
                 const std::vector<SheetNotes>& notes);

}  // namespace huizong::report
