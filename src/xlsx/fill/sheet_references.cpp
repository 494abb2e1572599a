#include "xlsx/fill/sheet_references.h"

#include <algorithm>
#include <pugixml.hpp>

#include "base/message.h"
#include "xlsx/fill/area_rules.h"
#include "xlsx/fill/refusal.h"
#include "xlsx/fill/xml_tree.h"

namespace huizong::xlsx {
namespace {

/// Extensions whose references are all of the kinds looked for below, or that have none.
bool is_known_extension(std::string_view uri) {
  static const std::set<std::string_view> uris = {
      "http://schemas.microsoft.com/office/mac/excel/2008/main",  // how a Mac shows the page
      "{64002731-A6B0-56B0-2670-7721B7C09600}",                   // the same, later
      "{78C0D931-6437-407D-A8EE-F0AAD7539E65}",                   // conditional formats
      "{CCE6A557-97BC-4B89-ADB6-D9C93CAAB3DF}",                   // validations
      "{05C60535-1F16-4FD2-B633-F4F36F0B64E0}",                   // sparklines
      "{01252117-D84E-4E92-8308-4BE1C098FCBB}",                   // ignored errors
      "{FC87AEE6-9EDD-4A0A-B7FB-166176984837}",                   // protected ranges
      "{A8765BA9-456A-4DAB-B4F3-ACF838C121DE}",                   // slicers: only their links
      "{3A4CF648-6AED-40F4-86FF-DC5316D8AED3}",                   // slicers of tables
      "{7E03D99C-DC04-49D9-9315-930204A7B6E9}",                   // timelines
  };
  std::string upper(uri);
  std::transform(upper.begin(), upper.end(), upper.begin(),
                 [](char c) { return c >= 'a' && c <= 'f' ? static_cast<char>(c - 32) : c; });
  return uris.contains(uri) || uris.contains(upper);
}

/// Whether an area that ends on the block's last row takes in the added rows, which look and behave
/// like that row. A link or a selection is about its own cell.
bool grows(std::string_view element) {
  static const std::set<std::string_view> names = {"dimension",  "protectedRange", "ignoredError",
                                                   "autoFilter", "sortState",      "sortCondition",
                                                   "dataRef",    "sqref"};
  return names.contains(element);
}

/// Containers that must not stay behind empty.
bool is_list(std::string_view element) {
  static const std::set<std::string_view> names = {"dataValidations",
                                                   "hyperlinks",
                                                   "protectedRanges",
                                                   "ignoredErrors",
                                                   "cellWatches",
                                                   "rowBreaks",
                                                   "scenario",
                                                   "scenarios",
                                                   "smartTags",
                                                   "sparklines",
                                                   "sparklineGroup",
                                                   "sparklineGroups",
                                                   "conditionalFormattings",
                                                   "webPublishItems",
                                                   "dataRefs",
                                                   "ext",
                                                   "extLst"};
  return names.contains(element);
}

class ElementShift {
 public:
  ElementShift(SheetTree& sheet, const ReferenceShift& shift,
               const std::set<std::string>& inner_links, const RowHeight& height)
      : sheet_(sheet),
        shift_(shift),
        inner_links_(inner_links),
        height_(height),
        own_(same_sheet(sheet.name(), shift.sheet())) {}

  void run() {
    if (own_) shift_frozen_panes();
    for (const auto child : sheet_.root().children()) {
      const auto name = local_name(child);
      if (name != "sheetData" && name != "mergeCells") walk(child);
    }
    for (auto node : gone_) remove(node);
  }

 private:
  void walk(pugi::xml_node node) {
    if (is_area_rule(local_name(node))) {
      if (!shift_area_rule(node, sheet_, shift_)) gone_.push_back(node);
      return;
    }
    const auto area = child_named(node, "sqref");
    const bool serves_none = own_ && area && shift_.areas(area.text().get(), true).empty();
    if (serves_none || visit(node)) {
      gone_.push_back(node);
      return;
    }
    std::vector<pugi::xml_node> children;  // a rule may add more of its kind, which are right
    for (const auto child : node.children()) children.push_back(child);
    for (const auto& child : children) walk(child);
  }

