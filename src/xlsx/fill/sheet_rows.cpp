#include "xlsx/fill/sheet_rows.h"

#include <algorithm>
#include <pugixml.hpp>
#include <set>

#include "base/message.h"
#include "xlsx/fill/formula_references.h"
#include "xlsx/fill/xml_tree.h"

namespace huizong::xlsx {
namespace {

/// The cell element of that column in a row; null where none is stored.
pugi::xml_node cell_at(const pugi::xml_node& row, int col) {
  for (const auto cell : row.children()) {
    const auto place = place_of(cell);
    if (place && place->col == col) return cell;
  }
  return {};
}

/// `vm` is what else a stored result is (an error's details): it goes with it.
void drop_value(pugi::xml_node cell) {
  if (const auto value = child_named(cell, "v")) cell.remove_child(value);
  for (const char* name : {"t", "vm"}) cell.remove_attribute(name);
}

void renumber(pugi::xml_node row, int number) {
  row.attribute("r").set_value(number + 1);
  for (auto cell : children_named(row, "c")) {
    const auto place = place_of(cell);
    if (place) cell.attribute("r").set_value(to_string(CellRef{number, place->col}).c_str());
  }
}

std::string content_of(const pugi::xml_node& cell) {
  std::string all(attribute(cell, "t"));
  for (const auto node : elements_below(cell)) all += "\n" + std::string(node.text().get());
  return all;
}

/// Makes the rows added to a block from its last row.
class RowCloner {
 public:
  RowCloner(pugi::xml_node data, const std::map<int, pugi::xml_node>& rows, RowSpan block)
      : data_(data), block_(block), last_(rows.at(block.last)) {
    for (int row = block.first; row < block.last; ++row) {
      const auto found = rows.find(row);
      earlier_.push_back(found == rows.end() ? pugi::xml_node() : found->second);
    }
    for (const auto cell : children_named(last_, "c")) {
      const auto place = place_of(cell);
      if (place && stays_the_same(cell, place->col)) fixed_.insert(place->col);
    }
  }

  pugi::xml_node clone_after(pugi::xml_node before, int by) {
    auto row = data_.insert_copy_after(last_, before);
    renumber(row, block_.last + by);
    for (auto cell : children_named(row, "c")) {
      const auto place = place_of(cell);
      if (place) renew(cell, place->col, by);
    }
    return row;
  }

 private:
  /// What reads alike in every sample row is the form's own text and belongs to each new row; what
  /// differs (序号, preset indicator names) belongs to the row it stands in.
  bool stays_the_same(const pugi::xml_node& cell, int col) const {
    const std::string content = content_of(cell);
    return std::all_of(earlier_.begin(), earlier_.end(), [&](const pugi::xml_node& row) {
      return content_of(cell_at(row, col)) == content;
    });
  }

  void renew(pugi::xml_node cell, int col, int by) const {
    auto f = child_named(cell, "f");
    if (!f) {
      if (fixed_.contains(col)) return;
      cell.remove_children();
      for (const char* name : {"t", "cm", "vm"}) cell.remove_attribute(name);
      return;
    }
    if (!fixed_.contains(col) || earlier_.empty()) {
      f.text().set(cloned_formula(f.text().get(), block_, block_.last, by).c_str());
    }
    if (const auto fills = parse_cell_range(attribute(f, "ref"))) {  // an array along its row
      const int row = block_.last + by;
      set_attribute(f, "ref",
                    to_string(CellRange{{row, fills->first.col}, {row, fills->last.col}}));
    }
    drop_value(cell);
  }

