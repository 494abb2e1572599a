// Reads one form of a workbook as a submission: aligned, typed, numbers cleaned,
// money in the mapping's unit, every figure with its place.

#pragma once

#include <string>
#include <vector>

#include "mapping/mapping.h"
#include "mapping/recognise.h"
#include "model/finding.h"
#include "model/submission.h"
#include "model/unit_list.h"

namespace huizong::mapping {

struct Extracted {
  model::Submission submission;  ///< its key's unit is "" where the unit is not in the list
  std::string reported_unit;  ///< the unit's name or code as the form (else the file name) has it
  std::string unit_in_cell;   ///< code of the unit that the form's own cell names; "" where it does
                              ///< not, or names none of the list
  bool item_missing = false;  ///< of a form with items: nothing tells which it is
  std::vector<model::Finding> findings;  ///< of the reading: cleaned numbers, changed labels,
                                         ///< unaligned blocks, unit and year
  model::CheckCounts checks;             ///< of the implied reading rules (required, pattern, ...)
  /// Cells of the form's sheets with content that the mapping neither reads nor knows as labels, in
  /// reading order. For the log: nothing that a unit wrote is passed over in silence.
  std::vector<Location> unmapped;
};

/// What a submission is read against.
struct ExtractContext {
  const model::UnitList& units;
  int year = 0;  ///< the job's
  std::vector<std::string> unit_from = {"cell", "file"};
  std::string unit_in_workbook = {};  ///< code of the unit that the workbook's other sheets name
};

/// `file` is the path relative to the job.
Extracted extract(const Mapping& mapping, const xlsx::Workbook& workbook, const Recognised& form,
                  const std::string& file, const ExtractContext& context);

}  // namespace huizong::mapping
