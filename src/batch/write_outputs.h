// Puts the workbooks of a run in their places.

#pragma once

#include <vector>

#include "batch/run.h"
#include "report/report.h"
#include "store/store.h"

namespace huizong::batch {

/// Writes each output, keeps as ….bak what somebody changed since we wrote it, and takes away what
/// an earlier run wrote and this one does not. Fills `done`.
void write_outputs(const job::Job& job, const std::vector<report::Output>& outputs,
                   store::Store& store, Run& done);

}  // namespace huizong::batch
