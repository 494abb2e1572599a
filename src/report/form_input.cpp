#include "report/form_input.h"

#include <algorithm>

#include "base/text.h"
#include "xlsx/patcher.h"

namespace huizong::report {
namespace {

std::string part_text(const model::Figure* figure) {
  if (figure == nullptr || model::is_blank(figure->value) || model::not_available(figure->value))
    return "";
  return model::to_string(figure->value);
}

}  // namespace

CellInput input_of(const model::Figure& figure, const FormTyping& typing) {
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

std::optional<std::string> patterned(const mapping::Field& field, const mapping::Pattern& pattern,
                                     const model::Submission& submission) {
  const model::Figure* whole = submission.find(field.name);
  std::vector<std::string> parts;
  for (const auto& name : pattern.names()) {
    parts.push_back(part_text(name.empty() ? whole : submission.find(field.name + "." + name)));
  }
  const std::string raw = whole == nullptr ? "" : whole->raw;
  const bool worded =
      std::any_of(field.patterns.begin(), field.patterns.end(),
                  [&](const mapping::Pattern& p) { return p.match(raw).has_value(); });
  if (!worded && !trimmed(raw).empty()) return raw;
  const bool blank =
      std::all_of(parts.begin(), parts.end(), [](const std::string& part) { return part.empty(); });
  if (blank) return std::nullopt;
  return pattern.fill(parts);
}

}  // namespace huizong::report
