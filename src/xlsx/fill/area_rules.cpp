#include "xlsx/fill/area_rules.h"

#include <algorithm>
#include <pugixml.hpp>

#include "base/message.h"
#include "xlsx/fill/area_formula.h"
#include "xlsx/fill/xml_tree.h"

namespace huizong::xlsx {
namespace {

[[noreturn]] void refuse_formula(std::string_view sheet, std::string_view formula) {
  throw Error(say(
      "表样“{}”的条件格式、有效性或迷你图公式 {} 用到的行会减去或错开，增减行后不能保证它仍然正确；"
      "请在表样中改掉它。",
      "The formula {1} of a conditional format, validation or sparkline on the template's sheet "
      "\"{0}\" reads rows that are dropped or move apart, so it could go wrong; change it in "
      "the template.",
      sheet, formula));
}

class RuleShift {
 public:
  RuleShift(pugi::xml_node rule, SheetTree& sheet, const ReferenceShift& shift)
      : rule_(rule),
        sheet_(sheet),
        shift_(shift),
        own_(same_sheet(sheet.name(), shift.sheet())),
        element_(child_named(rule, "sqref")),
        before_(element_ ? element_.text().get() : rule.attribute("sqref").value()),
        after_(own_ ? shift.areas(before_, true) : before_) {}

  bool run() {
    if (after_.empty()) return false;
    for (const auto& node : elements_below(rule_)) {
      const auto name = local_name(node);
      if (name == "f" || name == "formula" || name == "formula1" || name == "formula2") {
        // An extension's formula1 only wraps its f.
        if (!child_named(node, "f")) set_text(node, shifted(node.text().get()));
      } else if (name == "cfvo" && node.attribute("val")) {
        set_value(node, "val", shifted(attribute(node, "val")));
      }
    }
    set_areas();
    return true;
  }

  bool run_sparkline() {
    const auto cell = parse_cell_ref(before_);
    if (!cell) return run();
    after_ = before_;
    if (own_) {
      const auto now = shift_.area(before_, false);
      if (!now) return false;
      after_ = *now;
    }
    auto f = child_named(rule_, "f");
    const std::string was = f.text().get();
    const Shifted now =
        shift_.formula(was, sheet_.name(), own_ ? std::optional(cell->row) : std::nullopt);
    if (now.trouble != Trouble::None) refuse_formula(sheet_.name(), was);
    set_text(f, now.text);
    set_areas();
    if (own_ && cell->row == shift_.move().block.last && reads_only(was, cell->row)) {
      repeat(*cell, now.text);
    }
    return true;
  }

 private:
  std::string shifted(std::string_view text) const {
    Shifted now = shift_area_formula(shift_, text, {sheet_.name(), before_, after_});
    if (now.trouble != Trouble::None) refuse_formula(sheet_.name(), text);
    return std::move(now.text);
  }

  void set_text(pugi::xml_node node, const std::string& now) {
    if (now == node.text().get()) return;
    node.text().set(now.c_str());
    sheet_.set_changed();
  }
  void set_value(pugi::xml_node node, const char* name, const std::string& now) {
    if (now == attribute(node, name)) return;
    set_attribute(node, name, now);
    sheet_.set_changed();
  }
  void set_areas() {
    if (element_) {
      set_text(element_, after_);
    } else {
      set_value(rule_, "sqref", after_);
    }
  }

  static bool reads_only(std::string_view formula, int row) {
    const auto scan = scan_formula(formula);
    return scan.names.empty() && !scan.references.empty() &&
           std::all_of(scan.references.begin(), scan.references.end(), [&](const Reference& r) {
             return r.range().first.row == row && r.range().last.row == row;
           });
  }

  void repeat(CellRef cell, const std::string& formula) {
    auto before = rule_;
    for (int by = 1; by <= shift_.move().by(); ++by) {
      auto copy = rule_.parent().insert_copy_after(rule_, before);
      child_named(copy, "f").text().set(copied_formula(formula, by, 0).c_str());
      child_named(copy, "sqref").text().set(to_string(CellRef{cell.row + by, cell.col}).c_str());
      before = copy;
    }
  }

  pugi::xml_node rule_;
  SheetTree& sheet_;
  const ReferenceShift& shift_;
  bool own_;
  pugi::xml_node element_;  // <xm:sqref>, where the cells are not in an attribute
  std::string before_;
  std::string after_;
};

}  // namespace

bool is_area_rule(std::string_view element) {
  return element == "conditionalFormatting" || element == "dataValidation" ||
         element == "sparkline";
}

bool shift_area_rule(pugi::xml_node rule, SheetTree& sheet, const ReferenceShift& shift) {
  RuleShift work(rule, sheet, shift);
  return local_name(rule) == "sparkline" ? work.run_sparkline() : work.run();
}

}  // namespace huizong::xlsx
