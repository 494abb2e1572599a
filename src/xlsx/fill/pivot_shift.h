// Pivot tables (数据透视表): where they stand on a sheet, and the ranges their
// stored copies of the data were taken from.

#pragma once

#include <functional>
#include <string_view>

#include "xlsx/fill/reference_shift.h"

namespace pugi {
class xml_node;
}

namespace huizong::xlsx {

/// Moves a pivot table of the moved sheet that stands below the block; refuses one that the block
/// cuts. Returns whether anything changed.
bool shift_pivot_table(pugi::xml_node pivot, const ReferenceShift& shift);

/// Moves the ranges on the moved sheet that a pivot table's copy was taken from. Refuses where all
/// of a range is dropped.
bool shift_pivot_source(pugi::xml_node cache, const ReferenceShift& shift);

/// Has the copy taken anew on opening where `is_stale` says so of one of its ranges ("汇总!A1:D20",
/// or the name of a table or range). Returns whether anything changed.
bool refresh_pivot(pugi::xml_node cache,
                   const std::function<bool(std::string_view formula)>& is_stale);

}  // namespace huizong::xlsx
