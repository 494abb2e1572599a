// The columns of a 汇总 sheet: those the mapping asks for, and behind them the
// helper columns that their live formulas need, so that no formula carries a
// pasted constant.
//
// Nothing here knows a cell: columns are numbers, 0 the first the mapping names.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "formula/definitions.h"
#include "mapping/mapping.h"

namespace huizong::report {

struct Column {
  enum class Kind {
    Value,      ///< a figure of the form, or what no formula can say
    Formula,    ///< `printed` over the cells of its row
    Bands,      ///< the grade of column `of`
    Counted,    ///< column `of` where the row counts, else ""
    TotalOnly,  ///< nothing but a cell in the totals row, over column `of`
  };
  std::string heading;
  Kind kind = Kind::Value;
  formula::Expr value;    ///< what a row's value is evaluated from
  formula::Expr printed;  ///< Kind::Formula: what is printed
  std::optional<int> digits;
  const formula::Derived* derived = nullptr;
  std::size_t of = 0;
  formula::Total total = formula::Total::None;
  std::string format;
};

class SummaryColumns {
 public:
  explicit SummaryColumns(const mapping::Mapping& mapping);

  const std::vector<Column>& all() const { return columns_; }
  std::size_t visible() const {
    return visible_;
  }  ///< how many of them, from the first, are no helpers

  /// The column that holds this piece of an expression, row by row.
  std::optional<std::size_t> holding(const formula::Expr& piece) const;
  /// The column whose totals cell stands for this piece in a ratio.
  std::optional<std::size_t> total_of(const formula::Expr& piece) const;

  /// What a chart draws, series by series and value by value: over points the column whose totals
  /// cell holds it, else the column of the rows. As many as the mapping has charts.
  using Drawn = std::vector<std::vector<std::size_t>>;
  const std::vector<Drawn>& charts() const { return charts_; }

  /// Columns that are written as values though they are computed, and ratios that cannot be
  /// computed anew.
  const std::vector<std::string>& not_live() const { return not_live_; }
  const std::vector<std::string>& without_total() const { return without_total_; }

 private:
  std::size_t ensure(formula::Expr expr);
  void define(std::size_t column, formula::Expr expr);
  void print_as(std::size_t column, formula::Expr expr);
  formula::Expr with_ranks(const formula::Expr& expr);
  void ensure_totals(std::size_t column);
  void ensure_total(formula::Expr piece);
  std::size_t ensure_drawn(formula::Expr expr);
  std::size_t totalled(std::size_t column, formula::Total wanted);

  std::vector<formula::Expr> operands_of(const formula::Expr& expr) const;
  /// A figure of the form itself, or an aggregate over its lists: nothing on the sheet computes it.
  bool is_operand(const formula::Expr& expr) const;

  const mapping::Mapping& mapping_;
  std::vector<std::string> lists_;  // the paths that are columns of the form's tables
  std::vector<Column> columns_;
  std::size_t visible_ = 0;
  std::map<std::string, std::size_t> holding_;  // by expression text
  std::map<std::string, std::size_t> totals_;
  std::vector<Drawn> charts_;
  std::vector<std::string> not_live_, without_total_;
};

}  // namespace huizong::report
