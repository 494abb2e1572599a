// The functions of the expression language: their names, how many arguments
// they take, where a column may stand, and what they compute.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formula/expression.h"
#include "model/value.h"

namespace huizong::formula {

class Evaluator;
using Arguments = std::vector<Expr>;

struct Function {
  std::string_view name;
  int least;
  int most;  ///< arguments; Excel's own limit is 255
  model::Value (*compute)(const Evaluator&, const Arguments&);
  /// Whether its i-th argument may be a column: aggregates see every value of it.
  bool (*takes_list)(std::size_t argument);
};

/// By name in capitals; null when the language has no such function.
const Function* find_function(std::string_view name);
std::vector<std::string> function_names();

inline constexpr int kMostArguments = 255;

}  // namespace huizong::formula
