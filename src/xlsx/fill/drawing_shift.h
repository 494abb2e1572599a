// Drawings of a sheet: where their pictures, shapes, charts and controls stand,
// and the cells that shapes show.

#pragma once

#include <functional>
#include <string_view>

#include "xlsx/fill/reference_shift.h"

namespace pugi {
class xml_node;
}

namespace huizong::xlsx {

using RowHeight = std::function<double(int row)>;  ///< points, before the move

/// Moves what a drawing of the moved sheet shows with the rows it stands on. Returns whether
/// anything changed, as all of these do.
bool shift_drawing_anchors(pugi::xml_node drawing, const ReferenceShift& shift,
                           const RowHeight& height);

/// The <anchor> of a form control or embedded object in the sheet part.
bool shift_object_anchor(pugi::xml_node anchor, const ReferenceShift& shift,
                         const RowHeight& height);

/// The cells whose text a shape shows (textlink), or that a picture photographs; `sheet` is the
/// drawing's own. Refuses where such a cell is dropped.
bool shift_drawing_links(pugi::xml_node drawing, const ReferenceShift& shift,
                         std::string_view sheet);

}  // namespace huizong::xlsx
