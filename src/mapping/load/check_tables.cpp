#include "base/text.h"
#include "mapping/load/template_address.h"
#include "mapping/load/template_check.h"
#include "mapping/load/template_words.h"
#include "model/field_type.h"

namespace huizong::mapping {
namespace {

void check_end(const TableBlock& table, const Draft::TableSource& source, SheetDraft& draft) {
  if (table.end.kind != TableEnd::Kind::Text || !source.end_placed) return;
  const TemplateWords words(draft.sheet());
  std::vector<std::string> there;
  std::optional<CellRef> elsewhere;
  for (const xlsx::Cell& cell : draft.sheet().cells) {
    if (cell.ref.row <= table.last_row || cell.type != xlsx::CellType::Text) continue;
    const std::string label = fold_label(cell.text);
    const bool fits = label == table.end.text || without_unit(label) == table.end.text;
    if (cell.ref.col == table.end.col) {
      if (fits) return;
      there.push_back(shortened(cell.text));
    } else if (fits && !elsewhere) {
      elsewhere = cell.ref;
    }
  }
  draft.slips.add(source.end,
                  say("表样 {0} 列第 {1} 行以下没有“{2}”",
                      "column {0} of the template has no {2} below row {1}",
                      column_name(table.end.col), table.last_row + 1, table.end.text),
                  elsewhere ? say("它在 {}", "it stands at {}", to_string(*elsewhere))
                            : did_you_mean(table.end.text, there));
}

/// Whether a column's sample cells are cells of their own; says what is wrong where they are not.
bool check_sample_cells(const TableBlock& table, const Column& column, const TextSpot& spot,
                        SheetDraft& draft) {
  for (int row = table.first_row; row <= table.last_row; ++row) {
    const CellRef cell{row, column.col};
    const CellRange extent = draft.sheet().extent(cell);
    if (extent.first.col != column.col) {
      covered(draft, cell, spot);
      return false;
    }
    if (extent.first.row < table.first_row || extent.last.row > table.last_row) {
      draft.slips.add(
          spot,
          say("{} 与块以外的行合并成一格 {}", "{} is merged with rows outside the block into {}",
              to_string(cell), to_string(extent)),
          {"请核对 rows 和 col", "check rows and col"});
      return false;
    }
    if (extent.first.row == extent.last.row || column.fill_down ||
        model::is_numeric(column.typing.type))
      continue;
    draft.slips.add(spot,
                    say("表样 {} 是一格管几行，这一列却没有 fill_down",
                        "{} covers several rows on the template, but the column has no fill_down",
                        to_string(extent)),
                    {"请写 fill_down = true", "write fill_down = true"});
    return false;
  }
  return true;
}

void check_table(const TableBlock& table, const Draft::TableSource& source, SheetDraft& draft) {
  if (!source.placed) return;
  const CellRange used = TemplateWords(draft.sheet()).used();
  // Empty sample rows under the headings are stored nowhere when nothing stands below them.
  const bool may_run_out =
      table.end.kind != TableEnd::Kind::Text && table.first_row <= used.last.row + 1;
  if (table.last_row > used.last.row && !may_run_out)
    return outside(draft, source.rows,
                   fmt::format("{}:{}", table.first_row + 1, table.last_row + 1));
  check_end(table, source, draft);
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Column& column = table.columns[i];
    const TextSpot& spot = source.columns[i].spot;
    if (!source.columns[i].placed) continue;
    const std::string top = draft.sheet().text_at({table.first_row, column.col});
    if (column.col > used.last.col) {
      outside(draft, spot, column_name(column.col));
    } else if (same_label(top, column.name)) {
      return draft.slips.add(
          source.rows,
          say("表样第 {} 行是表头（{} 写着“{}”），不是样例行",
              "row {} of the template is a heading ({} reads {}), no sample row",
              table.first_row + 1, to_string(CellRef{table.first_row, column.col}), column.name));
    } else if (check_sample_cells(table, column, spot, draft)) {
      check_heading(column.name, {column.name}, column.col, table.first_row, spot, draft);
    }
  }
}

}  // namespace

void check_tables(SheetDraft& draft) {
  for (std::size_t i = 0; i < draft.form.tables.size(); ++i)
    check_table(draft.form.tables[i], draft.sources.tables[i], draft);
}

}  // namespace huizong::mapping
