#include "xlsx/fill/table_shift.h"

#include <pugixml.hpp>

#include "xlsx/fill/area_formula.h"
#include "xlsx/fill/refusal.h"
#include "xlsx/fill/xml_tree.h"

namespace huizong::xlsx {
namespace {

class TableShift {
 public:
  TableShift(pugi::xml_node table, const ReferenceShift& shift, std::string_view sheet)
      : table_(table),
        shift_(shift),
        move_(shift.move()),
        sheet_(sheet),
        own_(same_sheet(sheet, shift.sheet())) {}

  bool run() {
    const auto range = parse_cell_range(attribute(table_, "ref"));
    if (!range) return false;
    const int headings = table_.attribute("headerRowCount").as_int(1);
    const int totals = table_.attribute("totalsRowCount").as_int(0);
    const RowSpan all{range->first.row, range->last.row};
    const RowSpan data{all.first + headings, all.last - totals};
    const RowSpan moved = own_ ? where_to(all, data) : all;
    const RowSpan moved_data{moved.first + headings, moved.last - totals};

    shift_columns(*range, all, data, moved_data);
    if (own_ && moved != all) move_areas();
    return changed_;
  }

 private:
  RowSpan where_to(RowSpan all, RowSpan data) const {
    const auto now = move_.span(all, true);
    if (now == all) return all;
    const bool below = all.first > move_.block.last;
    const bool holds = data.first <= move_.block.first && data.last >= move_.block.last;
    if (!now || (!below && !holds)) refuse_move(shift_, table_words(table_));
    if (holds && !below && attribute(table_, "tableType") == "queryTable") {
      refuse_move(shift_, say("由查询填充的表格“{}”", "the table \"{}\", which a query fills",
                              attribute(table_, "displayName")));
    }
    return *now;
  }

  void shift_columns(const CellRange& range, RowSpan all, RowSpan before, RowSpan after) {
    int col = range.first.col;
    for (const auto& column : elements_named(table_, {"tableColumn"})) {
      if (auto formula = child_named(column, "calculatedColumnFormula");
          formula && before.first <= before.last) {
        set(formula, shift_area_formula(
                         shift_, formula.text().get(),
                         {sheet_, to_string(CellRange{{before.first, col}, {before.last, col}}),
                          to_string(CellRange{{after.first, col}, {after.last, col}})}));
      }
      if (auto formula = child_named(column, "totalsRowFormula")) {
        set(formula, shift_.formula(formula.text().get(), sheet_, all.last));
      }
      ++col;
    }
  }

  void set(pugi::xml_node node, const Shifted& now) {
    const auto text = kept_or_refused(
        shift_, now,
        say("表格（列表）“{}”的列公式 {}", "the column formula {1} of the table \"{0}\"",
            attribute(table_, "displayName"), node.text().get()));
    if (!now.changed) return;
    node.text().set(text.c_str());
    changed_ = true;
  }

  void move_areas() {
    for_each_element(table_, [&](pugi::xml_node node) {
      const auto name = local_name(node);
      const bool area =
          name == "table" || name == "autoFilter" || name == "sortState" || name == "sortCondition";
      if (!area || !node.attribute("ref")) return;
      const auto now = shift_.areas(attribute(node, "ref"), true);
      if (!now.empty()) set_attribute(node, "ref", now);
    });
    changed_ = true;
  }

  pugi::xml_node table_;
  const ReferenceShift& shift_;
  const RowMove& move_;
  std::string_view sheet_;
  bool own_;
  bool changed_ = false;
};

}  // namespace

bool shift_table(pugi::xml_node table, const ReferenceShift& shift, std::string_view sheet) {
  return TableShift(table, shift, sheet).run();
}

Message table_words(const pugi::xml_node& table) {
  return say("表格（列表）“{}”", "the table \"{}\"", attribute(table, "displayName"));
}

std::optional<TablePlace> table_place(const pugi::xml_node& table) {
  const auto area = parse_cell_range(attribute(table, "ref"));
  if (!area) return std::nullopt;
  return TablePlace{std::string(attribute(table, "displayName")), *area,
                    table.attribute("headerRowCount").as_int(1)};
}

}  // namespace huizong::xlsx
