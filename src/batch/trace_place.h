// Which recorded cell somebody means by 汇总!F12.

#pragma once

#include <string>

#include "model/provenance.h"

namespace huizong::batch {

struct RecordedCell {
  const model::BookOrigins* book;
  const model::CellOrigin* cell;
};

/// Throws as trace() does.
RecordedCell find_recorded(const model::Provenance& provenance, const std::string& place);

}  // namespace huizong::batch
