#include "xlsx/fill/note_shapes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <pugixml.hpp>

#include "xlsx/fill/xml_tree.h"

namespace huizong::xlsx {
namespace {

/// x:Anchor is left column, offset, top row, offset, right column, offset, bottom row, offset. A
/// note keeps its size and its distance from its cell.
void shift_anchor(pugi::xml_node anchor, int rows) {
  std::array<int, 8> n{};
  if (std::sscanf(anchor.text().get(), "%d,%d,%d,%d,%d,%d,%d,%d", &n[0], &n[1], &n[2], &n[3], &n[4],
                  &n[5], &n[6], &n[7]) != 8) {
    return;
  }
  n[2] = std::max(0, n[2] + rows);
  n[6] = std::max(n[2], n[6] + rows);
  anchor.text().set(fmt::format("{}", fmt::join(n, ", ")).c_str());
}

}  // namespace

bool shift_note_shapes(pugi::xml_node drawing, const ReferenceShift& shift) {
  const RowMove& move = shift.move();
  bool changed = false;
  for (auto shape : children_named(drawing, "shape")) {
    const auto data = child_named(shape, "ClientData");
    auto row = child_named(data, "Row");
    if (!row) continue;
    const int was = row.text().as_int();
    const auto now = move.row(was);
    if (now == was) continue;
    changed = true;
    if (!now) {
      drawing.remove_child(shape);
      continue;
    }
    row.text().set(*now);
    if (auto anchor = child_named(data, "Anchor")) shift_anchor(anchor, *now - was);
  }
  return changed;
}

}  // namespace huizong::xlsx
