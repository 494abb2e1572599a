// 科目编码写错: codes of a table that do not stand in order among their
// neighbours (类, 款, 项), and what they may have been meant to be.

#pragma once

#include <vector>

#include "batch/one_figure/unit_again.h"
#include "model/submission.h"

namespace huizong::batch {

struct CodeSlip {
  Change change;
  bool level_only = false;  ///< the last digits cannot be told: 208×××× is shown for the code
};

/// Of a code whose 类 the table does not have, a 类 with nothing below it that stands before such
/// codes, a code of another length or out of order: its own last digits below the 类 or 款 of the
/// rows beside it.
std::vector<CodeSlip> code_slips(const model::Table& table);

}  // namespace huizong::batch