  /// True where the element must go.
  bool visit(pugi::xml_node node) {
    const auto name = local_name(node);
    if (name == "f") shift_formula(node);  // the dates of a group of sparklines
    if (name == "hyperlink" && !shift_location(node)) return true;
    if (name == "dataRef" && node.attribute("sheet")) return !shift_source(node);
    for (const char* link : {"linkedCell", "listFillRange"}) {
      if (node.attribute(link)) shift_control_link(node, link);
    }
    return own_ && !shift_own(node, name);
  }

  /// What only matters on the moved sheet; false where the element must go.
  bool shift_own(pugi::xml_node node, std::string_view name) {
    if (name == "ext" && local_name(node.parent().parent()) == "worksheet") check_extension(node);
    if (name == "sqref") shift_area_text(node);
    if (name == "selection") shift_selection(node);
    if (name == "brk") return shift_break(node);
    if (name == "anchor" && shift_object_anchor(node, shift_, height_)) sheet_.set_changed();
    if (name == "pivotSelection") shift_pivot_selection(node);
    for (const char* list : {"sqref", "ref", "sourceRef"}) {
      if (!node.attribute(list)) continue;
      const auto now = shift_.areas(attribute(node, list), grows(name));
      if (!now.empty()) {
        set(node, list, now);
      } else if (name == "scenarios") {
        node.remove_attribute(list);  // and the rest of it still holds
      } else {
        return false;
      }
    }
    const bool is_cell = name == "cellWatch" || name == "inputCells" || name == "cellSmartTags";
    for (const char* cell : {"topLeftCell", "activeCell", "syncRef", "r"}) {
      if (!node.attribute(cell) || (cell == std::string_view("r") && !is_cell)) continue;
      const auto now = shift_.area(attribute(node, cell), false);
      if (now) set(node, cell, *now);
      if (!now && is_cell) return false;
      if (!now) node.remove_attribute(cell);
    }
    return true;
  }

  void set(pugi::xml_node node, const char* name, const std::string& now) {
    if (attribute(node, name) == now) return;
    set_attribute(node, name, now);
    sheet_.set_changed();
  }

  void check_extension(const pugi::xml_node& node) const {
    if (is_known_extension(attribute(node, "uri"))) return;
    throw Error(
        say("表样“{}”有本程序不认识的扩展内容 {}，不能保证增减行后仍然正确；请在表样中去掉。",
            "The template's sheet \"{}\" has an extension we do not know ({}), which may name "
            "rows; take "
            "it out of the template.",
            sheet_.name(), attribute(node, "uri")));
  }

  void shift_formula(pugi::xml_node node) {
    const std::string was = node.text().get();
    const Shifted now = shift_.formula(was, sheet_.name(), std::nullopt);
    const auto text =
        kept_or_refused(shift_, now, say("迷你图的日期 {}", "sparklines with the dates {}", was));
    if (!now.changed) return;
    node.text().set(text.c_str());
    sheet_.set_changed();
  }

  void shift_control_link(pugi::xml_node node, const char* name) {
    const std::string was(attribute(node, name));
    set(node, name,
        kept_or_refused(shift_, shift_.formula(was, sheet_.name(), std::nullopt),
                        say("与单元格 {} 相连的控件", "a control linked to {}", was)));
  }

  void shift_area_text(pugi::xml_node node) {
    node.text().set(shift_.areas(node.text().get(), true).c_str());
    sheet_.set_changed();
  }

  /// The cell that is typed into lies among the selected ones; where either is dropped, A1 is both.
  void shift_selection(pugi::xml_node node) {
    const bool cell = shift_.area(node.attribute("activeCell").as_string("A1"), false).has_value();
    const auto before = std::string_view(node.attribute("sqref").as_string("A1"));
    const auto after = shift_.areas(before, false);
    const auto ranges = [](std::string_view list) {
      return std::count(list.begin(), list.end(), ' ');
    };
    if (cell && ranges(before) == ranges(after) && !after.empty()) return;
    for (const char* name : {"activeCell", "activeCellId", "sqref"}) node.remove_attribute(name);
    sheet_.set_changed();
  }

