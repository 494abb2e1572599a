#include "mapping/extract.h"

#include <algorithm>

#include "base/text.h"
#include "mapping/align.h"
#include "mapping/read/alignment_findings.h"
#include "mapping/read/cell_reading.h"
#include "mapping/read/form_identity.h"
#include "mapping/read/form_money.h"
#include "mapping/place/label_key.h"
#include "mapping/place/sheet_grid.h"

namespace huizong::mapping {
namespace {

using model::FieldType;
using model::Figure;

/// The figure of a weight that stands behind a label: 一级指标.权重.
const char* const kWeight = ".权重";

class Extractor {
 public:
  Extractor(const Mapping& mapping, const xlsx::Workbook& workbook, std::size_t sheet,
            const std::string& file, const ExtractContext& context)
      : mapping_(mapping),
        workbook_(workbook),
        grid_(workbook.sheets[sheet]),
        context_(context),
        places_(align(mapping, workbook.sheets[sheet], context.year)),
        money_(mapping, places_, workbook.sheets[sheet]) {
    out_.submission.file = file;
    out_.submission.sheet = grid_.sheet().name;
  }

  Extracted extract() {
    for (const Field& field : mapping_.fields) read_field(field);
    for (const Grid& grid : mapping_.grids) read_grid(grid);
    for (const TableBlock& table : mapping_.tables) read_table(table);
    for (model::Finding& f : alignment_findings(mapping_, places_))
      out_.findings.push_back(std::move(f));
    for (model::Finding& f : money_findings(mapping_, money_))
      out_.findings.push_back(std::move(f));
    identify(out_, mapping_, context_, title_year());
    check_magnitude(out_, mapping_, context_);
    sign();
    return std::move(out_);
  }

 private:
  Location place(std::optional<CellRef> cell) const {
    return {out_.submission.file, grid_.sheet().name, cell};
  }
  CellDue due(const std::string& path, const Typing& typing, model::MoneyUnit written_in) const;
  void add_finding(const std::string& rule, Severity level, const std::string& field,
                   std::optional<CellRef> cell, Message message,
                   std::vector<model::Clue> clues = {});
  void remark(const CellReading& reading, const std::string& path, CellRef cell);
  Figure figure(const std::string& name, const std::string& path, CellRef cell,
                const xlsx::Cell* content, const CellDue& due, bool required);
  Figure weight_of(Figure& label) const;
  void require(const Figure& figure, const std::string& path);

  void read_field(const Field& field);
  void read_pattern(const Field& field, CellRef cell, Figure& whole);
  void read_grid(const Grid& grid);
  void read_table(const TableBlock& table);
  model::TableRow read_row(const TableBlock& table, const Alignment::TablePlaces& at, int row,
                           const model::TableRow* above);

  std::optional<Figure> title_year() const;
  void sign();

