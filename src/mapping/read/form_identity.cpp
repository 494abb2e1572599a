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
  for (const std::string& word : words_of(text)) {
    if (const auto* unit = units.by_code(word)) return unit;
    if (const auto* unit = units.by_name(word)) return unit;
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
  if ((!field && !title_year) || context.year == 0) return;
  const std::string rule = mapping.id() + "-Y-年度";
  if (!year) {
    ++extracted.checks[rule].not_applicable;
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

void check_magnitude(Extracted& extracted, const Mapping& mapping, const ExtractContext& context) {
  if (mapping.magnitude.empty()) return;
  model::Submission& s = extracted.submission;
  model::CheckCount& counted = extracted.checks[mapping.id() + "-M-量级"];
  const model::BudgetUnit* unit = s.key.unit.empty() ? nullptr : context.units.by_code(s.key.unit);
  const model::Figure* figure = s.find(mapping.magnitude);
  const Decimal* amount = figure ? model::number(figure->value) : nullptr;
  const bool known = unit && unit->appropriation && !unit->appropriation->is_zero();
  if (!known || !amount || amount->is_zero()) {
    ++counted.not_applicable;
    return;
  }
  const Decimal expected =
      *unit->appropriation * in_yuan(model::MoneyUnit::WanYuan) / in_yuan(mapping.money);
  const Decimal ratio = (*amount / expected).abs();
  const bool large = ratio >= power_of_ten(3) && ratio <= power_of_ten(5);
  const bool small = ratio >= power_of_ten(-5) && ratio <= power_of_ten(-3);
  if (!large && !small) {
    ++counted.passed;
    return;
  }
  ++counted.failed;
  const std::string times = (large ? ratio : Decimal(1) / ratio).grouped(0);
  const std::string money = name_of(mapping.money);
  const auto name = [&](const Decimal& d) {
    return d.grouped(std::max(2, std::min(6, d.decimals().value_or(6)))) + money;
  };
  model::Finding f = finding(
      mapping, "-M-量级", figure,
      large ? say("这里是 {}，而单位名录中的财政拨款是 {}，大了约 {} "
                  "倍，疑为按元填报；没有计入汇总，请核实金额单位。",
                  "This is {} but the unit list's appropriation is {}: about {} times as much, "
                  "perhaps entered in 元. It is kept out of the sums; check the unit of money.",
                  name(*amount), name(expected), times)
            : say("这里是 {}，而单位名录中的财政拨款是 {}，小了约 {} "
                  "倍，疑为金额单位有误；没有计入汇总，请核实金额单位。",
                  "This is {} but the unit list's appropriation is {}: about {} times as little, "
                  "perhaps in another unit of money. It is kept out of the sums; check the unit of "
                  "money.",
                  name(*amount), name(expected), times));
  f.expected = expected;
  f.expected_from = "单位名录·财政拨款";
  f.difference = *amount - expected;
  f.clues.push_back(
      {"times_10000", large ? Message{"疑为元、万元混用，差一万倍",
                                      "perhaps 元 where 万元 is due, 10,000 times too large"}
                            : Message{"疑为元、万元混用，差一万倍",
                                      "perhaps 万元 counted twice, 10,000 times too small"}});
  extracted.findings.push_back(std::move(f));
  s.counted = false;
  s.why_not_counted = {"金额与单位名录中的财政拨款相差约 " + times + " 倍，金额单位待核实",
                       "its amounts and the unit list's appropriation differ about " + times +
                           " times; the unit of money is in doubt"};
}

}  // namespace huizong::mapping
