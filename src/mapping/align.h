// Finds where each mapped row and column of the template stands on a unit's
// sheet, by the words around it, never by address: rows and columns may have
// been inserted, indicator rows added or taken away, a label reworded.
//
// Blocks are found in template order. Rows and columns are matched by one
// monotone alignment of label tuples; a label changed between two matched
// neighbours is taken and said; a tie, or a needed line without a match, leaves
// the block unread (未能对齐) with the candidates named.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "mapping/mapping.h"
#include "xlsx/workbook.h"

namespace huizong::mapping {

/// A label of the template that reads differently on the unit's sheet but stands between its
/// neighbours.
struct ChangedLabel {
  CellRef cell;  ///< on the unit's sheet
  std::string was;
  std::string now;    ///< "" where the label was taken away
  std::string block;  ///< field, grid or table that is read by it
};

/// A block that could not be placed.
struct Unaligned {
  std::string block;  ///< field, grid or table name
  std::string label;  ///< the template's words that were not found, or found more than once
  std::vector<CellRef> candidates;  ///< where they might be, on the unit's sheet; may be empty
  std::string moved;  ///< without candidates: those of the words that do stand on the sheet, but in
                      ///< another order than the template's
  std::vector<CellRef> moved_to;
};

/// Where the mapped places of one sheet of the template are on a unit's sheet.
struct Alignment {
  std::map<std::string, CellRef> fields;  ///< by field name
  struct GridPlaces {
    std::vector<int> rows;  ///< parallel to Grid::rows
    std::vector<int> cols;
  };
  std::map<std::string, GridPlaces> grids;
  struct TablePlaces {
    std::vector<int> rows;  ///< the unit's data rows, repeated headings left out
    std::vector<int> cols;  ///< parallel to TableBlock::columns
  };
  std::map<std::string, TablePlaces> tables;
  /// The unit's own words for a template label cell, where it was matched (for money units in
  /// headings).
  std::map<CellRef, CellRef> labels;  ///< template cell -> cell on the sheet
  std::vector<ChangedLabel> changed;
  std::vector<Unaligned> unaligned;
};

/// `form` is one of the mapping's sheets. `year` is the job's; it stands in where the sheet does
/// not say what year it is of.
Alignment align(const Mapping& mapping, const SheetForm& form, const xlsx::Sheet& sheet,
                int year = 0);

}  // namespace huizong::mapping
