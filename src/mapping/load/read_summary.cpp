// [summary] and its [[summary.columns]]

#include "mapping/load/read_definitions.h"
#include "mapping/load/read_expression.h"
#include "mapping/load/vocabulary.h"

namespace huizong::mapping {

void read_summary(const TomlValue* summary, Draft& draft) {
  if (!summary) return;
  static const std::vector<std::string> kTotals = {"none", "sum", "ratio", "mean", "count"};
  static constexpr formula::Total kKinds[] = {formula::Total::None, formula::Total::Sum,
                                              formula::Total::Ratio, formula::Total::Mean,
                                              formula::Total::Count};
  TableReader whole(*summary, draft.slips, {"[summary]", "[summary]"});
  const TomlValue* columns = whole.list("columns", Need::Required);
  const TomlValue* charts = whole.list("charts");
  whole.finish();
  ExpressionContext context = context_of(draft.mapping);
  context.ranks = true;
  NameRegister names;
  for (const TomlValue* table : tables_in(columns, draft.slips, "summary.columns")) {
    formula::SummaryColumn column;
    TableReader reader(*table, draft.slips, {"汇总列", "the summary column"});
    if (const TomlValue* name = reader.text("name", Need::Required)) {
      column.name = name->text;
      names.add(name->text, name->spot, draft.slips);
    }
    if (const TomlValue* expr = reader.text("expr", Need::Required))
      column.expr = read_expression(*expr, context, draft.slips);
    column.total = kKinds[reader.choice("total", kTotals).value_or(0)];
    column.show = reader.word("show");
    reader.finish();
    draft.mapping.definitions.summary.push_back(std::move(column));
  }
  read_charts(charts, draft);
}

}  // namespace huizong::mapping
