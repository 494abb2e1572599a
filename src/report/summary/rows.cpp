#include "report/summary/rows.h"

#include <algorithm>
#include <set>

#include "formula/print.h"
#include "report/looks.h"

namespace huizong::report {
namespace {

using formula::Expr;
using model::Value;

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

const char* kind_of(const Column& column) {
  switch (column.kind) {
    case Column::Kind::Formula:
      return "computed";
    case Column::Kind::Bands:
      return "grade";
    case Column::Kind::Counted:
      return "counted";
    case Column::Kind::Value:
    case Column::Kind::TotalOnly:
      break;
  }
  return "figure";
}

class UnitRows {
 public:
  UnitRows(const SummaryPage& page, const SourceLinks& links) : page_(page), links_(links) {}
  int write();

 private:
  void unit_row(int row, int number, const UnitRow& unit);
  void cell(int row, std::size_t at, const UnitRow& unit);
  std::string row_formula(const Column& column, int row, std::set<CellRange>& used) const;
  void record(CellRef place, const Column& column, const UnitRow& unit, std::string value,
              const std::set<CellRange>& used);

  const SummaryPage& page_;
  const SourceLinks& links_;
};

int UnitRows::write() {
  int row = SummaryLayout::kFirstRow;
  for (const UnitRow& unit : page_.table.rows()) {
    unit_row(row, row - SummaryLayout::kFirstRow + 1, unit);
    ++row;
  }
  if (row > SummaryLayout::kFirstRow) return row;
  page_.sheet.merged({{row, 0}, {row, page_.layout.remarks()}}, "没有应报单位。", looks::text());
  return row + 1;
}

void UnitRows::unit_row(int row, int number, const UnitRow& unit) {
  const auto look = [&](xlsx::Style style) {
    return unit.submission ? style : looks::muted(std::move(style));
  };
  page_.sheet.number({row, 0}, Decimal(number), look(looks::count()));
  page_.sheet.text({row, 1}, unit.unit.code, look(looks::centered()));
  if (unit.submission) {
    SourceLinks::whole(page_.sheet, {row, 2}, *unit.submission);
    const model::SubmissionKey& key = unit.submission->key;
    page_.origins.rows.push_back({row, row, unit.name(), key.form, key.unit, key.item});
  }
  page_.sheet.text({row, 2}, unit.unit.name, look(looks::text()));
  if (page_.layout.item >= 0) {
    page_.sheet.text({row, page_.layout.item}, unit.item, look(looks::text()));
  }
  page_.sheet.text({row, page_.layout.department}, unit.department, look(looks::text()));
  for (std::size_t i = 0; i < page_.columns.all().size(); ++i) cell(row, i, unit);
  page_.sheet.text({row, page_.layout.counted()},
                   !unit.submission ? "—"
                   : unit.counted() ? "是"
                                    : "否",
                   look(looks::centered()));
  const bool alarming = !unit.counted();
  page_.sheet.text({row, page_.layout.remarks()}, unit.remarks,
                   alarming ? looks::alarmed(looks::text()) : looks::text());
}

std::string UnitRows::row_formula(const Column& column, int row, std::set<CellRange>& used) const {
  const RowCells cells(page_.columns, page_.layout, row, used);
  const CellRef of{row, page_.layout.column(column.of)};
  const std::string source = to_string(of);
  const bool of_another =
      column.kind == Column::Kind::Bands || column.kind == Column::Kind::Counted;
  if (of_another) used.insert(CellRange{of, of});
  switch (column.kind) {
    case Column::Kind::Formula:
      return formula::print_excel(column.printed, cells, column.digits);
    case Column::Kind::Bands:
      return formula::print_bands(column.derived->bands, source);
    case Column::Kind::Counted:
      return fmt::format("IF({0}=\"是\",IF(ISBLANK({1}),\"\",{1}),\"\")",
                         to_string(CellRef{row, page_.layout.counted()}), source);
    case Column::Kind::Value:
    case Column::Kind::TotalOnly:
      break;
  }
  return "";
}

void UnitRows::cell(int row, std::size_t at, const UnitRow& unit) {
  const Column& column = page_.columns.all()[at];
  const CellRef place{row, page_.layout.column(at)};
  if (!unit.submission || column.kind == Column::Kind::TotalOnly) {
    return page_.sheet.blank(place, looks::muted(SummaryPage::style_of(column, model::Blank{})));
  }
  Value value = unit.values[at];
  if (column.kind == Column::Kind::Counted && !unit.counted()) value = model::NotAvailable{};
  const xlsx::Style style = SummaryPage::style_of(column, value);
  std::set<CellRange> used;
  const std::string formula = row_formula(column, row, used);
  record(place, column, unit, model::to_string(value), used);
  if (column.kind != Column::Kind::Value) return page_.live(place, formula, value, column, style);
  const auto* name = std::get_if<formula::PathNode>(&column.value->what);
  const auto* figure = name ? unit.submission->find(name->path.to_string()) : nullptr;
  // A program may show where an empty cell leads instead of nothing.
  const bool shows = model::number(value) || model::text(value);
  if (figure && shows) links_.figure(page_.sheet, place, *figure);
  page_.plain(place, value, style);
}

/// A rank looks into other rows, and is kept cell by cell.
void UnitRows::record(CellRef place, const Column& column, const UnitRow& unit, std::string value,
                      const std::set<CellRange>& used) {
  const auto in_row = [&](const CellRange& cells) {
    return cells.first.row == place.row && cells.last.row == place.row;
  };
  const bool by_column = std::all_of(used.begin(), used.end(), in_row);
  std::vector<model::RowsOrigin>& rows = page_.origins.rows;
  if (by_column) {
    rows.back().values.push_back(std::move(value));
    if (rows.size() > 1) return;
  }
  const std::string expression = column.kind == Column::Kind::Value ? written(column.value, {})
                                 : column.kind == Column::Kind::Formula
                                     ? written(column.printed, column.digits)
                                     : "";
  if (!by_column) {
    page_.origins.cells.push_back(
        {place, kind_of(column), unit.name(), column.heading, std::move(value), expression});
    page_.origins.cells.back().from.assign(used.begin(), used.end());
    return;
  }
  model::ColumnOrigin same{place.col, kind_of(column), column.heading, expression};
  for (const CellRange& cells : used) same.from.push_back(cells.first.col);
  page_.origins.columns.push_back(std::move(same));
}

}  // namespace

int write_unit_rows(const SummaryPage& page, const SourceLinks& links) {
  return UnitRows(page, links).write();
}

}  // namespace huizong::report
