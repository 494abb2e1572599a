// 一处填错: one wrong figure makes checks fail wherever it enters, in sums, copies,
// rates and the text, and not each by as much.
//
// A figure is the reason where, put right, two findings or more of the unit are
// gone, each of those checks holds, and nothing else is found. That is tried:
// the unit is derived and audited again with it.

#pragma once

#include "job/job.h"
#include "model/run_result.h"

namespace huizong::batch {

/// Puts such findings under one, which then stands at that figure and says what it should be. Where
/// several figures would do as well, none is named, and the findings are one mistake all the same.
/// `found` is all that was found of the unit.
void put_under_one_figure(const job::Job& job, const model::RunResult& all, const std::string& unit,
                          std::vector<model::Finding>& found);

}  // namespace huizong::batch
