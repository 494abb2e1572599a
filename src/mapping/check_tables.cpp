#include "base/text.h"
#include "mapping/template_address.h"
#include "mapping/template_check.h"
#include "mapping/template_words.h"

namespace huizong::mapping {
namespace {

void check_end(const TableBlock& table, const Draft::TableSource& source, Draft& draft) {
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

void check_table(const TableBlock& table, const Draft::TableSource& source, Draft& draft) {
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
    if (column.col > used.last.col) {
      outside(draft, spot, column_name(column.col));
      continue;
    }
    const CellRef first{table.first_row, column.col};
    const CellRange extent = draft.sheet().extent(first);
    if (extent.first.col != column.col) {
      covered(draft, first, spot);
      continue;
    }
    if (extent.first.row < table.first_row) {
      draft.slips.add(spot, say("{} 与块以上的行合并成一格 {}",
                                "{} is merged with rows above the block into {}", to_string(first),
                                to_string(extent)));
      continue;
    }
    if (same_label(draft.sheet().text_at(first), column.name)) {
      draft.slips.add(source.rows,
                      say("表样第 {} 行是表头（{} 写着“{}”），不是样例行",
                          "row {} of the template is a heading ({} reads {}), no sample row",
                          table.first_row + 1, to_string(first), column.name));
      return;
    }
    check_heading(column.name, {column.name}, column.col, table.first_row, spot, draft);
  }
}

}  // namespace

void check_tables(Draft& draft) {
  for (std::size_t i = 0; i < draft.tables.size(); ++i)
    check_table(draft.mapping.tables[i], draft.tables[i], draft);
}

}  // namespace huizong::mapping
