// Puts 出错说明 in its place. It is the office's file: what people wrote in it is
// never lost, and a run that has nothing new to say leaves it as they saved it.

#pragma once

#include "batch/run.h"

namespace huizong::batch {

/// Writes the rows that `done.result` ends with, if they are not those that were read. A file that
/// was saved by another program is kept below .huizong before ours takes its place; one that
/// changed while we ran is left alone: throws WriteError.
void write_explanations(const job::Job& job, Run& done);

}  // namespace huizong::batch
