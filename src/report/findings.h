// 审核结果.xlsx: every finding under the one it follows from, to be filtered and
// sent out; 规则×单位, where they are at a glance; 未能检查, what was not checked;
// 公式目录, what was checked and how it went; 报送情况, who is in.

#pragma once

#include "job/job.h"
#include "model/run_result.h"
#include "report/output.h"

namespace huizong::report {

/// 输出/审核结果.xlsx
Output findings_workbook(const job::Job& job, const model::RunResult& result);

}  // namespace huizong::report
