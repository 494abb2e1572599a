#include "report/summary/form_sheet.h"

#include "report/looks.h"
#include "report/source_links.h"
#include "report/summary/grade_counts.h"
#include "report/summary/rows.h"
#include "report/summary/total_rows.h"

namespace huizong::report {
namespace {

/// The frame of the sheet, and what stands around and over its rows.
class Writing {
 public:
  Writing(const SummaryPage& page) : page_(page) {}
  void frame(int year);
  void grades(int row);
  void finish();
  const GradeCells& grade_cells() const { return grades_; }

 private:
  void colours();

  const SummaryPage& page_;
  GradeCells grades_;
  int next_row_ = 0;
};

void Writing::frame(int year) {
  const int last = page_.layout.remarks();
  const int half = last / 2;
  const std::string& title = page_.table.mapping().title();
  page_.sheet.merged({{0, 0}, {0, last}}, title + "汇总表", looks::title());
  page_.sheet.min_height(0, 32);
  page_.sheet.merged({{1, 0}, {1, half}}, fmt::format("{}年度", year), looks::caption());
  page_.sheet.merged({{1, half + 1}, {1, last}},
                     fmt::format("金额单位：{}", name_of(page_.table.mapping().money)),
                     looks::caption_right());
  page_.sheet.merged({{2, 0}, {2, last}}, page_.table.completeness(),
                     page_.table.complete() ? looks::caption() : looks::alarmed(looks::caption()));

  std::vector<std::string> names = {"序号", "单位编码", "单位名称"};
  if (page_.layout.item >= 0) names.push_back("项目");
  names.push_back("主管部门");
  for (std::size_t i = 0; i < page_.columns.visible(); ++i)
    names.push_back(page_.columns.all()[i].heading);
  names.insert(names.end(), {"计入合计", "备注"});
  for (std::size_t i = page_.columns.visible(); i < page_.columns.all().size(); ++i)
    names.push_back(page_.columns.all()[i].heading);
  page_.sheet.headings({SummaryLayout::kHeadingRow, 0}, names);

  page_.sheet.bounds(0, {5, 6});
  page_.sheet.bounds(1, {7, 24});
  page_.sheet.bounds(2, {14, 22});
  if (page_.layout.item >= 0) page_.sheet.bounds(page_.layout.item, {12, 30});
  page_.sheet.bounds(page_.layout.department, {8, 18.5});
  for (int col = page_.layout.first; col < page_.layout.counted(); ++col)
    page_.sheet.bounds(col, {7, 24});
  page_.sheet.bounds(page_.layout.counted(), {6, 8});
  page_.sheet.bounds(page_.layout.remarks(), {14, 30});
}

void Writing::grades(int row) {
  next_row_ = row;
  if (page_.table.rows().empty()) return;
  for (std::size_t i = 0; i < page_.columns.all().size(); ++i) {
    if (page_.columns.all()[i].kind != Column::Kind::Bands) continue;
    next_row_ =
        write_grade_counts(page_.sheet, next_row_ + 1, page_.table, page_.layout, i, grades_[i]);
  }
}

/// Bars behind rates, which are full at 100 %, and a tint for each grade.
void Writing::colours() {
  if (page_.table.rows().empty()) return;
  for (std::size_t i = 0; i < page_.columns.visible(); ++i) {
    const Column& column = page_.columns.all()[i];
    const int col = page_.layout.column(i);
    const CellRange cells{{SummaryLayout::kFirstRow, col}, {page_.layout.last_row, col}};
    if (column.format.find('%') != std::string::npos) page_.sheet.writer().data_bars(cells, 1);
    if (column.kind != Column::Kind::Bands) continue;
    const auto& bands = column.derived->bands;
    for (std::size_t n = 0; n < bands.size(); ++n) {
      page_.sheet.writer().colour_text(cells, bands[n].label, looks::grade_tint(n, bands.size()));
    }
  }
}

void Writing::finish() {
  const int last = page_.layout.remarks();
  ++next_row_;
  page_.sheet.merged(
      {{next_row_, 0}, {next_row_, last}},
      "单位负责人：　　　　　　　　审核人：　　　　　　　　填表人：　　　　　　　　填报日"
      "期：　　　　　　　",
      looks::caption());
  page_.sheet.min_height(next_row_, 28);
  page_.sheet.writer().freeze({SummaryLayout::kFirstRow, 3});
  page_.sheet.writer().repeat_rows(0, SummaryLayout::kHeadingRow);
  if (!page_.table.rows().empty())
    page_.sheet.writer().autofilter(
        {{SummaryLayout::kHeadingRow, 0}, {page_.layout.last_row, last}});
  colours();
  page_.sheet.writer().protect();
  const int helpers = static_cast<int>(page_.columns.all().size()) - page_.layout.visible;
  if (helpers > 0) page_.sheet.fold(last + 1, last + helpers);
  page_.sheet.finish(0, last);
}

}  // namespace

GradeCells write_summary_sheet(Sheet& sheet, const SummaryTable& table,
                               const model::RunResult& result, int year,
                               std::vector<std::string>& not_live, const SheetOrigins& origins) {
  const SummaryPage page{sheet, origins, table, table.columns(), SummaryLayout(table), not_live};
  const SourceLinks links(result, table.rows().size() * table.columns().all().size());
  Writing writing(page);
  writing.frame(year);
  writing.grades(write_total_rows(page, write_unit_rows(page, links)));
  writing.finish();
  return writing.grade_cells();
}

}  // namespace huizong::report
