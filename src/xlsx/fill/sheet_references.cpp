#include "xlsx/fill/sheet_references.h"

#include <algorithm>
#include <map>
#include <pugixml.hpp>
#include <set>

#include "base/message.h"
#include "xlsx/fill/formula_references.h"
#include "xlsx/fill/xml_tree.h"

namespace huizong::xlsx {
namespace {

/// Things on a sheet that are tied to rows in ways not written down in the sheet part alone.
const std::map<std::string_view, Message>& unmovable() {
  static const std::map<std::string_view, Message> names = {
      {"controls", {"窗体控件", "form controls"}},
      {"oleObjects", {"嵌入对象", "embedded objects"}},
      {"dataConsolidate", {"合并计算", "a consolidation"}},
      {"smartTags", {"智能标记", "smart tags"}},
      {"webPublishItems", {"网页发布项", "web publishing"}},
  };
  return names;
}

/// Extensions whose references are all in sqref and f elements.
const std::set<std::string_view>& known_extensions() {
  static const std::set<std::string_view> uris = {
      "http://schemas.microsoft.com/office/mac/excel/2008/main",  // how a Mac shows the page; no
                                                                  // references
      "{78C0D931-6437-407D-A8EE-F0AAD7539E65}",                   // conditional formats
      "{CCE6A557-97BC-4B89-ADB6-D9C93CAAB3DF}",                   // validations
      "{05C60535-1F16-4FD2-B633-F4F36F0B64E0}",                   // sparklines
      "{01252117-D84E-4E92-8308-4BE1C098FCBB}",                   // ignored errors
      "{FC87AEE6-9EDD-4A0A-B7FB-166176984837}",                   // protected ranges
  };
  return uris;
}

/// Whether an area that ends on the block's last row takes in the added rows, which look and behave
/// like that row. A link or a selection is about its own cell.
bool grows(std::string_view element) {
  static const std::set<std::string_view> names = {
      "dimension",      "conditionalFormatting", "dataValidation",
      "protectedRange", "ignoredError",          "autoFilter",
      "sortState",      "sortCondition",         "sqref"};
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
                                                   "conditionalFormattings",
                                                   "sparklines",
                                                   "sparklineGroup",
                                                   "sparklineGroups",
                                                   "ext",
                                                   "extLst"};
  return names.contains(element);
}

class ElementShift {
 public:
  ElementShift(SheetTree& sheet, const ReferenceShift& shift,
               const std::set<std::string>& inner_links)
      : sheet_(sheet),
        shift_(shift),
        inner_links_(inner_links),
        own_(same_sheet(sheet.name(), shift.sheet())) {}

  void run() {
    if (own_) shift_frozen_pane();
    for (const auto child : sheet_.root().children()) {
      const auto name = local_name(child);
      if (name == "sheetData" || name == "mergeCells") continue;
      visit(child);
      for (const auto& below : elements_below(child)) visit(below);
    }
    std::sort(gone_.begin(), gone_.end());
    gone_.erase(std::unique(gone_.begin(), gone_.end()), gone_.end());
    for (auto node : gone_) remove(node);
  }

 private:
  void visit(pugi::xml_node node) {
    const auto name = local_name(node);
    if (name == "f" || name == "formula" || name == "formula1" || name == "formula2") {
      return shift_formula_text(node);
    }
    if (name == "hyperlink") shift_location(node);
    if (!own_) return;
    if (name == "sqref") return shift_area_text(node);
    if (name == "brk" && local_name(node.parent()) == "rowBreaks") return shift_break(node);
    for (const char* list : {"sqref", "ref"}) {
      if (!node.attribute(list)) continue;
      const auto now = shift_.areas(attribute(node, list), grows(name));
      if (!now.empty()) set(node, list, now);
      if (now.empty() && name == "selection") node.remove_attribute(list);
      if (now.empty() && name != "selection") gone_.push_back(node);
    }
    const bool cell_of_its_own = name == "cellWatch" || name == "inputCells";
    for (const char* cell : {"topLeftCell", "activeCell", "syncRef", "r"}) {
      if (!node.attribute(cell) || (cell == std::string_view("r") && !cell_of_its_own)) continue;
      const auto now = shift_.area(attribute(node, cell), false);
      if (now) set(node, cell, *now);
      if (!now && cell_of_its_own) gone_.push_back(node);
      if (!now && !cell_of_its_own) node.remove_attribute(cell);
    }
  }

  void set(pugi::xml_node node, const char* name, const std::string& now) {
    if (attribute(node, name) == now) return;
    set_attribute(node, name, now);
    sheet_.set_changed();
  }

