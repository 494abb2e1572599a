#include "xlsx/fill/sheet_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <pugixml.hpp>

#include "base/message.h"
#include "xlsx/fill/part_orders.h"
#include "xlsx/fill/reference_shift.h"
#include "xlsx/fill/xml_tree.h"

namespace huizong::xlsx {
namespace {

constexpr double kDefaultRowHeight = 15;  // Excel's, where the sheet states none
constexpr double kDefaultColumnWidth = 9.14;
constexpr std::string_view kMergeCells = "mergeCells";

int row_number(const pugi::xml_node& row) {
  return row.attribute("r").as_int() - 1;
}

void remove_children(pugi::xml_node cell) {
  for (const char* name : {"f", "v", "is"}) {
    while (const auto child = child_named(cell, name)) cell.remove_child(child);
  }
}

/// Rows and cells may leave their place out, meaning "the next one".
void state_places(const pugi::xml_node& data) {
  int row = -1;
  for (auto r : children_named(data, "row")) {
    row = r.attribute("r") ? row_number(r) : row + 1;
    if (!r.attribute("r")) r.prepend_attribute("r").set_value(row + 1);
    int col = -1;
    for (auto c : children_named(r, "c")) {
      const auto stated = parse_cell_ref(attribute(c, "r"));
      col = stated ? stated->col : col + 1;
      if (!stated) {
        c.remove_attribute("r");
        c.prepend_attribute("r").set_value(to_string(CellRef{row, col}).c_str());
      }
    }
  }
}

}  // namespace

struct SheetTree::Impl {
  pugi::xml_document document;
  pugi::xml_node data;  // <sheetData>
  std::map<int, pugi::xml_node> rows;
  std::vector<CellRange> blocks;  // array formulas and data tables of several cells

  pugi::xml_node root() const { return document.document_element(); }

  pugi::xml_node find(CellRef ref) const {
    const auto row = rows.find(ref.row);
    if (row == rows.end()) return {};
    const std::string place = to_string(ref);
    auto cell = row->second.first_child();
    while (cell && place != cell.attribute("r").value()) cell = cell.next_sibling();
    return cell;
  }

  pugi::xml_node make_row(int number) {
    const auto found = rows.find(number);
    if (found != rows.end()) return found->second;
    const auto next = rows.upper_bound(number);
    const auto anchor = next == rows.end() ? pugi::xml_node() : next->second;
    auto row = append_child(data, "row");
    if (anchor) data.insert_move_before(row, anchor);
    row.append_attribute("r").set_value(number + 1);
    return rows[number] = row;
  }

  pugi::xml_node make_cell(CellRef ref, unsigned style) {
    if (const auto cell = find(ref)) return cell;
    auto row = make_row(ref.row);
    row.remove_attribute("spans");  // only a hint, and no longer sure to hold
    auto cell = append_child(row, "c");
    for (const auto other : children_named(row, "c")) {
      const auto place = place_of(other);
      if (place && place->col > ref.col) {
        row.insert_move_before(cell, other);
        break;
      }
    }
    cell.append_attribute("r").set_value(to_string(ref).c_str());
    if (style != 0) cell.append_attribute("s").set_value(style);
    return cell;
  }

  /// The sheet's stated extent takes in a new cell.
  void extend_dimension(CellRef cell) {
    auto dimension = child_named(root(), "dimension");
    const auto range = parse_cell_range(attribute(dimension, "ref"));
    if (!range || range->contains(cell)) return;
    const CellRange now{
        {std::min(range->first.row, cell.row), std::min(range->first.col, cell.col)},
        {std::max(range->last.row, cell.row), std::max(range->last.col, cell.col)}};
    set_attribute(dimension, "ref", to_string(now));
  }

  pugi::xml_node column(int col) const {
    for (const auto c : children_named(child_named(root(), "cols"), "col")) {
      if (col + 1 >= c.attribute("min").as_int() && col + 1 <= c.attribute("max").as_int())
        return c;
    }
    return {};
  }

