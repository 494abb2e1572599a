// Writes the findings as a table: what is wrong, where, both numbers, the clue.

#pragma once

#include <string>
#include <vector>

#include "job/job.h"
#include "model/run_result.h"
#include "report/findings/list.h"
#include "report/sheet.h"

namespace huizong::report {

/// Where a list stands, headings included; the columns behind `last_printed` are for the screen.
struct FindingList {
  CellRange table;
  int last_printed = 0;
};
/// All of them from column A on, as 1, 1.1: consequences are counted under their root. Sets the
/// bounds of the columns it fills.
FindingList write_findings(Sheet& sheet, int row, const job::Job& job,
                           const model::RunResult& result);
/// Those of a list that 序号 runs through, for filtering and sorting, each leading to its cell in
/// the unit's file; `none` is said where there are none.
FindingList write_findings(Sheet& sheet, int row, const job::Job& job,
                           const std::vector<ListedFinding>& findings, const char* none);

enum class Cells { Named, Linked };  ///< the cell's address as text, or leading to the cell

/// The same of one workbook, numbered, without the columns that say which it is. Of very many only
/// the first kMostLinks lead to their cells.
CellRange write_slip_findings(Sheet& sheet, int row, const job::Job& job,
                              const std::vector<ListedFinding>& findings, Cells cells);

/// What a list of so many findings says of those beyond kMostLinks; "" where there are none.
std::string unlinked(std::size_t findings);

}  // namespace huizong::report
