// 报送表: one form instance of one unit, as read from a workbook.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "model/figure.h"

namespace huizong::model {

/// What a submission is told apart by. Two files with one key are a repeated submission (重复报送).
struct SubmissionKey {
  int year = 0;
  std::string form;  ///< the mapping's id, "ZTZP"
  std::string unit;  ///< the code in the unit list
  std::string item;  ///< empty where a unit files one; else 项目编码, else 项目名称
  auto operator<=>(const SubmissionKey&) const = default;
};

/// One row of a variable block; columns by name.
struct TableRow {
  std::map<std::string, Figure> columns;
  bool has_figure = false;  ///< some input of it is filled; `each` skips the others
};

struct Table {
  std::string name;
  std::vector<TableRow> rows;
};

struct Submission {
  SubmissionKey key;
  std::optional<int> form_year;  ///< the year the form itself names, where that could be read
  std::string unit_name;         ///< as the unit list has it
  std::string file;              ///< relative to the job
  std::string sheet;             ///< "" of a form of several
  MoneyUnit money = MoneyUnit::WanYuan;  ///< of every amount in it
  std::optional<CellRef> cell;           ///< where it begins, of several on one sheet
  /// Everything that is one cell, and the derived figures, by path. A figure the mapping names but
  /// that could not be aligned is absent; one of a sentence that could not be read is n/a, at the
  /// cell where it goes off.
  std::map<std::string, Figure> figures;
  std::map<std::string, Table> tables;
  /// Free texts of the form, a paragraph each, by the name of the prose they begin with.
  std::map<std::string, std::vector<std::string>> texts;
  bool counted = true;  ///< false: kept out of every sum
  Message why_not_counted;

  const Figure* find(const std::string& path) const;
};

}  // namespace huizong::model
