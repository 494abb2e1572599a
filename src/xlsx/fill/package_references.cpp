#include "xlsx/fill/package_references.h"

#include <algorithm>
#include <functional>
#include <pugixml.hpp>
#include <set>

#include "xlsx/fill/formula_references.h"
#include "xlsx/fill/note_shapes.h"
#include "xlsx/fill/xml_tree.h"
#include "xlsx/package/part_name.h"

namespace huizong::xlsx {
namespace {

constexpr std::string_view kThreadedComment =
    "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment";

[[noreturn]] void refuse(const ReferenceShift& shift, const Message& what) {
  throw Error({fmt::format("表样“{}”有{}，增减行后不能保证它仍然正确；请在表样中去掉。",
                           shift.sheet(), what.zh),
               fmt::format("The template's sheet \"{}\" has {}, which could go wrong when rows are "
                           "added or dropped; "
                           "take it out of the template.",
                           shift.sheet(), what.en)});
}

/// Whether anything of an area lies in the block or below it.
bool is_touched(std::string_view area, const RowMove& move) {
  const auto range = parse_cell_range(area);
  return !range || range->last.row >= move.block.first;
}

void check_names(const PackageEdit& package, const std::string& workbook_part,
                 const ReferenceShift& shift) {
  pugi::xml_document document;
  parse_tree(document, package.read(workbook_part), workbook_part);
  const auto names = child_named(document.document_element(), "definedNames");
  for (const auto name : children_named(names, "definedName")) {
    const Shifted now = shift.name(attribute(name, "name"), name.text().get());
    // A name that is broken already is not ours to judge; it would only stay so.
    if (!now.lost && !now.through) continue;
    refuse(
        shift,
        say("定义名称“{}”（{}），它指向要减去的行或跨多张工作表",
            "the defined name \"{}\" ({}), which stands for rows that are to be dropped or reaches "
            "through several sheets",
            attribute(name, "name"), name.text().get()));
  }
}

/// Applies `edit` to a part's tree; writes it back where that says it changed something.
void edit_tree(PackageEdit& package, const std::string& part,
               const std::function<bool(pugi::xml_node)>& edit) {
  pugi::xml_document document;
  parse_tree(document, package.read(part), part);
  if (edit(document.document_element())) package.replace(part, print_tree(document));
}

bool shift_attribute_formula(pugi::xml_node node, const char* name, const ReferenceShift& shift) {
  if (!node.attribute(name)) return false;
  const Shifted now = shift.formula(attribute(node, name), "", std::nullopt);
  if (!now.changed) return false;
  set_attribute(node, name, now.text);
  return true;
}

/// Comments: `ref` of each; those on dropped rows go.
bool shift_comments(pugi::xml_node root, const ReferenceShift& shift) {
  bool changed = false;
  for (auto node : elements_below(root)) {
    const auto name = local_name(node);
    if ((name != "comment" && name != "threadedComment") || !node.attribute("ref")) continue;
    const auto now = shift.area(attribute(node, "ref"), false);
    if (now && *now == attribute(node, "ref")) continue;
    changed = true;
    if (now) {
      set_attribute(node, "ref", *now);
    } else {
      node.parent().remove_child(node);
    }
  }
  return changed;
}

/// Anchors of pictures, shapes and charts; 0-based rows. What hung on a dropped row hangs on the
/// first row after.
bool shift_anchors(pugi::xml_node root, const ReferenceShift& shift) {
  const RowMove& move = shift.move();
  bool changed = false;
  const auto shift_corner = [&](const pugi::xml_node& corner, bool is_edge) {
    auto row = child_named(corner, "row");
    if (!row) return;
    const int was = row.text().as_int();
    // A lower edge that lies on the line above its row belongs to the row before.
    const bool on_line = is_edge && was > 0 && child_named(corner, "rowOff").text().as_llong() == 0;
    const int held = on_line ? was - 1 : was;
    const int now =
        move.row(held).value_or(move.new_last() + (on_line ? 0 : 1)) + (on_line ? 1 : 0);
    if (!move.row(held) && !on_line) child_named(corner, "rowOff").text().set("0");
    if (now == was) return;
    row.text().set(now);
    changed = true;
  };
  for (const auto anchor : root.children()) {
    if (attribute(anchor, "editAs") == "absolute") continue;
    shift_corner(child_named(anchor, "from"), false);
    shift_corner(child_named(anchor, "to"), true);
  }
  return changed;
}

/// The ranges a chart draws. Its stored copy of their values is of other rows now and goes; Excel
/// reads anew.
bool shift_chart(pugi::xml_node root, const ReferenceShift& shift) {
  bool changed = false;
  for (auto f : elements_below(root)) {
    if (local_name(f) != "f") continue;
    const Shifted now = shift.formula(f.text().get(), "", std::nullopt);
    if (!now.changed) continue;
    f.text().set(now.text.c_str());
    changed = true;
    for (const char* cache : {"numCache", "strCache", "multiLvlStrCache"}) {
      if (const auto stored = child_named(f.parent(), cache)) f.parent().remove_child(stored);
    }
  }
  return changed;
}

}  // namespace

void check_package_movable(const PackageEdit& package, const std::string& workbook_part,
                           const std::string& sheet_part, const ReferenceShift& shift) {
  check_names(package, workbook_part, shift);
  static const std::set<std::string_view> harmless = {
      "comments",        "vmlDrawing", "drawing",   kThreadedComment,
      "printerSettings", "image",      "hyperlink", "customProperty"};
  for (const auto& relation : package.relations(sheet_part)) {
    if (harmless.contains(relation.type)) continue;
    if (relation.type == "table" || relation.type == "pivotTable") {
      pugi::xml_document document;
      parse_tree(document, package.read(relation.target), relation.target);
      const auto root = document.document_element();
      const bool table = relation.type == "table";
      if (!is_touched(attribute(table ? root : child_named(root, "location"), "ref"), shift.move()))
        continue;
      refuse(shift,
             table ? say("表格（列表）“{}”", "the table \"{}\"", attribute(root, "displayName"))
                   : say("数据透视表“{}”", "the pivot table \"{}\"", attribute(root, "name")));
    }
    refuse(shift, say("“{}”类内容（{}）", "a part of the kind \"{}\" ({})", relation.type,
                      relation.target));
  }
  for (const auto& part : package.parts_of_type("pivotCacheDefinition+xml")) {
    pugi::xml_document document;
    parse_tree(document, package.read(part), part);
    for (const auto& source : elements_below(document.document_element())) {
      const bool here = local_name(source) == "worksheetSource" &&
                        same_sheet(attribute(source, "sheet"), shift.sheet());
      if (here && is_touched(attribute(source, "ref"), shift.move())) {
        refuse(shift, {"数据透视表的数据源", "the source of a pivot table"});
      }
    }
  }
  // Lists and boxes of other sheets may be filled from this one.
  for (const auto* kind : {"controlproperties+xml", "chartex+xml"}) {
    for (const auto& part : package.parts_of_type(kind)) {
      pugi::xml_document document;
      parse_tree(document, package.read(part), part);
      auto all = elements_below(document.document_element());
      all.push_back(document.document_element());
      for (const auto& node : all) {
        bool moves =
            local_name(node) == "f" && shift.formula(node.text().get(), "", std::nullopt).changed;
        for (const auto a : node.attributes())
          moves = moves || shift.formula(a.value(), "", std::nullopt).changed;
        if (moves) refuse(shift, say("被 {} 引用的单元格", "cells that {} refers to", part));
      }
    }
  }
  for (const auto& part : package.parts_of_type("drawingml.chart+xml")) {
    pugi::xml_document document;
    parse_tree(document, package.read(part), part);
    for (const auto& f : elements_below(document.document_element())) {
      if (local_name(f) == "f" && shift.formula(f.text().get(), "", std::nullopt).lost) {
        refuse(shift, say("图表用到的数据 {}", "data that a chart draws ({})", f.text().get()));
      }
    }
  }
}

void shift_package(PackageEdit& package, const std::string& workbook_part,
                   const std::string& sheet_part, const ReferenceShift& shift) {
  edit_tree(package, workbook_part, [&](const pugi::xml_node& root) {
    bool changed = false;
    for (auto name : children_named(child_named(root, "definedNames"), "definedName")) {
      const Shifted now = shift.name(attribute(name, "name"), name.text().get());
      if (!now.changed) continue;
      name.text().set(now.text.c_str());
      changed = true;
    }
    return changed;
  });
  for (const auto& relation : package.relations(sheet_part)) {
    if (!package.has(relation.target)) continue;
    if (relation.type == "comments" || relation.type == kThreadedComment) {
      edit_tree(package, relation.target,
                [&](const pugi::xml_node& root) { return shift_comments(root, shift); });
    } else if (relation.type == "drawing") {
      edit_tree(package, relation.target,
                [&](const pugi::xml_node& root) { return shift_anchors(root, shift); });
    } else if (relation.type == "vmlDrawing") {
      edit_tree(package, relation.target,
                [&](const pugi::xml_node& root) { return shift_note_shapes(root, shift); });
    }
  }
  for (const auto& part : package.parts_of_type("drawing+xml")) {
    edit_tree(package, part, [&](const pugi::xml_node& root) {
      bool changed = false;
      for (auto node : elements_below(root))
        changed = shift_attribute_formula(node, "textlink", shift) || changed;
      return changed;
    });
  }
  for (const auto& part : package.parts_of_type("drawingml.chart+xml")) {
    edit_tree(package, part, [&](const pugi::xml_node& root) { return shift_chart(root, shift); });
  }
}

std::set<std::string> shift_inner_links(PackageEdit& package, const std::string& sheet_part,
                                        const ReferenceShift& shift) {
  std::set<std::string> ids;
  const auto list = relationships_part(sheet_part);
  if (!package.has(list)) return ids;
  edit_tree(package, list, [&](const pugi::xml_node& root) {
    bool changed = false;
    for (auto link : children_named(root, "Relationship")) {
      const std::string target(attribute(link, "Target"));
      if (!target.starts_with('#') || !attribute(link, "Type").ends_with("/hyperlink")) continue;
      ids.emplace(attribute(link, "Id"));
      const Shifted now = shift.formula(std::string_view(target).substr(1), "", std::nullopt);
      if (!now.changed || now.lost) continue;
      set_attribute(link, "Target", "#" + now.text);
      changed = true;
    }
    return changed;
  });
  return ids;
}

}  // namespace huizong::xlsx
