// A 汇总 sheet being laid out: what its rows, its totals and its frame share.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/origins.h"
#include "report/sheet.h"
#include "report/summary/layout.h"

namespace huizong::report {

struct SummaryPage {
  Sheet& sheet;
  const SheetOrigins& origins;
  const SummaryTable& table;
  const SummaryColumns& columns;
  const SummaryLayout layout;
  std::vector<std::string>& not_live;  ///< gains the columns whose formula Excel could not hold

  /// A formula with its value; the value alone where Excel could not hold the formula.
  void live(CellRef place, const std::string& formula, const model::Value& value,
            const Column& column, const xlsx::Style& style) const;
  void plain(CellRef place, const model::Value& value, const xlsx::Style& style) const;
  static xlsx::Style style_of(const Column& column, const model::Value& value);
};

/// As mapping files write it, with the rounding; "" without an expression.
std::string written(const formula::Expr& expr, std::optional<int> digits);

}  // namespace huizong::report
