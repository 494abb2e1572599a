// What trace tells later: gathered when the workbooks of a run are in their places.

#pragma once

#include <vector>

#include "model/run_result.h"
#include "report/output.h"
#include "store/store.h"

namespace huizong::batch {

/// Takes the origins out of the outputs.
void record_provenance(std::vector<report::Output>& outputs, const model::RunResult& result,
                       store::Store& store);

}  // namespace huizong::batch
