// 封面: what was owed and what came in, what the checks found, and whether the
// summary can be signed.

#pragma once

#include "job/job.h"
#include "model/run_result.h"
#include "report/sheet.h"

namespace huizong::report {

void write_cover(Sheet& sheet, const job::Job& job, const model::RunResult& result);

}  // namespace huizong::report
