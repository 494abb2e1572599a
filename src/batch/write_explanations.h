// Puts 出错说明 in its place. It is the office's file: nothing that people put in
// it is ever lost, and a run that has nothing new to say leaves it as they saved
// it.

#pragma once

#include "batch/run.h"

namespace huizong::batch {

/// Writes the rows that `done.result` ends with. In a file that was saved by another program only
/// 位置 and 状态 follow, and new rows are added; one that changed
/// while we ran, or cannot be changed so, is left alone: throws WriteError.
void write_explanations(const job::Job& job, Run& done);

}  // namespace huizong::batch