  /// False where the link leads nowhere any more.
  bool shift_location(pugi::xml_node link) {
    if (!link.attribute("location")) return true;
    for (const auto a : link.attributes()) {
      const bool leads_out =
          std::string_view(a.name()).ends_with(":id") && !inner_links_.contains(a.value());
      if (leads_out) return true;
    }
    const Shifted now = shift_.formula(attribute(link, "location"), sheet_.name(), std::nullopt);
    const bool leads_there = now.trouble != Trouble::Lost;
    if (leads_there) set(link, "location", now.text);
    return leads_there;
  }

  /// A range that a consolidation (合并计算) adds up, on a sheet it names.
  bool shift_source(pugi::xml_node node) {
    const bool here = same_sheet(attribute(node, "sheet"), shift_.sheet());
    if (!here || !node.attribute("ref")) return true;
    const auto now = shift_.area(attribute(node, "ref"), true);
    if (now) set(node, "ref", *now);
    return now.has_value();
  }

  /// brk@id is the number of rows above the break; of a break between columns, min and max are the
  /// rows (0-based) it cuts through.
  bool shift_break(pugi::xml_node node) {
    const RowMove& move = shift_.move();
    if (local_name(node.parent()) == "colBreaks") {
      const auto rows = move.span(
          {node.attribute("min").as_int(), node.attribute("max").as_int(kMaxRows - 1)}, true);
      if (!rows) return false;
      if (node.attribute("min")) set(node, "min", std::to_string(rows->first));
      if (node.attribute("max")) set(node, "max", std::to_string(rows->last));
      return true;
    }
    const int id = node.attribute("id").as_int();
    if (id <= move.new_last() && id <= move.block.last) return true;
    if (id <= move.block.last) return false;
    set(node, "id", std::to_string(id + move.by()));
    return true;
  }

  void shift_pivot_selection(pugi::xml_node node) {
    for (const char* name : {"activeRow", "previousRow"}) {
      const auto row = node.attribute(name);
      if (!row) continue;
      set(node, name, std::to_string(shift_.move().row(row.as_int()).value_or(0)));
    }
  }

  /// A frozen pane counts the rows above its split.
  void shift_frozen_panes() {
    for (const char* views : {"sheetViews", "customSheetViews"}) {
      for (const auto& pane : elements_named(child_named(sheet_.root(), views), {"pane"})) {
        if (!attribute(pane, "state").starts_with("frozen")) continue;
        const auto first = parse_cell_ref(attribute(pane.parent(), "topLeftCell"));
        const int top = first ? first->row : 0;
        const int above = pane.attribute("ySplit").as_int();
        if (above == 0) continue;
        const auto rows = shift_.move().span({top, top + above - 1}, true);
        set(pane, "ySplit", std::to_string(rows ? rows->last - rows->first + 1 : 1));
      }
    }
  }

  /// Takes an element out, and the lists it leaves empty.
  void remove(pugi::xml_node node) {
    for (auto parent = node.parent(); parent; node = parent, parent = parent.parent()) {
      parent.remove_child(node);
      sheet_.set_changed();
      int left = 0, manual = 0;
      for (const auto child : parent.children()) {
        if (child.type() != pugi::node_element) continue;
        ++left;
        manual += child.attribute("man").as_bool() ? 1 : 0;
      }
      if (parent.attribute("count")) set_attribute(parent, "count", std::to_string(left));
      if (parent.attribute("manualBreakCount"))
        set_attribute(parent, "manualBreakCount", std::to_string(manual));
      const bool only_text =
          local_name(parent) == "sparklineGroup" && !child_named(parent, "sparklines");
      if ((left > 0 && !only_text) || !is_list(local_name(parent))) return;
    }
  }

  SheetTree& sheet_;
  const ReferenceShift& shift_;
  const std::set<std::string>& inner_links_;
  const RowHeight& height_;
  bool own_;
  std::vector<pugi::xml_node> gone_;  // none of them inside another
};

}  // namespace

void shift_elements(SheetTree& sheet, const ReferenceShift& shift,
                    const std::set<std::string>& inner_links, const RowHeight& height) {
  ElementShift(sheet, shift, inner_links, height).run();
}

}  // namespace huizong::xlsx
