// The derived figures of a filled form as live formulas over its own cells.
//
// A formula may only name cells that hold exactly what the expression's figure
// is: not a cell with words around the number (等级：优), not one merged over rows
// that each have its value, not a unit's own result that ours replaces. What
// cannot be a formula is written as a value.

#pragma once

#include <optional>
#include <string>

#include "mapping/mapping.h"
#include "model/submission.h"
#include "report/form_places.h"

namespace huizong::report {

/// What goes into a derived figure's cell.
struct DerivedCell {
  CellRef at;
  std::optional<std::string> formula;  ///< nothing: the value is written
  model::Value value;                  ///< number or text; Blank where it is n/a
};

/// For each derived figure that has a cell on the form, in the mapping's order.
std::vector<DerivedCell> derived_cells(const mapping::Mapping& mapping,
                                       const model::Submission& submission,
                                       const FormPlaces& places);

}  // namespace huizong::report
