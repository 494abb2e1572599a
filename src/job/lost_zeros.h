// Codes that Excel took for numbers: 030 has become 30, and one of 20 digits is
// not what it was.

#pragma once

#include "model/explanation.h"
#include "model/unit_list.h"

namespace huizong::job {

/// Gives the row its unit's code as the list has it. Where that cannot be told says why; a code
/// that was typed is never taken for another. The two tell whether the cell of 编码, and of 项目,
/// holds a number.
Message restore_codes(model::Explanation& row, bool unit_is_number, bool item_is_number,
                      const model::UnitList& units);

}  // namespace huizong::job
