// 线索: how a difference may have come about. A clue is a guess offered to the
// officer, never a judgement; several may fit.

#pragma once

#include <vector>

#include "audit/side.h"
#include "model/finding.h"

namespace huizong::audit {

/// Clues for a sum or a copied figure: a term left out of the sum (left_out), two neighbouring
/// digits swapped (digits_swapped, 除九法), 10^4 between 元 and 万元 (times_10000), 100 between a
/// rate and its percent (times_100). A term in the cell of the finding itself is no clue: a
/// paragraph holds many numbers, and to name it says nothing.
std::vector<model::Clue> clues_for(const Decimal& reported, const Decimal& expected,
                                   const std::vector<Term>& terms, const Location& finding = {});

/// A percent written where a fraction is due, or the reverse.
model::Clue times_100();

}  // namespace huizong::audit
