// Which recorded cell somebody means by 汇总!F12.

#pragma once

#include <string>

#include "store/store.h"

namespace huizong::batch {

struct RecordedCell {
  std::string workbook, sha256;
  std::string sheet;
  model::CellOrigin cell;
};

/// Where nothing can be told before a run.
Error never_recorded();

/// Throws as trace() does.
RecordedCell find_recorded(const store::Store& store, const std::string& place);

}  // namespace huizong::batch
