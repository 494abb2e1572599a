#include "xlsx/fill/vml_shapes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <pugixml.hpp>

#include "xlsx/fill/anchor_rows.h"
#include "xlsx/fill/refusal.h"
#include "xlsx/fill/xml_tree.h"

namespace huizong::xlsx {
namespace {

constexpr double kPointsPerPixel = 0.75;

/// x:Anchor is left column, offset, top row, offset, right column, offset, bottom row, offset;
/// offsets in pixels.
using Anchor = std::array<int, 8>;

std::optional<Anchor> read_anchor(const pugi::xml_node& node) {
  Anchor n{};
  const int found = std::sscanf(node.text().get(), "%d,%d,%d,%d,%d,%d,%d,%d", &n[0], &n[1], &n[2],
                                &n[3], &n[4], &n[5], &n[6], &n[7]);
  if (found != 8) return std::nullopt;
  return n;
}

void write_anchor(pugi::xml_node node, const Anchor& n) {
  node.text().set(fmt::format("{}", fmt::join(n, ", ")).c_str());
}

/// Written down means "not": a shape that moves and sizes has neither element.
bool says_not(const pugi::xml_node& data, std::string_view name) {
  const auto node = child_named(data, name);
  const std::string_view text = node.text().get();
  return node && text != "False" && text != "f";
}

/// A comment's box keeps its size and its distance from its cell.
void shift_box(const pugi::xml_node& data, int rows) {
  auto node = child_named(data, "Anchor");
  auto anchor = read_anchor(node);
  if (!anchor) return;
  auto& n = *anchor;
  n[2] = std::max(0, n[2] + rows);
  n[6] = std::max(n[2], n[6] + rows);
  write_anchor(node, n);
}

bool shift_control(const pugi::xml_node& data, const ReferenceShift& shift,
                   const RowHeight& height) {
  auto node = child_named(data, "Anchor");
  auto anchor = read_anchor(node);
  if (!anchor || says_not(data, "MoveWithCells")) return false;
  auto& n = *anchor;
  const AnchorRows was{{n[2], n[3] * kPointsPerPixel}, {n[6], n[7] * kPointsPerPixel}};
  const Hold hold = says_not(data, "SizeWithCells") ? Hold::MovesWithRows : Hold::SizesWithRows;
  const AnchorRows now = moved_anchor(was, hold, shift.move(), height);
  if (now == was) return false;
  const auto pixels = [](double points) {
    return static_cast<int>(std::lround(points / kPointsPerPixel));
  };
  n[2] = now.top.row;
  n[3] = pixels(now.top.below);
  n[6] = now.bottom.row;
  n[7] = pixels(now.bottom.below);
  write_anchor(node, n);
  return true;
}

}  // namespace

bool shift_vml_shapes(pugi::xml_node drawing, const ReferenceShift& shift,
                      const RowHeight& height) {
  bool changed = false;
  for (const auto& data : elements_named(drawing, {"ClientData"})) {
    const auto shape = data.parent();
    auto row = child_named(data, "Row");
    if (!row) {
      changed = shift_control(data, shift, height) || changed;
      continue;
    }
    const int was = row.text().as_int();
    const auto now = shift.move().row(was);
    if (now == was) continue;
    changed = true;
    if (!now) {
      shape.parent().remove_child(shape);
      continue;
    }
    row.text().set(*now);
    shift_box(data, *now - was);
  }
  return changed;
}

bool shift_vml_links(pugi::xml_node drawing, const ReferenceShift& shift, std::string_view sheet) {
  bool changed = false;
  for (const auto& node :
       elements_named(drawing, {"FmlaLink", "FmlaRange", "FmlaGroup", "FmlaTxbx", "FmlaPict"})) {
    const std::string was = node.text().get();
    const Shifted now = shift.formula(was, sheet, std::nullopt);
    const auto text =
        kept_or_refused(shift, now, say("与单元格 {} 相连的控件", "a control linked to {}", was));
    if (!now.changed) continue;
    node.text().set(text.c_str());
    changed = true;
  }
  return changed;
}

}  // namespace huizong::xlsx
