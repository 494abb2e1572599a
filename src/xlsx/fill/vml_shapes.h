// The VML drawing beside a sheet: the boxes in which comments are shown, each
// tied to its cell, and the shapes of form controls and embedded objects.

#pragma once

#include <string_view>

#include "xlsx/fill/drawing_shift.h"

namespace huizong::xlsx {

/// Moves the boxes of comments with their cells (those of dropped rows go), and controls with the
/// rows they stand on. Returns whether anything changed.
bool shift_vml_shapes(pugi::xml_node drawing, const ReferenceShift& shift, const RowHeight& height);

/// The cells that controls are linked to; `sheet` is the drawing's own. Refuses where one is
/// dropped.
bool shift_vml_links(pugi::xml_node drawing, const ReferenceShift& shift, std::string_view sheet);

}  // namespace huizong::xlsx
