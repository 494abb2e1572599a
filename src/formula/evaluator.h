// Walks a tree for evaluate(), and gives functions their arguments in the kind
// they need. Never throws: what cannot be had is NotAvailable.

#pragma once

#include <optional>

#include "formula/evaluate.h"

namespace huizong::formula {

struct FormTerms;

class Evaluator {
 public:
  explicit Evaluator(const Scope& scope, const FormTerms* terms = nullptr)
      : scope_(scope), terms_(terms) {}
  const Scope& scope() const { return scope_; }
  const FormTerms& terms() const;  ///< of the function being computed

  /// As it comes: a cell may be blank, a text, an error.
  model::Value value(const Expr& expr) const;
  /// The same where something is due: only a blank *cell* is blank; what a function leaves blank is
  /// n/a.
  model::Value due(const Expr& expr) const;
  model::Value number(const Expr& expr) const;  ///< Decimal or NotAvailable
  model::Value text(const Expr& expr)
      const;  ///< std::string (a blank is "", a number its digits) or NotAvailable
  model::Value condition(
      const Expr& expr) const;  ///< bool (a number is true unless 0) or NotAvailable
  /// The values of a path, which may be a column; one value for any other piece.
  Operand operand(const Expr& expr) const;

 private:
  const Scope& scope_;
  const FormTerms* terms_;
};

/// base ^ exponent; nothing where there is none (0^0, a root of a negative number) or it is beyond
/// what a workbook holds.
std::optional<Decimal> power(const Decimal& base, const Decimal& exponent);

/// What Excel writes into a text: the 15 digits it shows. Nothing for a number too large for it.
std::optional<Decimal> fifteen_digits(const Decimal& value);

}  // namespace huizong::formula
