#include "base/text.h"
#include "mapping/load/template_address.h"
#include "mapping/load/template_check.h"
#include "mapping/load/template_words.h"
#include "mapping/place/template_labels.h"
#include "model/number_text.h"

namespace huizong::mapping {
namespace {

using model::FieldType;

/// Whether what the blank form prints in a field without pattern is a preset, not a label.
bool preset(const Field& field, const xlsx::Cell& cell, const std::vector<std::string>& marks) {
  if (cell.type != xlsx::CellType::Text || fold_label(cell.text).empty()) return true;
  switch (field.typing.type) {
    case FieldType::Year:         // taken out of the text around it
    case FieldType::Date:         // “    年  月  日”
    case FieldType::LabelWeight:  // 产出指标(50分)
    case FieldType::Mark:         // □
    case FieldType::Choice:       // ☐是 ☐否
      return true;
    default:
      return model::read_number_text(cell.text).has_value() ||
             model::is_not_applicable(cell.text, marks);
  }
}

/// A form leaves “填报单位：” blank where an office is to write 101001-示例局: the words between
/// parts are not printed.
bool begins_like(const std::string& text, const Pattern& pattern) {
  const std::string first = fold_label(pattern.literals().front());
  return pattern.names().size() > 1 && !first.empty() && fold_label(text).rfind(first, 0) == 0;
}

void check_field_text(const Field& field, const Draft::FieldSource& source, SheetDraft& draft) {
  const xlsx::Cell* cell = draft.sheet().find(field.cell);
  if (!cell) return;
  if (field.patterns.empty()) {
    if (!preset(field, *cell, draft.mapping.not_applicable))
      draft.slips.add(
          source.cell,
          say("{} 在表样里是文字“{}”，不是要填的格",
              "{} holds the text {} on the template and is no input", to_string(field.cell),
              shortened(cell->text)),
          {"请写右边或下面要填的那一格；若填在这段文字里，请加 pattern",
           "give the cell beside or below it; if the text itself is filled in, add a pattern"});
    return;
  }
  if (cell->type != xlsx::CellType::Text || fold_label(cell->text).empty()) return;
  for (const Pattern& pattern : field.patterns) {
    if (pattern.match(cell->text) || begins_like(cell->text, pattern)) return;
  }
  draft.slips.add(
      source.pattern,
      say("表样 {} 的文字“{}”不合这个 pattern",
          "the template's text at {}, {}, does not fit the pattern", to_string(field.cell),
          shortened(cell->text)),
      {"花括号之外的文字要与表样一样", "the text around the braces must be the template's"});
}

}  // namespace

void check_fields(SheetDraft& draft) {
  for (std::size_t i = 0; i < draft.form.fields.size(); ++i) {
    const Field& field = draft.form.fields[i];
    const Draft::FieldSource& source = draft.sources.fields[i];
    if (!source.placed) continue;
    if (!TemplateWords(draft.sheet()).reaches(field.cell))
      outside(draft, source.cell, to_string(field.cell));
    else if (!covered(draft, field.cell, source.cell))
      check_field_text(field, source, draft);
  }
}

void check_labels(SheetDraft& draft) {
  const TemplateLabels labels(draft.mapping, draft.form);
  for (std::size_t i = 0; i < draft.form.fields.size(); ++i) {
    const FieldLabels& beside = labels.fields[i];
    if (beside.own >= 0 || beside.left >= 0 || beside.above >= 0) continue;
    draft.slips.add(
        draft.sources.fields[i].cell,
        say("{} 的左边和上边都没有文字，在单位的表上认不出它",
            "no text stands to the left of {} or above it to tell it on a unit's sheet",
            to_string(draft.form.fields[i].cell)),
        {"请核对地址，或在表样上补写文字", "check the address, or add a text to the template"});
  }
}

}  // namespace huizong::mapping
