// A job made by hand, as if six units had been read: one clean, one kept out
// for its unit of money, one without 全年预算数; one missing, one unread, one
// that sent two different files.

#pragma once

#include <string>

#include "job/job.h"
#include "model/run_result.h"

namespace huizong::testing {

struct SampleJob {
  job::Job job;
  model::RunResult result;
};
SampleJob sample_job();

/// The sheet as text, a line a row, "5: 1 | 101001 | =0.95": "=" stands before what a formula
/// gives. Merged ranges once; empty cells at a row's end are left out.
std::string dump(const std::string& workbook, const std::string& sheet);
/// One row of that, or "".
std::string row_of(const std::string& dump, int row);

}  // namespace huizong::testing
