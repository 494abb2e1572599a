#include "report/summary/columns.h"

#include "formula/print.h"
#include "report/number_formats.h"
#include "report/substitute.h"

namespace huizong::report {
namespace {

using formula::Expr;
using formula::Total;

const formula::Derived* derived_of(const Expr& expr, const formula::Definitions& definitions) {
  const auto* path = std::get_if<formula::PathNode>(&expr->what);
  return path && path->path.form.empty() ? definitions.find_derived(path->path.to_string())
                                         : nullptr;
}

std::vector<std::string> lists_of(const mapping::Mapping& mapping) {
  std::vector<std::string> lists;
  for (const auto* table : mapping.rows()) {
    for (const auto& column : table->columns) {
      const std::string path = table->name + "." + column.name;
      lists.push_back(path);
      if (column.typing.type == model::FieldType::LabelWeight) lists.push_back(path + ".权重");
    }
  }
  for (const auto& derived : mapping.definitions.derived) {
    if (derived.by_row()) lists.push_back(derived.path());
  }
  const auto& elsewhere = mapping.definitions.lists_elsewhere;
  lists.insert(lists.end(), elsewhere.begin(), elsewhere.end());
  return lists;
}

const formula::CallNode* as_rank(const Expr& expr) {
  const auto* call = std::get_if<formula::CallNode>(&expr->what);
  return call && call->function == "RANK" && call->arguments.size() == 1 ? call : nullptr;
}

}  // namespace

SummaryColumns::SummaryColumns(const mapping::Mapping& mapping)
    : mapping_(mapping), lists_(lists_of(mapping)), visible_(mapping.definitions.summary.size()) {
  // Expressions are handed on by value: columns_ grows under whoever holds one of its own.
  // All visible columns take their places before any of them asks for helpers.
  for (const auto& wanted : mapping.definitions.summary) {
    Column column;
    column.heading = wanted.name;
    column.total = wanted.total;
    column.format = wanted.show;
    holding_.emplace(formula::to_text(wanted.expr), columns_.size());
    columns_.push_back(std::move(column));
  }
  for (std::size_t i = 0; i < visible_; ++i) define(i, mapping.definitions.summary[i].expr);
  for (std::size_t i = 0; i < visible_; ++i) {
    if (columns_[i].total == Total::Ratio) ensure_totals(i);
  }
  for (const formula::SummaryChart& chart : mapping.definitions.charts) {
    Drawn drawn;
    for (const auto& series : chart.series) {
      drawn.emplace_back();
      for (const Expr& value : series.values) {
        drawn.back().push_back(chart.over == formula::SummaryChart::Over::Points
                                   ? ensure_drawn(value)
                                   : ensure(value));
      }
    }
    charts_.push_back(std::move(drawn));
  }
}

std::vector<Expr> SummaryColumns::operands_of(const Expr& expr) const {
  return formula::operands_of(expr, lists_);
}

bool SummaryColumns::is_operand(const Expr& expr) const {
  const auto operands = operands_of(expr);
  return operands.size() == 1 && formula::to_text(operands.front()) == formula::to_text(expr);
}

std::optional<std::size_t> SummaryColumns::holding(const Expr& piece) const {
  const auto it = holding_.find(formula::to_text(piece));
  return it == holding_.end() ? std::nullopt : std::optional(it->second);
}

std::optional<std::size_t> SummaryColumns::total_of(const Expr& piece) const {
  const auto it = totals_.find(formula::to_text(piece));
  return it == totals_.end() ? std::nullopt : std::optional(it->second);
}

std::size_t SummaryColumns::ensure(Expr expr) {
  const std::string text = formula::to_text(expr);
  if (const auto it = holding_.find(text); it != holding_.end()) return it->second;
  const std::size_t at = columns_.size();
  holding_.emplace(text, at);
  Column helper;
  helper.heading = text;
  columns_.push_back(std::move(helper));
  define(at, expr);
  return at;
}

void SummaryColumns::define(std::size_t at, Expr expr) {
  if (columns_[at].format.empty()) columns_[at].format = format_of(mapping_, expr);
  const formula::Derived* derived = derived_of(expr, mapping_.definitions);
  if (!derived) {
    columns_[at].value = with_ranks(expr);
    if (!is_operand(expr)) print_as(at, columns_[at].value);
    return;
  }
  columns_[at].value = expr;
  columns_[at].derived = derived;
  if (!derived->bands.empty()) {
    const std::size_t graded = ensure(derived->expr);
    columns_[at].kind = Column::Kind::Bands;
    columns_[at].of = graded;
    return;
  }
  columns_[at].digits = derived->digits;
  print_as(at, derived->expr);
}

void SummaryColumns::print_as(std::size_t at, Expr expr) {
  if (!formula::printable(expr)) {
    not_live_.push_back(columns_[at].heading);
    return;
  }
  for (const Expr& operand : operands_of(expr)) ensure(operand);
  columns_[at].kind = Column::Kind::Formula;
  columns_[at].printed = expr;
}

/// RANK(x) ranks among the rows that count: x stands in a helper column that is empty for the
/// others.
Expr SummaryColumns::with_ranks(const Expr& expr) {
  return substitute(expr, [this](const Expr& piece) -> Expr {
    const formula::CallNode* rank = as_rank(piece);
    if (!rank) return nullptr;
    const Expr& ranked = rank->arguments.front();
    const Expr name = named("计入合计的" + formula::to_text(ranked));
    if (!holding(name)) {
      const std::size_t source = ensure(ranked);
      Column helper;
      helper.heading = "计入合计的" + columns_[source].heading;
      helper.kind = Column::Kind::Counted;
      helper.value = columns_[source].value;
      helper.of = source;
      helper.format = columns_[source].format;
      holding_.emplace(formula::to_text(name), columns_.size());
      columns_.push_back(std::move(helper));
    }
    formula::CallNode call = *rank;
    call.arguments.front() = name;
    return std::make_shared<const formula::Node>(formula::Node{std::move(call), piece->span});
  });
}

/// The same expression over the totals row: each of its operands needs a total.
void SummaryColumns::ensure_totals(std::size_t at) {
  if (columns_[at].kind != Column::Kind::Formula) {
    columns_[at].total = Total::None;
    without_total_.push_back(columns_[at].heading);
    return;
  }
  const Expr printed = columns_[at].printed;
  for (const Expr& operand : operands_of(printed)) ensure_total(operand);
}

void SummaryColumns::ensure_total(Expr piece) {
  const std::string text = formula::to_text(piece);
  if (totals_.contains(text)) return;
  const std::size_t at_piece = ensure(piece);
  // A rate is computed anew, not added up.
  const bool rate = columns_[at_piece].kind == Column::Kind::Formula;
  const std::size_t at = totalled(at_piece, rate ? Total::Ratio : Total::Sum);
  totals_.emplace(text, at);
  const std::size_t source = columns_[at].kind == Column::Kind::TotalOnly ? columns_[at].of : at;
  if (columns_[at].total == Total::Ratio) ensure_totals(source);
}

/// What a chart draws of all units: a column's own total; what the sheet has no column for is added
/// up, or computed anew from sums where it is a rate.
std::size_t SummaryColumns::ensure_drawn(Expr expr) {
  const std::size_t at = ensure(std::move(expr));
  if (columns_[at].total != Total::None) return at;
  const bool rate = columns_[at].format.find('%') != std::string::npos;
  const std::size_t total = totalled(at, rate ? Total::Ratio : Total::Sum);
  if (columns_[total].total == Total::Ratio) ensure_totals(at);
  return total;
}

/// The column whose totals cell holds that total of a column: itself, or one more where it has
/// another total already, or shows none.
std::size_t SummaryColumns::totalled(std::size_t at, Total wanted) {
  const Total has = columns_[at].total;
  if (at >= visible_ && (has == Total::None || has == wanted)) {
    columns_[at].total = wanted;
    return at;
  }
  if (at < visible_ && has != Total::None && has != Total::Count) return at;
  Column total;
  total.heading = columns_[at].heading + "（合计用）";
  total.kind = Column::Kind::TotalOnly;
  total.of = at;
  total.total = wanted;
  total.format = columns_[at].format;
  columns_.push_back(std::move(total));
  return columns_.size() - 1;
}

}  // namespace huizong::report
