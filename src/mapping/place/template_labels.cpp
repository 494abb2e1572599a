#include "mapping/place/template_labels.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "mapping/place/label_key.h"

namespace huizong::mapping {
namespace {

constexpr int kShortestLiteral = 2;  // characters: "-" or ":" alone tells no place
constexpr int kShortestTitle = 4;

std::string longest_literal(const Field& field) {
  std::string longest;
  for (const Pattern& pattern : field.patterns) {
    for (const std::string& literal : pattern.literals()) {
      const std::string folded = fold_label(literal);
      if (folded.size() > longest.size()) longest = folded;
    }
  }
  return char_count(longest) >= kShortestLiteral ? longest : "";
}

std::vector<int> columns_of(const std::vector<Grid::Line>& lines) {
  std::vector<int> cols;
  for (const Grid::Line& line : lines) cols.push_back(line.at);
  return cols;
}

std::vector<int> columns_of(const TableBlock& table) {
  std::vector<int> cols;
  for (const Column& column : table.columns) cols.push_back(column.col);
  return cols;
}

}  // namespace

TemplateLabels::TemplateLabels(const Mapping& mapping, const SheetForm& form)
    : mapping_(mapping),
      form_(form),
      grid_(mapping.blank_of(form)),
      year_(year_of(mapping.blank_of(form))) {
  collect_inputs();
  collect_labels();
  find_field_labels();
  find_grid_labels();
  find_table_labels();
  mark_needed();
}

void TemplateLabels::collect_inputs() {
  for (const Grid& g : form_.grids) {
    for (const Grid::Line& row : g.rows) {
      for (const Grid::Line& col : g.cols) own_inputs_[grid_.extent({row.at, col.at}).first] = -1;
    }
  }
  for (std::size_t i = 0; i < form_.fields.size(); ++i)
    own_inputs_[grid_.extent(form_.fields[i].cell).first] = static_cast<int>(i);
}

bool TemplateLabels::is_input(CellRef ref) const {
  if (own_inputs_.contains(ref)) return true;
  const auto has_row = [&](const auto& block) {
    return ref.row >= block.first_row && ref.row <= block.last_row;
  };
  return std::any_of(form_.tables.begin(), form_.tables.end(), has_row) ||
         std::any_of(form_.prose.begin(), form_.prose.end(), [&](const Prose& p) {
           return has_row(p) && (!p.one_cell || p.col == ref.col);
         });
}

void TemplateLabels::collect_labels() {
  for (const xlsx::Cell& cell : grid_.sheet().cells) {
    if (cell.type != xlsx::CellType::Text || trimmed(cell.text).empty()) continue;
    Label label{grid_.extent(cell.ref), cell.text, {}, nullptr, "", {}, false};
    if (label.extent.first != cell.ref) continue;
    const std::string key = label_key(cell.text, year_);
    const auto own = own_inputs_.find(cell.ref);
    if (own != own_inputs_.end() && own->second >= 0) {
      const Field& field = form_.fields[static_cast<std::size_t>(own->second)];
      label.literal = longest_literal(field);
      // （2021年度） under a title is found by its words although its year is read.
      const bool year_text = field.typing.type == model::FieldType::Year && field.patterns.empty();
      if (label.literal.empty() && !year_text) continue;
      label.field = &field;
      if (year_text) label.keys.push_back(key);
    } else if (is_input(cell.ref)) {
      continue;
    } else {
      label.keys.push_back(key);
    }
    labels_.push_back(std::move(label));
  }
  // A pattern field whose template cell is empty is found by its fixed words all the same.
  for (const Field& field : form_.fields) {
    const CellRange extent = grid_.extent(field.cell);
    const bool there = std::any_of(labels_.begin(), labels_.end(),
                                   [&](const Label& l) { return l.cell() == extent.first; });
    const std::string literal = longest_literal(field);
    if (!there && !literal.empty()) labels_.push_back({extent, "", {}, &field, literal, {}, false});
  }
  // A title whose year was left out is the title still: of {}年度自评表 what comes after the year.
  for (Label& label : labels_) {
    if (!label.field || label.field->typing.type != model::FieldType::Year) continue;
    std::string_view rest = label.literal;
    for (const std::string_view word : {"年", "度"}) {
      if (rest.substr(0, word.size()) == word) rest.remove_prefix(word.size());
    }
    if (char_count(rest) < kShortestTitle) continue;
    label.keys.push_back(label_key(rest, year_));
    label.title_words.emplace_back(rest);
    const std::string title = fold_label(mapping_.title());
    if (char_count(title) >= kShortestTitle && rest.find(title) != std::string_view::npos)
      label.title_words.push_back(title);
  }
  std::sort(labels_.begin(), labels_.end(),
            [](const Label& a, const Label& b) { return a.cell() < b.cell(); });
  for (std::size_t i = 0; i < labels_.size(); ++i)
    by_cell_[labels_[i].cell()] = static_cast<int>(i);
}

int TemplateLabels::covering(CellRef ref) const {
  const auto it = by_cell_.find(grid_.extent(ref).first);
  return it == by_cell_.end() ? -1 : it->second;
}

std::set<std::string> TemplateLabels::keys() const {
  std::set<std::string> keys;
  for (const Label& label : labels_) keys.insert(label.keys.begin(), label.keys.end());
  return keys;
}

void TemplateLabels::add_key(int index, const std::string& text, bool only_if_free) {
  if (index < 0) return;
  const std::string key = label_key(text, year_);
  if (key.empty()) return;
  if (only_if_free) {
    for (const Label& other : labels_) {
      if (std::find(other.keys.begin(), other.keys.end(), key) != other.keys.end()) return;
    }
  }
  auto& keys = labels_[static_cast<std::size_t>(index)].keys;
  if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
}

void TemplateLabels::find_field_labels() {
  for (const Field& field : form_.fields) {
    FieldLabels found;
    const CellRange extent = grid_.extent(field.cell);
    found.own = covering(extent.first);
    if (extent.first.col > 0) {
      const int left = covering({extent.first.row, extent.first.col - 1});
      if (left >= 0 && label(left).cell().row == extent.first.row && !label(left).field)
        found.left = left;
    }
    for (int row = extent.first.row - 1; row >= 0; --row) {
      const int above = covering({row, extent.first.col});
      if (above < 0) continue;
      // A title with a part to fill in is a heading still, by its fixed words.
      const bool fixed = !label(above).field || !label(above).literal.empty();
      if (label(above).cell().col == extent.first.col && fixed) found.above = above;
      break;
    }
    fields.push_back(found);
  }
}

Headings TemplateLabels::headings_above(int first_row, const std::vector<int>& cols) const {
  Headings found;
  found.stacks.resize(cols.size());
  for (int row = first_row - 1; row >= 0; --row) {
    bool any = false;
    bool input = false;
    for (const int col : cols) {
      const CellRef first = grid_.extent({row, col}).first;
      any = any || by_cell_.contains(first);
      input = input || is_input(first);
    }
    if (!any || input) break;
    found.rows.push_back(row);
    for (std::size_t i = 0; i < cols.size(); ++i) {
      const int above = covering({row, cols[i]});
      auto& stack = found.stacks[i];
      if (above >= 0 && (stack.empty() || stack.back() != above)) stack.push_back(above);
    }
  }
  std::reverse(found.rows.begin(), found.rows.end());
  return found;
}

void TemplateLabels::find_grid_labels() {
  for (const Grid& g : form_.grids) {
    GridLabels found;
    const std::vector<int> cols = columns_of(g.cols);
    const int left_edge = cols.empty() ? 0 : *std::min_element(cols.begin(), cols.end());
    int first_row = kMaxRows;
    for (const Grid::Line& line : g.rows) {
      first_row = std::min(first_row, line.at);
      int nearest = -1;
      for (int col = g.unlabelled ? -1 : left_edge - 1; col >= 0 && nearest < 0; --col) {
        const CellRef first = grid_.extent({line.at, col}).first;
        if (is_input(first)) break;  // the other side of a two-sided form
        const int candidate = covering({line.at, col});
        if (candidate >= 0 && first.row == line.at)
          nearest = candidate;  // a label over several rows names none of them
      }
      found.lines.push_back(nearest);
    }
    found.headings = headings_above(first_row, cols);
    for (std::size_t i = 0; i < g.rows.size(); ++i) {
      for (const std::string& alias : g.rows[i].aliases) add_key(found.lines[i], alias, false);
    }
    for (std::size_t i = 0; i < g.cols.size(); ++i) {
      const auto& stack = found.headings.stacks[i];
      const int heading = stack.empty() ? -1 : stack.front();
      for (const std::string& alias : g.cols[i].aliases) add_key(heading, alias, false);
    }
    grids.push_back(std::move(found));
  }
  // A line's own name in the mapping is one more word for it, unless some label says just that.
  for (std::size_t k = 0; k < grids.size(); ++k) {
    const Grid& g = form_.grids[k];
    for (std::size_t i = 0; i < g.rows.size(); ++i)
      add_key(grids[k].lines[i], g.rows[i].name, true);
    for (std::size_t i = 0; i < g.cols.size(); ++i) {
      const auto& stack = grids[k].headings.stacks[i];
      if (!stack.empty() && label(stack.front()).cell().col == g.cols[i].at)
        add_key(stack.front(), g.cols[i].name, true);
    }
  }
}

void TemplateLabels::find_table_labels() {
  for (const TableBlock& table : form_.tables) {
    TableLabels found;
    found.headings = headings_above(table.first_row, columns_of(table));
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const auto& stack = found.headings.stacks[i];
      if (!stack.empty() && label(stack.front()).cell().col == table.columns[i].col)
        add_key(stack.front(), table.columns[i].name, true);
    }
    if (table.end.kind == TableEnd::Kind::Text) {
      for (std::size_t i = 0; i < labels_.size() && found.end < 0; ++i) {
        const Label& l = labels_[i];
        const bool in_column =
            l.extent.first.col <= table.end.col && table.end.col <= l.extent.last.col;
        const bool says_so = !l.keys.empty() && l.keys.front() == label_key(table.end.text, year_);
        if (l.cell().row > table.last_row && in_column && says_so) found.end = static_cast<int>(i);
      }
    }
    tables.push_back(std::move(found));
  }
}

