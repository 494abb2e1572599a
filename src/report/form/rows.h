// The rows of a filled form: groups of rows drawn together again, and room for
// what was written.

#pragma once

#include <string>
#include <vector>

#include "mapping/mapping.h"
#include "model/submission.h"
#include "xlsx/patcher.h"

namespace huizong::report {

/// Rows of a table, counted from 0, that one cell of a fill_down column stood for.
struct RowGroup {
  int first = 0;
  int last = 0;
};

/// Consecutive rows whose value came down from one cell are one group; every row is in one.
std::vector<RowGroup> groups_of(const model::Table& table, const mapping::Column& column);

/// Raises the rows of a cell so that all of its text is seen when it wraps; never lowers one.
void make_room(xlsx::Patcher& form, std::size_t sheet, CellRef cell, const std::string& text);

}  // namespace huizong::report
