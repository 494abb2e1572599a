// 报送情况: who is in and who is not, and the files that could not be used.

#pragma once

#include "job/job.h"
#include "model/run_result.h"
#include "report/sheet.h"

namespace huizong::report {

enum class Units { All, NotIn };

/// Two tables, one under the other, from column A on; the place of the first. `below` gets the row
/// after them.
CellRange write_intake(Sheet& sheet, int row, const job::Job& job, const model::Intake& intake,
                       Units units, int* below = nullptr);

const char* name_of(model::Standing standing);  ///< 已报 重复待定 未读 缺报

}  // namespace huizong::report
