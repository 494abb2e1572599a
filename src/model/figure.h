// 数: one figure of one unit, and where it stands.

#pragma once

#include <optional>
#include <string>

#include "base/location.h"
#include "model/field_type.h"
#include "model/value.h"

namespace huizong::model {

struct Figure {
  std::string field;  ///< 资金.合计.全年预算数; inside a table the column's name alone
  Value value;
  std::string raw;  ///< the cell's own text as a person sees it; "" for a derived figure
  Location place;  ///< the cell it was read from; for a derived figure that of the form's own cell,
                   ///< if it has one
  SharedText sentence = {};  ///< of a figure in prose: the words around it
  /// Decimals of the value that the cell shows (0.00% shows four of the fraction); none if it has
  /// no number format.
  std::optional<int> shown_decimals = {};
  FieldType type = FieldType::Text;
  bool derived = false;
  bool required = false;
};

}  // namespace huizong::model