  /// The text of each shared formula and the cell it is written for, by its number.
  std::map<std::string, std::pair<CellRef, std::string>> shared_masters() const {
    std::map<std::string, std::pair<CellRef, std::string>> found;
    for (const auto& [number, row] : rows) {
      for (const auto cell : row.children()) {
        const auto f = child_named(cell, "f");
        if (!f || attribute(f, "t") != "shared" || f.text().empty()) continue;
        if (const auto place = place_of(cell)) {
          found.try_emplace(std::string(attribute(f, "si")), *place, f.text().get());
        }
      }
    }
    return found;
  }
};

std::optional<CellRef> place_of(const pugi::xml_node& cell) {
  return parse_cell_ref(attribute(cell, "r"));
}

SheetTree::SheetTree(std::string_view bytes, std::string part, std::string name)
    : part_(std::move(part)), name_(std::move(name)), impl_(std::make_unique<Impl>()) {
  parse_tree(impl_->document, bytes, part_);
  impl_->data = child_named(impl_->root(), "sheetData");
  if (!impl_->data) impl_->data = add_child(impl_->root(), "sheetData", worksheet_order());
  state_places(impl_->data);
  refresh();
  for (const auto merge : children_named(child_named(impl_->root(), kMergeCells), "mergeCell")) {
    if (const auto range = parse_cell_range(attribute(merge, "ref"))) merges_.add(*range);
  }
}
SheetTree::~SheetTree() = default;
SheetTree::SheetTree(SheetTree&&) noexcept = default;

pugi::xml_node SheetTree::root() const {
  return impl_->root();
}

void SheetTree::refresh() {
  impl_->rows.clear();
  impl_->blocks.clear();
  for (const auto row : children_named(impl_->data, "row")) {
    impl_->rows[row_number(row)] = row;
    for (const auto cell : row.children()) {
      const auto f = child_named(cell, "f");
      if (!f) continue;
      const auto type = attribute(f, "t");
      if (type != "array" && type != "dataTable") continue;
      const auto range = parse_cell_range(attribute(f, "ref"));
      if (range && range->first != range->last) impl_->blocks.push_back(*range);
    }
  }
}

const std::map<int, pugi::xml_node>& SheetTree::rows() const {
  return impl_->rows;
}

const std::vector<CellRange>& SheetTree::array_areas() const {
  return impl_->blocks;
}

void SheetTree::put(CellRef ref, const CellContent& content) {
  for (const auto& block : impl_->blocks) {
    if (!block.contains(ref)) continue;
    throw Error(say("表样“{}”的 {} 属于数组公式或模拟运算表 {}，不能单独填写；请在表样中去掉它。",
                    "Cell {1} of the template's sheet \"{0}\" belongs to the array formula or data "
                    "table {2} and "
                    "cannot be filled alone; remove that from the template.",
                    name_, to_string(ref), to_string(block)));
  }
  auto cell = impl_->find(ref);
  const bool nothing = content.value.empty() && content.formula.empty() && content.type.empty();
  if (!cell && nothing) return;
  if (attribute(child_named(cell, "f"), "t") == "shared") {
    const std::string shared(attribute(child_named(cell, "f"), "si"));
    const auto masters = impl_->shared_masters();
    const auto master = masters.find(shared);
    if (master != masters.end()) {
      unshare_formulas([&](const std::string& text) { return text == master->second.second; });
    }
  }
  if (!cell) {
    cell = impl_->make_cell(ref, style(ref));
    impl_->extend_dimension(ref);
  }
  remove_children(cell);
  cell.remove_attribute("t");
  cell.remove_attribute("vm");  // rich value of the former content
  cell.remove_attribute("cm");
  changed_ = true;
  if (nothing) return;
  if (!content.type.empty()) cell.append_attribute("t").set_value(content.type.c_str());
  // Before an extLst, should the cell have one.
  const auto last = cell.first_child();
  const auto append = [&](const char* name, const std::string& text) {
    auto child = append_child(cell, name);
    if (last) cell.insert_move_before(child, last);
    child.text().set(text.c_str());
  };
  if (!content.formula.empty()) append("f", content.formula);
  append("v", content.value);
}

std::optional<std::string> SheetTree::formula(CellRef ref) const {
  const auto f = child_named(impl_->find(ref), "f");
  if (!f) return std::nullopt;
  return std::string(f.text().get());
}

std::vector<StoredFormula> SheetTree::formulas() const {
  std::vector<StoredFormula> found;
  const auto masters = impl_->shared_masters();
  for (const auto& [number, row] : impl_->rows) {
    for (const auto cell : row.children()) {
      const auto f = child_named(cell, "f");
      if (!f) continue;
      const auto place = place_of(cell);
      if (!place) continue;
      StoredFormula formula{*place, f.text().get(), {*place, *place}};
      const auto type = attribute(f, "t");
      const auto master = masters.find(std::string(attribute(f, "si")));
      if (type == "shared" && formula.text.empty() && master != masters.end()) {
        const auto& [from, text] = master->second;
        formula.text = copied_formula(text, place->row - from.row, place->col - from.col);
      }
      if (type == "array" || type == "dataTable") {
        formula.fills = parse_cell_range(attribute(f, "ref")).value_or(formula.fills);
      }
      found.push_back(std::move(formula));
    }
  }
  return found;
}

std::optional<CellRef> SheetTree::text_from(std::size_t number) const {
  for (const auto& [at, row] : impl_->rows) {
    for (const auto cell : row.children()) {
      if (attribute(cell, "t") != "s") continue;
      const auto text = child_named(cell, "v").text();
      if (!text.empty() && text.as_ullong() >= number) return place_of(cell);
    }
  }
  return std::nullopt;
}

bool SheetTree::has_formulas() const {
  for (const auto& [number, row] : impl_->rows) {
    for (const auto cell : row.children()) {
      if (child_named(cell, "f")) return true;
    }
  }
  return false;
}

void SheetTree::drop_values(const CellRange& cells) {
  for (auto row = impl_->rows.lower_bound(cells.first.row);
       row != impl_->rows.end() && row->first <= cells.last.row; ++row) {
    for (auto cell : children_named(row->second, "c")) {
      const auto place = place_of(cell);
      if (!place || !child_named(cell, "v") || !cells.contains(*place)) continue;
      // A damaged cell may hold several: none of them may come to be the one that is read.
      while (const auto value = child_named(cell, "v")) cell.remove_child(value);
      for (const char* name : {"t", "vm"}) cell.remove_attribute(name);
      changed_ = true;
    }
  }
}

void SheetTree::unshare_formulas(const std::function<bool(const std::string&)>& which) {
  const auto masters = impl_->shared_masters();
  for (const auto& [number, row] : impl_->rows) {
    for (const auto cell : row.children()) {
      auto f = child_named(cell, "f");
      if (attribute(f, "t") != "shared") continue;
      const auto master = masters.find(std::string(attribute(f, "si")));
      const auto place = place_of(cell);
      if (master == masters.end() || !place || !which(master->second.second)) continue;
      const auto& [from, text] = master->second;
      if (f.text().empty()) {
        f.text().set(copied_formula(text, place->row - from.row, place->col - from.col).c_str());
      }
      for (const char* name : {"t", "si", "ref"}) f.remove_attribute(name);
      changed_ = true;
    }
  }
}

void SheetTree::set_merges(MergeIndex merges) {
  if (merges.all() == merges_.all()) return;
  merges_ = std::move(merges);
  merges_changed_ = changed_ = true;
}

void SheetTree::add_merge(const CellRange& range) {
  merges_.add(range);
  merges_changed_ = changed_ = true;
}

void SheetTree::remove_merge(const CellRange& range) {
  merges_.remove(range);
  merges_changed_ = changed_ = true;
}

double SheetTree::row_height(int row) const {
  const auto found = impl_->rows.find(row);
  if (found != impl_->rows.end()) {
    if (const auto height = found->second.attribute("ht")) return height.as_double();
  }
  return child_named(impl_->root(), "sheetFormatPr")
      .attribute("defaultRowHeight")
      .as_double(kDefaultRowHeight);
}

void SheetTree::set_row_height(int row, double points) {
  const auto node = impl_->make_row(row);
  set_attribute(node, "ht", fmt::format("{:.2f}", points));
  set_attribute(node, "customHeight", "1");
  changed_ = true;
}

double SheetTree::column_width(int col) const {
  if (const auto width = impl_->column(col).attribute("width")) return width.as_double();
  const auto format = child_named(impl_->root(), "sheetFormatPr");
  if (const auto width = format.attribute("defaultColWidth")) return width.as_double();
  return kDefaultColumnWidth;
}

unsigned SheetTree::style(CellRef ref) const {
  if (const auto cell = impl_->find(ref)) return cell.attribute("s").as_uint();
  const auto row = impl_->rows.find(ref.row);
  if (row != impl_->rows.end() && row->second.attribute("customFormat").as_bool()) {
    return row->second.attribute("s").as_uint();
  }
  return impl_->column(ref.col).attribute("style").as_uint();
}

void SheetTree::set_style(CellRef ref, unsigned style) {
  auto cell = impl_->find(ref);
  if (!cell) {
    cell = impl_->make_cell(ref, style);
    impl_->extend_dimension(ref);
  }
  set_attribute(cell, "s", std::to_string(style));
  changed_ = true;
}

std::string SheetTree::print() {
  if (merges_changed_) {
    auto list = child_named(impl_->root(), kMergeCells);
    if (list) impl_->root().remove_child(list);
    if (const auto merges = merges_.all(); !merges.empty()) {
      list = add_child(impl_->root(), kMergeCells, worksheet_order());
      set_attribute(list, "count", std::to_string(merges.size()));
      for (const auto& merge : merges) {
        set_attribute(append_child(list, "mergeCell"), "ref", to_string(merge));
      }
    }
    merges_changed_ = false;
  }
  return print_tree(impl_->document);
}

}  // namespace huizong::xlsx
