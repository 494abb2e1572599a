// 疑点: what may have been typed wrong, of a unit in which something is wrong.

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "batch/one_figure/unit_again.h"

namespace huizong::batch {

/// Changes that one mistake would be, and the findings that are gone with them.
struct Suspect {
  std::vector<Change> changes;
  model::FieldType type = model::FieldType::Number;
  bool level_only = false;   ///< of a code: see CodeSlip
  bool whole_sheet = false;  ///< every amount of a sheet is in another unit of money
  std::string quote = {};
  std::vector<std::size_t> gone = {};
  std::vector<std::pair<std::size_t, std::size_t>> regrouped = {};

  const Change& change() const { return changes.front(); }
  std::size_t settled() const { return gone.size() + regrouped.size(); }
  /// A code that is out of order besides is enough for one check.
  bool is_reason() const {
    return !gone.empty() && (settled() > 1 || type == model::FieldType::Code);
  }
};

/// Whether it is off by ten thousand times, as 元 under a heading of 万元 is.
bool is_far(const model::Finding& finding);

/// Figures that two or more findings have to do with, or one is about; codes out of order; sheets
/// in another unit of money. `found` is what was found of the unit.
std::vector<Suspect> suspects_of(const UnitAgain& again, const std::vector<model::Finding>& found);

}  // namespace huizong::batch
