// Finds an expression's figures in one submission: its cells, its derived
// figures, and the columns of its tables. Rows of a table without any figure are
// no rows. Last year's figures and other forms' of the same unit come from a
// FigureSource; without one they are n/a.

#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "formula/evaluate.h"
#include "model/figure_source.h"
#include "model/submission.h"

namespace huizong::formula {

/// The figures a path stands for.
struct FoundFigures {
  bool known = false;  ///< false: what was read of the form has no such name
  bool list = false;
  std::vector<const model::Figure*> figures;
  std::optional<model::NotAvailable> missing = {};  ///< why not, where it is another form's
};

class SubmissionScope : public Scope {
 public:
  explicit SubmissionScope(const model::Submission& submission,
                           const model::FigureSource* others = nullptr)
      : submission_(submission), others_(others) {}
  /// One row of a table: its columns are scalars, by their own names. 绩效指标.分值 is still the
  /// whole column.
  SubmissionScope(const model::Submission& submission, const model::TableRow& row,
                  const model::FigureSource* others = nullptr)
      : submission_(submission), others_(others), row_(&row) {}
  /// One group of rows (each = "绩效指标/一级指标"): the grouping columns are scalars, the others
  /// lists.
  SubmissionScope(const model::Submission& submission, std::vector<const model::TableRow*> group,
                  std::vector<std::string> group_columns,
                  const model::FigureSource* others = nullptr)
      : submission_(submission),
        others_(others),
        group_(std::move(group)),
        group_columns_(std::move(group_columns)) {}

  Operand find(const Path& path) const override;
  std::optional<model::FieldType> type(const Path& path) const override;
  Operand children(const Path& column) const override;
  Operand top(const Path& column) const override;
  /// The figures a path stands for here, for places and kinds; empty when it names nothing.
  std::vector<const model::Figure*> figures(const Path& path) const;
  /// The figures that a whole piece is computed from, in order of appearance: of CHILDREN and TOP
  /// those of the rows they take, of SUMIF and COUNTIF those that fit.
  std::vector<const model::Figure*> figures_in(const Expr& expr) const;

 private:
  /// Of SUMIF the cells it adds; figures without a cell are told by the cell in their row that
  /// holds their number, or, where none is found, by the ones they are found by.
  std::vector<const model::Figure*> fitting(const CallNode& call) const;
  const model::Figure* cell_behind(const model::Figure* figure, const CallNode& call) const;
  FoundFigures look_up(const Path& path) const;
  FoundFigures look_elsewhere(const Path& path) const;
  bool is_elsewhere(const Path& path) const;
  /// The rows of the level that is asked for, or why they cannot be told.
  struct LevelColumn {
    std::vector<const model::Figure*> figures;
    std::optional<model::NotAvailable> missing;
  };
  LevelColumn level_column(const Path& column, bool top) const;
  const model::Table* table_of(const Path& column) const;

  const model::Submission& submission_;
  const model::FigureSource* others_ = nullptr;
  const model::TableRow* row_ = nullptr;
  std::vector<const model::TableRow*> group_;
  std::vector<std::string> group_columns_;
};

}  // namespace huizong::formula
