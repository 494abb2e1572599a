// 结论: whether what came in may be signed off.

#pragma once

#include <string>
#include <vector>

#include "job/job.h"
#include "model/run_result.h"

namespace huizong::report {

/// What stands in the way, "尚有错误 4 处"; empty: 可以定稿.
std::vector<std::string> obstacles(const job::Job& job, const model::RunResult& result);

}  // namespace huizong::report
