// A native chart of a workbook we make, bound to cells of it.
//
// The cells must hold plain numbers and texts: of formulas the chart would keep no copy, and a
// program that does not recalculate would draw nothing.

#pragma once

#include <string>
#include <vector>

#include "base/cell_ref.h"

namespace huizong::xlsx {

/// 系列: one column of cells.
struct ChartSeries {
  CellRef name;      ///< the cell that names it
  CellRange values;  ///< as many cells as there are categories
};

struct Chart {
  enum class Kind {
    Column,  ///< 柱形图
    Bar,     ///< 条形图, the first category at the top
    Pie,     ///< 饼图: one series; the names beside its larger slices and in a legend
  };
  Kind kind = Kind::Column;
  std::string title;
  std::string sheet;     ///< whose cells these are
  CellRange categories;  ///< one column
  std::vector<ChartSeries> series;
  std::string number_format;     ///< of the labels; the axis shows it without decimals
  std::string unit;              ///< beside the axis of values: 万元
  std::vector<bool> small = {};  ///< slices too thin for a name beside them
  bool from_zero = true;         ///< its axis begins at 0; only where no value is negative
  double width = 480;            ///< pixels of 1/96 inch
  double height = 288;
};

}  // namespace huizong::xlsx
