// The ranges a chart draws, and the copy of their values that it keeps.
//
// A copy of values that may have changed goes; Excel reads the cells anew, and
// whoever only shows what is stored shows no wrong figure.

#pragma once

#include <functional>
#include <string_view>

#include "xlsx/fill/reference_shift.h"

namespace pugi {
class xml_node;
}

namespace huizong::xlsx {

/// Refuses where the chart would lose data it draws. Returns whether anything changed.
bool shift_chart(pugi::xml_node chart, const ReferenceShift& shift);

/// Drops the copies of ranges for which `is_stale` says so.
bool drop_chart_copies(pugi::xml_node chart,
                       const std::function<bool(std::string_view formula)>& is_stale);

}  // namespace huizong::xlsx
