#include "report/findings.h"

#include "report/findings_table.h"
#include "report/intake_tables.h"
#include "report/looks.h"
#include "report/rule_catalogue.h"

namespace huizong::report {
namespace {

void title(Sheet& sheet, const std::string& text, const std::string& caption, int last_col) {
  sheet.merged({{0, 0}, {0, last_col}}, text, looks::title());
  sheet.min_height(0, 32);
  sheet.merged({{1, 0}, {1, last_col}}, caption, looks::caption());
}

/// A table under a title: the heading stays in sight, on the screen and on every page, and filters.
void finish(Sheet& sheet, CellRange table, int frozen_cols) {
  sheet.writer().freeze({table.first.row + 1, frozen_cols});
  sheet.writer().repeat_rows(0, table.first.row);
  sheet.writer().autofilter(table);
  sheet.finish(0, table.last.col);
}

std::string counts(const model::RunResult& result) {
  const model::Verdict v = verdict_of(result.findings);
  return fmt::format("错误 {} 处，警告 {} 处{}，提示 {} 处，未能检查 {} 处（由前一条引起的不另计）",
                     v.errors, v.warnings,
                     v.explained > 0 ? fmt::format("（另有 {} 处已说明）", v.explained) : "",
                     v.notes, v.unchecked);
}

}  // namespace

Output findings_workbook(const job::Job& job, const model::RunResult& result) {
  xlsx::Writer book({.title = job.name + "审核结果", .date = job.date});
  std::vector<std::string> names;

  Sheet findings(book, "审核结果", names);
  const CellRange table = write_findings(findings, 2, job, result, Causes::Column);
  title(findings, job.name + "审核结果", counts(result), table.last.col);
  finish(findings, table, 3);

  Sheet catalogue(book, "公式目录", names);
  const CellRange rules = write_catalogue(catalogue, 2, rule_catalogue(job, result));
  title(catalogue, "公式目录",
        "执行 = 通过 + 未通过 + 未能检查；适用条件不成立或两边都未填的为不适用", rules.last.col);
  finish(catalogue, rules, 2);

  Sheet intake(book, "报送情况", names);
  const CellRange units = write_intake(intake, 2, job, result.intake, Units::All);
  title(intake, "报送情况", fmt::format("{}年度", job.year), units.last.col);
  intake.writer().autofilter(units);
  intake.finish(0, units.last.col);

  return {"findings", "输出/审核结果.xlsx", book.package()};
}

}  // namespace huizong::report
