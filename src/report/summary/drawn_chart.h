// What one chart shows: its points with their figures, and the cells of the 汇总
// sheet that hold them.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "report/summary/charts.h"

namespace huizong::report {

struct DrawnPoint {
  std::string name;
  double share = 1;  ///< of a slice
  struct Value {
    std::optional<Decimal> number;  ///< there is one in every point of a chart that is drawn
    std::string live;               ///< the formula that gives it from the 汇总 sheet
  };
  std::vector<Value> values = {};  ///< one a series
};

struct DrawnChart {
  formula::SummaryChart::Kind kind;
  std::string title;
  std::vector<std::string> series;  ///< their names
  std::vector<DrawnPoint> points;
  std::string number_format;
  std::string unit;  ///< 万元, 家; "" of rates
  std::string note;  ///< what is not drawn, and why; "" where all is
};

/// The chart `at` of the mapping. At most 8 slices and 30 bars: what is more is put together, or
/// left out and said.
DrawnChart drawn_chart(const WrittenSummary& summary, std::size_t at, int year);

}  // namespace huizong::report
