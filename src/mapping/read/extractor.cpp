// What is read of any block: a figure out of its cell, and what there is to say
// about it.

#include "mapping/read/extractor.h"

#include <algorithm>

#include "mapping/read/alignment_findings.h"
#include "mapping/read/label_weight.h"
#include "mapping/read/unmapped_cells.h"

namespace huizong::mapping {

using model::FieldType;
using model::Figure;

Extractor::Extractor(const Mapping& mapping, const SheetForm& form, const xlsx::Workbook& workbook,
                     const xlsx::Sheet& sheet, const ExtractContext& context, Extracted& out)
    : mapping_(mapping),
      form_(form),
      workbook_(workbook),
      grid_(sheet),
      context_(context),
      places_(align(mapping, form, sheet, context.year)),
      money_(mapping, form, places_, sheet),
      out_(out),
      file_(out.submission.file),
      sheet_(sheet.name) {}

void Extractor::read() {
  const std::size_t before = out_.findings.size();
  for (const Field& field : form_.fields) read_field(field);
  for (const Grid& grid : form_.grids) read_grid(grid);
  for (const TableBlock& table : form_.tables) read_table(table);
  read_prose();
  for (model::Finding& f : alignment_findings(mapping_, places_))
    out_.findings.push_back(std::move(f));
  for (model::Finding& f : money_findings(mapping_, money_)) out_.findings.push_back(std::move(f));
  for (std::size_t i = before; i < out_.findings.size(); ++i)
    out_.findings[i].place = place(out_.findings[i].place.cell);
  const auto unmapped = unmapped_cells(mapping_, form_, places_, grid_, read_besides_);
  for (const CellRef cell : unmapped) out_.unmapped.push_back(place(cell));
}

CellDue Extractor::due(const std::string& path, const Typing& typing,
                       model::MoneyUnit written_in) const {
  const auto& derived = mapping_.definitions.derived;
  const bool computed = std::any_of(derived.begin(), derived.end(),
                                    [&](const formula::Derived& d) { return d.reported == path; });
  return {path,           typing.type, typing.percent_scale, written_in,
          mapping_.money, computed,    typing.options};
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

/// The value of a part of a cell's text, `figure.raw`. Its unit stands with the number, else in the
/// pattern, else in the words behind it; % may stand behind it too.
void Extractor::read_part_into(Figure& figure, const std::string& path, const PatternPart& part,
                               const std::string& words_behind, model::MoneyUnit unit) {
  if (figure.raw.empty()) {
    figure.value = model::Blank{};
    return;
  }
  std::string text = figure.raw;
  if (part.type == FieldType::Percent && words_behind.starts_with("%")) text += "%";
  const auto written = part.money ? part.money : money_at_front(words_behind);
  const CellReading reading =
      read_part(text, due(path, {part.type}, written.value_or(unit)), mapping_.not_applicable);
  remark(reading, path, *figure.place.cell);
  figure.type = part.type;
  figure.value = reading.value;
  figure.shown_decimals = reading.shown_decimals;
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

/// 选一项: what was read of the cell tells whether that is so.
void Extractor::check_choice(const Figure& f, const std::string& path) {
  if (f.type != FieldType::Choice || f.raw.empty()) return;
  const auto* wrong = model::not_available(f.value);
  const bool none = model::is_blank(f.value);
  if (none && f.required) return;  // said already
  model::CheckCount& count = out_.checks[mapping_.id() + "-C-" + path];
  if (!wrong && !none) {
    ++count.passed;
    return;
  }
  ++count.failed;
  const Message what = wrong ? wrong->why : Message{"一项也没有选", "no option is chosen"};
  add_finding("-C-" + path, Severity::Error, path, f.place.cell,
              say("“{0}”要选一项，现为“{1}”，{2}；请只在选中的一项旁打勾。",
                  "{0} is a choice; \"{1}\" stands here: {3}. Tick the one option.", path, f.raw,
                  what.zh, what.en));
}

void Extractor::require(const Figure& f, const std::string& path) {
  require(f, path, say("“{}”未填，这一项必须填写。", "{} is blank; it must be filled in.", path));
}

void Extractor::require(const Figure& f, const std::string& path, const Message& missing) {
  if (!f.required) return;
  const auto* blank = std::get_if<model::Blank>(&f.value);
  model::CheckCount& count = out_.checks[mapping_.id() + "-R-" + path];
  if (!blank || blank->not_applicable) {
    ++count.passed;
    return;
  }
  ++count.failed;
  add_finding("-R-" + path, Severity::Error, path, f.place.cell, missing);
}

}  // namespace huizong::mapping
