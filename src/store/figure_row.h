// A figure as a row of the store's table `figure`, and back.

#pragma once

#include "model/figure.h"
#include "store/sqlite.h"

namespace huizong::store {

/// Columns of a figure, in the order both functions use, after those that say whose it is.
inline constexpr const char* kFigureColumns =
    "field, type, kind, value, reason_zh, reason_en, root, raw, file, sheet, cell, derived, "
    "required, shown";
inline constexpr int kFigureColumnCount = 14;

void bind_figure(Statement& insert, int first, const model::Figure& figure);
model::Figure figure_from(const Statement& row, int first);

}  // namespace huizong::store
