// 规则×单位: which rules failed at which units, at a glance. Whatever there are
// fewer of, rules or units, stands across.
//
// It shows what is to be corrected, explained or could not be checked; rules and
// units with none of it have no line.

#pragma once

#include <string>
#include <vector>

#include "report/findings/list.h"
#include "report/findings/rule_catalogue.h"
#include "report/sheet.h"

namespace huizong::report {

/// A table elsewhere in the workbook, whose rows the matrix leads to.
struct LinkedTable {
  std::string sheet;
  int first_row = 0;  ///< of its first line, below the headings
};

/// From column A on; the range of what can be filtered, headings included, without the row of
/// totals below. Its caption says what the marks mean.
CellRange write_matrix(Sheet& sheet, int row, const std::vector<ListedFinding>& findings,
                       const LinkedTable& list, const std::vector<CatalogueEntry>& rules,
                       const LinkedTable& catalogue);
extern const char* const kMatrixCaption;

}  // namespace huizong::report
