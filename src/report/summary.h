// 汇总表: the year-end workbook of a job. 封面, one 汇总 sheet a form (a row for
// every unit that owes it, whether it came in or not), 审核结果, 编制说明.
//
// What can be computed from the sheet is a live formula with its value beside
// it; rates of the totals row are computed from its sums, never added up.

#pragma once

#include "job/job.h"
#include "model/run_result.h"
#include "report/output.h"
#include "report/return_slip.h"

namespace huizong::report {

/// 输出/<任务名>汇总表.xlsx; `returned` is listed in 缺报与退回.
Output summary_workbook(const job::Job& job, const model::RunResult& result,
                        const std::vector<Slip>& returned);
inline Output summary_workbook(const job::Job& job, const model::RunResult& result) {
  return summary_workbook(job, result, slips(job, result));
}

}  // namespace huizong::report
