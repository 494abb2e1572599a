// Which number format a figure is shown in: money #,##0.00, rates 0.00%, scores 0.00.

#pragma once

#include <optional>
#include <string>

#include "formula/definitions.h"
#include "mapping/mapping.h"

namespace huizong::report {

/// What a path of the form holds, as the mapping types it; nothing where it names no cell of the
/// form.
std::optional<model::FieldType> type_of(const mapping::Mapping& mapping, const std::string& path);

/// For a figure of the form, a derived figure or a table's column; "" (General) where nothing is
/// known.
std::string format_of(const mapping::Mapping& mapping, const std::string& path);

/// For what an expression gives, judged by the figures in it.
std::string format_of(const mapping::Mapping& mapping, const formula::Expr& expr);

}  // namespace huizong::report
