// The boxes in which comments are shown: VML shapes beside the comments part,
// each tied to its cell's row and column.

#pragma once

#include "xlsx/fill/reference_shift.h"

namespace pugi {
class xml_node;
}

namespace huizong::xlsx {

/// Moves the boxes with their cells; those of dropped rows go. Returns whether anything changed.
bool shift_note_shapes(pugi::xml_node drawing, const ReferenceShift& shift);

}  // namespace huizong::xlsx
