// Collects, while a sheet is laid out, where each of its figures comes from.

#pragma once

#include <string>
#include <vector>

#include "model/provenance.h"

namespace huizong::report {

struct SheetOrigins {
  std::string sheet;                      ///< as it is named in the workbook
  std::vector<model::CellOrigin>* cells;  ///< of the whole workbook

  void add(model::CellOrigin origin) const {
    origin.sheet = sheet;
    cells->push_back(std::move(origin));
  }
};

/// Cells of one column, those in rows that follow each other as one range.
std::vector<CellRange> ranges_of(const std::vector<CellRef>& cells);

}  // namespace huizong::report