  /// Whether what a formula serves (a validation, a sparkline) goes away with the rows it is for.
  bool serves_dropped(const pugi::xml_node& formula) const {
    if (!own_) return false;
    const auto area = child_named(formula.parent(), "sqref");
    if (area) return shift_.areas(area.text().get(), true).empty();
    for (auto node = formula.parent(); node; node = node.parent()) {
      if (std::find(gone_.begin(), gone_.end(), node) != gone_.end()) return true;
    }
    return false;
  }

  void shift_formula_text(pugi::xml_node node) {
    if (serves_dropped(node)) return;
    const Shifted now = shift_.formula(node.text().get(), sheet_.name(), std::nullopt);
    if (now.lost || now.through) {
      throw Error(
          say("表样“{}”的条件格式、有效性或迷你图公式 {} 用到了要减去的行；请在表样中改掉它。",
              "The formula {1} of a conditional format, validation or sparkline on the template's "
              "sheet "
              "\"{0}\" speaks of rows that are to be dropped; change it in the template.",
              sheet_.name(), node.text().get()));
    }
    if (!now.changed) return;
    node.text().set(now.text.c_str());
    sheet_.set_changed();
  }

  void shift_area_text(pugi::xml_node node) {
    const auto now = shift_.areas(node.text().get(), true);
    if (now.empty()) return gone_.push_back(node.parent());
    node.text().set(now.c_str());
    sheet_.set_changed();
  }

  void shift_location(pugi::xml_node link) {
    if (!link.attribute("location")) return;
    for (const auto a : link.attributes()) {
      if (std::string_view(a.name()).ends_with(":id") && !inner_links_.contains(a.value())) return;
    }
    const Shifted now = shift_.formula(attribute(link, "location"), sheet_.name(), std::nullopt);
    if (now.lost) return gone_.push_back(link);
    set(link, "location", now.text);
  }

  /// brk@id is the number of rows above the break.
  void shift_break(pugi::xml_node node) {
    const RowMove& move = shift_.move();
    const int id = node.attribute("id").as_int();
    if (id <= move.new_last() && id <= move.block.last) return;
    if (id <= move.block.last) return gone_.push_back(node);
    set(node, "id", std::to_string(id + move.by()));
  }

  /// A frozen pane counts the rows above its split.
  void shift_frozen_pane() {
    for (const auto& pane : elements_below(child_named(sheet_.root(), "sheetViews"))) {
      if (local_name(pane) != "pane" || !attribute(pane, "state").starts_with("frozen")) continue;
      const auto top = parse_cell_ref(attribute(pane.parent(), "topLeftCell")).value_or(CellRef{});
      const int split = top.row + pane.attribute("ySplit").as_int();
      if (pane.attribute("ySplit").as_int() > 0 && split > shift_.move().block.last) {
        set(pane, "ySplit", std::to_string(split - top.row + shift_.move().by()));
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
      if (left > 0 || !is_list(local_name(parent))) return;
    }
  }

  SheetTree& sheet_;
  const ReferenceShift& shift_;
  const std::set<std::string>& inner_links_;
  bool own_;
  std::vector<pugi::xml_node> gone_;
};

}  // namespace

void check_elements_movable(const SheetTree& sheet, const ReferenceShift& shift) {
  if (!same_sheet(sheet.name(), shift.sheet())) return;
  for (const auto top : sheet.root().children()) {
    if (local_name(top) == "sheetData") continue;
    auto all = elements_below(top);
    all.push_back(top);
    for (const auto& node : all) {
      if (const auto found = unmovable().find(local_name(node)); found != unmovable().end()) {
        const Message& what = found->second;
        throw Error(
            {fmt::format("表样“{}”有{}，增减行后会错位；请在表样中去掉。", sheet.name(), what.zh),
             fmt::format("The template's sheet \"{}\" has {}, which would not move with its rows; "
                         "take them out of the template.",
                         sheet.name(), what.en)});
      }
      const bool extension =
          local_name(node) == "ext" && local_name(node.parent().parent()) == "worksheet";
      if (extension && !known_extensions().contains(attribute(node, "uri"))) {
        throw Error(
            say("表样“{}”有本程序不认识的扩展内容 {}，不能保证增减行后仍然正确；请在表样中去掉。",
                "The template's sheet \"{}\" has an extension we do not know ({}), which may name "
                "rows; take "
                "it out of the template.",
                sheet.name(), attribute(node, "uri")));
      }
    }
  }
}

void shift_elements(SheetTree& sheet, const ReferenceShift& shift,
                    const std::set<std::string>& inner_links) {
  ElementShift(sheet, shift, inner_links).run();
}

}  // namespace huizong::xlsx
