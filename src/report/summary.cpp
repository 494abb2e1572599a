#include "report/summary.h"

#include <deque>

#include "report/findings/table.h"
#include "report/intake_tables.h"
#include "report/looks.h"
#include "report/output_names.h"
#include "report/returned_table.h"
#include "report/summary/charts.h"
#include "report/summary/contents.h"
#include "report/summary/cover.h"
#include "report/summary/details.h"
#include "report/summary/form_sheet.h"
#include "report/summary/notes.h"
#include "report/summary/table.h"
#include "report/summary/years.h"

namespace huizong::report {
namespace {

void write_findings_sheet(Sheet& sheet, const job::Job& job, const model::RunResult& result) {
  const auto [table, last_printed] = write_findings(sheet, 2, job, result);
  const model::Verdict v = verdict_of(result.findings);
  model::CheckCount all;
  for (const auto& [rule, count] : result.checks) {
    all.passed += count.passed;
    all.failed += count.failed;
    all.unchecked += count.unchecked;
    all.not_applicable += count.not_applicable;
  }
  sheet.merged({{0, 0}, {0, last_printed}}, "审核结果", looks::title());
  sheet.min_height(0, 32);
  sheet.merged({{1, 0}, {1, last_printed}},
               fmt::format("错误 {} 处，警告 {} 处{}，提示 {} 处，未能检查 {} "
                           "处（由前一条引起的列在其下，不另计）。共检查 {} 次：通过 {}，"
                           "未通过 {}，未能检查 {}；另有 {} 次不适用。",
                           v.errors, v.warnings,
                           v.explained > 0 ? fmt::format("（另有 {} 处已说明）", v.explained) : "",
                           v.notes, v.unchecked, all.applied(), all.passed, all.failed,
                           all.unchecked, all.not_applicable),
               looks::caption());
  sheet.writer().freeze({table.first.row + 1, 2});
  sheet.writer().repeat_rows(0, table.first.row);
  sheet.writer().autofilter(table);
  sheet.finish(0, last_printed);
}

void write_intake_sheet(Sheet& sheet, const job::Job& job, const model::RunResult& result,
                        const std::vector<Slip>& returned) {
  int row = 0;
  const CellRange table = write_intake(sheet, 2, job, result.intake, Units::NotIn, &row);
  write_returned(sheet, row, returned);
  sheet.merged({{0, 0}, {0, table.last.col}}, "缺报与退回", looks::title());
  sheet.min_height(0, 32);
  sheet.merged({{1, 0}, {1, table.last.col}}, fmt::format("{}年度", job.year), looks::caption());
  sheet.finish(0, table.last.col);
}

/// The sheets as they are laid, and what 目录 says of each.
class Summary {
 public:
  Summary(const job::Job& job, const model::RunResult& result, const std::vector<Slip>& returned)
      : job_(job),
        result_(result),
        returned_(returned),
        book_({.title = job.name + "汇总表", .date = job.date}) {}

  Output write() {
    Sheet cover(book_, "封面", names_);
    origin({"这里数的是报送表和审核结果，逐条列在“缺报与退回”和“审核结果”",
            "it counts submissions and findings, which 缺报与退回 and 审核结果 list"});
    write_cover(cover, job_, result_);
    Sheet contents(book_, "目录", names_);
    origin({"这里只有各张工作表的名称", "it only names the other sheets"});

    for (const auto& form : job_.forms) tables_.emplace_back(form.mapping, result_);
    for (const SummaryTable& table : tables_) summary_of(table);
    for (const SummaryTable& table : tables_) details_of(table);
    if (result_.last_year) {
      for (const WrittenSummary& summary : written_) years_of(summary);
    }
    if (any_charts(written_)) charts();

    Sheet findings = add("审核结果", "每一条审核结果，可以筛选");
    origin({"每一行写着文件、工作表、单元格和比较的两个数",
            "every row names file, sheet and cell with the two figures compared"});
    write_findings_sheet(findings, job_, result_);
    Sheet intake = add("缺报与退回", "没有报齐的单位，没有采用的文件，退回修改的报送表");
    origin({"每一行写着是哪一份文件", "every row names the file it is about"});
    write_intake_sheet(intake, job_, result_, returned_);
    Sheet explanation = add("编制说明", "口径、汇总列和派生数、审核公式、读过的文件");
    origin({"这里是口径和公式，没有报送的数", "it holds rules and formulas, no figure of a unit"});
    write_notes(explanation, job_, result_, notes_);

    write_contents(contents, lines_);
    written_.clear();
    tables_.clear();  // their room is needed while the package is made
    return {"summary", "输出/" + file_name_part(job_.name) + "汇总表.xlsx", book_.package(),
            std::move(origins_)};
  }

 private:
  /// Of the sheet that was begun last. `about`: where to look, of one whose cells are not told.
  model::SheetOrigins& origin(Message about = {}) {
    origins_.push_back({.name = names_.back(), .about = std::move(about)});
    return origins_.back();
  }

  Sheet add(const std::string& name, const std::string& what) {
    Sheet sheet(book_, name, names_);
    lines_.push_back({names_.back(), what});
    return sheet;
  }

  void summary_of(const SummaryTable& table) {
    const std::string& title = table.mapping().title();
    Sheet sheet = add(title, "各单位一行，合计、按主管部门小计、等级分布");
    SheetNotes note{title, table.columns().not_live(), table.columns().without_total()};
    model::SheetOrigins& origins = origin();
    origins.is_summary = true;
    GradeCells grades =
        write_summary_sheet(sheet, table, result_, job_.year, note.not_live, origins);
    notes_.push_back(std::move(note));
    written_.push_back({&table, names_.back(), std::move(grades)});
  }

  /// "指标明细"; of several forms the form's name behind it.
  std::string name_of(const std::string& kind, const SummaryTable& table) const {
    return tables_.size() == 1 ? kind : kind + "·" + table.mapping().title();
  }

  void details_of(const SummaryTable& table) {
    for (const mapping::TableBlock& block : table.mapping().tables()) {
      if (!is_indicators(block)) continue;
      Sheet sheet = add(name_of("指标明细", table), "“" + block.name + "”的每一行，可以筛选");
      write_details(sheet, table, block, result_, job_.year, origin());
    }
  }

  void years_of(const WrittenSummary& summary) {
    if (!has_last_year(summary, result_)) return;
    Sheet sheet = add(name_of("同比", *summary.table),
                      fmt::format("{}年与{}年比较", job_.year, job_.year - 1));
    write_years(sheet, summary, result_, job_.year, origin());
  }

  void charts() {
    Sheet charts = add("图表", "各图");
    origin({"各图照“图表数据”画，请追溯那一张上的数",
            "the charts are drawn from 图表数据; trace the figures there"});
    Sheet data = add("图表数据", "各图所用的数，与汇总表核对");
    write_charts(charts, data, names_.back(), written_, job_.year, origin());
  }

  const job::Job& job_;
  const model::RunResult& result_;
  const std::vector<Slip>& returned_;
  xlsx::Writer book_;
  std::vector<std::string> names_;
  std::vector<ContentsLine> lines_;
  std::deque<SummaryTable> tables_;
  std::vector<WrittenSummary> written_;
  std::vector<SheetNotes> notes_;
  std::vector<model::SheetOrigins> origins_;
};

}  // namespace

Output summary_workbook(const job::Job& job, const model::RunResult& result,
                        const std::vector<Slip>& returned) {
  return Summary(job, result, returned).write();
}

}  // namespace huizong::report
