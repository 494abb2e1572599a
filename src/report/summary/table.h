// The figures of a 汇总 sheet, before it is a sheet: a row for every unit that
// owes the form, what stands in each column, what counts, and the totals.

#pragma once

#include <string>
#include <vector>

#include "job/job.h"
#include "model/figure_source.h"
#include "model/run_result.h"
#include "report/summary/columns.h"

namespace huizong::report {

struct UnitRow {
  model::UnitName unit;
  std::string item;  ///< 项目: its code and name; "" where a unit hands in one
  std::string department;
  model::Standing standing = model::Standing::Missing;
  const model::Submission* submission = nullptr;  ///< null where nothing usable came in
  std::vector<model::Value> values;               ///< by column; empty without a submission
  std::string remarks;                            ///< 备注
  bool counted() const { return submission && submission->counted; }
};

class SummaryTable {
 public:
  SummaryTable(const mapping::Mapping& mapping, const model::RunResult& result);

  const mapping::Mapping& mapping() const { return mapping_; }
  const SummaryColumns& columns() const { return columns_; }
  /// In the unit list's order, a unit's items together; those that came several times and differ
  /// have a row without figures.
  const std::vector<UnitRow>& rows() const { return rows_; }
  bool has_items() const { return has_items_; }
  /// What the totals row holds in a column; n/a where nothing can be added up. Of one 主管部门
  /// where it is given.
  model::Value total(std::size_t column, const std::string* department = nullptr) const;
  /// Those of the rows, in their order; "" is one too.
  std::vector<std::string> departments() const;
  /// The same over the rows that count and lack nothing in that column: the ratio that may be
  /// quoted where total() is uneven.
  model::Value total_of_complete(std::size_t column, const std::string* department = nullptr) const;
  int counted_with(std::size_t column,
                   const std::string* department = nullptr) const;  ///< how many rows those are

  int owed(model::Standing standing) const;                    ///< units of that standing
  int counted(const std::string* department = nullptr) const;  ///< rows
  /// Rows that count and have that grade in a graded column; "": none.
  int counted_as(std::size_t column, const std::string& grade) const;
  int kept_out() const;
  int lacking() const;  ///< rows that count but lack a figure that is totalled
  /// "不完整：应报 24 家，已报 18 家……", or that everything is in.
  std::string completeness() const;
  bool complete() const;
  /// A ratio over totals of which some row gave one operand and lacks another: 执行数 without
  /// 预算数.
  bool uneven(std::size_t column, const std::string* department = nullptr) const;

 private:
  void add_rows(const model::Owed& owed, const std::vector<const model::Submission*>& in,
                const model::Intake& intake);
  void add_row(const model::Owed& owed, const model::Submission* submission);
  int undecided() const;  ///< items that came several times and differ
  void evaluate_rows();
  std::vector<Decimal> counted_numbers(std::size_t column) const;  ///< the greatest first
  std::string remarks_of(const UnitRow& row, const model::Intake& intake) const;
  bool lacks(const UnitRow& row, std::size_t column) const;
  std::vector<std::size_t> operands_of(const Column& ratio) const;
  std::vector<const UnitRow*> counted_rows(const std::string* department) const;
  std::vector<const UnitRow*> rows_with(std::size_t column, const std::string* department) const;
  model::Value total_over(const std::vector<const UnitRow*>& rows, std::size_t column) const;

  const mapping::Mapping& mapping_;
  model::FigureSource others_;
  SummaryColumns columns_;
  std::vector<std::vector<std::size_t>> operands_;  // by column: of a ratio, what it is made of
  std::vector<UnitRow> rows_;
  std::vector<model::Owed> owed_;
  bool has_items_ = false;
};

/// The number a mean is rounded to: the derived figure's decimals, else those its format shows.
int decimals_of_mean(const Column& column);

}  // namespace huizong::report
