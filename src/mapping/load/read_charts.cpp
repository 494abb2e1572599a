// [[summary.charts]]

#include "mapping/load/read_definitions.h"
#include "mapping/load/read_expression.h"

namespace huizong::mapping {
namespace {

using formula::SummaryChart;

constexpr std::size_t kMostSeries = 8;  // the looks that can be told apart

/// The expressions of one series, `count` of them.
std::vector<formula::Expr> read_values(const TomlValue& values, std::size_t count,
                                       const ExpressionContext& context, Draft& draft) {
  std::vector<formula::Expr> exprs;
  const auto texts = texts_in(values, draft.slips);
  if (texts.size() != count)
    draft.slips.add(values.spot,
                    say("要写 {} 个公式，这里有 {} 个", "{} expressions are wanted, here are {}",
                        count, texts.size()),
                    {"图上每一项一个，次序与 points 相同", "one for each of points, in its order"});
  for (const TomlValue* text : texts) {
    if (auto expr = read_expression(*text, context, draft.slips)) exprs.push_back(std::move(expr));
  }
  return exprs;
}

/// series = [{ name, values }, …], or values alone.
void read_series(TableReader& reader, const TomlValue& table, std::size_t count,
                 const ExpressionContext& context, SummaryChart& chart, Draft& draft) {
  const TomlValue* values = reader.any("values");
  const TomlValue* series = reader.list("series");
  if (!values == !series) {
    draft.slips.add(table.spot, {"图要么写 values，要么写 series（几组数并列）",
                                 "a chart has either values, or series side by side"});
    return;
  }
  if (values) chart.series.push_back({"", read_values(*values, count, context, draft)});
  for (const TomlValue* each : tables_in(series, draft.slips, "series")) {
    TableReader one(*each, draft.slips, {"系列", "the series"});
    SummaryChart::Series read;
    read.name = one.word("name", Need::Required);
    if (const TomlValue* list = one.any("values", Need::Required))
      read.values = read_values(*list, count, context, draft);
    one.finish();
    chart.series.push_back(std::move(read));
  }
  const std::size_t most = chart.kind == SummaryChart::Kind::Pie ? 1 : kMostSeries;
  if (chart.series.size() > most)
    draft.slips.add(series->spot,
                    say("这种图最多画 {} 组数", "such a chart has at most {} series", most));
}

bool is_graded(const formula::Expr& expr, const formula::Definitions& definitions) {
  const auto* path = std::get_if<formula::PathNode>(&expr->what);
  const auto* derived = path ? definitions.find_derived(path->path.to_string()) : nullptr;
  return derived && !derived->bands.empty();
}

SummaryChart read_chart(const TomlValue& table, const ExpressionContext& context, Draft& draft) {
  static const std::vector<std::string> kKinds = {"column", "bar", "pie"};
  static const std::vector<std::string> kOver = {"units", "grades"};
  static constexpr SummaryChart::Kind kKindOf[] = {
      SummaryChart::Kind::Column, SummaryChart::Kind::Bar, SummaryChart::Kind::Pie};
  SummaryChart chart;
  TableReader reader(table, draft.slips, {"图", "the chart"});
  chart.title = reader.word("title", Need::Required);
  chart.kind = kKindOf[reader.choice("kind", kKinds, Need::Required).value_or(0)];
  const auto over = reader.choice("over", kOver);
  const TomlValue* points = table.find("over") ? nullptr : reader.list("points", Need::Required);
  if (over) chart.over = *over == 0 ? SummaryChart::Over::Units : SummaryChart::Over::Grades;
  if (points) {
    for (const TomlValue* point : texts_in(*points, draft.slips))
      chart.points.push_back(point->text);
  }
  read_series(reader, table, over ? 1 : chart.points.size(), context, chart, draft);
  reader.finish();
  if (chart.over == SummaryChart::Over::Grades) {
    for (const auto& series : chart.series) {
      for (const auto& expr : series.values) {
        if (!is_graded(expr, draft.mapping.definitions))
          draft.slips.add(table.spot, {"over = \"grades\" 的 values 写一个分档的派生数",
                                       "over = \"grades\" takes a graded derived figure"});
      }
    }
  }
  return chart;
}

}  // namespace

void read_charts(const TomlValue* list, Draft& draft) {
  const ExpressionContext context = context_of(draft.mapping);
  for (const TomlValue* table : tables_in(list, draft.slips, "summary.charts"))
    draft.mapping.definitions.charts.push_back(read_chart(*table, context, draft));
}

}  // namespace huizong::mapping
