// The heading row of a unit list: which column holds what.

#pragma once

#include <map>
#include <optional>
#include <vector>

#include "model/field_type.h"
#include "xlsx/workbook.h"

namespace huizong::job {

constexpr int kUnitListHeadingRows = 10;  ///< how far down it may stand, under title and date

enum class UnitListColumn {
  Code,
  Name,
  ShortName,
  Aliases,
  Department,
  Forms,
  Appropriation,
  Deadline
};

struct UnitListHeadings {
  int row = 0;
  std::map<UnitListColumn, int> columns;
  model::MoneyUnit money =
      model::MoneyUnit::WanYuan;  ///< of 财政拨款; 财政拨款（元） says otherwise
  std::vector<CellRef> doubled;   ///< headings that stand a second time
};

/// The first row that has both a code and a name; nothing if there is none.
std::optional<UnitListHeadings> find_unit_list_headings(const xlsx::Sheet& sheet);

}  // namespace huizong::job
