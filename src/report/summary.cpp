#include "report/summary.h"

#include "report/findings_table.h"
#include "report/intake_tables.h"
#include "report/looks.h"
#include "report/output_names.h"
#include "report/summary_cover.h"
#include "report/summary_notes.h"
#include "report/summary_sheet.h"
#include "report/summary_table.h"

namespace huizong::report {
namespace {

void write_findings_sheet(Sheet& sheet, const job::Job& job, const model::RunResult& result) {
  const CellRange table = write_findings(sheet, 2, job, result, Causes::Numbered);
  const model::Verdict v = verdict_of(result.findings);
  model::CheckCount all;
  for (const auto& [rule, count] : result.checks) {
    all.passed += count.passed;
    all.failed += count.failed;
    all.unchecked += count.unchecked;
    all.not_applicable += count.not_applicable;
  }
  sheet.merged({{0, 0}, {0, table.last.col}}, "审核结果", looks::title());
  sheet.min_height(0, 32);
  sheet.merged({{1, 0}, {1, table.last.col}},
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
  sheet.finish(0, table.last.col);
}

void write_intake_sheet(Sheet& sheet, const job::Job& job, const model::RunResult& result) {
  const CellRange table = write_intake(sheet, 2, job, result.intake, Units::NotIn);
  sheet.merged({{0, 0}, {0, table.last.col}}, "缺报与未读", looks::title());
  sheet.min_height(0, 32);
  sheet.merged({{1, 0}, {1, table.last.col}}, fmt::format("{}年度", job.year), looks::caption());
  sheet.finish(0, table.last.col);
}

}  // namespace

Output summary_workbook(const job::Job& job, const model::RunResult& result) {
  xlsx::Writer book({.title = job.name + "汇总表", .date = job.date});
  std::vector<std::string> names;

  Sheet cover(book, "封面", names);
  write_cover(cover, job, result);

  std::vector<SheetNotes> notes;
  std::vector<model::CellOrigin> origins;
  for (const auto& form : job.forms) {
    const SummaryTable table(form.mapping, result);
    Sheet sheet(book, form.mapping.title(), names);
    SheetNotes note{form.mapping.title(), table.columns().not_live(),
                    table.columns().without_total()};
    write_summary_sheet(sheet, table, result, job.year, note.not_live, {names.back(), &origins});
    notes.push_back(std::move(note));
  }

  Sheet findings(book, "审核结果", names);
  write_findings_sheet(findings, job, result);
  Sheet intake(book, "缺报与未读", names);
  write_intake_sheet(intake, job, result);
  Sheet explanation(book, "编制说明", names);
  write_notes(explanation, job, result, notes);

  return {"summary", "输出/" + file_name_part(job.name) + "汇总表.xlsx", book.package(),
          std::move(origins)};
}

}  // namespace huizong::report
