#include "mapping/read/form_item.h"

#include <algorithm>

#include "base/text.h"

namespace huizong::mapping {
namespace {

/// In the mapping's order, but what is typed as a code before what is not.
std::vector<const Field*> item_fields(const Mapping& mapping) {
  std::vector<const Field*> fields;
  for (const Field& field : mapping.fields()) {
    if (field.key == KeyPart::Item) fields.push_back(&field);
  }
  std::stable_partition(fields.begin(), fields.end(), [](const Field* field) {
    return field->typing.type == model::FieldType::Code;
  });
  return fields;
}

/// The field's figures: its named parts where a pattern has any, else itself.
std::vector<std::string> paths_of(const Field& field) {
  std::vector<std::string> paths;
  if (!field.patterns.empty()) {
    for (const std::string& part : field.patterns.front().names()) {
      if (!part.empty()) paths.push_back(field.name + "." + part);
    }
  }
  paths.push_back(field.name);
  return paths;
}

}  // namespace

std::vector<std::string> item_words(const Mapping& mapping, const model::Submission& submission) {
  std::vector<std::string> words;
  for (const Field* field : item_fields(mapping)) {
    const std::size_t before = words.size();
    for (const std::string& path : paths_of(*field)) {
      if (path == field->name && words.size() > before) break;  // its parts say it all
      const model::Figure* figure = submission.find(path);
      const bool has_words = figure && model::is_available(figure->value) &&
                             !std::holds_alternative<model::CellError>(figure->value);
      if (!has_words) continue;
      const std::string word(trimmed(model::to_string(figure->value)));
      if (!word.empty()) words.push_back(word);
    }
  }
  return words;
}

void identify_item(Extracted& extracted, const Mapping& mapping) {
  model::Submission& s = extracted.submission;
  const std::vector<std::string> words = item_words(mapping, s);
  if (!words.empty()) s.key.item = words.front();
  if (!mapping.has_items()) return;
  const std::string rule = mapping.id() + "-I-项目";
  model::CheckCount& count = extracted.checks[rule];
  if (!words.empty()) {
    ++count.passed;
    return;
  }
  ++count.failed;
  extracted.item_missing = true;
  s.key.item = "未写项目（" + s.sheet +
               (s.cell ? fmt::format("第 {} 行起）", s.cell->row + 1) : std::string("）"));
  s.counted = false;
  s.why_not_counted = {"没有写明是哪个项目", "it does not say which item it is of"};
  model::Finding f;
  f.rule = rule;
  f.place = {s.file, s.sheet, s.cell};
  for (const Field* field : item_fields(mapping)) {
    const model::Figure* figure = s.find(field->name);
    if (!figure) continue;
    f.field = field->name;
    f.place = figure->place;
    break;
  }
  f.message = {"没有写明是哪个项目，没有计入汇总；请填写项目编码或项目名称。",
               "It does not say which item it is of, and is kept out of the sums. Enter the item's "
               "code or name."};
  extracted.findings.push_back(std::move(f));
}

}  // namespace huizong::mapping
