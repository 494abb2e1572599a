#include "report/summary_sheet.h"

#include <algorithm>
#include <set>

#include "formula/print.h"
#include "model/display.h"
#include "report/grade_counts.h"
#include "report/looks.h"
#include "report/source_links.h"
#include "report/summary_totals.h"
#include "xlsx/written_text.h"

namespace huizong::report {
namespace {

using formula::Expr;
using formula::Total;
using model::Value;

constexpr int kMaxFormula = 8192;  // Excel

/// The cells of one unit's row.
class RowCells : public formula::CellNames {
 public:
  /// `used` gains the cells that were asked for.
  RowCells(const SummaryColumns& columns, const SummaryLayout& layout, int row,
           std::set<CellRange>& used)
      : columns_(columns), layout_(layout), row_(row), used_(used) {}
  std::optional<std::string> place(const Expr& piece) const override {
    const auto at = columns_.holding(piece);
    if (!at) return std::nullopt;
    const CellRef cell{row_, layout_.column(*at)};
    used_.insert(CellRange{cell, cell});
    return to_string(cell);
  }
  std::optional<std::string> peers(const Expr& ranked) const override {
    const auto at = columns_.holding(ranked);
    if (!at) return std::nullopt;
    const int col = layout_.column(*at);
    used_.insert(CellRange{{SummaryLayout::kFirstRow, col}, {layout_.last_row, col}});
    return layout_.range(col);
  }

 private:
  const SummaryColumns& columns_;
  const SummaryLayout& layout_;
  int row_;
  std::set<CellRange>& used_;
};

/// As mapping files write it, with the rounding.
std::string written(const Expr& expr, std::optional<int> digits) {
  if (!expr) return "";
  const std::string text = formula::to_text(expr);
  return digits ? fmt::format("ROUND({}, {})", text, *digits) : text;
}

std::string row_name(const UnitRow& unit) {
  return unit.unit.code + " " + unit.unit.name + (unit.item.empty() ? "" : " " + unit.item);
}

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

class Writing {
 public:
  Writing(Sheet& sheet, const SummaryTable& table, const model::RunResult& result,
          std::vector<std::string>& not_live, const SheetOrigins& origins)
      : sheet_(sheet),
        origins_(origins),
        table_(table),
        columns_(table.columns()),
        links_(result, table.rows().size() * table.columns().all().size()),
        not_live_(not_live),
        layout_(table) {}

  void frame(int year);
  void rows();
  void totals();
  void subtotals();
  void grades();
  void finish();
  const GradeCells& grade_cells() const { return grades_; }

 private:
  void unit_row(int row, int number, const UnitRow& unit);
  void cell(int row, std::size_t at, const UnitRow& unit);
  std::string row_formula(const Column& column, int row, std::set<CellRange>& used) const;
  std::vector<CellRange> counted_cells(std::size_t source, const std::string* department) const;
  void total_cells(const TotalsRow& totals, const std::string* department);
  void colours();
  void difference(int first_row, int last_row);
  std::string uneven_remark(std::size_t at) const;
  void live(CellRef place, const std::string& formula, const Value& value, const Column& column,
            xlsx::Style style);
  void plain(CellRef place, const Value& value, const xlsx::Style& style);
  static xlsx::Style style_of(const Column& column, const Value& value);

