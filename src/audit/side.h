// One side of a check: its value, the figures it was computed from, and the
// values that were added up to make it.

#pragma once

#include <string>
#include <vector>

#include "formula/evaluate.h"
#include "formula/submission_scope.h"
#include "model/figure.h"

namespace huizong::audit {

struct Term {
  Decimal value;                          ///< with the sign it enters the sum by
  const model::Figure* figure = nullptr;  ///< the cell it stands in; null for a computed piece
};

struct Side {
  model::Value value;
  std::vector<const model::Figure*> figures;  ///< in order of appearance
  std::vector<Term> terms;  ///< of the sum at its top; one term where it is no sum

  /// The kind compared: that of its first figure that is a number.
  std::optional<model::FieldType> kind() const;
  /// Some figure of it is derived, so rounded before it was added.
  bool has_rounded_term() const;
  /// How far the sum may be off because amounts in it are given in a coarser unit: 7.29万元 in a
  /// form of 元 may be 50元 more or less.
  Decimal coarse() const;
};

Side evaluate_side(const formula::Expr& expr, const formula::SubmissionScope& scope);

/// "E6:E8、I12:I21": the cells, runs in one column or row joined; with sheet, and file, where those
/// are not `from`'s. At most so many runs, and how many more there are.
std::string cells_of(const std::vector<const model::Figure*>& figures, const Location& from,
                     std::size_t most = static_cast<std::size_t>(-1));

}  // namespace huizong::audit