  const Mapping& mapping_;
  const xlsx::Workbook& workbook_;
  SheetGrid grid_;
  const ExtractContext& context_;
  Alignment places_;
  FormMoney money_;
  Extracted out_;
};

CellDue Extractor::due(const std::string& path, const Typing& typing,
                       model::MoneyUnit written_in) const {
  const auto& derived = mapping_.definitions.derived;
  const bool computed = std::any_of(derived.begin(), derived.end(),
                                    [&](const formula::Derived& d) { return d.reported == path; });
  return {path, typing.type, typing.percent_scale, written_in, mapping_.money, computed};
}

void Extractor::add_finding(const std::string& rule, Severity level, const std::string& field,
                            std::optional<CellRef> cell, Message message,
                            std::vector<model::Clue> clues) {
  model::Finding f;
  f.rule = mapping_.id() + rule;
  f.level = level;
  f.field = field;
  f.place = place(cell);
  f.message = std::move(message);
  f.clues = std::move(clues);
  out_.findings.push_back(std::move(f));
}

void Extractor::remark(const CellReading& reading, const std::string& path, CellRef cell) {
  if (!reading.remark) return;
  add_finding("-T-" + path, reading.remark->level, path, cell, reading.remark->message,
              reading.remark->clues);
  out_.findings.back().reported = reading.value;
}

Figure Extractor::figure(const std::string& name, const std::string& path, CellRef cell,
                         const xlsx::Cell* content, const CellDue& what, bool required) {
  const CellReading reading = read_cell(workbook_, content, what, mapping_.not_applicable);
  remark(reading, path, cell);
  Figure f;
  f.field = name;
  f.type = what.type;
  f.value = reading.value;
  f.raw = reading.raw;
  f.place = place(cell);
  f.required = required;
  f.shown_decimals = reading.shown_decimals;
  return f;
}

/// Takes the weight out of a label's text.
Figure Extractor::weight_of(Figure& label) const {
  Figure weight;
  weight.field = label.field + kWeight;
  weight.type = FieldType::Score;
  weight.place = label.place;
  const std::string* text = model::text(label.value);
  if (!text) return weight;
  const LabelAndWeight parts = split_label_weight(*text);
  label.value = parts.label;
  if (!parts.weight) return weight;
  weight.value = *parts.weight;
  weight.raw = parts.weight_text;
  weight.shown_decimals = parts.weight->decimals();
  return weight;
}

void Extractor::require(const Figure& f, const std::string& path) {
  if (!f.required) return;
  const auto* blank = std::get_if<model::Blank>(&f.value);
  model::CheckCount& count = out_.checks[mapping_.id() + "-R-" + path];
  if (!blank || blank->not_applicable) {
    ++count.passed;
    return;
  }
  ++count.failed;
  add_finding("-R-" + path, Severity::Error, path, f.place.cell,
              say("“{}”未填，这一项必须填写。", "{} is blank; it must be filled in.", path));
}

// Single cells.

void Extractor::read_field(const Field& field) {
  const auto at = places_.fields.find(field.name);
  if (at == places_.fields.end()) {
    if (field.required) ++out_.checks[mapping_.id() + "-R-" + field.name].unchecked;
    return;
  }
  const xlsx::Cell* content = grid_.seen_at(at->second);
  Typing typing = field.typing;
  const bool part_only = !field.patterns.empty() && field.patterns.front().names().size() == 1 &&
                         field.patterns.front().names().front().empty();
  if (!field.patterns.empty()) typing.type = FieldType::Text;  // the part is typed, not the whole
  Figure whole = figure(field.name, field.name, at->second, content,
                        due(field.name, typing, money_.of_field(field.name)), field.required);
  if (!field.patterns.empty()) read_pattern(field, at->second, whole);
  if (part_only || field.patterns.empty()) whole.type = field.typing.type;
  if (whole.type == FieldType::LabelWeight) {
    Figure weight = weight_of(whole);
    out_.submission.figures[weight.field] = weight;
  }
  require(whole, field.name);
  out_.submission.figures[field.name] = std::move(whole);
}

/// Puts the pattern's part in place of the whole text; named parts become figures of their own.
void Extractor::read_pattern(const Field& field, CellRef cell, Figure& whole) {
  const std::vector<std::string>& names = field.patterns.front().names();
  const bool named = !names.front().empty();
  const std::string* text = model::text(whole.value);
  std::optional<std::vector<std::string>> parts;
  for (const Pattern& pattern : field.patterns) {
    if (text && !parts) parts = pattern.match(*text);
  }
  if (named) {
    for (std::size_t i = 0; i < names.size(); ++i) {
      Figure part = whole;
      part.field = field.name + "." + names[i];
      part.type = FieldType::Text;
      part.required = false;
      part.raw = parts ? (*parts)[i] : "";
      part.value = part.raw.empty() ? model::Value(model::Blank{}) : model::Value(part.raw);
      out_.submission.figures[part.field] = std::move(part);
    }
  }
  if (!text) return;
  model::CheckCount& count = out_.checks[mapping_.id() + "-P-" + field.name];
  const Pattern& first = field.patterns.front();
  if (!parts) {
    std::vector<std::string> dots(names.size(), "……");
    // A form that does not say its year is of the job's; what names its year differently is read
    // all the same.
    const bool bare_year = field.typing.type == FieldType::Year;
    ++(bare_year ? count.not_applicable : count.failed);
    if (!bare_year)
      add_finding("-P-" + field.name, named ? Severity::Error : Severity::Note, field.name, cell,
                  named ? say("这里应写成“{}”的样子，现为“{}”，没有拆开读取，请改填。",
                              "This should read like \"{}\" but is \"{}\"; its parts were not "
                              "read. Correct it.",
                              first.fill(dots), whole.raw)
                        : say("这里应写成“{}”的样子，现为“{}”，已把整格当作所填内容读取。",
                              "This should read like \"{}\" but is \"{}\"; the whole cell was read "
                              "as what was entered.",
                              first.fill(dots), whole.raw));
  } else {
    ++count.passed;
  }
  if (named) return;
  std::string part = parts ? parts->front() : *text;
  const bool open_year = fold_width(part).find_first_not_of("_Xx*- ") == std::string::npos;
  if (field.typing.type == FieldType::Year && (!parts || open_year)) part.clear();
  const CellReading reading = read_part(
      part, due(field.name, field.typing, money_.of_field(field.name)), mapping_.not_applicable);
  remark(reading, field.name, cell);
  whole.value = reading.value;
  whole.shown_decimals = reading.shown_decimals;
}

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
    return;
  }
  model::Table read{table.name, {}};
  for (const int row : at->second.rows)
    read.rows.push_back(
        read_row(table, at->second, row, read.rows.empty() ? nullptr : &read.rows.back()));
  for (const model::TableRow& row : read.rows) {
    if (!row.has_figure) continue;
    for (const Column& column : table.columns)
      require(row.columns.at(column.name), table.name + "." + column.name);
  }
  out_.submission.tables[table.name] = std::move(read);
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
  return read;
}

