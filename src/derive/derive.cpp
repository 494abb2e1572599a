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

Figure figure_of(const Derived& definition, Value value, const Figure* reported,
                 const model::Submission& submission) {
  Figure figure;
  figure.field = definition.name;
  figure.type = type_of(definition, reported);
  figure.value = std::move(value);
  figure.derived = true;
  if (reported) {
    figure.place = reported->place;
  } else {
    figure.place.file = submission.file;
    figure.place.sheet = submission.sheet;
  }
  return figure;
}

/// A column of a table. Rows nobody filled in have it blank; a table that was not read has none.
void derive_column(model::Submission& submission, const Derived& definition,
                   const model::FigureSource* others) {
  const auto table = submission.tables.find(definition.each_table);
  if (table == submission.tables.end()) return;
  for (model::TableRow& row : table->second.rows) {
    const auto reported = row.columns.find(definition.reported);
    const Figure* there = reported == row.columns.end() ? nullptr : &reported->second;
    Value value;
    if (row.has_figure)
      value = value_of(definition, formula::SubmissionScope(submission, row, others));
    row.columns[definition.name] = figure_of(definition, std::move(value), there, submission);
  }
}

void derive_one(model::Submission& submission, const Derived& definition,
                const model::FigureSource* others) {
  if (definition.by_row()) return derive_column(submission, definition, others);
  const Figure* reported =
      definition.reported.empty() ? nullptr : submission.find(definition.reported);
  Value value = value_of(definition, formula::SubmissionScope(submission, others));
  submission.figures[definition.name] =
      figure_of(definition, std::move(value), reported, submission);
}

}  // namespace

void derive(model::Submission& submission, const formula::Definitions& definitions) {
  for (const Derived& definition : definitions.derived) {
    if (!definition.across) derive_one(submission, definition, nullptr);
  }
}

void derive_across(model::Submission& submission, const Derived& definition,
                   const model::FigureSource& others) {
  derive_one(submission, definition, &others);
}

}  // namespace huizong::derive
