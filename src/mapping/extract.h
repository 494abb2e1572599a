// Reads one sheet as a submission: aligned, typed, numbers cleaned, money in
// the mapping's unit, every figure with its place.

#pragma once

#include <string>
#include <vector>

#include "mapping/mapping.h"
#include "model/finding.h"
#include "model/submission.h"
#include "model/unit_list.h"

namespace huizong::mapping {

struct Extracted {
  model::Submission submission;  ///< its key's unit is "" where the unit is not in the list
  std::string reported_unit;  ///< the unit's name or code as the form (else the file name) has it
  std::vector<model::Finding> findings;  ///< of the reading: cleaned numbers, changed labels,
                                         ///< unaligned blocks, unit and year
  model::CheckCounts checks;             ///< of the implied reading rules (required, pattern, ...)
  /// Cells of the sheet with content that the mapping neither reads nor knows as labels, in reading
  /// order. For the log: nothing that a unit wrote is passed over in silence.
  std::vector<CellRef> unmapped;
};

/// What a submission is read against.
struct ExtractContext {
  const model::UnitList& units;
  int year = 0;  ///< the job's
  std::vector<std::string> unit_from = {"cell", "file"};
};

/// `file` is the path relative to the job.
Extracted extract(const Mapping& mapping, const xlsx::Workbook& workbook, std::size_t sheet,
                  const std::string& file, const ExtractContext& context);

}  // namespace huizong::mapping
