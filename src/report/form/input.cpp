#include "report/form/input.h"

#include <algorithm>

#include "base/text.h"
#include "formula/print.h"
#include "xlsx/patcher.h"

namespace huizong::report {
namespace {

bool has_boxes(model::FieldType type) {
  return type == model::FieldType::Mark || type == model::FieldType::Choice;
}

/// `written` is what the cell says in the part's place; boxes stay as they were ticked, and a
/// number that is a part among others as it was typed, in its own unit.
std::string part_text(const model::Figure* figure, const std::string& written, bool named) {
  if (figure == nullptr || model::not_available(figure->value))
    return std::string(formula::kNotRead);
  const auto* blank = std::get_if<model::Blank>(&figure->value);
  if (blank != nullptr) return blank->not_applicable ? written : "";
  const bool as_written = has_boxes(figure->type) || (named && model::number(figure->value));
  if (as_written && !written.empty()) return written;
  return model::to_string(figure->value);
}

}  // namespace

CellInput input_of(const model::Figure& figure, const FormTyping& typing) {
  const bool failed = std::holds_alternative<model::CellError>(figure.value);
  if (has_boxes(typing.typing.type) && !failed && !figure.raw.empty())
    return std::string(trimmed(figure.raw));
  if (const auto* blank = std::get_if<model::Blank>(&figure.value)) {
    if (blank->not_applicable && !figure.raw.empty()) return std::string(trimmed(figure.raw));
    return {};
  }
  if (model::not_available(figure.value)) return NotRead{};
  if (const auto* error = std::get_if<model::CellError>(&figure.value)) {
    if (xlsx::is_error(error->code)) return *error;
    return NotRead{};
  }
  if (const auto* number = model::number(figure.value);
      number != nullptr && model::is_numeric(typing.typing.type)) {
    return *number * typing.times;
  }
  return figure.raw.empty() ? model::to_string(figure.value) : std::string(trimmed(figure.raw));
}

const mapping::Pattern* pattern_of(const xlsx::Sheet& sheet, const mapping::Field& field) {
  if (field.patterns.empty()) return nullptr;
  const std::string blank = sheet.text_at(field.cell);
  const auto fits =
      std::find_if(field.patterns.begin(), field.patterns.end(),
                   [&](const mapping::Pattern& p) { return p.match(blank).has_value(); });
  return fits == field.patterns.end() ? &field.patterns.front() : &*fits;
}

CellInput patterned(const mapping::Field& field, const mapping::Pattern& pattern,
                    const model::Submission& submission) {
  const model::Figure* whole = submission.find(field.name);
  if (whole != nullptr && std::holds_alternative<model::CellError>(whole->value))
    return input_of(*whole, {field.typing});
  const std::string raw = whole == nullptr ? "" : whole->raw;
  std::optional<std::vector<std::string>> written;
  const mapping::Pattern* fits = nullptr;
  for (const mapping::Pattern& p : field.patterns) {
    if (written) break;
    written = p.match(raw);
    fits = &p;
  }
  if (!written && !trimmed(raw).empty()) return raw;
  std::vector<std::string> parts;
  for (const auto& name : pattern.names()) {
    const std::string there = written ? (*written)[fits->index_of(name)] : "";
    parts.push_back(part_text(name.empty() ? whole : submission.find(field.name + "." + name),
                              there, !name.empty()));
  }
  const bool blank =
      std::all_of(parts.begin(), parts.end(), [](const std::string& part) { return part.empty(); });
  if (blank) return {};
  return pattern.fill(parts);
}

}  // namespace huizong::report
