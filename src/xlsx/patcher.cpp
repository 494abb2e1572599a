#include "xlsx/patcher.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <set>

#include "xlsx/fill/cell_looks.h"
#include "xlsx/fill/formula_references.h"
#include "xlsx/fill/package_edit.h"
#include "xlsx/fill/package_references.h"
#include "xlsx/fill/sheet_references.h"
#include "xlsx/fill/sheet_rows.h"
#include "xlsx/fill/sheet_tree.h"
#include "xlsx/fill/stale_values.h"
#include "xlsx/fill/string_appender.h"
#include "xlsx/fill/xml_tree.h"
#include "xlsx/read/workbook_part.h"
#include "xlsx/written_text.h"

namespace huizong::xlsx {
namespace {

constexpr double kMaxRowHeight = 409;  // points; Excel's limit is 409.5
constexpr int kMaxFormulaUnits = 8192;
constexpr int kDoubleDigits = 17;  // more significant digits a double cannot tell apart

/// The children of <workbook> from calcPr on.
const std::vector<std::string_view>& after_calculation() {
  static const std::vector<std::string_view> order = {
      "calcPr",        "oleSize",       "customWorkbookViews", "pivotCaches",       "smartTagPr",
      "smartTagTypes", "webPublishing", "fileRecoveryPr",      "webPublishObjects", "extLst"};
  return order;
}

/// The decimal's own text, or where that is longer than a double can hold, the double's shortest.
std::string number_text(const Decimal& value) {
  const double nearest = value.to_double();
  if (!std::isfinite(nearest)) {
    throw Error(say("数字 {} 太大，Excel 放不下；请检查来源文件。",
                    "The number {} is too large for Excel; check where it comes from.",
                    value.to_string()));
  }
  std::string text = value.to_string();
  const auto digits =
      std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits <= kDoubleDigits ? text : fmt::format("{}", nearest);
}

}  // namespace

struct Patcher::Impl {
  Impl(std::string bytes, const Limits& limits)
      : package(std::move(bytes), limits),
        book(read_workbook_part(package.original())),
        sheets(book.sheets.size()) {
    if (!book.styles.empty()) looks = read_cell_looks(package.read(book.styles));
  }

  SheetTree& sheet(std::size_t index) {
    if (index >= sheets.size()) {
      throw Error({"表样里没有可以填写的工作表；请检查表样。",
                   "The template has no sheet that can be filled; check the template."});
    }
    auto& tree = sheets.at(index);
    if (!tree) {
      const auto& info = book.sheets[index];
      tree.emplace(package.read(info.part), info.part, info.name);
    }
    return *tree;
  }
  const std::string& name(std::size_t index) const { return book.sheets.at(index).name; }

  void put(std::size_t index, CellRef cell, const CellContent& content) {
    sheet(index).put(cell, content);
    changed.cells[name(index)].insert(cell);
    lost.erase({index, cell});
    auto& ours = changed.ours[name(index)];
    if (content.formula.empty()) {
      ours.erase(cell);
    } else {
      ours.insert(cell);
    }
  }

  /// Whether a part of the workbook may refer to cells of another sheet.
  bool may_look_elsewhere(std::size_t index) {
    return sheets[index] || package.read(book.sheets[index].part).find('!') != std::string::npos;
  }

  void resize(std::size_t index, const RowMove& move);
  void follow(std::size_t index, const RowMove& move);
  std::map<std::string, std::string> defined_names() const;
  bool has_formulas();
  void force_recalculation();
  std::string finish();

  PackageEdit package;
  WorkbookPart book;
  std::vector<std::optional<SheetTree>> sheets;  // those that were needed
  std::optional<StringAppender> strings;
  std::vector<CellLook> looks;
  ChangedCells changed;
  std::set<std::pair<std::size_t, CellRef>> lost;  // formulas that lost a row they speak of
};

void Patcher::Impl::resize(std::size_t index, const RowMove& move) {
  std::vector<std::string> names;
  for (const auto& info : book.sheets) names.push_back(info.name);
  const ReferenceShift shift(move, sheet(index).name(), names);
  const std::string part = book.sheets[index].part;
  if (move.by() == 0) return dissolve_row_groups(sheet(index), move.block);

  std::vector<std::size_t> concerned;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    if (i == index || may_look_elsewhere(i)) concerned.push_back(i);
  }
  for (const auto i : concerned) {
    check_rows_movable(sheet(i), shift);
    check_elements_movable(sheet(i), shift);
  }
  check_package_movable(package, book.part, part, shift);

  dissolve_row_groups(sheet(index), move.block);
  follow(index, move);
  for (const auto i : concerned) {
    for (const auto& cell : shift_cell_formulas(sheet(i), shift)) {
      const auto row = i == index ? move.row(cell.row) : cell.row;
      if (row) lost.insert({i, {*row, cell.col}});
    }
    shift_elements(sheet(i), shift, shift_inner_links(package, book.sheets[i].part, shift));
  }
  move_rows(sheet(index), shift);
  shift_package(package, book.part, part, shift);
}

