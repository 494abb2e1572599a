#include "xlsx/fill/filling.h"

#include <algorithm>
#include <charconv>
#include <pugixml.hpp>

#include "base/message.h"
#include "xlsx/fill/chart_references.h"
#include "xlsx/fill/office_names.h"
#include "xlsx/fill/package_references.h"
#include "xlsx/fill/part_orders.h"
#include "xlsx/fill/pivot_shift.h"
#include "xlsx/fill/refusal.h"
#include "xlsx/fill/sheet_references.h"
#include "xlsx/fill/sheet_rows.h"
#include "xlsx/fill/xml_tree.h"
#include "xlsx/fillable.h"
#include "xlsx/written_text.h"

namespace huizong::xlsx {
namespace {

/// At least the highest number that a text of the sheet has, looked for in its bytes: most sheets
/// of a form need never be read as a tree. Any number behind a value's tag counts.
long long highest_text(std::string_view bytes) {
  long long highest = -1;
  for (auto at = bytes.find("v>"); at != std::string_view::npos; at = bytes.find("v>", at + 2)) {
    long long number = -1;
    std::from_chars(bytes.data() + at + 2, bytes.data() + bytes.size(), number);
    highest = std::max(highest, number);
  }
  return highest;
}

}  // namespace

Filling::Filling(std::string bytes, const Limits& limits)
    : package_(std::move(bytes), limits),
      book_(read_workbook_part(package_.original())),
      trees_(book_.sheets.size()),
      bytes_(book_.sheets.size()) {
  require_fillable(package_.original());
}

const std::string& Filling::bytes_of(std::size_t index) {
  auto& bytes = bytes_[index];
  if (bytes.empty()) bytes = package_.read(book_.sheets[index].part);
  return bytes;
}

SheetTree& Filling::sheet(std::size_t index) {
  if (index >= trees_.size()) {
    throw Error({"表样里没有可以填写的工作表；请检查表样。",
                 "The template has no sheet that can be filled; check the template."});
  }
  auto& tree = trees_[index];
  if (!tree) {
    const auto& info = book_.sheets[index];
    tree.emplace(bytes_of(index), info.part, info.name);
    bytes_[index] = {};
  }
  return *tree;
}

const std::vector<TablePlace>& Filling::tables(std::size_t index) {
  const auto [at, fresh] = tables_.try_emplace(index);
  if (fresh && child_named(sheet(index).root(), "tableParts")) {
    for (const auto& relation : package_.relations(book_.sheets[index].part)) {
      if (relation.type != "table" || !package_.has(relation.target)) continue;
      if (auto place = table_place(package_.tree(relation.target))) {
        at->second.push_back(std::move(*place));
      }
    }
  }
  return at->second;
}

void Filling::put(std::size_t index, CellRef cell, const CellContent& content) {
  for (const auto& table : tables(index)) {
    if (!table.has_heading(cell)) continue;
    throw Error(say("表样“{}”的 {} 是表格（列表）“{}”的标题，不能填写；请在表样中把它转换为区域。",
                    "Cell {1} of the template's sheet \"{0}\" is a heading of the table \"{2}\" "
                    "and cannot be filled; convert the table to a range in the template.",
                    name(index), to_string(cell), table.name));
  }
  auto& tree = sheet(index);
  tree.put(cell, content);
  if (const auto plain = quoted_.plain(tree.style(cell))) tree.set_style(cell, *plain);
  changed_.cells[name(index)].insert(cell);
  wrong_.erase({index, cell});
  auto& ours = changed_.ours[name(index)];
  if (content.formula.empty()) {
    ours.erase(cell);
  } else {
    ours.insert(cell);
  }
}

void Filling::put_text(std::size_t index, CellRef cell, std::string_view text) {
  if (!strings_) {
    const auto& part = book_.shared_strings;
    strings_.emplace(part.empty() ? StringAppender::no_texts(strict()) : package_.read(part));
    refuse_missing_texts();
  }
  put(index, cell, {"s", std::to_string(strings_->add(text)), ""});
  if (!may_be_typed_as_formula(text)) return;
  auto& tree = sheet(index);
  tree.set_style(cell, quoted_.quoted(tree.style(cell), package_, book_));
}

/// A cell whose text is not in the list would show the first that we add to it.
void Filling::refuse_missing_texts() {
  for (std::size_t i = 0; i < trees_.size(); ++i) {
    if (!has_tree(i) && highest_text(bytes_of(i)) < static_cast<long long>(strings_->stored())) {
      continue;
    }
    if (const auto cell = sheet(i).text_from(strings_->stored())) {
      throw Error(
          say("表样“{}”的 {} 单元格的文字在工作簿里找不到，文件已损坏；请用 Excel 或 WPS 打开"
              "核对，另存为 .xlsx。",
              "The text of cell {1} of the template's sheet \"{0}\" is missing from the "
              "workbook, which is damaged; open it in Excel or WPS, check it, and save it "
              "as .xlsx.",
              name(i), to_string(*cell)));
    }
  }
}

CellLook Filling::look(std::size_t index, CellRef cell) {
  if (!looks_) {
    looks_ = book_.styles.empty() ? std::vector<CellLook>()
                                  : read_cell_looks(package_.tree(book_.styles));
  }
  const auto stored = sheet(index).style(cell);
  const auto style = quoted_.plain(stored).value_or(stored);
  return style < looks_->size() ? (*looks_)[style] : CellLook{};
}

/// A part of the workbook that refers to cells of another sheet says so with a "!", or spells it.
bool Filling::may_look_elsewhere(std::size_t index) {
  if (has_tree(index)) return true;
  const auto& bytes = bytes_of(index);
  return bytes.find('!') != std::string::npos || bytes.find("ADDRESS(") != std::string::npos ||
         bytes.find("dataRef") != std::string::npos;
}

/// A quick look first: most sheets of a form need never be read as a tree.
bool Filling::may_have_formulas(std::size_t index) {
  if (has_tree(index)) return true;
  const auto& bytes = bytes_of(index);
  return bytes.find("<f") != std::string::npos || bytes.find(":f") != std::string::npos;
}

void Filling::resize(std::size_t index, const RowMove& move, const std::set<int>& regrouped) {
  auto& moved = sheet(index);
  if (move.by() == 0) {
    dissolve_row_groups(moved, move.block, regrouped);
    return show_rows(moved, move.block);
  }
  std::vector<std::string> names;
  for (const auto& info : book_.sheets) names.push_back(info.name);
  const ReferenceShift shift(move, moved.name(), names, defined_names());
  check_rows_movable(moved, move);

  dissolve_row_groups(moved, move.block, regrouped);
  follow(index, move);
  const RowHeight height = [&](int row) { return moved.row_height(row); };
  for (std::size_t i = 0; i < trees_.size(); ++i) {
    const auto links = shift_inner_links(package_, book_.sheets[i].part, shift);
    if (i != index && !may_look_elsewhere(i)) continue;
    for (const auto& [cell, why] : shift_cell_formulas(sheet(i), shift)) {
      const auto row = i == index ? move.row(cell.row) : cell.row;
      if (row) wrong_.try_emplace({i, {*row, cell.col}}, why);
    }
    shift_elements(sheet(i), shift, links, height);
  }
  shift_package(package_, book_, shift, height);
  move_rows(moved, shift);
  show_rows(moved, {move.block.first, move.new_last()});
  tables_.erase(index);
}

/// What is remembered about cells of the sheet moves with them.
void Filling::follow(std::size_t index, const RowMove& move) {
  const auto moved = [&](const std::set<CellRef>& cells) {
    std::set<CellRef> now;
    for (const auto& cell : cells) {
      if (const auto row = move.row(cell.row)) now.insert({*row, cell.col});
    }
    return now;
  };
  auto& cells = changed_.cells[name(index)];
  auto& ours = changed_.ours[name(index)];
  cells = moved(cells);
  ours = moved(ours);
  std::map<std::pair<std::size_t, CellRef>, Trouble> now;
  for (const auto& [at, why] : wrong_) {
    const auto& [sheet_of, cell] = at;
    const auto row = sheet_of == index ? move.row(cell.row) : cell.row;
    if (row) now.try_emplace({sheet_of, {*row, cell.col}}, why);
  }
  wrong_ = std::move(now);
  moves_[index].push_back(move);
  const auto from = changed_.from_row.try_emplace(name(index), move.block.first).first;
  from->second = std::min(from->second, move.block.first);
}

std::map<std::string, std::string> Filling::defined_names() {
  std::map<std::string, std::string> found;
  const auto list = child_named(package_.tree(book_.part), "definedNames");
  for (const auto& node : children_named(list, "definedName")) {
    // One name may stand for different cells on different sheets: all of them count.
    std::string& text = found[std::string(attribute(node, "name"))];
    text += (text.empty() ? "" : ",") + std::string(node.text().get());
  }
  return found;
}

/// Where a cell stood before all moves; a cloned row's is the row it was cloned from.
CellRef Filling::template_cell(std::size_t index, CellRef cell) const {
  const auto moves = moves_.find(index);
  if (moves == moves_.end()) return cell;
  for (auto move = moves->second.rbegin(); move != moves->second.rend(); ++move) {
    if (cell.row > move->new_last()) {
      cell.row -= move->by();
    } else if (cell.row > move->block.last) {
      cell.row = move->block.last;
    }
  }
  return cell;
}

void Filling::refuse_wrong() const {
  if (wrong_.empty()) return;
  std::map<std::pair<std::size_t, Trouble>, std::vector<CellRef>> alike;
  for (const auto& [at, why] : wrong_) {
    auto& cells = alike[{at.first, why}];
    const auto place = template_cell(at.first, at.second);
    // A row and those cloned from it are one row of the template.
    if (cells.empty() || cells.back() != place) cells.push_back(place);
  }
  std::vector<WrongCells> all;
  for (const auto& [what, cells] : alike) all.push_back({name(what.first), what.second, cells});
  refuse_cells(all);
}

/// Of formulas, of charts and of pivot tables.
void Filling::drop_stale() {
  std::vector<SheetTree*> trees;
  bool formulas = false;
  for (std::size_t i = 0; i < trees_.size(); ++i) {
    if (!may_have_formulas(i)) continue;
    trees.push_back(&sheet(i));
    formulas = formulas || sheet(i).has_formulas();
  }
  const auto names = defined_names();
  StaleValues stale(trees, names, changed_);
  stale.drop();
  if (formulas) force_recalculation();
  const auto is_stale = [&](std::string_view formula) { return stale.reads_changed(formula, ""); };
  for (const auto& part : package_.parts_of_type("drawingml.chart+xml")) {
    if (drop_chart_copies(package_.tree(part), is_stale)) package_.touch(part);
  }
  for (const auto& part : package_.parts_of_type("pivotCacheDefinition+xml")) {
    if (refresh_pivot(package_.tree(part), is_stale)) package_.touch(part);
  }
}

void Filling::force_recalculation() {
  auto root = package_.tree(book_.part);
  auto settings = child_named(root, "calcPr");
  if (!settings) settings = add_child(root, "calcPr", workbook_order_from_calculation());
  set_attribute(settings, "fullCalcOnLoad", "1");
  package_.touch(book_.part);
  for (const auto& relation : package_.relations(book_.part)) {
    if (relation.type == "calcChain" && package_.has(relation.target)) {
      package_.drop_part(relation.target, book_.part);
    }
  }
}

bool Filling::strict() {
  return is_strict(package_.tree(book_.part));
}

void Filling::write_strings() {
  if (!strings_ || !strings_->changed()) return;
  if (!book_.shared_strings.empty()) {
    package_.replace(book_.shared_strings, strings_->bytes());
    return;
  }
  book_.shared_strings = book_.part.substr(0, book_.part.rfind('/') + 1) + "sharedStrings.xml";
  package_.add_part(book_.shared_strings, strings_->bytes(),
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml",
                    book_.part, relation_type(strict(), "sharedStrings"));
}

std::string Filling::finish() {
  refuse_wrong();
  const bool changed = std::any_of(trees_.begin(), trees_.end(),
                                   [](const auto& tree) { return tree && tree->changed(); });
  if (changed) drop_stale();
  for (auto& tree : trees_) {
    if (tree && tree->changed()) package_.replace(tree->part(), tree->print());
  }
  write_strings();
  return package_.bytes();
}

}  // namespace huizong::xlsx
