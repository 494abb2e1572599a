#include "mapping/read/form_unit.h"

#include <algorithm>
#include <filesystem>

#include "base/text.h"
#include "mapping/place/label_key.h"
#include "mapping/read/key_field.h"

namespace huizong::mapping {
namespace {

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

/// A unit's code and its name; each "" where there is none.
struct CodeAndName {
  std::string code, name;
};

constexpr std::string_view kDigits = "0123456789";
constexpr std::size_t kShortest = 3;  // digits of a code

/// 单位名（133001）, 单位名【105】: the code in brackets behind the name.
CodeAndName name_and_code(const std::string& folded) {
  for (const auto& [open, close] : {std::pair{"(", ")"}, {"[", "]"}, {"【", "】"}}) {
    const std::size_t at = folded.rfind(open);
    if (!folded.ends_with(close) || at == std::string::npos || at == 0) continue;
    const std::size_t first = at + std::string_view(open).size();
    const std::string code =
        folded.substr(first, folded.size() - std::string_view(close).size() - first);
    if (code.size() < kShortest || code.find_first_not_of(kDigits) != std::string::npos) continue;
    return {code, fold_label(without_seal(folded.substr(0, at)))};
  }
  return {};
}

/// 133001 单位名, [105]教育部, 219001-单位名, or the code in brackets behind the name; a seal is no
/// part of either.
CodeAndName code_and_name(const std::string& text) {
  const std::string folded = fold_label(without_seal(text));
  std::string_view rest = folded;
  if (!rest.empty() && (rest.front() == '[' || rest.front() == '(')) rest.remove_prefix(1);
  const std::size_t digits = std::min(rest.find_first_not_of(kDigits), rest.size());
  if (digits < kShortest) return name_and_code(folded);
  const std::size_t name = std::min(rest.find_first_not_of("])-_:.、", digits), rest.size());
  return {std::string(rest.substr(0, digits)), std::string(rest.substr(name))};
}

const model::BudgetUnit* named_whole(const model::UnitList& units, const std::string& text) {
  for (const std::string& whole : {text, without_seal(text)}) {
    for (const auto* unit : {units.by_code(whole), units.by_name(whole)}) {
      if (unit) return unit;
    }
  }
  return nullptr;
}

/// The units that a text names by code or name, each once. Of a name the unit list has as it stands
/// (110指挥中心) the digits are no code.
void add_units_named(std::vector<const model::BudgetUnit*>& found, const model::UnitList& units,
                     const std::string& text) {
  const auto add = [&](const model::BudgetUnit* unit) {
    if (unit && std::find(found.begin(), found.end(), unit) == found.end()) found.push_back(unit);
  };
  if (const auto* unit = named_whole(units, text)) return add(unit);
  const CodeAndName parts = code_and_name(text);
  for (const std::string& word : {parts.code, parts.name}) {
    add(units.by_code(word));
    add(units.by_name(word));
  }
}

/// The code that stands in a text, if nobody of the unit list is called so.
std::string unknown_code(const model::UnitList& units, const std::string& text) {
  if (named_whole(units, text)) return "";
  const std::string code = code_and_name(text).code;
  return units.by_code(code) || units.by_name(code) ? "" : code;
}

/// The name beside the unit's code, if it is nobody's; units may share a 简称.
std::string unknown_name(const model::BudgetUnit& unit, const model::UnitList& units,
                         const std::string& text) {
  const CodeAndName parts = code_and_name(text);
  if (named_whole(units, text) || units.by_code(parts.code) != &unit) return "";
  return unit.is_called(parts.name) || units.by_name(parts.name) ? "" : parts.name;
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
  const model::BudgetUnit* other =
      nullptr;               ///< named there too: its code says one, its name another
  std::string said;          ///< "" where nothing is filled in, or only the form's own words
  std::string unknown_code;  ///< stands there too, and is no unit's
  std::string unknown_name;  ///< the same of a name
  bool form_words = false;
};

CellUnit unit_in_cell(const model::Submission& submission, const Mapping& mapping,
                      const Field* field, const model::UnitList& units) {
  CellUnit found;
  if (!field) return found;
  found.figure = submission.find(field->name);
  const auto figures = unit_figures(submission, *field);
  if (figures.empty()) return found;
  std::vector<const model::BudgetUnit*> named;
  for (const model::Figure* figure : figures)
    add_units_named(named, units, model::to_string(figure->value));
  if (!named.empty()) found.unit = named.front();
  if (named.size() > 1) found.other = named[1];
  for (const model::Figure* figure : figures) {
    const std::string text = model::to_string(figure->value);
    if (found.unit && found.unknown_code.empty()) found.unknown_code = unknown_code(units, text);
    if (found.unit && found.unknown_name.empty())
      found.unknown_name = unknown_name(*found.unit, units, text);
  }
  found.said = model::to_string(figures.back()->value);
  // 名称填成表名: the form's title or one of its labels where the name is due.
  const std::string key = label_key(found.said, 0);
  found.form_words =
      !found.unit && (key == label_key(mapping.title(), 0) || key == label_key(field->name, 0));
  for (const SheetForm& sheet : mapping.sheets) {
    for (const xlsx::Cell& cell : mapping.blank_of(sheet).cells) {
      if (cell.type == xlsx::CellType::Text && !found.unit && !key.empty() &&
          label_key(cell.text, 0) == key)
        found.form_words = true;
    }
  }
  if (found.form_words) found.said.clear();
  return found;
}

/// Where a unit was looked for, and which was found.
struct UnitSource {
  std::string_view name;  ///< as unit_from has it
  const model::BudgetUnit* unit = nullptr;
};

/// In the order of unit_from; those that are not asked are left out.
std::vector<UnitSource> unit_sources(const CellUnit& cell, const std::string& stem,
                                     const ExtractContext& context) {
  std::vector<UnitSource> sources;
  for (const std::string& name : context.unit_from) {
    if (name == "cell") sources.push_back({"cell", cell.unit});
    if (name == "file") sources.push_back({"file", context.units.by_file_name(stem)});
    if (name == "workbook")
      sources.push_back({"workbook", context.units.by_code(context.unit_in_workbook)});
  }
  return sources;
}

Message named_by(std::string_view source) {
  if (source == "cell") return {"表中单位", "the form"};
  if (source == "file") return {"文件名", "the file's name"};
  return {"同一工作簿里别的表", "the workbook's other sheets"};
}

/// What the first source says against another that names another unit.
Message disagreement(const UnitSource& a, const UnitSource& b) {
  if (a.name == "cell" && b.name == "file")
    return say("表中单位是“{}”（{}），文件名却是“{}”（{}）的，请核实是哪一家报送的。",
               "The form names the unit {} ({}) but the file's name is that of {} ({}). Make "
               "sure whose form it is.",
               a.unit->name, a.unit->code, b.unit->name, b.unit->code);
  const Message first = named_by(a.name), second = named_by(b.name);
  return {fmt::format("{}是“{}”（{}）的，{}却是“{}”（{}）的，请核实是哪一家报送的。", first.zh,
                      a.unit->name, a.unit->code, second.zh, b.unit->name, b.unit->code),
          fmt::format("By {} the unit is {} ({}), by {} it is {} ({}). Make sure whose form it is.",
                      first.en, a.unit->name, a.unit->code, second.en, b.unit->name, b.unit->code)};
}

/// The cell's code and name are not one unit's.
Message at_odds(const CellUnit& cell) {
  if (cell.other)
    return say("这里既写了“{}”（{}），又写了“{}”（{}），请核实编码和名称。",
               "Both {} ({}) and {} ({}) are named here. Make sure of the code and the name.",
               cell.unit->name, cell.unit->code, cell.other->name, cell.other->code);
  return say("这里写的编码“{}”不在单位名录中，按名称认作“{}”（{}），请核实编码和名称。",
             "The code {} here is not in the unit list; by the name it was taken for {} ({}). Make "
             "sure of the code and the name.",
             cell.unknown_code, cell.unit->name, cell.unit->code);
}

/// The code is the unit's and the name nobody's: an old name, most often, but the code may be the
/// slip, and then these are another unit's figures.
model::Finding strange_name(const Mapping& mapping, const CellUnit& cell) {
  model::Finding f = key_finding(
      mapping, "-U-单位", cell.figure,
      say("这里的名称“{}”不在单位名录中，按编码认作“{}”（{}），请核实编码；名称没有错的，请作为别名"
          "写进单位名录。",
          "The name {} here is not in the unit list; by the code it was taken for {} ({}). Make "
          "sure of the code; if the name is right, enter it in the unit list as an alias.",
          cell.unknown_name, cell.unit->name, cell.unit->code));
  f.level = Severity::Warning;
  return f;
}

Message taken_from(const CellUnit& cell, const UnitSource& source) {
  const model::BudgetUnit& unit = *source.unit;
  if (source.name == "file")
    return say("表中单位“{}”不在单位名录中，按文件名认作“{}”（{}），请核实。",
               "The unit {} on the form is not in the unit list; by the file's name it was "
               "taken for {} ({}). Make sure of it.",
               cell.said, unit.name, unit.code);
  return say("表中单位“{}”不在单位名录中，按同一工作簿里别的表认作“{}”（{}），请核实。",
             "The unit {} on the form is not in the unit list; by the workbook's other sheets it "
             "was taken for {} ({}). Make sure of it.",
             cell.said, unit.name, unit.code);
}

}  // namespace

void identify_unit(Extracted& extracted, const Mapping& mapping, const ExtractContext& context) {
  model::Submission& s = extracted.submission;
  const std::string stem = std::filesystem::path(s.file).stem().string();
  CellUnit cell = unit_in_cell(s, mapping, key_field(mapping, KeyPart::Unit), context.units);
  std::vector<UnitSource> sources = unit_sources(cell, stem, context);
  // Where the cell's code and name are two units', the file's name, or the workbook, decides.
  for (const UnitSource& source : sources) {
    if (!cell.other || source.unit != cell.other) continue;
    std::swap(cell.unit, cell.other);
    sources = unit_sources(cell, stem, context);
    break;
  }
  const bool by_cell = std::any_of(sources.begin(), sources.end(),
                                   [](const UnitSource& source) { return source.name == "cell"; });
  const std::string rule = "-U-单位";
  const std::size_t before = extracted.findings.size();

  if (cell.unit) extracted.unit_in_cell = cell.unit->code;
  extracted.reported_unit = !cell.said.empty() && by_cell ? cell.said : stem;
  std::erase_if(sources, [](const UnitSource& source) { return !source.unit; });
  if (sources.empty()) {
    s.unit_name = extracted.reported_unit;
  } else {
    s.key.unit = sources.front().unit->code;
    s.unit_name = sources.front().unit->name;
  }
  if (by_cell && cell.form_words)
    extracted.findings.push_back(
        key_finding(mapping, rule, cell.figure,
                    say("这里应填单位名称，现为表上的文字“{}”，请改填。",
                        "The unit's name is due here but there are the form's "
                        "own words \"{}\". Enter the name.",
                        model::to_string(cell.figure->value))));
  if (by_cell && (cell.other || !cell.unknown_code.empty()))
    extracted.findings.push_back(key_finding(mapping, rule, cell.figure, at_odds(cell)));
  else if (by_cell && !cell.unknown_name.empty())
    extracted.findings.push_back(strange_name(mapping, cell));
  // In the words of the cell first, whatever the order in which they are asked.
  std::stable_partition(sources.begin(), sources.end(),
                        [](const UnitSource& source) { return source.name == "cell"; });
  const auto other = std::find_if(sources.begin(), sources.end(), [&](const UnitSource& source) {
    return source.unit != sources.front().unit;
  });
  if (other != sources.end())
    extracted.findings.push_back(
        key_finding(mapping, rule, cell.figure, disagreement(sources.front(), *other)));
  if (!cell.unit && by_cell && !cell.said.empty() && !sources.empty())
    extracted.findings.push_back(
        key_finding(mapping, rule, cell.figure, taken_from(cell, sources.front())));
  count_check(extracted.checks, mapping.id() + rule, extracted.findings.size() == before);
}

void check_further_units(Extracted& extracted, const Mapping& mapping,
                         const model::UnitList& units) {
  const model::Submission& s = extracted.submission;
  const Field* first = key_field(mapping, KeyPart::Unit);
  const model::BudgetUnit* unit = units.by_code(s.key.unit);
  if (!first || !unit) return;
  const std::string as_first = unit_in_cell(s, mapping, first, units).said;
  for (const Field& field : mapping.fields()) {
    if (field.key != KeyPart::Unit || field.name == first->name) continue;
    CellUnit cell = unit_in_cell(s, mapping, &field, units);
    if (cell.other == unit) std::swap(cell.unit, cell.other);
    if (!cell.figure || (!cell.unit && cell.said.empty())) continue;
    const bool at_odds_there = cell.other || !cell.unknown_code.empty();
    const bool right = cell.unit ? cell.unit == unit && !at_odds_there : cell.said == as_first;
    // What the first sheet says as well was told there.
    const bool strange = right && !cell.unknown_name.empty() && cell.said != as_first;
    count_check(extracted.checks, mapping.id() + "-U-单位", right && !strange);
    if (strange) extracted.findings.push_back(strange_name(mapping, cell));
    if (right) continue;
    extracted.findings.push_back(key_finding(
        mapping, "-U-单位", cell.figure,
        cell.unit == unit
            ? at_odds(cell)
            : say("这张工作表写的是“{}”，这份表是“{}”（{}"
                  "）报的；请核实其中的数是哪一家的，并改正。",
                  "This sheet says {} but the form is that of {} ({}). Make sure whose figures "
                  "these are, and correct it.",
                  cell.said, unit->name, unit->code)));
  }
}

}  // namespace huizong::mapping