/// What is remembered about cells of the sheet moves with them.
void Patcher::Impl::follow(std::size_t index, const RowMove& move) {
  const auto moved = [&](const std::set<CellRef>& cells) {
    std::set<CellRef> now;
    for (const auto& cell : cells) {
      if (const auto row = move.row(cell.row)) now.insert({*row, cell.col});
    }
    return now;
  };
  auto& cells = changed.cells[name(index)];
  auto& ours = changed.ours[name(index)];
  cells = moved(cells);
  ours = moved(ours);
  std::set<std::pair<std::size_t, CellRef>> now;
  for (const auto& [sheet_of, cell] : lost) {
    const auto row = sheet_of == index ? move.row(cell.row) : cell.row;
    if (row) now.insert({sheet_of, {*row, cell.col}});
  }
  lost = std::move(now);
  const auto from = changed.from_row.try_emplace(name(index), move.block.first).first;
  from->second = std::min(from->second, move.block.first);
}

std::map<std::string, std::string> Patcher::Impl::defined_names() const {
  std::map<std::string, std::string> found;
  pugi::xml_document document;
  parse_tree(document, package.read(book.part), book.part);
  for (const auto& node :
       children_named(child_named(document.document_element(), "definedNames"), "definedName")) {
    // One name may stand for different cells on different sheets: all of them count.
    std::string& text = found[std::string(attribute(node, "name"))];
    text += (text.empty() ? "" : ",") + std::string(node.text().get());
  }
  return found;
}

bool Patcher::Impl::has_formulas() {
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    // A quick look first: most sheets of a form need never be read as a tree.
    if (!sheets[i]) {
      const std::string bytes = package.read(book.sheets[i].part);
      if (bytes.find("<f") == std::string::npos && bytes.find(":f") == std::string::npos) continue;
    }
    if (!sheet(i).formulas().empty()) return true;
  }
  return false;
}

void Patcher::Impl::force_recalculation() {
  pugi::xml_document document;
  parse_tree(document, package.read(book.part), book.part);
  auto settings = child_named(document.document_element(), "calcPr");
  if (!settings) settings = add_child(document.document_element(), "calcPr", after_calculation());
  set_attribute(settings, "fullCalcOnLoad", "1");
  package.replace(book.part, print_tree(document));
  for (const auto& relation : package.relations(book.part)) {
    if (relation.type == "calcChain") package.drop_part(relation.target, book.part);
  }
}

std::string Patcher::Impl::finish() {
  if (!lost.empty()) {
    const auto& [index, cell] = *lost.begin();
    throw Error(
        say("表样“{}”的 {} 单元格里的公式引用了要减去的行，请在表样中改用区域求和（如 SUM）。",
            "The formula in cell {1} of the template's sheet \"{0}\" speaks of rows that are to be "
            "dropped; use a "
            "range there (as in SUM).",
            name(index), to_string(cell)));
  }
  if (has_formulas()) {
    std::vector<SheetTree*> trees;
    for (std::size_t i = 0; i < sheets.size(); ++i) trees.push_back(&sheet(i));
    drop_stale_values(trees, defined_names(), changed);
    if (std::any_of(trees.begin(), trees.end(),
                    [](const SheetTree* tree) { return tree->changed(); })) {
      force_recalculation();
    }
  }
  for (auto& tree : sheets) {
    if (tree && tree->changed()) package.replace(tree->part(), tree->print());
  }
  if (strings && strings->changed()) {
    if (!book.shared_strings.empty()) {
      package.replace(book.shared_strings, strings->bytes());
    } else {
      book.shared_strings = book.part.substr(0, book.part.rfind('/') + 1) + "sharedStrings.xml";
      package.add_part(
          book.shared_strings, strings->bytes(),
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml",
          book.part,
          "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings");
    }
  }
  return package.bytes();
}

Patcher::Patcher(std::string package, const Limits& limits)
    : impl_(std::make_unique<Impl>(std::move(package), limits)) {}
Patcher::~Patcher() = default;
Patcher::Patcher(Patcher&&) noexcept = default;
Patcher& Patcher::operator=(Patcher&&) noexcept = default;

std::size_t Patcher::sheet_count() const {
  return impl_->book.sheets.size();
}

std::size_t Patcher::sheet_index(std::string_view name) const {
  const auto& sheets = impl_->book.sheets;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    if (same_sheet(sheets[i].name, name)) return i;
  }
  throw Error(say("表样里没有名为“{}”的工作表；请检查表样。",
                  "The template has no sheet named \"{}\"; check the template.", name));
}

void Patcher::resize_block(std::size_t sheet, RowSpan block, int count) {
  if (block.first < 0 || block.last < block.first || count < 1) {
    throw Error(say("变长块的行 {}:{} 不能改为 {} 行；至少要有一行。",
                    "The block of rows {}:{} cannot be made {} rows; it needs at least one.",
                    block.first + 1, block.last + 1, count));
  }
  impl_->resize(sheet, RowMove{block, count});
}

