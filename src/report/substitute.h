// An expression with pieces of it replaced by others.

#pragma once

#include <functional>
#include <string>

#include "formula/expression.h"

namespace huizong::report {

/// `replacement` is asked for every piece from the top down; null keeps the piece and asks for its
/// parts.
formula::Expr substitute(const formula::Expr& expr,
                         const std::function<formula::Expr(const formula::Expr&)>& replacement);

/// Whether the function is called anywhere in it.
bool calls(const formula::Expr& expr, const std::string& function);

/// A name that no mapping can give, standing for a figure that only the sheet has.
formula::Expr named(const std::string& name);

}  // namespace huizong::report
