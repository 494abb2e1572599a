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
  struct ProseSource {
    TextSpot name, place;  ///< `cell` or `rows`
    bool placed = false;
  };

  /// What is read of one sheet of the template; parallel to SheetForm's lists.
  struct SheetSource {
    /// The first `sheet = "…"` of a block that names it; null for the mapping's own sheet.
    const TomlValue* name = nullptr;
    std::vector<FieldSource> fields;
    std::vector<GridSource> grids;
    std::vector<TableSource> tables;
    std::vector<ProseSource> prose;
  };

  explicit Draft(const TextFile& text) : file(text), slips(text) {}

  const TextFile& file;
  Slips slips;
  Mapping mapping;
  bool has_template = false;  ///< mapping.blank can be asked, and every sheet has its place in it
  std::vector<SheetSource> sheets;  ///< parallel to mapping.sheets
};

/// One sheet of a draft, held against the blank template's.
struct SheetDraft {
  Slips& slips;
  const Mapping& mapping;
  const SheetForm& form;
  const Draft::SheetSource& sources;
  const xlsx::Sheet& sheet() const { return mapping.blank_of(form); }
};

}  // namespace huizong::mapping
