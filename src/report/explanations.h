// 出错说明.xlsx: a row for every warning, for the office to explain and approve.

#pragma once

#include <string>

#include "job/job.h"

namespace huizong::report {

/// The whole workbook, which tells nothing but its rows; the office's own columns stay behind ours.
std::string explanations_workbook(const job::Job& job, const model::Explanations& explanations);

}  // namespace huizong::report
