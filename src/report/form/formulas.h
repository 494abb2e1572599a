// The derived figures of a filled form as live formulas over its own cells.
//
// A formula may only name cells that hold exactly what the expression's figure
// is (operands.h). What cannot be a formula is written as a value.

#pragma once

#include <optional>
#include <string>

#include "mapping/mapping.h"
#include "model/submission.h"
#include "report/form/places.h"

namespace huizong::report {

/// What goes into a derived figure's cell.
struct DerivedCell {
  std::size_t sheet = 0;  ///< of the template
  CellRef at;
  std::optional<std::string> formula;  ///< nothing: the value is written
  model::Value value;                  ///< number or text; Blank where it is n/a: the cell gives ""
};

/// For each derived figure that has a cell on the form, in the mapping's order.
/// `form` has all its inputs by now.
std::vector<DerivedCell> derived_cells(const mapping::Mapping& mapping,
                                       const model::Submission& submission,
                                       const FormPlaces& places, const xlsx::Patcher& form);

}  // namespace huizong::report
