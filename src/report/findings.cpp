#include "report/findings.h"

#include "report/findings/rule_catalogue.h"
#include "report/findings/rule_matrix.h"
#include "report/findings/table.h"
#include "report/intake_tables.h"
#include "report/looks.h"

namespace huizong::report {
namespace {

void title(Sheet& sheet, const std::string& text, const std::string& caption, int last_col) {
  sheet.merged({{0, 0}, {0, last_col}}, text, looks::title());
  sheet.min_height(0, 32);
  sheet.merged({{1, 0}, {1, last_col}}, caption, looks::caption());
}

/// A table under a title: the heading stays in sight, on the screen and on every page, and filters.
/// What is reported is not typed over by mistake.
void finish(Sheet& sheet, CellRange table, int frozen_cols, int last_printed) {
  sheet.writer().freeze({table.first.row + 1, frozen_cols});
  sheet.writer().repeat_rows(0, table.first.row);
  sheet.writer().autofilter(table);
  sheet.writer().protect();
  sheet.finish(0, last_printed);
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
  constexpr int kHeadings = 2;
  const auto findings = listed(result.findings, job.units);
  const auto rules = rule_catalogue(job, result);

  Sheet list(book, "审核结果", names);
  const FindingList all = write_findings(list, kHeadings, job, findings, "没有审核结果。");
  title(list, job.name + "审核结果", counts(result), all.last_printed);
  finish(list, all.table, 3, all.last_printed);

  Sheet matrix(book, "规则×单位", names);
  const CellRange marks = write_matrix(matrix, kHeadings, findings, {"审核结果", kHeadings + 1},
                                       rules, {"公式目录", kHeadings + 1});
  title(matrix, "规则×单位", kMatrixCaption, marks.last.col);
  finish(matrix, marks, 3, marks.last.col);

  std::vector<ListedFinding> unchecked;
  for (const ListedFinding& l : findings) {
    if (l.finding->level == Severity::Unchecked) unchecked.push_back(l);
  }
  Sheet apart(book, "未能检查", names);
  const FindingList not_made = write_findings(apart, kHeadings, job, unchecked, "没有未能检查的。");
  title(apart, "未能检查", "下列各项缺数或读不出，没有检查，不等于通过；序号同“审核结果”。",
        not_made.last_printed);
  finish(apart, not_made.table, 3, not_made.last_printed);

  Sheet catalogue(book, "公式目录", names);
  bound_catalogue(catalogue);
  const CellRange rows = write_catalogue(catalogue, kHeadings, rules);
  title(catalogue, "公式目录",
        "执行 = 通过 + 未通过 + 未能检查；适用条件不成立或两边都未填的为不适用", rows.last.col);
  finish(catalogue, rows, 2, rows.last.col);

  Sheet intake(book, "报送情况", names);
  const CellRange units = write_intake(intake, kHeadings, job, result.intake, Units::All);
  title(intake, "报送情况", fmt::format("{}年度", job.year), units.last.col);
  finish(intake, units, 3, units.last.col);

  return {"findings", "输出/审核结果.xlsx", book.package()};
}

}  // namespace huizong::report
