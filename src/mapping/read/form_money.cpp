#include "mapping/read/form_money.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "mapping/has_money.h"
#include "mapping/place/template_labels.h"

namespace huizong::mapping {

/// A block of the mapping that holds money, and where its figures stand on the template and on the
/// sheet.
struct FormMoney::MoneyBlock {
  std::string name;
  int first_row = 0, last_row = 0;  ///< of the template, headings included
  int first_col = 0;
  int top = 0;  ///< first row of figures on the sheet
};

namespace {

using MoneyBlock = FormMoney::MoneyBlock;
constexpr std::string_view kUnitWord = "单位:";
const std::string kColumn = "|";  ///< before a column's name, so that no line is taken for it

using model::MoneyUnit;

void drop_front(std::string_view& text, std::string_view word) {
  if (text.substr(0, word.size()) == word) text.remove_prefix(word.size());
}

/// "万元", with nothing behind it but what closes a remark.
std::optional<MoneyUnit> unit_at_front(std::string_view text) {
  drop_front(text, "人民币");
  const std::size_t end = std::min(text.find_first_of("),;"), text.size());
  return model::parse_money_unit(text.substr(0, end));
}

std::vector<MoneyBlock> money_blocks(const SheetForm& form, const TemplateLabels& labels,
                                     const Alignment& alignment) {
  std::vector<MoneyBlock> blocks;
  const auto top_heading = [](const Headings& headings, int otherwise) {
    return headings.rows.empty() ? otherwise : headings.rows.front();
  };
  for (std::size_t i = 0; i < form.grids.size(); ++i) {
    const Grid& grid = form.grids[i];
    const auto placed = alignment.grids.find(grid.name);
    if (placed == alignment.grids.end() || !has_money(grid) || grid.rows.empty()) continue;
    MoneyBlock block{grid.name, kMaxRows, 0, kMaxCols, placed->second.rows.front()};
    for (const Grid::Line& line : grid.rows) {
      block.first_row = std::min(block.first_row, line.at);
      block.last_row = std::max(block.last_row, line.at);
    }
    for (const Grid::Line& line : grid.cols) block.first_col = std::min(block.first_col, line.at);
    block.first_row = top_heading(labels.grids[i].headings, block.first_row);
    blocks.push_back(block);
  }
  for (std::size_t i = 0; i < form.tables.size(); ++i) {
    const TableBlock& table = form.tables[i];
    const auto placed = alignment.tables.find(table.name);
    if (placed == alignment.tables.end() || !has_money(table) || placed->second.rows.empty())
      continue;
    MoneyBlock block{table.name, top_heading(labels.tables[i].headings, table.first_row),
                     table.last_row, kMaxCols, placed->second.rows.front()};
    for (const Column& column : table.columns)
      block.first_col = std::min(block.first_col, column.col);
    blocks.push_back(block);
  }
  for (const Field& field : form.fields) {
    const auto placed = alignment.fields.find(field.name);
    if (placed == alignment.fields.end() || !has_money(field)) continue;
    blocks.push_back(
        {field.name, field.cell.row, field.cell.row, field.cell.col, placed->second.row});
  }
  return blocks;
}

using Scope = std::pair<std::string, std::string>;

bool stands_in(int label, const std::vector<int>& list) {
  return std::find(list.begin(), list.end(), label) != list.end();
}

/// The lines of money blocks, and single cells, that the label names.
std::vector<Scope> lines_named_by(int label, const SheetForm& form, const TemplateLabels& labels,
                                  const std::vector<MoneyBlock>& blocks) {
  const auto is_money = [&](const std::string& name) {
    return std::any_of(blocks.begin(), blocks.end(),
                       [&](const MoneyBlock& b) { return b.name == name; });
  };
  std::vector<Scope> lines;
  for (std::size_t i = 0; i < form.grids.size(); ++i) {
    const Grid& grid = form.grids[i];
    if (!is_money(grid.name)) continue;
    for (std::size_t k = 0; k < grid.cols.size(); ++k) {
      if (stands_in(label, labels.grids[i].headings.stacks[k]))
        lines.emplace_back(grid.name, kColumn + grid.cols[k].name);
    }
    for (std::size_t k = 0; k < grid.rows.size(); ++k) {
      if (labels.grids[i].lines[k] == label) lines.emplace_back(grid.name, grid.rows[k].name);
    }
  }
  for (std::size_t i = 0; i < form.tables.size(); ++i) {
    const TableBlock& table = form.tables[i];
    if (!is_money(table.name)) continue;
    for (std::size_t k = 0; k < table.columns.size(); ++k) {
      if (stands_in(label, labels.tables[i].headings.stacks[k]))
        lines.emplace_back(table.name, kColumn + table.columns[k].name);
    }
  }
  for (std::size_t i = 0; i < form.fields.size(); ++i) {
    const FieldLabels& f = labels.fields[i];
    const bool its_own = f.left == label || (f.left < 0 && f.above == label);
    if (is_money(form.fields[i].name) && its_own) lines.emplace_back(form.fields[i].name, "");
  }
  return lines;
}

/// A label beside a block, 资金情况（万元）, speaks for the nearest block on its right.
const MoneyBlock* block_beside(const CellRange& label, const std::vector<MoneyBlock>& blocks) {
  const MoneyBlock* nearest = nullptr;
  for (const MoneyBlock& b : blocks) {
    const bool level = label.first.row <= b.last_row && label.last.row >= b.first_row;
    if (!level || b.first_col <= label.last.col) continue;
    if (!nearest || b.first_col < nearest->first_col) nearest = &b;
  }
  return nearest;
}

}  // namespace

std::optional<MoneyUnit> money_unit_in(std::string_view text) {
  const std::string folded = fold_label(text);
  const std::string_view label = folded;
  if (const std::size_t at = label.rfind(kUnitWord); at != std::string_view::npos)
    return unit_at_front(label.substr(at + kUnitWord.size()));
  if (label.empty() || label.back() != ')') return std::nullopt;
  std::string_view inside = label.substr(
      label.rfind('(') == std::string_view::npos ? label.size() : label.rfind('(') + 1);
  for (const std::string_view word : {"金额", "单位", ":"}) drop_front(inside, word);
  return unit_at_front(inside);
}

FormMoney::FormMoney(const Mapping& mapping, const SheetForm& form, const Alignment& alignment,
                     const xlsx::Sheet& sheet)
    : money_(mapping.money) {
  const auto note = [&](const auto& block) {
    if (block.money && *block.money != money_) printed_[block.name] = *block.money;
  };
  std::for_each(form.fields.begin(), form.fields.end(), note);
  std::for_each(form.grids.begin(), form.grids.end(), note);
  std::for_each(form.tables.begin(), form.tables.end(), note);
  const TemplateLabels labels(mapping, form);
  const std::vector<MoneyBlock> blocks = money_blocks(form, labels, alignment);
  if (blocks.empty()) return;
  for (const auto& [own, theirs] : alignment.labels) {
    const auto unit = money_unit_in(sheet.text_at(theirs));
    const int label = labels.covering(own);
    if (!unit || label < 0) continue;
    const Said meant = meant_by(labels, label, *unit);
    const std::vector<Scope> lines = lines_named_by(label, form, labels, blocks);
    for (const Scope& line : lines) say(line, meant, theirs);
    const MoneyBlock* beside =
        lines.empty() ? block_beside(labels.label(label).extent, blocks) : nullptr;
    if (beside) say({beside->name, ""}, meant, theirs);
  }
  read_sheet_lines(labels, blocks, alignment, sheet);
  std::sort(others_.begin(), others_.end(),
            [](const OtherUnit& a, const OtherUnit& b) { return a.cell < b.cell; });
}

/// What the template says of itself is what the mapping says of it.
FormMoney::Said FormMoney::meant_by(const TemplateLabels& labels, int label, MoneyUnit unit) {
  return money_unit_in(labels.label(label).text) == unit ? Said{} : unit;
}

/// 单位：元 on a line of its own speaks for the blocks below it.
void FormMoney::read_sheet_lines(const TemplateLabels& labels,
                                 const std::vector<MoneyBlock>& blocks, const Alignment& alignment,
                                 const xlsx::Sheet& sheet) {
  constexpr int kAboveForm = 2;  // it may stand right above the first words that were recognised
  std::map<CellRef, CellRef> known;  // cell of the sheet -> label of the template
  int first = kMaxRows;
  for (const auto& [own, theirs] : alignment.labels) {
    known[theirs] = own;
    first = std::min(first, theirs.row);
  }
  int last = 0;
  for (const MoneyBlock& b : blocks) last = std::max(last, b.top);

  std::vector<std::pair<CellRef, Said>> lines;
  for (const xlsx::Cell& cell : sheet.cells) {
    if (cell.ref.row >= last) break;
    if (cell.ref.row < first - kAboveForm || cell.type != xlsx::CellType::Text) continue;
    if (fold_label(cell.text).find(kUnitWord) == std::string::npos) continue;
    const auto unit = money_unit_in(cell.text);
    if (!unit) continue;
    const auto own = known.find(cell.ref);
    if (own == known.end()) {
      lines.emplace_back(cell.ref, *unit);
      continue;
    }
    const bool of_block = std::any_of(blocks.begin(), blocks.end(), [&](const MoneyBlock& b) {
      return own->second.row >= b.first_row && own->second.row <= b.last_row;
    });
    if (!of_block)
      lines.emplace_back(cell.ref, meant_by(labels, labels.covering(own->second), *unit));
  }
  for (const MoneyBlock& b : blocks) {
    if (find({b.name, ""})) continue;  // the block says so itself
    const auto below = std::find_if(lines.begin(), lines.end(),
                                    [&](const auto& line) { return line.first.row >= b.top; });
    if (below != lines.begin())
      say({b.name, ""}, std::prev(below)->second, std::prev(below)->first);
  }
}

void FormMoney::say(const Scope& scope, Said said_there, CellRef cell) {
  const MoneyUnit own = printed(scope.first);
  const MoneyUnit unit = said_there.value_or(own);
  units_[scope] = unit;
  const bool said = std::any_of(others_.begin(), others_.end(),
                                [&](const OtherUnit& o) { return o.cell == cell; });
  if (unit != own && !said) others_.push_back({cell, unit, own, scope.first});
}

MoneyUnit FormMoney::printed(const std::string& block) const {
  const auto it = printed_.find(block);
  return it == printed_.end() ? money_ : it->second;
}

const MoneyUnit* FormMoney::find(const Scope& scope) const {
  const auto it = units_.find(scope);
  return it == units_.end() ? nullptr : &it->second;
}

MoneyUnit FormMoney::of_field(const std::string& field) const {
  const MoneyUnit* unit = find({field, ""});
  return unit ? *unit : printed(field);
}

MoneyUnit FormMoney::of_crossing(const std::string& grid, const std::string& row,
                                 const std::string& col) const {
  for (const Scope& scope : {Scope{grid, kColumn + col}, Scope{grid, row}, Scope{grid, ""}}) {
    if (const MoneyUnit* unit = find(scope)) return *unit;
  }
  return printed(grid);
}

MoneyUnit FormMoney::of_column(const std::string& table, const std::string& col) const {
  for (const Scope& scope : {Scope{table, kColumn + col}, Scope{table, ""}}) {
    if (const MoneyUnit* unit = find(scope)) return *unit;
  }
  return printed(table);
}

}  // namespace huizong::mapping
