#include "mapping/read/form_identity.h"

#include <algorithm>
#include <filesystem>

#include "base/text.h"
#include "mapping/place/label_key.h"

namespace huizong::mapping {
namespace {

const Field* key_field(const Mapping& mapping, KeyPart key) {
  for (const Field& field : mapping.fields) {
    if (field.key == key) return &field;
  }
  return nullptr;
}

model::Finding finding(const Mapping& mapping, const std::string& rule, const model::Figure* figure,
                       Message message) {
  model::Finding f;
  f.rule = mapping.id() + rule;
  f.message = std::move(message);
  if (!figure) return f;
  f.field = figure->field;
  f.place = figure->place;
  f.reported = figure->value;
  return f;
}

/// Without （公章）, （盖章） behind it, which tell where the seal goes.
std::string without_seal(const std::string& text) {
  constexpr int kLongest = 6;  // characters
  const std::string folded = fold_label(text);
  if (!folded.ends_with("章)")) return text;
  const std::size_t open = folded.rfind('(');
  if (open == std::string::npos || open == 0) return text;
  return char_count(std::string_view(folded).substr(open)) <= kLongest + 2 ? folded.substr(0, open)
                                                                           : text;
}

/// 133001 单位名, [105]教育部, 219001-单位名: the code in front, and the name behind it.
std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words = {text};
  const std::string folded = fold_label(text);
  std::string_view rest = folded;
  if (!rest.empty() && (rest.front() == '[' || rest.front() == '(')) rest.remove_prefix(1);
  const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
  if (digits < 3 || digits == rest.size()) return words;
  words.emplace_back(rest.substr(0, digits));
  const std::size_t name = rest.find_first_not_of("])-_:.、", digits);
  if (name != std::string_view::npos) words.emplace_back(rest.substr(name));
  return words;
}

const model::BudgetUnit* unit_named(const model::UnitList& units, const std::string& text) {
  for (const std::string& whole : {text, without_seal(text)}) {
    for (const std::string& word : words_of(whole)) {
      if (const auto* unit = units.by_code(word)) return unit;
      if (const auto* unit = units.by_name(word)) return unit;
    }
  }
  return nullptr;
}

/// What the unit's cell says, whole and in its parts.
std::vector<const model::Figure*> unit_figures(const model::Submission& submission,
                                               const Field& field) {
  std::vector<const model::Figure*> found;
  const auto take = [&](const std::string& path) {
    const model::Figure* figure = submission.find(path);
    if (figure && !model::to_string(figure->value).empty()) found.push_back(figure);
  };
  if (!field.patterns.empty()) {
    for (const std::string& part : field.patterns.front().names()) {
      if (!part.empty()) take(field.name + "." + part);
    }
  }
  take(field.name);
  return found;
}

struct CellUnit {
  const model::Figure* figure = nullptr;  ///< of the unit's cell; null where it could not be found
  const model::BudgetUnit* unit = nullptr;
  std::string said;  ///< "" where nothing is filled in, or only the form's own words
  bool form_words = false;
};

CellUnit unit_in_cell(const model::Submission& submission, const Mapping& mapping,
                      const model::UnitList& units) {
  CellUnit found;
  const Field* field = key_field(mapping, KeyPart::Unit);
  if (!field) return found;
  found.figure = submission.find(field->name);
  const auto figures = unit_figures(submission, *field);
  if (figures.empty()) return found;
  for (const model::Figure* figure : figures) {
    if (!found.unit) found.unit = unit_named(units, model::to_string(figure->value));
  }
  found.said = model::to_string(figures.back()->value);
  // 名称填成表名: the form's title or one of its labels where the name is due.
  const std::string key = label_key(found.said, 0);
  found.form_words =
      !found.unit && (key == label_key(mapping.title(), 0) || key == label_key(field->name, 0));
  const xlsx::Sheet& blank = mapping.blank.sheets[mapping.sheet];
  for (const xlsx::Cell& cell : blank.cells) {
    if (cell.type == xlsx::CellType::Text && !found.unit && !key.empty() &&
        label_key(cell.text, 0) == key)
      found.form_words = true;
  }
  if (found.form_words) found.said.clear();
  return found;
}

void count(model::CheckCounts& checks, const std::string& rule, bool passed) {
  ++(passed ? checks[rule].passed : checks[rule].failed);
}

void identify_unit(Extracted& extracted, const Mapping& mapping, const ExtractContext& context) {
  model::Submission& s = extracted.submission;
  const auto asked = [&](const char* source) {
    return std::find(context.unit_from.begin(), context.unit_from.end(), source) !=
           context.unit_from.end();
  };
  const std::string stem = std::filesystem::path(s.file).stem().string();
  const CellUnit cell = unit_in_cell(s, mapping, context.units);
  const model::BudgetUnit* by_cell = asked("cell") ? cell.unit : nullptr;
  const model::BudgetUnit* by_file = asked("file") ? context.units.by_file_name(stem) : nullptr;
  const bool cell_first = context.unit_from.empty() || context.unit_from.front() == "cell";
  const model::BudgetUnit* unit =
      cell_first ? (by_cell ? by_cell : by_file) : (by_file ? by_file : by_cell);
  const std::string rule = "-U-单位";
  const std::size_t before = extracted.findings.size();

  extracted.reported_unit = !cell.said.empty() && asked("cell") ? cell.said : stem;
  if (unit) {
    s.key.unit = unit->code;
    s.unit_name = unit->name;
  } else {
    s.unit_name = extracted.reported_unit;
  }
  if (asked("cell") && cell.form_words)
    extracted.findings.push_back(finding(mapping, rule, cell.figure,
                                         say("这里应填单位名称，现为表上的文字“{}”，请改填。",
                                             "The unit's name is due here but there are the form's "
                                             "own words \"{}\". Enter the name.",
                                             model::to_string(cell.figure->value))));
  if (by_cell && by_file && by_cell != by_file)
    extracted.findings.push_back(
        finding(mapping, rule, cell.figure,
                say("表中单位是“{}”（{}），文件名却是“{}”（{}）的，请核实是哪一家报送的。",
                    "The form names the unit {} ({}) but the file's name is that of {} ({}). Make "
                    "sure whose form it is.",
                    by_cell->name, by_cell->code, by_file->name, by_file->code)));
  if (!by_cell && by_file && asked("cell") && !cell.said.empty())
    extracted.findings.push_back(
        finding(mapping, rule, cell.figure,
                say("表中单位“{}”不在单位名录中，按文件名认作“{}”（{}），请核实。",
                    "The unit {} on the form is not in the unit list; by the file's name it was "
                    "taken for {} ({}). Make sure of it.",
                    cell.said, by_file->name, by_file->code)));
  count(extracted.checks, mapping.id() + rule, extracted.findings.size() == before);
}

void identify_year(Extracted& extracted, const Mapping& mapping, const ExtractContext& context,
                   const std::optional<model::Figure>& title_year) {
  model::Submission& s = extracted.submission;
  s.key.year = context.year;
  const Field* field = key_field(mapping, KeyPart::Year);
  const model::Figure* figure = field ? s.find(field->name) : title_year ? &*title_year : nullptr;
  const Decimal* year = figure ? model::number(figure->value) : nullptr;
  if (year) s.form_year = std::stoi(year->to_string());
  if ((!field && !title_year) || context.year == 0) return;
  const std::string rule = mapping.id() + "-Y-年度";
  if (!year) {
    // A form that leaves its year open is of the job's; one whose year stands there but cannot be
    // read, or whose title cannot be found, may be of any.
    const bool open = figure && model::is_blank(figure->value);
    ++(open ? extracted.checks[rule].not_applicable : extracted.checks[rule].unchecked);
    if (open) return;
    s.counted = false;
    s.why_not_counted = say("表上的年度读不出来", "the year it is of could not be read");
    return;
  }
  const bool right = *year == Decimal(context.year);
  count(extracted.checks, rule, right);
  if (right) return;
  model::Finding f = finding(
      mapping, "-Y-年度", figure,
      say("这是 {} 年度的表，本次任务是 {} 年度，没有计入汇总；请核实年度或改报本年度的表。",
          "This form is of {} but the job is of {}; it is kept out of the sums. Correct the year "
          "or hand in this year's form.",
          year->to_string(), context.year));
  f.expected = Decimal(context.year);
  extracted.findings.push_back(std::move(f));
  s.counted = false;
  s.why_not_counted = say("是 {} 年度的表，不是 {} 年度的", "it is a form of {}, not of {}",
                          year->to_string(), context.year);
}

}  // namespace

void identify(Extracted& extracted, const Mapping& mapping, const ExtractContext& context,
              const std::optional<model::Figure>& title_year) {
  model::Submission& s = extracted.submission;
  s.key.form = mapping.id();
  if (const Field* item = key_field(mapping, KeyPart::Item)) {
    if (const model::Figure* figure = s.find(item->name))
      s.key.item = model::to_string(figure->value);
  }
  identify_unit(extracted, mapping, context);
  identify_year(extracted, mapping, context, title_year);
}

}  // namespace huizong::mapping
