// 退回: a unit's own workbook, unchanged but for what is wrong with it: the cells
// coloured and noted, and a first sheet 审核意见 that lists it all.
//
// A workbook that cannot be marked (.xls, encrypted, damaged, signed) is
// returned as a workbook of ours with that one sheet.

#pragma once

#include <string>
#include <vector>

#include "job/job.h"
#include "model/run_result.h"
#include "report/output.h"

namespace huizong::report {

/// A file to be returned.
struct Slip {
  std::string file;  ///< as it came, relative to the job
  std::string path;  ///< 输出/退回/<编码>_<单位>[_<项目>].xlsx
  model::UnitName unit;
  std::vector<model::Finding> findings;  ///< of this file, `cause` indexing this list
  Message unread;                        ///< why nothing could be read of it; else empty
};

/// The files that a unit has to look at again: with an error, a warning or something unchecked in
/// them, or that could not be read. Notes alone return nothing, and stand on the slip where there
/// is one. Files of no known unit have nobody to go to.
std::vector<Slip> slips(const job::Job& job, const model::RunResult& result);

/// `bytes` are the file's as it was read; "" where it is not at hand any more.
Output return_slip(const job::Job& job, const Slip& slip, const std::string& bytes);

}  // namespace huizong::report