/// The year that a title or the line below it gives, where no field takes it: the label above all
/// blocks that names the year of the form.
std::optional<Figure> Extractor::title_year() const {
  int first_input = kMaxRows;
  for (const Field& field : mapping_.fields) first_input = std::min(first_input, field.cell.row);
  for (const Grid& grid : mapping_.grids) {
    for (const Grid::Line& line : grid.rows) first_input = std::min(first_input, line.at);
  }
  for (const TableBlock& table : mapping_.tables)
    first_input = std::min(first_input, table.first_row);
  for (const auto& [own, theirs] : places_.labels) {
    const std::string text = grid_.text_at(theirs);
    const auto year = year_in(text);
    if (own.row >= first_input || !year || fold_label(text).find("年度") == std::string::npos)
      continue;
    Figure figure;
    figure.field = "年度";
    figure.type = FieldType::Year;
    figure.value = Decimal(*year);
    figure.raw = text;
    figure.place = place(theirs);
    return figure;
  }
  return std::nullopt;
}

// What is said about the whole.

/// Every finding names the unit, the form and the sheet; they stand in reading order.
void Extractor::sign() {
  const model::Submission& s = out_.submission;
  for (model::Finding& f : out_.findings) {
    f.unit = {s.key.unit, s.unit_name};
    f.item = s.key.item;
    f.form = mapping_.id();
    f.place = place(f.place.cell);
  }
  std::stable_sort(
      out_.findings.begin(), out_.findings.end(),
      [](const model::Finding& a, const model::Finding& b) {
        return a.place.cell.value_or(CellRef{-1, -1}) < b.place.cell.value_or(CellRef{-1, -1});
      });
}

}  // namespace

Extracted extract(const Mapping& mapping, const xlsx::Workbook& workbook, std::size_t sheet,
                  const std::string& file, const ExtractContext& context) {
  return Extractor(mapping, workbook, sheet, file, context).extract();
}

}  // namespace huizong::mapping