  Sheet& sheet_;
  const SheetOrigins& origins_;
  const SummaryTable& table_;
  const SummaryColumns& columns_;
  const SourceLinks links_;
  std::vector<std::string>& not_live_;
  const SummaryLayout layout_;
  GradeCells grades_;
  int next_row_ = 0;
};

void Writing::frame(int year) {
  const int last = layout_.remarks();
  const int half = last / 2;
  const std::string& title = table_.mapping().title();
  sheet_.merged({{0, 0}, {0, last}}, title + "汇总表", looks::title());
  sheet_.min_height(0, 32);
  sheet_.merged({{1, 0}, {1, half}}, fmt::format("{}年度", year), looks::caption());
  sheet_.merged({{1, half + 1}, {1, last}},
                fmt::format("金额单位：{}", name_of(table_.mapping().money)),
                looks::caption_right());
  sheet_.merged({{2, 0}, {2, last}}, table_.completeness(),
                table_.complete() ? looks::caption() : looks::alarmed(looks::caption()));

  std::vector<std::string> names = {"序号", "单位编码", "单位名称"};
  if (layout_.item >= 0) names.push_back("项目");
  names.push_back("主管部门");
  for (std::size_t i = 0; i < columns_.visible(); ++i) names.push_back(columns_.all()[i].heading);
  names.insert(names.end(), {"计入合计", "备注"});
  for (std::size_t i = columns_.visible(); i < columns_.all().size(); ++i)
    names.push_back(columns_.all()[i].heading);
  sheet_.headings({SummaryLayout::kHeadingRow, 0}, names);

  sheet_.bounds(0, {5, 6});
  sheet_.bounds(1, {7, 24});
  sheet_.bounds(2, {14, 22});
  if (layout_.item >= 0) sheet_.bounds(layout_.item, {12, 30});
  sheet_.bounds(layout_.department, {8, 18.5});
  for (int col = layout_.first; col < layout_.counted(); ++col) sheet_.bounds(col, {7, 24});
  sheet_.bounds(layout_.counted(), {6, 8});
  sheet_.bounds(layout_.remarks(), {14, 30});
}

void Writing::rows() {
  int row = SummaryLayout::kFirstRow;
  for (const UnitRow& unit : table_.rows()) {
    unit_row(row, row - SummaryLayout::kFirstRow + 1, unit);
    ++row;
  }
  next_row_ = row;
  if (row == SummaryLayout::kFirstRow) {
    sheet_.merged({{row, 0}, {row, layout_.remarks()}}, "没有应报单位。", looks::text());
    ++next_row_;
  }
}

void Writing::unit_row(int row, int number, const UnitRow& unit) {
  const auto look = [&](xlsx::Style style) {
    return unit.submission ? style : looks::muted(std::move(style));
  };
  sheet_.number({row, 0}, Decimal(number), look(looks::count()));
  sheet_.text({row, 1}, unit.unit.code, look(looks::centered()));
  if (unit.submission) SourceLinks::whole(sheet_, {row, 2}, *unit.submission);
  sheet_.text({row, 2}, unit.unit.name, look(looks::text()));
  if (layout_.item >= 0) {
    sheet_.text({row, layout_.item}, unit.item, look(looks::text()));
  }
  sheet_.text({row, layout_.department}, unit.department, look(looks::text()));
  for (std::size_t i = 0; i < columns_.all().size(); ++i) cell(row, i, unit);
  sheet_.text({row, layout_.counted()},
              !unit.submission ? "—"
              : unit.counted() ? "是"
                               : "否",
              look(looks::centered()));
  const bool alarming = !unit.counted();
  sheet_.text({row, layout_.remarks()}, unit.remarks,
              alarming ? looks::alarmed(looks::text()) : looks::text());
}

xlsx::Style Writing::style_of(const Column& column, const Value& value) {
  if (column.format == "0") return looks::count();
  return model::number(value) || !column.format.empty() ? looks::number(column.format)
                                                        : looks::centered();
}

void Writing::plain(CellRef place, const Value& value, const xlsx::Style& style) {
  if (const Decimal* number = model::number(value)) return sheet_.number(place, *number, style);
  if (const bool* b = std::get_if<bool>(&value))
    return sheet_.text(place, *b ? "是" : "否", looks::centered());
  // "" is not blank: a formula over this cell must stay n/a, not take it for 0, nor count an error
  // as a text. The reason stands in 备注.
  if (!model::is_available(value) || std::holds_alternative<model::CellError>(value))
    return sheet_.formula(place, "\"\"", "", style);
  if (model::is_blank(value)) return sheet_.blank(place, style);
  sheet_.text(place, model::to_string(value), looks::centered());
}

void Writing::live(CellRef place, const std::string& formula, const Value& value,
                   const Column& column, xlsx::Style style) {
  const bool too_long = xlsx::utf16_units(formula) > kMaxFormula;
  if (too_long || std::holds_alternative<bool>(
                      value)) {  // a stored true or false is not to be had beside a formula
    if (std::find(not_live_.begin(), not_live_.end(), column.heading) == not_live_.end()) {
      not_live_.push_back(column.heading);
    }
    return plain(place, value, style);
  }
  if (const Decimal* number = model::number(value))
    return sheet_.formula(place, formula, *number, style);
  const std::string* text = model::text(value);
  sheet_.formula(place, formula, text ? *text : "", style);
}

std::string Writing::row_formula(const Column& column, int row, std::set<CellRange>& used) const {
  const RowCells cells(columns_, layout_, row, used);
  const CellRef of{row, layout_.column(column.of)};
  const std::string source = to_string(of);
  if (column.kind != Column::Kind::Formula) used.insert(CellRange{of, of});
  switch (column.kind) {
    case Column::Kind::Formula:
      return formula::print_excel(column.printed, cells, column.digits);
    case Column::Kind::Bands:
      return formula::print_bands(column.derived->bands, source);
    case Column::Kind::Counted:
      return fmt::format("IF({0}=\"是\",IF(ISBLANK({1}),\"\",{1}),\"\")",
                         to_string(CellRef{row, layout_.counted()}), source);
    case Column::Kind::Value:
    case Column::Kind::TotalOnly:
      break;
  }
  return "";
}

void Writing::cell(int row, std::size_t at, const UnitRow& unit) {
  const Column& column = columns_.all()[at];
  const CellRef place{row, layout_.column(at)};
  if (!unit.submission || column.kind == Column::Kind::TotalOnly) {
    return sheet_.blank(place, looks::muted(style_of(column, model::Blank{})));
  }
  Value value = unit.values[at];
  if (column.kind == Column::Kind::Counted && !unit.counted()) value = model::NotAvailable{};
  const xlsx::Style style = style_of(column, value);
  model::CellOrigin origin{"",
                           place,
                           "figure",
                           row_name(unit),
                           column.heading,
                           model::to_string(value),
                           written(column.value, std::nullopt)};
  if (column.kind == Column::Kind::Value) {
    origin.form = unit.submission->key.form;
    origin.unit = unit.submission->key.unit;
    origin.item = unit.submission->key.item;
    origins_.add(std::move(origin));
    const auto* name = std::get_if<formula::PathNode>(&column.value->what);
    const auto* figure = name ? unit.submission->find(name->path.to_string()) : nullptr;
    // A program may show where an empty cell leads instead of nothing.
    const bool shows = model::number(value) || model::text(value);
    if (figure && shows) links_.figure(sheet_, place, *figure);
    return plain(place, value, style);
  }
  std::set<CellRange> used;
  const std::string formula = row_formula(column, row, used);
  origin.kind = column.kind == Column::Kind::Formula ? "computed"
                : column.kind == Column::Kind::Bands ? "grade"
                                                     : "counted";
  origin.expression =
      column.kind == Column::Kind::Formula ? written(column.printed, column.digits) : "";
  origin.from.assign(used.begin(), used.end());
  origins_.add(std::move(origin));
  live(place, formula, value, column, style);
}

// -- the totals row

/// The cells of a column that a total is made of.
std::vector<CellRange> Writing::counted_cells(std::size_t source,
                                              const std::string* department) const {
  std::vector<CellRef> cells;
  int row = SummaryLayout::kFirstRow;
  for (const UnitRow& unit : table_.rows()) {
    const bool counts = unit.counted() && (!department || unit.department == *department);
    if (counts && !model::to_string(unit.values[source]).empty())
      cells.push_back({row, layout_.column(source)});
    ++row;
  }
  return ranges_of(cells);
}

/// The total of a ratio is not to be quoted where a unit gave one of its figures only; what may be,
/// is said beside it.
std::string Writing::uneven_remark(std::size_t at) const {
  const Column& column = columns_.all()[at];
  const Value even = table_.total_of_complete(at);
  std::string remark = column.heading + "所据的各数家数不齐，不宜引用";
  if (const Decimal* n = model::number(even)) {
    const bool percent = column.format.find('%') != std::string::npos;
    remark += fmt::format(
        "；按填齐的 {} {}重算为 {}", table_.counted_with(at), table_.has_items() ? "份" : "家",
        model::display(*n, percent ? model::FieldType::Percent : model::FieldType::Number));
  }
  return remark;
}

/// Over all rows, or those of one 主管部门.
void Writing::total_cells(const TotalsRow& totals, const std::string* department) {
  for (std::size_t i = 0; i < columns_.all().size(); ++i) {
    const Column& column = columns_.all()[i];
    const CellRef place{totals.row, layout_.column(i)};
    xlsx::Style style = looks::bold(style_of(column, model::Blank{}));
    if (column.total == Total::Count) style = looks::bold(looks::count());
    if (column.total == Total::None) {
      sheet_.blank(place, style);
      continue;
    }
    if (!department && table_.uneven(i)) style = looks::alarmed(style);
    std::vector<CellRange> operands;
    const std::string formula = total_formula(columns_, layout_, i, totals, operands);
    const Value value = table_.total(i, department);
    live(place, formula, value, column, style);

    const std::size_t source = column.kind == Column::Kind::TotalOnly ? column.of : i;
    const bool ratio = column.total == Total::Ratio;
    const Column& rate = columns_.all()[source];
    origins_.add({"", place, name_of(column.total), department ? "小计 " + *department : "合计",
                  column.heading, model::to_string(value),
                  ratio ? written(rate.printed, rate.digits) : "", "", "", "",
                  ratio ? operands : counted_cells(source, department)});
  }
  sheet_.blank({totals.row, layout_.counted()}, looks::bold(looks::centered()));
}

void Writing::totals() {
  if (table_.rows().empty()) return;
  const int row = layout_.totals_row();
  sheet_.merged({{row, 0}, {row, layout_.department}}, "合计", looks::bold(looks::centered()));
  total_cells({row}, nullptr);
  std::string remarks =
      fmt::format("计入合计 {} {}", table_.counted(), table_.has_items() ? "份" : "家");
  if (!table_.complete()) remarks += "，不完整";
  for (std::size_t i = 0; i < columns_.visible(); ++i) {
    if (table_.uneven(i)) remarks += "；" + uneven_remark(i);
  }
  sheet_.text({row, layout_.remarks()}, remarks, looks::bold(looks::text()));
  next_row_ = row + 1;
}

/// 按主管部门小计, where there are several; and what they leave of the totals, which must be 0.
void Writing::subtotals() {
  const auto departments = table_.departments();
  if (departments.size() < 2) return;
  const int first = ++next_row_;
  sheet_.merged({{first, 0}, {first, layout_.remarks()}}, "按主管部门小计", looks::section());
  for (const std::string& department : departments) {
    const int row = ++next_row_;
    sheet_.merged({{row, 0}, {row, layout_.department - 1}}, "小计",
                  looks::bold(looks::centered()));
    sheet_.text({row, layout_.department}, department, looks::bold(looks::text()));
    total_cells({row, "$" + column_name(layout_.department) + "$" + std::to_string(row + 1)},
                &department);
    sheet_.text({row, layout_.remarks()},
                fmt::format("计入合计 {} {}", table_.counted(&department),
                            table_.has_items() ? "份" : "家"),
                looks::bold(looks::text()));
  }
  difference(first + 1, next_row_);
  ++next_row_;
}

void Writing::difference(int first_row, int last_row) {
  const int row = ++next_row_;
  sheet_.merged({{row, 0}, {row, layout_.department}}, "核对：合计减各小计（应为 0）",
                looks::muted(looks::centered()));
  for (std::size_t i = 0; i < columns_.all().size(); ++i) {
    const Column& column = columns_.all()[i];
    const CellRef place{row, layout_.column(i)};
    const auto style = looks::muted(style_of(column, model::Blank{}));
    if (column.total != Total::Sum) {
      sheet_.blank(place, style);
      continue;
    }
    const std::string name = column_name(place.col);
    const CellRef total{layout_.totals_row(), place.col};
    origins_.add({"",
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
    sheet_.formula(place,
                   fmt::format("ROUND(SUM({0}{1})-SUM({0}{2}:{0}{3}),6)", name,
                               layout_.totals_row() + 1, first_row + 1, last_row + 1),
                   Decimal(), style);
  }
  for (const int col : {layout_.counted(), layout_.remarks()}) {
    sheet_.blank({row, col}, looks::muted(looks::centered()));
  }
}

void Writing::grades() {
  if (table_.rows().empty()) return;
  for (std::size_t i = 0; i < columns_.all().size(); ++i) {
    if (columns_.all()[i].kind != Column::Kind::Bands) continue;
    next_row_ = write_grade_counts(sheet_, next_row_ + 1, table_, layout_, i, grades_[i]);
  }
}

/// Bars behind rates, which are full at 100 %, and a tint for each grade.
void Writing::colours() {
  if (table_.rows().empty()) return;
  for (std::size_t i = 0; i < columns_.visible(); ++i) {
    const Column& column = columns_.all()[i];
    const int col = layout_.column(i);
    const CellRange cells{{SummaryLayout::kFirstRow, col}, {layout_.last_row, col}};
    if (column.format.find('%') != std::string::npos) sheet_.writer().data_bars(cells, 1);
    if (column.kind != Column::Kind::Bands) continue;
    const auto& bands = column.derived->bands;
    for (std::size_t n = 0; n < bands.size(); ++n) {
      sheet_.writer().colour_text(cells, bands[n].label, looks::grade_tint(n, bands.size()));
    }
  }
}

void Writing::finish() {
  const int last = layout_.remarks();
  ++next_row_;
  sheet_.merged({{next_row_, 0}, {next_row_, last}},
                "单位负责人：　　　　　　　　审核人：　　　　　　　　填表人：　　　　　　　　填报日"
                "期：　　　　　　　",
                looks::caption());
  sheet_.min_height(next_row_, 28);
  sheet_.writer().freeze({SummaryLayout::kFirstRow, 3});
  sheet_.writer().repeat_rows(0, SummaryLayout::kHeadingRow);
  if (!table_.rows().empty())
    sheet_.writer().autofilter({{SummaryLayout::kHeadingRow, 0}, {layout_.last_row, last}});
  colours();
  sheet_.writer().protect();
  const int helpers = static_cast<int>(columns_.all().size()) - layout_.visible;
  if (helpers > 0) sheet_.fold(last + 1, last + helpers);
  sheet_.finish(0, last);
}

}  // namespace

GradeCells write_summary_sheet(Sheet& sheet, const SummaryTable& table,
                               const model::RunResult& result, int year,
                               std::vector<std::string>& not_live, const SheetOrigins& origins) {
  Writing writing(sheet, table, result, not_live, origins);
  writing.frame(year);
  writing.rows();
  writing.totals();
  writing.subtotals();
  writing.grades();
  writing.finish();
  return writing.grade_cells();
}

}  // namespace huizong::report