void Patcher::set_number(std::size_t sheet, CellRef cell, const Decimal& value) {
  impl_->put(sheet, cell, {"", number_text(value), ""});
}

void Patcher::set_text(std::size_t sheet, CellRef cell, std::string_view text) {
  if (text.empty()) return clear(sheet, cell);
  auto& strings = impl_->strings;
  if (!strings) {
    const auto& part = impl_->book.shared_strings;
    strings.emplace(part.empty() ? "" : impl_->package.read(part));
  }
  impl_->put(sheet, cell, {"s", std::to_string(strings->add(text)), ""});
}

bool is_error(std::string_view code) {
  static constexpr std::string_view kErrors[] = {"#NULL!", "#DIV/0!", "#VALUE!", "#REF!",
                                                 "#NAME?", "#NUM!",   "#N/A"};
  return std::find(std::begin(kErrors), std::end(kErrors), code) != std::end(kErrors);
}

void Patcher::set_error(std::size_t sheet, CellRef cell, std::string_view code) {
  impl_->put(sheet, cell, {"e", std::string(code), ""});
}

void Patcher::set_formula(std::size_t sheet, CellRef cell, std::string_view formula,
                          const CachedValue& value) {
  if (formula.empty() || utf16_units(formula) > kMaxFormulaUnits) {
    throw Error(
        say("表样“{}”的 {} 单元格要写入的公式是空的或超过 8192 个字，请简化映射中的表达式。",
            "The formula for cell {1} of the template's sheet \"{0}\" is empty or longer than 8192 "
            "characters; "
            "simplify the expression in the mapping.",
            impl_->name(sheet), to_string(cell)));
  }
  CellContent content{"", "", std::string(formula)};
  if (const auto* number = std::get_if<Decimal>(&value)) {
    content.value = number_text(*number);
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    content.type = "str";
    content.value = stored_text(*text);
  } else {
    content.type = "b";
    content.value = std::get<bool>(value) ? "1" : "0";
  }
  impl_->put(sheet, cell, content);
}

void Patcher::clear(std::size_t sheet, CellRef cell) {
  impl_->put(sheet, cell, {});
}

bool Patcher::has_formula(std::size_t sheet, CellRef cell) const {
  return impl_->sheet(sheet).formula(cell).has_value();
}

void Patcher::merge(std::size_t sheet, CellRange range) {
  if (range.first == range.last) return;
  auto& tree = impl_->sheet(sheet);
  std::vector<CellRange> merges;
  for (const auto& other : tree.merges()) {
    if (range.contains(other.first) && range.contains(other.last)) continue;
    const bool apart = other.last.row < range.first.row || other.first.row > range.last.row ||
                       other.last.col < range.first.col || other.first.col > range.last.col;
    if (!apart) {
      throw Error(say("表样“{}”不能合并 {}：它与已合并的 {} 相交；请检查表样。",
                      "Cells {1} of the template's sheet \"{0}\" cannot be merged: they cut into "
                      "{2}; check the template.",
                      impl_->name(sheet), to_string(range), to_string(other)));
    }
    merges.push_back(other);
  }
  merges.push_back(range);
  for (int row = range.first.row; row <= range.last.row; ++row) {
    for (int col = range.first.col; col <= range.last.col; ++col) {
      if (CellRef{row, col} != range.first) impl_->put(sheet, {row, col}, {});
    }
  }
  tree.set_merges(std::move(merges));
}

void Patcher::unmerge(std::size_t sheet, CellRange range) {
  auto& tree = impl_->sheet(sheet);
  auto merges = tree.merges();
  std::erase_if(merges, [&](const CellRange& m) {
    return range.contains(m.first) && range.contains(m.last);
  });
  tree.set_merges(std::move(merges));
}

void Patcher::raise_row(std::size_t sheet, int row, double points) {
  auto& tree = impl_->sheet(sheet);
  if (points > tree.row_height(row)) tree.set_row_height(row, std::min(points, kMaxRowHeight));
}

double Patcher::row_height(std::size_t sheet, int row) const {
  return impl_->sheet(sheet).row_height(row);
}
double Patcher::column_width(std::size_t sheet, int col) const {
  return impl_->sheet(sheet).column_width(col);
}

CellRange Patcher::extent(std::size_t sheet, CellRef cell) const {
  for (const auto& merge : impl_->sheet(sheet).merges()) {
    if (merge.contains(cell)) return merge;
  }
  return {cell, cell};
}

CellLook Patcher::look(std::size_t sheet, CellRef cell) const {
  const auto style = impl_->sheet(sheet).style(cell);
  return style < impl_->looks.size() ? impl_->looks[style] : CellLook{};
}

std::string Patcher::package() {
  return impl_->finish();
}

}  // namespace huizong::xlsx
