// 出处: where each figure of a workbook we wrote came from, down to the cells of
// the submissions; recorded when it is written, so that it can be told later.

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/location.h"
#include "base/message.h"

namespace huizong::model {

/// One cell of ours. A "figure" is an expression over one unit's submission, "last-year" one over
/// last year's; everything else is computed from other cells of the workbook.
struct CellOrigin {
  CellRef cell;
  /// "figure" "last-year" "computed" "grade" "counted" "sum" "mean" "count" "ratio" "difference"
  /// "points" "growth" "tally" "same"; stable
  std::string kind;
  std::string row;              ///< whose: "101001 示例单位", "合计"
  std::string column;           ///< 执行率
  std::string value;            ///< decimal text, or words; "" where the cell is empty
  std::string expression = {};  ///< in names, as mapping files write it; may be empty
  std::string form = {}, unit = {}, item = {};  ///< of a figure: the submission
  std::vector<CellRange> from = {};             ///< each down one column
  std::string from_sheet = {};                  ///< "" where those are of the same sheet
  std::string table = {};  ///< of a figure that is a row's: `expression` is its column there
  int table_row = -1;
  bool operator==(const CellOrigin&) const = default;
};

/// 汇总, 指标明细 and 同比 have the same in every row, so what a cell is follows from its column and
/// its row: a hundred thousand rows are not kept cell by cell.
struct ColumnOrigin {
  int col;
  std::string kind, column, expression;
  std::vector<int> from = {};  ///< columns of the same row
};
struct RowsOrigin {
  int first, last;
  std::string row, form, unit, item;
  std::string table = {};
  int table_row = -1;                    ///< shown in `first`, the next ones below it
  std::vector<std::string> values = {};  ///< one a column, unless they are the unit's own figures
};

struct SheetOrigins {
  std::string name;
  bool is_summary = false;  ///< a form's 汇总
  Message about = {};       ///< where to look, of a sheet whose cells are not told one by one
  std::vector<CellOrigin> cells = {};
  std::vector<ColumnOrigin> columns = {};
  std::vector<RowsOrigin> rows = {};
};

struct BookOrigins {
  std::string path;  ///< relative to the job
  std::string sha256;
  std::vector<SheetOrigins> sheets;
};

/// What was done to figures when they were read: text taken for a number, 元 made 万元.
struct ReadingNote {
  std::string form, unit, item;
  Location place;     ///< of the cell, or where a block's unit of money stands
  std::string block;  ///< of a unit of money: the block it is of, "" of the whole sheet
  bool of_money = false;
  Message note;
};

struct Provenance {
  std::vector<BookOrigins> books;
  std::vector<ReadingNote> notes;
  std::vector<std::pair<std::string, std::string>> files;  ///< read: path, sha256
};

}  // namespace huizong::model
