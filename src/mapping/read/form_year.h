// The year a form says it is of: in its title, or in the row below it.
//
// Titles are retyped in many ways (2020年…, 示例市2021年度…, …（盖章）); a year that can
// be read is read, and one that cannot is never taken for the job's.

#pragma once

#include <optional>
#include <string>

#include "mapping/align.h"
#include "mapping/mapping.h"
#include "mapping/place/sheet_grid.h"

namespace huizong::mapping {

struct TitleYear {
  enum class Kind {
    Year,
    Blank,       ///< no year is written: ____年度自评表
    Unreadable,  ///< something is written that is not one year of four digits: 2021-2022年度
  } kind = Kind::Blank;
  int year = 0;
  bool as_issued = true;  ///< false where the words around the year are not the pattern's
};

/// What the text says where the year field's pattern is due.
TitleYear year_of_title(const Field& field, const std::string& text);

/// A year that stands by itself in its cell, with the cell.
struct PlacedYear {
  int year = 0;
  CellRef cell;
};

/// （2021年度） or 年度：2021 in the two rows below a title that leaves its year open.
std::optional<PlacedYear> year_below(const SheetGrid& sheet, CellRef title);

/// Where no field takes the year: the label above all blocks that names it.
std::optional<PlacedYear> year_in_labels(const SheetForm& form, const Alignment& places,
                                         const SheetGrid& sheet);

/// What should stand in the year's cell: 2021年度部门整体支出绩效自评表. `year` is 0 where the job
/// has none.
std::string year_as_issued(const Field& field, int year);

}  // namespace huizong::mapping
