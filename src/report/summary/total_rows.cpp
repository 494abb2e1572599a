#include "report/summary/total_rows.h"

#include "model/display.h"
#include "report/looks.h"
#include "report/summary/totals.h"

namespace huizong::report {
namespace {

using formula::Total;
using model::Value;

const char* name_of(Total total) {
  switch (total) {
    case Total::Sum:
      return "sum";
    case Total::Mean:
      return "mean";
    case Total::Count:
      return "count";
    default:
      return "ratio";
  }
}

class TotalRows {
 public:
  TotalRows(const SummaryPage& page, int row) : page_(page), next_row_(row) {}
  void totals();
  void subtotals();
  int next_row() const { return next_row_; }

 private:
  std::vector<CellRange> counted_cells(std::size_t source, const std::string* department) const;
  std::string remarks(const std::string* department) const;
  std::string uneven_remark(std::size_t at, const std::string* department) const;
  void total_cells(const TotalsRow& totals, const std::string* department);
  void difference(int first_row, int last_row);

  const SummaryPage& page_;
  int next_row_;
};

/// The cells of a column that a total is made of.
std::vector<CellRange> TotalRows::counted_cells(std::size_t source,
                                                const std::string* department) const {
  std::vector<CellRef> cells;
  int row = SummaryLayout::kFirstRow;
  for (const UnitRow& unit : page_.table.rows()) {
    const bool counts = unit.counted() && (!department || unit.department == *department);
    if (counts && !model::is_blank(unit.values[source]) && model::is_available(unit.values[source]))
      cells.push_back({row, page_.layout.column(source)});
    ++row;
  }
  return ranges_of(cells);
}

/// The total of a ratio is not to be quoted where a unit gave one of its figures only; what may be,
/// is said beside it.
std::string TotalRows::uneven_remark(std::size_t at, const std::string* department) const {
  const Column& column = page_.columns.all()[at];
  const Value even = page_.table.total_of_complete(at, department);
  std::string remark = column.heading + "所据的各数家数不齐，不宜引用";
  if (const Decimal* n = model::number(even)) {
    const bool percent = column.format.find('%') != std::string::npos;
    remark += fmt::format(
        "；按填齐的 {} {}重算为 {}", page_.table.counted_with(at, department),
        page_.table.has_items() ? "份" : "家",
        model::display(*n, percent ? model::FieldType::Percent : model::FieldType::Number));
  }
  return remark;
}

/// How many were added up, and which ratios of them are not to be quoted.
std::string TotalRows::remarks(const std::string* department) const {
  std::string remarks = fmt::format("计入合计 {} {}", page_.table.counted(department),
                                    page_.table.has_items() ? "份" : "家");
  if (!department && !page_.table.complete()) remarks += "，不完整";
  for (std::size_t i = 0; i < page_.columns.visible(); ++i) {
    if (page_.table.uneven(i, department)) remarks += "；" + uneven_remark(i, department);
  }
  return remarks;
}

/// Over all rows, or those of one 主管部门.
void TotalRows::total_cells(const TotalsRow& totals, const std::string* department) {
  for (std::size_t i = 0; i < page_.columns.all().size(); ++i) {
    const Column& column = page_.columns.all()[i];
    const CellRef place{totals.row, page_.layout.column(i)};
    xlsx::Style style = looks::bold(SummaryPage::style_of(column, model::Blank{}));
    if (column.total == Total::Count) style = looks::bold(looks::count());
    if (column.total == Total::None) {
      page_.sheet.blank(place, style);
      continue;
    }
    if (page_.table.uneven(i, department)) style = looks::alarmed(style);
    std::vector<CellRange> operands;
    const std::string formula = total_formula(page_.columns, page_.layout, i, totals, operands);
    const Value value = page_.table.total(i, department);
    page_.live(place, formula, value, column, style);

    const std::size_t source = column.kind == Column::Kind::TotalOnly ? column.of : i;
    const bool ratio = column.total == Total::Ratio;
    const Column& rate = page_.columns.all()[source];
    page_.origins.add(
        {"", place, name_of(column.total),
         department ? "小计 " + (department->empty() ? "未填主管部门的" : *department) : "合计",
         column.heading, model::to_string(value), ratio ? written(rate.printed, rate.digits) : "",
         "", "", "", ratio ? operands : counted_cells(source, department)});
  }
  page_.sheet.blank({totals.row, page_.layout.counted()}, looks::bold(looks::centered()));
}

void TotalRows::totals() {
  const int row = page_.layout.totals_row();
  page_.sheet.merged({{row, 0}, {row, page_.layout.department}}, "合计",
                     looks::bold(looks::centered()));
  total_cells({row}, nullptr);
  page_.sheet.text({row, page_.layout.remarks()}, remarks(nullptr), looks::bold(looks::text()));
  next_row_ = row + 1;
}

/// 按主管部门小计, where there are several; and what they leave of the totals, which must be 0.
void TotalRows::subtotals() {
  const auto departments = page_.table.departments();
  if (departments.size() < 2) return;
  const int first = ++next_row_;
  page_.sheet.merged({{first, 0}, {first, page_.layout.remarks()}}, "按主管部门小计",
                     looks::section());
  for (const std::string& department : departments) {
    const int row = ++next_row_;
    page_.sheet.merged({{row, 0}, {row, page_.layout.department - 1}},
                       department.empty() ? "小计（未填主管部门的）" : "小计",
                       looks::bold(looks::centered()));
    page_.sheet.text({row, page_.layout.department}, department, looks::bold(looks::text()));
    total_cells({row, "$" + column_name(page_.layout.department) + "$" + std::to_string(row + 1)},
                &department);
    page_.sheet.text({row, page_.layout.remarks()}, remarks(&department),
                     looks::bold(looks::text()));
  }
  difference(first + 1, next_row_);
  ++next_row_;
}

void TotalRows::difference(int first_row, int last_row) {
  const int row = ++next_row_;
  page_.sheet.merged({{row, 0}, {row, page_.layout.department}}, "核对：合计减各小计（应为 0）",
                     looks::muted(looks::centered()));
  for (std::size_t i = 0; i < page_.columns.all().size(); ++i) {
    const Column& column = page_.columns.all()[i];
    const CellRef place{row, page_.layout.column(i)};
    const auto style = looks::muted(SummaryPage::style_of(column, model::Blank{}));
    if (column.total != Total::Sum) {
      page_.sheet.blank(place, style);
      continue;
    }
    const std::string name = column_name(place.col);
    const CellRef total{page_.layout.totals_row(), place.col};
    page_.origins.add({"",
                       place,
                       "difference",
                       "核对",
                       column.heading,
                       "0",
                       "",
                       "",
                       "",
                       "",
                       {{total, total}, {{first_row, place.col}, {last_row, place.col}}}});
    page_.sheet.formula(place,
                        fmt::format("ROUND(SUM({0}{1})-SUM({0}{2}:{0}{3}),6)", name,
                                    page_.layout.totals_row() + 1, first_row + 1, last_row + 1),
                        Decimal(), style);
  }
  for (const int col : {page_.layout.counted(), page_.layout.remarks()}) {
    page_.sheet.blank({row, col}, looks::muted(looks::centered()));
  }
}

}  // namespace

int write_total_rows(const SummaryPage& page, int row) {
  if (page.table.rows().empty()) return row;
  TotalRows rows(page, row);
  rows.totals();
  rows.subtotals();
  return rows.next_row();
}

}  // namespace huizong::report
