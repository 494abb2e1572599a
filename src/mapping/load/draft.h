// A mapping while it is being read: what it will be, and where in its file each
// piece stands, so that later checks can point at it.

#pragma once

#include <string>
#include <vector>

#include "mapping/load/slips.h"
#include "mapping/mapping.h"

namespace huizong::mapping {

struct Draft {
  /// An address that could not be read has no place; its mistake is already noted.
  struct FieldSource {
    TextSpot name, cell, pattern;
    bool placed = false;
  };
  struct LineSource {
    TextSpot spot;
    bool placed = false;
  };
  struct GridSource {
    TextSpot name;
    std::vector<LineSource> rows, cols;  ///< parallel to Grid::rows and cols
  };
  struct TableSource {
    TextSpot name, rows, end;
    bool placed = false;
    bool end_placed = false;          ///< an end by text, well formed
    std::vector<LineSource> columns;  ///< parallel to TableBlock::columns
  };

  explicit Draft(const TextFile& text) : file(text), slips(text) {}

  const TextFile& file;
  Slips slips;
  Mapping mapping;
  bool has_template = false;  ///< mapping.blank and mapping.sheet can be asked
  std::vector<FieldSource> fields;
  std::vector<GridSource> grids;
  std::vector<TableSource> tables;

  const xlsx::Sheet& sheet() const { return mapping.blank.sheets[mapping.sheet]; }
};

}  // namespace huizong::mapping
