#include "xlsx/fill/package_references.h"

#include <pugixml.hpp>

#include "xlsx/fill/chart_references.h"
#include "xlsx/fill/pivot_shift.h"
#include "xlsx/fill/refusal.h"
#include "xlsx/fill/table_shift.h"
#include "xlsx/fill/vml_shapes.h"
#include "xlsx/fill/xml_tree.h"
#include "xlsx/package/part_name.h"

namespace huizong::xlsx {
namespace {

constexpr std::string_view kThreadedComment =
    "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment";
constexpr std::string_view kNamedView =
    "http://schemas.microsoft.com/office/2019/04/relationships/namedSheetView";

/// What may hang on a sheet and either names no rows or is moved below.
bool is_known_kind(std::string_view kind) {
  static const std::set<std::string_view> kinds = {
      "comments",
      "vmlDrawing",
      "drawing",
      "table",
      "pivotTable",
      "ctrlProp",
      "control",
      "oleObject",
      "package",
      "image",
      "printerSettings",
      "hyperlink",
      "externalLinkPath",
      "customProperty",
      "tableSingleCells",
      kThreadedComment,
      kNamedView,
      "http://schemas.microsoft.com/office/2006/relationships/activeXControlBinary",
      "http://schemas.microsoft.com/office/2007/relationships/slicer",
      "http://schemas.microsoft.com/office/2011/relationships/timeline"};
  return kinds.contains(kind);
}

class PackageShift {
 public:
  PackageShift(PackageEdit& package, const WorkbookPart& book, const ReferenceShift& shift,
               const RowHeight& height)
      : package_(package), book_(book), shift_(shift), height_(height) {}

  void run() {
    if (shift_names()) package_.touch(book_.part);
    check_book_parts();
    for (const auto& sheet : book_.sheets) shift_sheet_parts(sheet);
    edit_all("drawingml.chart+xml", [&](pugi::xml_node root) { return shift_chart(root, shift_); });
    edit_all("chartex+xml", [&](pugi::xml_node root) { return refuse_new_chart(root); });
    edit_all("pivotCacheDefinition+xml",
             [&](pugi::xml_node root) { return shift_pivot_source(root, shift_); });
    edit_all("connections+xml", [&](pugi::xml_node root) { return shift_parameters(root); });
  }

 private:
  template <class Edit>
  void edit(const std::string& part, const Edit& edit) {
    if (package_.has(part) && edit(package_.tree(part))) package_.touch(part);
  }
  template <class Edit>
  void edit_all(std::string_view type, const Edit& edit) {
    for (const auto& part : package_.parts_of_type(type)) this->edit(part, edit);
  }

  bool shift_names() {
    bool changed = false;
    const auto names = child_named(package_.tree(book_.part), "definedNames");
    for (auto name : names.children()) {
      if (local_name(name) != "definedName") continue;
      const std::string was = name.text().get();
      const Shifted now = shift_.name(attribute(name, "name"), was);
      // A name that is broken already is not ours to judge; it would only stay so.
      kept_or_refused(
          shift_, now,
          say("定义名称“{}”（{}）", "the defined name \"{}\" ({})", attribute(name, "name"), was));
      if (!now.changed) continue;
      name.text().set(now.text.c_str());
      changed = true;
    }
    return changed;
  }

  /// A shared workbook's record of changes names cells as they stood; a list of cells that wait for
  /// outside data is made anew by Excel.
  void check_book_parts() {
    for (const auto& relation : std::vector(package_.relations(book_.part))) {
      if (relation.type == "revisionHeaders") {
        refuse_move(shift_, {"共享工作簿的修订记录", "a shared workbook's record of changes"});
      }
      if (relation.type == "volatileDependencies" && package_.has(relation.target)) {
        package_.drop_part(relation.target, book_.part);
      }
    }
  }

  void shift_sheet_parts(const SheetPart& sheet) {
    const bool own = same_sheet(sheet.name, shift_.sheet());
    for (const auto& relation : package_.relations(sheet.part)) {
      const std::string& part = relation.target;
      const std::string& kind = relation.type;
      if (own && !is_known_kind(kind)) {
        refuse_move(shift_, say("“{}”类内容（{}）", "a part of the kind \"{}\" ({})", kind, part));
      }
      if (kind == "table") {
        edit(part, [&](pugi::xml_node root) { return shift_table(root, shift_, sheet.name); });
      } else if (kind == "ctrlProp") {
        edit(part, [&](pugi::xml_node root) { return shift_control(root, sheet.name); });
      } else if (kind == "vmlDrawing") {
        edit(part, [&](pugi::xml_node root) {
          const bool linked = shift_vml_links(root, shift_, sheet.name);
          return (own && shift_vml_shapes(root, shift_, height_)) || linked;
        });
      } else if (kind == "drawing") {
        shift_inner_links(package_, part, shift_);
        edit(part, [&](pugi::xml_node root) {
          const bool linked = shift_drawing_links(root, shift_, sheet.name);
          return (own && shift_drawing_anchors(root, shift_, height_)) || linked;
        });
      } else if (own) {
        shift_own_part(kind, part);
      }
    }
  }

