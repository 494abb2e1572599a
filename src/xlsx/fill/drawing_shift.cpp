#include "xlsx/fill/drawing_shift.h"

#include <cmath>
#include <pugixml.hpp>

#include "xlsx/fill/anchor_rows.h"
#include "xlsx/fill/refusal.h"
#include "xlsx/fill/xml_tree.h"

namespace huizong::xlsx {
namespace {

constexpr double kUnitsPerPoint = 12700;  // English metric units

AnchorEdge edge_of(const pugi::xml_node& corner) {
  const double below = child_named(corner, "rowOff").text().as_double() / kUnitsPerPoint;
  return {child_named(corner, "row").text().as_int(), below};
}

void set_edge(const pugi::xml_node& corner, const AnchorEdge& was, const AnchorEdge& now) {
  if (now.row != was.row) child_named(corner, "row").text().set(now.row);
  if (now.below != was.below) {
    child_named(corner, "rowOff").text().set(std::llround(now.below * kUnitsPerPoint));
  }
}

bool shift_corners(const pugi::xml_node& anchor, Hold hold, const ReferenceShift& shift,
                   const RowHeight& height) {
  const auto from = child_named(anchor, "from");
  const auto to = child_named(anchor, "to");
  if (!from) return false;
  const AnchorRows was{edge_of(from), to ? edge_of(to) : edge_of(from)};
  const AnchorRows now = moved_anchor(was, to ? hold : Hold::SizesWithRows, shift.move(), height);
  set_edge(from, was.top, now.top);
  if (to) set_edge(to, was.bottom, now.bottom);
  return now != was;
}

}  // namespace

bool shift_drawing_anchors(pugi::xml_node drawing, const ReferenceShift& shift,
                           const RowHeight& height) {
  bool changed = false;
  for_each_element(drawing, [&](const pugi::xml_node& anchor) {
    const auto name = local_name(anchor);
    if (name != "twoCellAnchor" && name != "oneCellAnchor") return;
    const auto as = attribute(anchor, "editAs");
    const Hold hold = as == "absolute"  ? Hold::Stays
                      : as == "oneCell" ? Hold::MovesWithRows
                                        : Hold::SizesWithRows;
    if (hold != Hold::Stays) changed = shift_corners(anchor, hold, shift, height) || changed;
  });
  return changed;
}

bool shift_object_anchor(pugi::xml_node anchor, const ReferenceShift& shift,
                         const RowHeight& height) {
  if (!anchor.attribute("moveWithCells").as_bool()) return false;
  const bool sizes = anchor.attribute("sizeWithCells").as_bool();
  return shift_corners(anchor, sizes ? Hold::SizesWithRows : Hold::MovesWithRows, shift, height);
}

bool shift_drawing_links(pugi::xml_node drawing, const ReferenceShift& shift,
                         std::string_view sheet) {
  bool changed = false;
  for_each_element(drawing, [&](const pugi::xml_node& node) {
    for (const char* name : {"textlink", "cellRange"}) {
      if (attribute(node, name).empty()) continue;
      const Shifted now = shift.formula(attribute(node, name), sheet, std::nullopt);
      const auto text = kept_or_refused(
          shift, now, say("显示单元格 {} 的图形", "a shape that shows {}", attribute(node, name)));
      if (!now.changed) continue;
      set_attribute(node, name, text);
      changed = true;
    }
  });
  return changed;
}

}  // namespace huizong::xlsx
