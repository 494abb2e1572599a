// Where the columns of a 汇总 sheet stand: 序号, 单位, what the mapping names,
// 计入合计, 备注, and folded behind them the helper columns.

#pragma once

#include <string>

#include "base/cell_ref.h"
#include "base/message.h"
#include "report/summary/table.h"

namespace huizong::report {

struct SummaryLayout {
  explicit SummaryLayout(const SummaryTable& table)
      : visible(static_cast<int>(table.columns().visible())),
        last_row(kFirstRow + static_cast<int>(table.rows().size()) - 1) {
    if (!table.has_items()) return;
    item = 3;
    department = 4;
    first = 5;
  }

  static constexpr int kHeadingRow = 3, kFirstRow = 4;
  int item = -1;  ///< 项目, where units hand in several
  int department = 3;
  int first = 4;  ///< the mapping's first column
  int visible;
  int last_row;                                    ///< the last unit's
  int counted() const { return first + visible; }  ///< 计入合计
  int remarks() const { return counted() + 1; }
  int column(std::size_t at) const {
    const int i = static_cast<int>(at);
    return i < visible ? first + i : remarks() + 1 + i - visible;
  }
  int totals_row() const { return last_row + 1; }
  std::string range(int col) const {
    const std::string name = column_name(col);
    return fmt::format("${0}${1}:${0}${2}", name, kFirstRow + 1, last_row + 1);
  }
  std::string is_counted() const { return range(counted()) + "=\"是\""; }
};

}  // namespace huizong::report
