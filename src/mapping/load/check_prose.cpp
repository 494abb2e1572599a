#include "mapping/load/template_address.h"
#include "mapping/load/template_check.h"
#include "mapping/load/template_words.h"
#include "mapping/text_areas.h"

namespace huizong::mapping {
namespace {

/// A block that is read by its own labels and lies in the rows of a text.
void refuse(const std::string& block, const Prose& prose, const TextSpot& spot, SheetDraft& draft) {
  draft.slips.add(
      spot,
      say("“{}”在“{}”的文字说明的行里", "{} lies in the rows of the prose {}", block, prose.name),
      {"rows 只写留给文字的那些行", "rows are those left for the text only"});
}

void check_rows(const Prose& prose, const TextSpot& spot, SheetDraft& draft) {
  const auto inside = [&](int first, int last) {
    return first <= prose.last_row && prose.first_row <= last;
  };
  for (const Field& field : draft.form.fields) {
    if (inside(field.cell.row, field.cell.row)) refuse(field.name, prose, spot, draft);
  }
  for (const Grid& grid : draft.form.grids) {
    if (!grid.rows.empty() && inside(grid.rows.front().at, grid.rows.back().at))
      refuse(grid.name, prose, spot, draft);
  }
  for (const TableBlock& table : draft.form.tables) {
    if (inside(table.first_row, table.last_row)) refuse(table.name, prose, spot, draft);
  }
}

void check_cell(const Prose& prose, const TextSpot& spot, SheetDraft& draft) {
  const CellRef cell{prose.first_row, prose.col};
  if (!TemplateWords(draft.sheet()).reaches(cell)) return outside(draft, spot, to_string(cell));
  if (covered(draft, cell, spot)) return;
  const Field* field = field_of(draft.form, prose);
  if (field && (field->typing.type != model::FieldType::Text || !field->patterns.empty()))
    draft.slips.add(spot,
                    say("{} 已由字段“{}”读取，只有整格文字的字段里才能再找文字说明",
                        "{} is read by the field {}; prose is looked for only in fields that are "
                        "text as a whole",
                        to_string(cell), field->name));
  const auto column = column_of(draft.form, prose);
  if (!column) return;
  const Column& of_table = column->table->columns[column->column];
  if (model::is_numeric(of_table.typing.type))
    draft.slips.add(spot, say("{} 是“{}”的数字栏，没有文字说明可找",
                              "{} is a column of numbers of {}, where no prose stands",
                              to_string(cell), column->table->name));
}

}  // namespace

void check_prose(SheetDraft& draft) {
  for (std::size_t i = 0; i < draft.form.prose.size(); ++i) {
    const Prose& prose = draft.form.prose[i];
    const Draft::ProseSource& source = draft.sources.prose[i];
    if (!source.placed) continue;
    if (prose.one_cell)
      check_cell(prose, source.place, draft);
    else
      check_rows(prose, source.place, draft);
  }
}

}  // namespace huizong::mapping