  pugi::xml_node data_;
  RowSpan block_;
  pugi::xml_node last_;
  std::vector<pugi::xml_node> earlier_;
  std::set<int> fixed_;
};

MergeIndex moved_merges(const MergeIndex& merges, const RowMove& move) {
  MergeIndex now;
  const auto add = [&](RowSpan rows, const CellRange& as) {
    const CellRange merge{{rows.first, as.first.col}, {rows.last, as.last.col}};
    if (merge.first != merge.last) now.add(merge);
  };
  for (const auto& merge : merges.all()) {
    const RowSpan rows{merge.first.row, merge.last.row};
    const bool one_row = rows.first == rows.last;
    if (const auto moved = move.span(rows, !one_row)) add(*moved, merge);
    if (!one_row || rows.first != move.block.last) continue;
    for (int row = move.block.last + 1; row <= move.new_last(); ++row) add({row, row}, merge);
  }
  return now;
}

[[noreturn]] void refuse_through(const SheetTree& sheet, const ReferenceShift& shift, CellRef place,
                                 std::string_view formula) {
  throw Error(
      say("表样“{}”的 {} 用到了跨多张工作表的引用（{}），增减“{}”的行后会指错；请改成逐表相加。",
          "Cell {1} of the template's sheet \"{0}\" has a reference through several sheets ({2}), "
          "which "
          "would go wrong when rows of \"{3}\" are added or dropped; add the sheets one by one "
          "instead.",
          sheet.name(), to_string(place), formula, shift.sheet()));
}

}  // namespace

void dissolve_row_groups(SheetTree& sheet, RowSpan block, const std::set<int>& columns) {
  for (const auto& merge : sheet.merges().meeting({{block.first, 0}, {block.last, kMaxCols - 1}})) {
    const bool inside = merge.first.row >= block.first && merge.last.row <= block.last;
    const auto touched = columns.lower_bound(merge.first.col);
    const bool regrouped = touched != columns.end() && *touched <= merge.last.col;
    if (!inside || !regrouped || merge.first.row == merge.last.row) continue;
    sheet.remove_merge(merge);
    if (merge.first.col == merge.last.col) continue;
    for (int row = merge.first.row; row <= merge.last.row; ++row) {
      sheet.add_merge({{row, merge.first.col}, {row, merge.last.col}});
    }
  }
}

void check_rows_movable(const SheetTree& sheet, const RowMove& move) {
  const int first = std::min(move.new_last() + 1, move.block.last);  // cloned or dropped from here
  for (const auto& area : sheet.array_areas()) {
    const bool meets = area.last.row >= first && area.first.row <= move.block.last;
    if (!meets || area.first.row == area.last.row) continue;
    throw Error(
        say("表样“{}”的数组公式或模拟运算表 {} 跨着要增减的行；请在表样中把它改成普通公式。",
            "The array formula or data table {1} on the template's sheet \"{0}\" spans rows that "
            "are to be "
            "added or dropped; make it ordinary formulas in the template.",
            sheet.name(), to_string(area)));
  }
  const auto& rows = sheet.rows();
  if (!rows.empty() && rows.rbegin()->first + move.by() >= kMaxRows) {
    throw Error(say("表样“{}”放不下这么多行：再增加 {} 行就超出工作表的末行；请减少填报行数。",
                    "The template's sheet \"{}\" has no room for {} more rows; report fewer rows.",
                    sheet.name(), move.by()));
  }
}

std::vector<WrongFormula> shift_cell_formulas(SheetTree& sheet, const ReferenceShift& shift) {
  const bool own = same_sheet(sheet.name(), shift.sheet());
  sheet.unshare_formulas([&](const std::string& text) {
    if (own) return true;
    const auto references = scan_formula(text).references;
    return std::any_of(references.begin(), references.end(),
                       [&](const Reference& r) { return same_sheet(r.sheet, shift.sheet()); });
  });
  std::vector<WrongFormula> wrong;
  const auto shift_formula = [&](pugi::xml_node f, CellRef place) {
    if (own && f.attribute("ref")) {
      const auto area = shift.area(attribute(f, "ref"), false);
      if (area) set_attribute(f, "ref", *area);
    }
    for (const char* input : {"r1", "r2"}) {  // a data table's input cells
      if (!own || !f.attribute(input)) continue;
      const auto area = shift.area(attribute(f, input), false);
      if (area) set_attribute(f, input, *area);
      if (!area) wrong.push_back({place, Trouble::Lost});
    }
    const Shifted now =
        shift.formula(f.text().get(), sheet.name(), own ? std::optional(place.row) : std::nullopt);
    if (now.trouble == Trouble::Through) refuse_through(sheet, shift, place, f.text().get());
    if (now.trouble != Trouble::None) wrong.push_back({place, now.trouble});
    if (!now.changed) return;
    f.text().set(now.text.c_str());
    sheet.set_changed();
  };
  for (const auto& [number, row] : sheet.rows()) {
    if (own && !shift.move().row(number)) continue;
    for (const auto cell : row.children()) {
      const auto f = child_named(cell, "f");
      if (!f) continue;
      if (const auto place = place_of(cell)) shift_formula(f, *place);
    }
  }
  return wrong;
}

void show_rows(SheetTree& sheet, RowSpan rows) {
  const auto end = sheet.rows().upper_bound(rows.last);
  for (auto at = sheet.rows().lower_bound(rows.first); at != end; ++at) {
    auto row = at->second;
    if (row.remove_attribute("hidden")) sheet.set_changed();
  }
}

void move_rows(SheetTree& sheet, const ReferenceShift& shift) {
  const RowMove& move = shift.move();
  const auto rows = sheet.rows();
  auto data = child_named(sheet.root(), "sheetData");
  for (const auto& [number, row] : rows) {
    const auto now = move.row(number);
    if (!now) {
      data.remove_child(row);
    } else if (*now != number) {
      renumber(row, *now);
    }
  }
  if (move.by() > 0 && rows.contains(move.block.last)) {
    RowCloner cloner(data, rows, move.block);
    auto before = rows.at(move.block.last);
    for (int by = 1; by <= move.by(); ++by) before = cloner.clone_after(before, by);
  }
  sheet.set_merges(moved_merges(sheet.merges(), move));
  sheet.set_changed();
  sheet.refresh();
}

}  // namespace huizong::xlsx
