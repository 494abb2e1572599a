// Writes the findings as a table: what is wrong, where, both numbers, the clue.

#pragma once

#include <string>
#include <vector>

#include "job/job.h"
#include "model/run_result.h"
#include "report/finding_list.h"
#include "report/sheet.h"

namespace huizong::report {

enum class Causes {
  Numbered,  ///< 1, 1.1: consequences are counted under their root
  Column,    ///< 序号 runs through, and a column says 因第 n 条; for filtering and sorting
};

/// From column A on; sets the bounds of the columns it fills. The range includes the headings.
CellRange write_findings(Sheet& sheet, int row, const job::Job& job, const model::RunResult& result,
                         Causes causes);

enum class Cells { Named, Linked };  ///< the cell's address as text, or leading to the cell

/// The same of one workbook, numbered, without the columns that say which it is. Of very many only
/// the first kMostLinks lead to their cells.
CellRange write_slip_findings(Sheet& sheet, int row, const job::Job& job,
                              const std::vector<ListedFinding>& findings, Cells cells);

/// What a list of so many findings says of those beyond kMostLinks; "" where there are none.
std::string unlinked(std::size_t findings);

}  // namespace huizong::report
