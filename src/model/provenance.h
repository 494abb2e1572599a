// 出处: where each figure of a workbook we wrote came from, down to the cells of
// the submissions; recorded when it is written, so that it can be told later.

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/location.h"
#include "base/message.h"

namespace huizong::model {

/// One cell of ours. A "figure" is an expression over one unit's submission; everything else is
/// computed from cells of the same sheet.
struct CellOrigin {
  std::string sheet;
  CellRef cell;
  /// "figure" "computed" "grade" "counted" "sum" "mean" "count" "ratio" "difference"; stable
  std::string kind;
  std::string row;              ///< whose: "101001 示例单位", "合计"
  std::string column;           ///< 执行率
  std::string value;            ///< decimal text, or words; "" where the cell is empty
  std::string expression = {};  ///< in names, as mapping files write it; may be empty
  std::string form = {}, unit = {}, item = {};  ///< of a "figure": the submission
  std::vector<CellRange> from = {};
  bool operator==(const CellOrigin&) const = default;
};

struct BookOrigins {
  std::string path;  ///< relative to the job
  std::string sha256;
  std::vector<CellOrigin> cells;
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
