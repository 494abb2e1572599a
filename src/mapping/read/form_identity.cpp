#include "mapping/read/form_identity.h"

#include <algorithm>

#include "mapping/read/form_item.h"
#include "mapping/read/form_unit.h"
#include "mapping/read/key_field.h"

namespace huizong::mapping {
namespace {

/// Whether the sheet that the field stands on is not in the workbook.
bool is_lost(const Extracted& extracted, const Field& field) {
  return std::any_of(extracted.findings.begin(), extracted.findings.end(),
                     [&](const model::Finding& f) {
                       return std::find(f.lost.begin(), f.lost.end(), field.name) != f.lost.end();
                     });
}

void identify_year(Extracted& extracted, const Mapping& mapping, const ExtractContext& context,
                   const std::optional<model::Figure>& title_year) {
  model::Submission& s = extracted.submission;
  s.key.year = context.year;
  const Field* field = key_field(mapping, KeyPart::Year);
  if (field && is_lost(extracted, *field)) field = nullptr;  // the other sheets' titles tell
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
    // What needs the form follows from the error at its year: "" is the whole of it.
    for (model::Finding& f : extracted.findings) {
      if (figure && f.field == figure->field && f.level == Severity::Error) f.lost = {""};
    }
    return;
  }
  const bool right = *year == Decimal(context.year);
  count_check(extracted.checks, rule, right);
  if (right) return;
  model::Finding f = key_finding(
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

/// The titles of a form's other sheets are of the same year; one that was left as it was last year
/// may hold last year's figures.
void check_further_years(Extracted& extracted, const Mapping& mapping,
                         const ExtractContext& context) {
  if (mapping.sheets.size() < 2 || context.year == 0 || !extracted.submission.counted) return;
  for (const SheetForm& sheet : mapping.sheets) {
    for (const Field& field : sheet.fields) {
      if (field.typing.type != model::FieldType::Year || field.key == KeyPart::Year) continue;
      const model::Figure* figure = extracted.submission.find(field.name);
      const Decimal* year = figure ? model::number(figure->value) : nullptr;
      if (!year) continue;
      const bool right = *year == Decimal(context.year);
      count_check(extracted.checks, mapping.id() + "-Y-年度", right);
      if (right) continue;
      model::Finding f = key_finding(
          mapping, "-Y-年度", figure,
          say("这张工作表写的是 {} 年度，本次任务是 {} "
              "年度；请核实其中的数是不是本年度的，并改正年度。",
              "This sheet says {} but the job is of {}. Make sure its figures are this year's, and "
              "correct the year.",
              year->to_string(), context.year));
      f.expected = Decimal(context.year);
      extracted.findings.push_back(std::move(f));
    }
  }
}

}  // namespace

void identify(Extracted& extracted, const Mapping& mapping, const ExtractContext& context,
              const std::optional<model::Figure>& title_year) {
  model::Submission& s = extracted.submission;
  s.key.form = mapping.id();
  s.money = mapping.money;
  identify_item(extracted, mapping);
  identify_unit(extracted, mapping, context);
  identify_year(extracted, mapping, context, title_year);
  check_further_units(extracted, mapping, context.units);
  check_further_years(extracted, mapping, context);
}

}  // namespace huizong::mapping
