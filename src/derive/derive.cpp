#include "derive/derive.h"

#include "formula/submission_scope.h"

namespace huizong::derive {
namespace {

using formula::Derived;
using model::Figure;
using model::Value;

model::NotAvailable blank_operand(const formula::Expr& expr) {
  const auto paths = formula::paths_of(expr);
  const std::string field = paths.empty() ? "" : paths.front().to_string();
  return {say("{}未填", "{} is blank", field), field};
}

Value value_of(const Derived& definition, const formula::Scope& scope) {
  Value value = formula::evaluate(definition.expr, scope);
  if (model::is_blank(value)) return blank_operand(definition.expr);
  const Decimal* n = model::number(value);
  if (!n) return value;
  if (definition.bands.empty()) return n->rounded(definition.digits);
  if (const auto label = formula::band_of(*n, definition.bands)) return *label;
  return model::NotAvailable{
      say("{}不在“{}”的任何一档内", "{} falls into no band of {}", n->to_string(), definition.name),
      definition.name};
}

model::FieldType type_of(const Derived& definition, const Figure* reported) {
  if (!definition.bands.empty()) return model::FieldType::Text;
  if (reported) return reported->type;
  if (definition.show.find('%') != std::string::npos) return model::FieldType::Percent;
  return model::FieldType::Number;
}

}  // namespace

void derive(model::Submission& submission, const formula::Definitions& definitions) {
  for (const Derived& definition : definitions.derived) {
    const Figure* reported =
        definition.reported.empty() ? nullptr : submission.find(definition.reported);
    Figure figure;
    figure.field = definition.name;
    figure.type = type_of(definition, reported);
    figure.value = value_of(definition, formula::SubmissionScope(submission));
    figure.derived = true;
    if (reported) {
      figure.place = reported->place;
    } else {
      figure.place.file = submission.file;
      figure.place.sheet = submission.sheet;
    }
    submission.figures[definition.name] = std::move(figure);
  }
}

}  // namespace huizong::derive
