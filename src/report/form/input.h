// What is written into an input cell of the form for a figure that was reported.

#pragma once

#include <optional>
#include <string>
#include <variant>

#include "mapping/mapping.h"
#include "model/figure.h"
#include "model/submission.h"
#include "report/form/places.h"

namespace huizong::report {

/// The figure could not be read: neither blank nor any value.
struct NotRead {};
/// Nothing, a number, a text, an error, or what says that it was not read.
using CellInput = std::variant<std::monostate, Decimal, std::string, model::CellError, NotRead>;

/// Numbers in the form's own unit, texts, ticks and errors as they stood, marks (—) as they were
/// written. Nothing for a figure that is blank.
CellInput input_of(const model::Figure& figure, const FormTyping& typing);

/// The pattern in which the form's blank cell is worded, else the field's first. Null where it has
/// none.
const mapping::Pattern* pattern_of(const xlsx::Sheet& blank, const mapping::Field& field);

/// A cell with a pattern: the form's wording with the parts put in, those that were not read as
/// 未读出 and marks (—) as they were written; as it stood where it was not worded so. Nothing where
/// every part is blank: the form's own words stay.
CellInput patterned(const mapping::Field& field, const mapping::Pattern& pattern,
                    const model::Submission& submission);

}  // namespace huizong::report
