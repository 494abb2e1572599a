// Finds a block's columns on a sheet by the headings above them.

#pragma once

#include <map>
#include <string>
#include <vector>

#include "mapping/place/column_map.h"
#include "mapping/place/sheet_grid.h"
#include "mapping/place/template_labels.h"

namespace huizong::mapping {

/// The rows of the sheet a block's headings stand in, both included.
struct HeadingRows {
  int first = 0;
  int last = 0;
};

struct HeadingMatch {
  std::vector<int> cols;           ///< parallel to the block's columns; -1 where none was found
  std::map<int, CellRange> words;  ///< label -> where it stands on the sheet
  std::map<int, CellRange>
      changed;  ///< likewise, for headings that read differently but stand between their neighbours
  std::vector<int> missing;  ///< labels of columns that were not found, or found more than once; -1
                             ///< for one without label
  std::vector<CellRef> candidates;  ///< headings on the sheet that might be they
};

/// `cols` are the block's columns on the template. Headings are matched from left to right, each
/// with what stands above it; a column without a heading of its own goes by `map`.
HeadingMatch match_headings(const TemplateLabels& labels, const Headings& headings,
                            const std::vector<int>& cols, const SheetGrid& sheet, int year,
                            HeadingRows rows, const ColumnMap& map);

}  // namespace huizong::mapping
