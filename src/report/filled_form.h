// 填表: the official form with a unit's figures in it. Inputs stand as they were
// reported, derived figures are live formulas with their values, and everything
// else is the blank form's own, byte for byte.

#pragma once

#include <string>
#include <vector>

#include "job/job.h"
#include "model/submission.h"
#include "report/form/unfilled.h"
#include "report/output.h"

namespace huizong::report {

/// Where each goes, parallel to the submissions: 输出/填表/<编码>_<单位>[_<项目>].xlsx, in a folder
/// for each form where the job has several. Names that would be one file for Windows are told
/// apart.
std::vector<std::string> filled_paths(const job::Job& job,
                                      const std::vector<model::Submission>& submissions);

/// 输出/填表/<编码>_<单位>[_<项目>].xlsx. Throws Unfilled where the template cannot bear the
/// figures (it names the construct), xlsx::Unreadable where it cannot be read.
Output filled_form(const job::Job& job, const mapping::Mapping& mapping,
                   const model::Submission& submission);

}  // namespace huizong::report
