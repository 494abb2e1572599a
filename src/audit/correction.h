// 改正: what one figure would have to be for a failed check to hold.

#pragma once

#include <vector>

#include "audit/audit.h"
#include "model/figure.h"

namespace huizong::audit {

/// A check that failed, and what it was made of.
struct FailedCheck {
  std::size_t finding = 0;                           ///< index in the list of findings
  std::vector<const model::Figure*> figures;         ///< of both sides
  std::optional<Decimal> difference;                 ///< of two numbers that should be equal
  model::FieldType kind = model::FieldType::Number;  ///< of both
  const model::Figure* alone = nullptr;              ///< the reported side, where it is one figure
};

struct Correction {
  const model::Figure* figure;  ///< as the check saw it: of another form in the check's money
  Decimal value;
  Decimal unit;    ///< 元 in what `value` is counted in, of amounts
  std::size_t of;  ///< how many of the findings have to do with the figure
};

/// What would mend one of these findings of a unit, of figures that two or more of them have to do
/// with, and of the one reported figure that each is about; those that most have to do with first.
/// Only findings that follow from no other are asked. The figures belong to the submissions or to
/// `others`.
std::vector<Correction> corrections(const std::vector<FormOfUnit>& forms,
                                    const model::FigureSource& others,
                                    const std::vector<model::Finding>& found);

}  // namespace huizong::audit
