#include "report/summary/totals.h"

#include <map>

#include "formula/print.h"
#include "report/substitute.h"
#include "report/summary/table.h"

namespace huizong::report {
namespace {

using formula::Expr;
using formula::Total;

/// The totals row's cells, by the names given to their pieces.
class TotalCells : public formula::CellNames {
 public:
  std::map<std::string, std::string> cells;
  std::optional<std::string> place(const Expr& piece) const override {
    const auto it = cells.find(formula::to_text(piece));
    return it == cells.end() ? std::nullopt : std::optional(it->second);
  }
};

std::string ratio(const SummaryColumns& columns, const SummaryLayout& layout, const Column& rate,
                  int row, std::vector<CellRange>& operands) {
  TotalCells cells;
  const Expr over_totals = substitute(rate.printed, [&](const Expr& piece) -> Expr {
    const auto operand = columns.total_of(piece);
    if (!operand) return nullptr;
    const Expr name = named("合计的" + formula::to_text(piece));
    const CellRef cell{row, layout.column(*operand)};
    const bool again = !cells.cells.emplace(formula::to_text(name), to_string(cell)).second;
    if (!again) operands.push_back({cell, cell});
    return name;
  });
  return formula::print_excel(over_totals, cells, rate.digits);
}

/// 1 for each row that is added up, 0 for the others.
std::string which_rows(const SummaryLayout& layout, const TotalsRow& totals) {
  if (totals.department_cell.empty()) return "(" + layout.is_counted() + ")";
  // = would take "abc" for "ABC".
  return fmt::format("({})*EXACT({},{})", layout.is_counted(), layout.range(layout.department),
                     totals.department_cell);
}

}  // namespace

std::string total_formula(const SummaryColumns& columns, const SummaryLayout& layout,
                          std::size_t at, const TotalsRow& totals,
                          std::vector<CellRange>& operands) {
  const Column& column = columns.all()[at];
  const std::size_t source = column.kind == Column::Kind::TotalOnly ? column.of : at;
  const std::string range = layout.range(layout.column(source));
  const std::string rows = which_rows(layout, totals);
  const std::string numbers = fmt::format("SUMPRODUCT({}*ISNUMBER({}))", rows, range);
  const std::string counted = layout.range(layout.counted());
  const bool all = totals.department_cell.empty();
  switch (column.total) {
    case Total::Sum:
      return fmt::format("IF({}=0,\"\",{})", numbers,
                         all ? fmt::format("SUMIF({},\"是\",{})", counted, range)
                             : fmt::format("SUMPRODUCT({},{})", rows, range));
    case Total::Mean:
      return fmt::format("IF({0}=0,\"\",ROUND({1},{2}))", numbers,
                         all ? fmt::format("AVERAGEIF({},\"是\",{})", counted, range)
                             : fmt::format("SUMPRODUCT({},{})/{}", rows, range, numbers),
                         decimals_of_mean(column));
    case Total::Count:
      return fmt::format("SUMPRODUCT({}*({}<>\"\"))", rows, range);
    case Total::Ratio:
      return ratio(columns, layout, columns.all()[source], totals.row, operands);
    case Total::None:
      break;
  }
  return "";
}

}  // namespace huizong::report
