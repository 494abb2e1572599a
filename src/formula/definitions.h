// What a mapping defines in the expression language, compiled: derived figures,
// rules, summary columns. Audit and derive see these, never the mapping file.

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "formula/bands.h"
#include "formula/expression.h"
#include "formula/form_terms.h"
#include "model/field_type.h"
#include "model/value.h"

namespace huizong::formula {

/// 派生: a figure computed from others, in this order.
struct Derived {
  std::string name;         ///< "执行率", "执行率.年初预算数" of each = [names]
  Expr expr;                ///< for a banded figure, the path it grades
  std::vector<Band> bands;  ///< not empty: the figure is the band's label
  int digits = 2;           ///< decimals of the value; it is rounded once, here
  std::string show;         ///< number format, "0.00%"; may be empty
  std::string reported;     ///< path of the form's own cell for it; "" when the form has none
  /// Not empty: a column of this table, computed in each of its rows; `reported` is then a column
  /// of the table, by its own name.
  std::string each_table = {};
  /// It needs other forms or last year (or what is derived from them): computed when all
  /// submissions are in.
  bool across = false;
  /// Of the implied rule, for what was reported differs from what is computed; a job may change it.
  Severity level = Severity::Error;
  bool trial = false;
  bool off = false;

  bool by_row() const { return !each_table.empty(); }
  /// As expressions outside the row name it: "绩效指标.机算得分".
  std::string path() const { return by_row() ? each_table + "." + name : name; }
};

/// 审核公式.
struct Rule {
  std::string id;
  Severity level = Severity::Error;
  bool trial = false;
  std::vector<std::string> each_names;   ///< the rule runs once per name, as $
  std::vector<std::string> each_values;  ///< each = { name = value }: of each name, as $1
  std::string each_table;  ///< once per row of this table (or per group of `each_columns`)
  std::vector<std::string> each_columns;  ///< "绩效指标/一级指标,二级指标": once per group
  Expr test;                              ///< one comparison at top level: reported, then expected
  Expr when;                              ///< null: always
  std::string say;  ///< "{$}的合计应等于各项之和"; {$} {$1} are the names
  std::string cite;
  std::optional<Decimal> tolerance;  ///< none: DESIGN 6's default for the kind compared
  bool across = false;               ///< likewise: checked when all submissions are in
  bool off = false;                  ///< switched off by the job: not checked at all

  /// What stands for $ (and $1), once for each time that it runs; one empty list without names.
  std::vector<std::vector<std::string>> dollars() const;
};

enum class Total { None, Sum, Ratio, Mean, Count };

/// One column of the 汇总 sheet.
struct SummaryColumn {
  std::string name;
  Expr expr;
  Total total = Total::None;
  std::string show;  ///< number format; "" takes the derived figure's, else the type's
};

/// 图: what the summary workbook draws of a form.
struct SummaryChart {
  enum class Kind { Column, Bar, Pie };
  enum class Over {
    Points,  ///< the named points: totals over all units that count
    Units,   ///< a bar for each unit
    Grades,  ///< how many units have each grade
  };
  struct Series {
    std::string name;          ///< may hold {本年} and {上年}; "" of a lone series
    std::vector<Expr> values;  ///< one for each point; over units or grades one only
  };
  std::string title;  ///< likewise
  Kind kind = Kind::Column;
  Over over = Over::Points;
  std::vector<std::string> points;
  std::vector<Series> series;
};

/// Everything a form defines.
struct Definitions {
  std::string form;                                    ///< id, "ZTZP"
  std::string title;                                   ///< 部门整体支出绩效自评表
  model::MoneyUnit money = model::MoneyUnit::WanYuan;  ///< the unit all its money figures are in
  std::shared_ptr<const FormTerms> terms;              ///< what its expressions were compiled with
  std::vector<Derived> derived;
  std::vector<Rule> rules;
  std::vector<SummaryColumn> summary;
  std::vector<SummaryChart> charts;
  /// Figures of other forms and of last year that are lists here: "BMJS!支出.决算数"; known once
  /// the other forms are.
  std::vector<std::string> lists_elsewhere = {};
  const Derived* find_derived(std::string_view name) const;  ///< not one by row
  const Derived* find_column(std::string_view table, std::string_view name) const;  ///< one by row
  /// The derived figure that a path names: in a row of `table` its own columns, elsewhere 表.列.
  const Derived* named(const Path& path, std::string_view table = {}) const;
  /// Tells which derived figures and rules need other forms or last year.
  void mark_across();
};

}  // namespace huizong::formula