void TemplateLabels::mark_needed() {
  const auto mark = [&](int i) {
    if (i >= 0) labels_[static_cast<std::size_t>(i)].needed = true;
  };
  const auto mark_headings = [&](const Headings& h) {
    for (const auto& stack : h.stacks) std::for_each(stack.begin(), stack.end(), mark);
  };
  for (const FieldLabels& f : fields) {
    mark(f.own);
    mark(f.left);
    if (f.own < 0 && f.left < 0) mark(f.above);
  }
  for (const GridLabels& g : grids) {
    std::for_each(g.lines.begin(), g.lines.end(), mark);
    mark_headings(g.headings);
  }
  for (const TableLabels& t : tables) {
    mark(t.end);
    mark_headings(t.headings);
  }
  // A field without a label of its own (the total under a column) lives in a row that some other
  // label names.
  for (const Field& field : form_.fields) {
    for (Label& l : labels_)
      l.needed = l.needed || l.cell().row == grid_.extent(field.cell).first.row;
  }
  for (std::size_t i = 0; i < labels_.size(); ++i) {
    const int row = labels_[i].cell().row;
    if (rows_.empty() || rows_.back().row != row) {
      rows_.push_back({row, {}, false, 0});
      for (const TableBlock& t : form_.tables) rows_.back().segment += t.last_row < row;
      for (const Prose& p : form_.prose) rows_.back().segment += !p.one_cell && p.last_row < row;
    }
    rows_.back().labels.push_back(static_cast<int>(i));
    rows_.back().needed = rows_.back().needed || labels_[i].needed;
  }
}

}  // namespace huizong::mapping
