// Which blocks of a form hold amounts of money.

#pragma once

#include "mapping/mapping.h"

namespace huizong::mapping {

bool has_money(const Field& field);  ///< itself, or a part of it
bool has_money(const Grid& grid);
bool has_money(const FigureRows& table);  ///< a table, prose
bool has_money(const Mapping& mapping);

}  // namespace huizong::mapping
