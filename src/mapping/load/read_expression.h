// One expression of a mapping: parsed, and every name in it checked against
// what may be used there. Slips are placed inside the quoted text.

#pragma once

#include <string>
#include <vector>

#include "formula/expression.h"
#include "mapping/load/slips.h"

namespace huizong::mapping {

struct ExpressionContext {
  formula::Vocabulary words;
  std::vector<std::string> dollars;  ///< each = [names]: the expression is checked once for each
  std::vector<std::string>
      defined_later;   ///< derived figures that only come further down (or are being defined)
  bool ranks = false;  ///< RANK(x) among all units may be used: summary columns only
};

/// Null when the text is no expression or any name in it is wrong.
formula::Expr read_expression(const TomlValue& text, const ExpressionContext& context,
                              Slips& slips);

/// Whether $ stands anywhere in it.
bool uses_dollar(const formula::Expr& expr);

}  // namespace huizong::mapping