  void shift_own_part(const std::string& kind, const std::string& part) {
    if (kind == "pivotTable") {
      edit(part, [&](pugi::xml_node root) { return shift_pivot_table(root, shift_); });
    } else if (kind == "comments" || kind == kThreadedComment) {
      edit(part, [&](pugi::xml_node root) { return shift_comments(root); });
    } else if (kind == "tableSingleCells") {
      edit(part, [&](pugi::xml_node root) { return shift_mapped_cells(root); });
    } else if (kind == kNamedView) {
      edit(part, [&](pugi::xml_node root) { return shift_named_views(root); });
    }
  }

  /// `ref` of each; those on dropped rows go.
  bool shift_comments(const pugi::xml_node& root) {
    bool changed = false;
    for (auto node : elements_named(root, {"comment", "threadedComment"})) {
      const auto now = shift_.area(attribute(node, "ref"), false);
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

  /// Cells tied to one value of an XML map.
  bool shift_mapped_cells(const pugi::xml_node& root) {
    bool changed = false;
    for (const auto& node : elements_named(root, {"singleXmlCell"})) {
      const std::string was(attribute(node, "r"));
      const auto now = shift_.area(was, false);
      if (!now) refuse_move(shift_, say("XML 映射单元格 {}", "the XML-mapped cell {}", was));
      if (*now == was) continue;
      set_attribute(node, "r", *now);
      changed = true;
    }
    return changed;
  }

  /// What one person filters and sorts without disturbing the others.
  bool shift_named_views(const pugi::xml_node& root) {
    bool changed = false;
    for (const auto& node : elements_below(root)) {
      if (!node.attribute("ref")) continue;
      const auto now = shift_.areas(attribute(node, "ref"), true);
      if (now.empty()) refuse_move(shift_, {"筛选视图", "a sheet view of its own"});
      if (now == attribute(node, "ref")) continue;
      set_attribute(node, "ref", now);
      changed = true;
    }
    return changed;
  }

  bool shift_attribute(pugi::xml_node node, const char* name, std::string_view sheet,
                       const Message& what) {
    if (attribute(node, name).empty()) return false;
    const Shifted now = shift_.formula(attribute(node, name), sheet, std::nullopt);
    kept_or_refused(shift_, now, what);
    if (now.changed) set_attribute(node, name, now.text);
    return now.changed;
  }

  bool shift_control(pugi::xml_node root, std::string_view sheet) {
    bool changed = false;
    for (const char* name : {"fmlaLink", "fmlaRange", "fmlaGroup", "fmlaTxbx"}) {
      const auto what =
          say("与单元格 {} 相连的控件", "a control linked to {}", attribute(root, name));
      changed = shift_attribute(root, name, sheet, what) || changed;
    }
    return changed;
  }

  /// Cells that a query takes its parameters from.
  bool shift_parameters(const pugi::xml_node& root) {
    bool changed = false;
    for (const auto& node : elements_named(root, {"parameter"})) {
      const auto what = say("从单元格 {} 取参数的查询", "a query that reads its parameter from {}",
                            attribute(node, "cell"));
      changed = shift_attribute(node, "cell", "", what) || changed;
    }
    return changed;
  }

  /// Charts of the newer kinds (treemap, waterfall) keep a copy whose shape we do not know.
  bool refuse_new_chart(const pugi::xml_node& root) {
    for (const auto& f : elements_named(root, {"f"})) {
      const Shifted now = shift_.formula(f.text().get(), "", std::nullopt);
      if (now.changed || now.trouble != Trouble::None) {
        refuse_move(shift_, say("新式图表用到的数据 {}",
                                "data that a chart of a newer kind draws ({})", f.text().get()));
      }
    }
    return false;
  }

  PackageEdit& package_;
  const WorkbookPart& book_;
  const ReferenceShift& shift_;
  const RowHeight& height_;
};

}  // namespace

void shift_package(PackageEdit& package, const WorkbookPart& book, const ReferenceShift& shift,
                   const RowHeight& height) {
  PackageShift(package, book, shift, height).run();
}

std::set<std::string> shift_inner_links(PackageEdit& package, const std::string& part,
                                        const ReferenceShift& shift) {
  std::set<std::string> ids;
  const auto list = relationships_part(part);
  if (!package.has(list)) return ids;
  for (auto link : package.tree(list).children()) {
    const std::string target(attribute(link, "Target"));
    if (!target.starts_with('#') || !attribute(link, "Type").ends_with("/hyperlink")) continue;
    ids.emplace(attribute(link, "Id"));
    const auto place = percent_decoded(std::string_view(target).substr(1));
    const Shifted now = shift.formula(place, "", std::nullopt);
    if (!now.changed || now.trouble == Trouble::Lost) continue;
    set_attribute(link, "Target", "#" + now.text);
    package.touch(list);
  }
  return ids;
}

}  // namespace huizong::xlsx
