// 同一差额: one wrong amount makes every check fail that it enters, each by as much.

#pragma once

#include <vector>

#include "model/finding.h"

namespace huizong::audit {

/// An amount that was found to differ.
struct AmountDifference {
  std::size_t finding = 0;  ///< index in the list of findings
  std::size_t terms = 1;    ///< values added up on the longer side
  bool in_row = false;      ///< of one row of a table
};

/// Of the findings whose amounts differ by as much, whichever way, one is the root and the others
/// follow from it, with the clue that says so: that of a row, else the sum of most terms, since
/// totals are compared after they were added up. Two rows have nothing to do with each other, and
/// an error never follows from a warning.
void put_under_one_root(const std::vector<AmountDifference>& differences,
                        std::vector<model::Finding>& findings);

}  // namespace huizong::audit
