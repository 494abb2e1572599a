// One expression of a mapping: parsed, and every name in it checked against
// what may be used there. Slips are placed inside the quoted text.

#pragma once

#include <string>
#include <vector>

#include "formula/expression.h"
#include "mapping/load/slips.h"
#include "mapping/mapping.h"

namespace huizong::mapping {

struct ExpressionContext {
  formula::Vocabulary words;
  /// each = [names]: what stands for $ and $1; the expression is checked once for each.
  std::vector<std::vector<std::string>> dollars;
  std::vector<std::string>
      defined_later;  ///< derived figures that only come further down (or are being defined)
  std::shared_ptr<const formula::FormTerms> terms;  ///< what SCORE, MET and BAND go by
  std::vector<TableBlock> tables;                   ///< whose columns CHILDREN and TOP take
  std::string row_of;    ///< each = "表": the table whose row it is evaluated in
  bool ranks = false;    ///< RANK(x) among all units may be used: summary columns only
  std::string own_form;  ///< the mapping's id
  std::vector<FarName>* far_names = nullptr;  ///< takes the names of other forms and of last year
  std::string rule;                           ///< whose expression it is, FarName::rule
};

/// The figures and terms of the form as far as it has been read; it holds on to the mapping's list
/// of far names.
ExpressionContext context_of(Mapping& mapping);

/// Null when the text is no expression or any name in it is wrong.
formula::Expr read_expression(const TomlValue& text, const ExpressionContext& context,
                              Slips& slips);

/// The columns that CHILDREN takes in it, by their own names.
std::vector<std::string> columns_with_children(const formula::Expr& expr, const FigureRows& table);
/// The one column of a table whose type is code, by its own name; "" where there is none, or more
/// than one.
std::string code_column(const FigureRows& table);

/// Whether $ stands anywhere in it.
bool uses_dollar(const formula::Expr& expr);

}  // namespace huizong::mapping
