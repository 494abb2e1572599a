// Which blocks of a form hold amounts of money.

#pragma once

#include "mapping/mapping.h"

namespace huizong::mapping {

bool has_money(const Field& field);
bool has_money(const Grid& grid);
bool has_money(const FigureRows& table);  ///< a table, prose
bool has_money(const Mapping& mapping);

}  // namespace huizong::mapping
