// Reads single cells: whole, by their pattern's parts, or a year out of a title.

#include "base/text.h"
#include "mapping/read/extractor.h"
#include "mapping/read/form_year.h"

namespace huizong::mapping {

using model::FieldType;
using model::Figure;

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
  const bool dated = field.typing.type == FieldType::Year && part_only;
  if (dated) read_year(field, at->second, whole);
  if (!field.patterns.empty() && !dated) read_pattern(field, at->second, whole);
  if (part_only || field.patterns.empty()) whole.type = field.typing.type;
  if (whole.type == FieldType::LabelWeight) {
    Figure weight = weight_of(whole);
    out_.submission.figures[weight.field] = weight;
  }
  if (field.typing.type == FieldType::Year && context_.year != 0) {
    require(whole, field.name,
            say("没有写明年度，请在 {} 写成“{}”。", "The year is not given; write {} as \"{}\".",
                to_string(at->second), year_as_issued(field, context_.year)));
  } else {
    require(whole, field.name);
  }
  check_choice(whole, field.name, field.cell);
  out_.submission.figures[field.name] = std::move(whole);
}

/// The year out of a title. Words around it that are not the form's do not hide it; a title that
/// leaves it open is dated by the row below.
void Extractor::read_year(const Field& field, CellRef cell, Figure& whole) {
  const std::string* text = model::text(whole.value);
  if (!text && !model::is_blank(whole.value)) return;  // an Excel error, said already
  const TitleYear title = text ? year_of_title(field, *text) : TitleYear{};
  model::CheckCount& count = out_.checks[mapping_.id() + "-P-" + field.name];
  whole.shown_decimals.reset();
  if (title.kind == TitleYear::Kind::Year) {
    whole.value = Decimal(title.year);
    ++(title.as_issued ? count.passed : count.failed);
    if (title.as_issued) return;
    const std::vector<std::string> dots = {"……"};
    add_finding("-P-" + field.name, Severity::Note, field.name, cell,
                say("这里应写成“{}”的样子，现为“{}”，已按 {} 年度读取。",
                    "This should read like \"{}\" but is \"{}\"; it was read as the year {}.",
                    field.patterns.front().fill(dots), whole.raw, std::to_string(title.year)));
    return;
  }
  ++count.not_applicable;
  if (title.kind == TitleYear::Kind::Unreadable) {
    const bool of_form = field.key == KeyPart::Year;  // identify() takes it out of the sums
    add_finding("-T-" + field.name, Severity::Error, field.name, cell,
                say("这里应填一个 1950—2100 年之间的年度，现为“{0}”，读不出是哪一年{1}；请在 {2} "
                    "写成“{3}”。",
                    "One year from 1950 to 2100 is due here but there is \"{0}\", which "
                    "tells no year{4}. Write {2} as \"{3}\".",
                    whole.raw, of_form ? "，没有计入汇总" : "", to_string(cell),
                    year_as_issued(field, context_.year),
                    of_form ? "; the form is kept out of the sums" : ""));
    out_.findings.back().reported = whole.value;
    return;
  }
  whole.value = model::Blank{};
  if (const auto below = year_below(grid_, cell)) {
    whole.value = Decimal(below->year);
    whole.raw = grid_.text_at(below->cell);
    whole.place = place(below->cell);
    read_besides_.push_back(below->cell);
  }
}

/// Puts the pattern's part in place of the whole text; named parts become figures of their own.
void Extractor::read_pattern(const Field& field, CellRef cell, Figure& whole) {
  const std::vector<std::string>& names = field.patterns.front().names();
  const bool named = !names.front().empty();
  const std::string* text = model::text(whole.value);
  std::optional<std::vector<std::string>> parts;
  const Pattern* fits = &field.patterns.front();
  for (const Pattern& pattern : field.patterns) {
    if (!text || parts) break;
    parts = pattern.match(*text);
    if (parts) fits = &pattern;
  }
  if (named) {
    for (std::size_t i = 0; i < names.size(); ++i) {
      const std::size_t at = fits->index_of(names[i]);
      Figure part = whole;
      part.field = field.name + "." + names[i];
      part.type = fits->parts()[at].type;
      part.required = false;
      part.raw = parts ? (*parts)[at] : "";
      read_part_into(part, part.field, fits->parts()[at], fold_label(fits->literals()[at + 1]),
                     money_.of_field(field.name));
      out_.submission.figures[part.field] = std::move(part);
    }
  }
  if (!text) return;
  model::CheckCount& count = out_.checks[mapping_.id() + "-P-" + field.name];
  const Pattern& first = field.patterns.front();
  if (!parts) {
    std::vector<std::string> dots(names.size(), "……");
    ++count.failed;
    add_finding("-P-" + field.name, named ? Severity::Error : Severity::Note, field.name, cell,
                named ? say("这里应写成“{}”的样子，现为“{}”，没有拆开读取，请改填。",
                            "This should read like \"{}\" but is \"{}\"; its parts were not "
                            "read. Correct it.",
                            first.fill(names), whole.raw)
                      : say("这里应写成“{}”的样子，现为“{}”，已把整格当作所填内容读取。",
                            "This should read like \"{}\" but is \"{}\"; the whole cell was read "
                            "as what was entered.",
                            first.fill(dots), whole.raw));
  } else {
    ++count.passed;
  }
  if (named) return;
  const std::string part = parts ? parts->front() : *text;
  const CellReading reading = read_part(
      part, due(field.name, field.typing, money_.of_field(field.name)), mapping_.not_applicable);
  remark(reading, field.name, cell);
  whole.value = reading.value;
  whole.shown_decimals = reading.shown_decimals;
}

std::optional<Figure> Extractor::title_year() const {
  const auto year = year_in_labels(form_, places_, grid_);
  if (!year) return std::nullopt;
  Figure figure;
  figure.field = "年度";
  figure.type = FieldType::Year;
  figure.value = Decimal(year->year);
  figure.raw = grid_.text_at(year->cell);
  figure.place = place(year->cell);
  return figure;
}

}  // namespace huizong::mapping
