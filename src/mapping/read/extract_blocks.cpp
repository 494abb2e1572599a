// Reads fixed and variable blocks, cell by cell where they were placed.

#include <algorithm>

#include "base/text.h"
#include "mapping/read/extractor.h"
#include "mapping/read/label_weight.h"

namespace huizong::mapping {

using model::FieldType;
using model::Figure;

// Fixed blocks.

void Extractor::read_grid(const Grid& grid) {
  const auto at = places_.grids.find(grid.name);
  const auto path = [&](std::size_t r, std::size_t c) {
    return grid.name + "." + grid.rows[r].name + "." + grid.cols[c].name;
  };
  if (at == places_.grids.end()) {
    for (std::size_t r = 0; grid.required && r < grid.rows.size(); ++r) {
      for (std::size_t c = 0; c < grid.cols.size(); ++c)
        ++out_.checks[mapping_.id() + "-R-" + path(r, c)].unchecked;
    }
    return;
  }
  const auto& [rows, cols] = at->second;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t c = 0; c < cols.size(); ++c) {
      const auto typing = grid.types.find(grid.cols[c].name);
      const Typing& type = typing == grid.types.end() ? grid.typing : typing->second;
      CellRef cell{rows[r], cols[c]};
      const CellRef first = grid_.extent(cell).first;
      // A merge over several crossings holds one figure, the first one's.
      const bool others = first != cell &&
                          std::find(rows.begin(), rows.end(), first.row) != rows.end() &&
                          std::find(cols.begin(), cols.end(), first.col) != cols.end();
      if (!others) cell = first;
      const CellDue what = due(path(r, c), type,
                               money_.of_crossing(grid.name, grid.rows[r].name, grid.cols[c].name));
      Figure f = figure(path(r, c), path(r, c), cell, others ? nullptr : grid_.seen_at(cell), what,
                        grid.required);
      if (!others) require(f, path(r, c));
      if (!others) check_choice(f, path(r, c), {grid.rows[r].at, grid.cols[c].at});
      out_.submission.figures[path(r, c)] = std::move(f);
    }
  }
}

// Variable blocks.

void Extractor::read_table(const TableBlock& table) {
  const auto at = places_.tables.find(table.name);
  if (at == places_.tables.end()) {
    for (const Column& column : table.columns) {
      if (column.required)
        ++out_.checks[mapping_.id() + "-R-" + table.name + "." + column.name].unchecked;
    }
    for (const SplitCode& code : table.codes) {
      if (code.required)
        ++out_.checks[mapping_.id() + "-R-" + table.name + "." + code.name].unchecked;
    }
    return;
  }
  model::Table read{table.name, {}};
  for (const int row : at->second.rows)
    read.rows.push_back(
        read_row(table, at->second, row, read.rows.empty() ? nullptr : &read.rows.back()));
  for (const model::TableRow& row : read.rows) {
    if (!row.has_figure) continue;
    for (const Column& column : table.columns) {
      const std::string path = table.name + "." + column.name;
      require(row.columns.at(column.name), path);
      check_choice(row.columns.at(column.name), path, {table.first_row, column.col});
    }
    for (const SplitCode& code : table.codes)
      require(row.columns.at(code.name), table.name + "." + code.name);
  }
  out_.submission.tables[table.name] = std::move(read);
}

/// 类、款、项 as one code, at the cell of its last part. A cell merged over several of them is one
/// part; 5 behind the first is 05.
static Figure whole_code(const TableBlock& table, const SplitCode& code,
                         const model::TableRow& row) {
  Figure whole;
  whole.field = code.name;
  whole.type = FieldType::Code;
  whole.required = code.required;
  std::string text;
  for (std::size_t i = code.first; i < code.first + code.count; ++i) {
    const Figure& part = row.columns.at(table.columns[i].name);
    if (whole.place.cell && !model::is_blank(whole.value) && part.place == whole.place) continue;
    if (whole.place.cell && model::is_blank(part.value)) continue;
    whole.place = part.place;
    if (model::is_blank(part.value)) continue;
    std::string digits(trimmed(model::to_string(part.value)));
    if (!text.empty() && digits.size() == 1) digits.insert(0, "0");
    text += digits;
    whole.raw += part.raw;
    whole.value = text;
    if (!model::text(part.value)) {  // an error of Excel's, or what could not be read
      whole.value = part.value;
      break;
    }
  }
  return whole;
}

model::TableRow Extractor::read_row(const TableBlock& table, const Alignment::TablePlaces& at,
                                    int row, const model::TableRow* above) {
  model::TableRow read;
  bool new_group = false;  // a column further left begins a new group here: what stood above does
                           // not reach into it
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Column& column = table.columns[i];
    const std::string path = table.name + "." + column.name;
    const CellRef cell{row, at.cols[i]};
    const CellRef first = grid_.extent(cell).first;
    const bool own =
        first.row == row && (first.col == cell.col ||
                             std::find(at.cols.begin(), at.cols.end(), first.col) == at.cols.end());
    const xlsx::Cell* content = own ? grid_.seen_at(cell) : nullptr;
    Figure f = figure(column.name, path, own ? first : cell, content,
                      due(path, column.typing, money_.of_column(table.name, column.name)),
                      column.required);
    Figure weight;
    const bool weighted = column.typing.type == FieldType::LabelWeight;
    if (weighted) weight = weight_of(f);
    if (weighted && content && model::is_blank(weight.value)) expect_weight(table, column, f);
    if (column.fill_down) {
      if (content) new_group = true;
      if (!content && above && !new_group) {
        f = above->columns.at(column.name);
        if (weighted) weight = above->columns.at(column.name + kWeight);
      }
    } else if (!model::is_blank(f.value)) {
      read.has_figure = true;
    }
    if (weighted) read.columns[weight.field] = std::move(weight);
    read.columns[column.name] = std::move(f);
  }
  for (const SplitCode& code : table.codes) read.columns[code.name] = whole_code(table, code, read);
  return read;
}

/// The form prints the points behind this name and the unit left them out: the sum over the name's
/// rows cannot be checked against them.
void Extractor::expect_weight(const TableBlock& table, const Column& column, const Figure& label) {
  const std::string* name = model::text(label.value);
  if (!name) return;
  for (const xlsx::Cell& cell : mapping_.blank_of(form_).cells) {
    const bool in_block = cell.ref.col == column.col && cell.ref.row >= table.first_row &&
                          cell.ref.row <= table.last_row && cell.type == xlsx::CellType::Text;
    if (!in_block) continue;
    const LabelAndWeight printed = split_label_weight(cell.text);
    if (!printed.weight || printed.label != *name) continue;
    const std::string path = table.name + "." + column.name;
    return add_finding(
        "-T-" + path, Severity::Note, path, label.place.cell,
        say("表样在“{0}”后标注分值（{1}分），这里没有标注，所属各指标的分值之和无从核对；"
            "请照表样标注。",
            "The template gives the points behind \"{0}\" ({1}); they are missing "
            "here, so that the sum of its indicators' points cannot be checked. Give "
            "them as on the template.",
            printed.label, printed.weight_text));
  }
}

}  // namespace huizong::mapping
