#include "xlsx/writer_chart.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <array>

namespace huizong::xlsx {
namespace {

constexpr double kDefaultWidth = 480, kDefaultHeight = 288;   // libxlsxwriter's, scaled by factors
constexpr std::uint16_t kGapOfColumns = 80, kGapOfBars = 40;  // percent of a bar

/// How areas are filled, one after the other: a dark one beside a light one, and every other a
/// pattern, so that they are told apart on a black and white printer.
struct Fill {
  std::uint8_t pattern;  // LXW_CHART_PATTERN_NONE: a plain area
  lxw_color_t color;
};
constexpr std::array<Fill, 8> kFills = {{{LXW_CHART_PATTERN_NONE, 0x1F4E79},
                                         {LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL, 0xC55A11},
                                         {LXW_CHART_PATTERN_NONE, 0xBDD7EE},
                                         {LXW_CHART_PATTERN_DARK_HORIZONTAL, 0x548235},
                                         {LXW_CHART_PATTERN_NONE, 0x7F7F7F},
                                         {LXW_CHART_PATTERN_PERCENT_30, 0x7030A0},
                                         {LXW_CHART_PATTERN_NONE, 0xF8CBAD},
                                         {LXW_CHART_PATTERN_WIDE_DOWNWARD_DIAGONAL, 0x404040}}};

/// libxlsxwriter takes what it is given through pointers that are not const, and copies it.
struct Look {
  explicit Look(std::size_t at) {
    const Fill& wanted = kFills[at % kFills.size()];
    patterned = wanted.pattern != LXW_CHART_PATTERN_NONE;
    fill.color = pattern.fg_color = line.color = wanted.color;
    pattern.bg_color = LXW_COLOR_WHITE;
    pattern.type = wanted.pattern;
    line.width = 0.75;
  }
  bool patterned;
  lxw_chart_line line{};
  lxw_chart_fill fill{};
  lxw_chart_pattern pattern{};
};

lxw_chart_font font(double size, bool bold = false) {
  static char name[] = "宋体";
  lxw_chart_font f{};
  f.name = name;
  f.size = size;
  f.bold = bold ? LXW_TRUE : LXW_EXPLICIT_FALSE;
  return f;
}

std::uint8_t type_of(Chart::Kind kind) {
  switch (kind) {
    case Chart::Kind::Column:
      return LXW_CHART_COLUMN;
    case Chart::Kind::Bar:
      return LXW_CHART_BAR;
    case Chart::Kind::Pie:
      break;
  }
  return LXW_CHART_PIE;
}

void slices(lxw_chart_series* series, std::size_t count, const std::vector<bool>& small) {
  std::vector<Look> looks;
  for (std::size_t i = 0; i < count; ++i) looks.emplace_back(i);
  std::vector<lxw_chart_point> points(count);
  std::vector<lxw_chart_data_label> labels(count);
  std::vector<lxw_chart_point*> point_list;
  std::vector<lxw_chart_data_label*> label_list;
  for (std::size_t i = 0; i < count; ++i) {
    points[i] = {&looks[i].line, looks[i].patterned ? nullptr : &looks[i].fill,
                 looks[i].patterned ? &looks[i].pattern : nullptr};
    labels[i].hide = i < small.size() && small[i] ? LXW_TRUE : LXW_FALSE;
    point_list.push_back(&points[i]);
    label_list.push_back(&labels[i]);
  }
  point_list.push_back(nullptr);
  label_list.push_back(nullptr);
  chart_series_set_points(series, point_list.data());
  chart_series_set_labels(series);
  chart_series_set_labels_options(series, LXW_FALSE, LXW_TRUE, LXW_FALSE);
  chart_series_set_labels_custom(series, label_list.data());
  // Programs move labels out of each other's way only where they may choose the place. That may be
  // inside a dark slice, so the names stand on white.
  chart_series_set_labels_position(series, LXW_CHART_LABEL_POSITION_BEST_FIT);
  chart_series_set_labels_leader_line(series);
  lxw_chart_fill white{};
  white.color = LXW_COLOR_WHITE;
  chart_series_set_labels_fill(series, &white);
}

void areas(lxw_chart_series* series, std::size_t at, const std::string& number_format) {
  Look look(at);
  chart_series_set_line(series, &look.line);
  if (look.patterned) {
    chart_series_set_pattern(series, &look.pattern);
  } else {
    chart_series_set_fill(series, &look.fill);
  }
  chart_series_set_labels(series);
  chart_series_set_labels_num_format(series, number_format.c_str());
}

void add_series(lxw_chart* made, const Chart& chart, std::size_t at) {
  const auto row = [](CellRef cell) { return static_cast<lxw_row_t>(cell.row); };
  const auto col = [](CellRef cell) { return static_cast<lxw_col_t>(cell.col); };
  const ChartSeries& wanted = chart.series[at];
  const CellRange names = chart.categories;
  lxw_chart_series* series = chart_add_series(made, nullptr, nullptr);
  const char* sheet = chart.sheet.c_str();
  chart_series_set_categories(series, sheet, row(names.first), col(names.first), row(names.last),
                              col(names.last));
  chart_series_set_values(series, sheet, row(wanted.values.first), col(wanted.values.first),
                          row(wanted.values.last), col(wanted.values.last));
  chart_series_set_name_range(series, sheet, row(wanted.name), col(wanted.name));
  if (chart.kind == Chart::Kind::Pie) {
    slices(series, static_cast<std::size_t>(names.last.row - names.first.row + 1), chart.small);
  } else {
    areas(series, at, chart.number_format);
  }
  lxw_chart_font labels = font(9);
  chart_series_set_labels_font(series, &labels);
}

/// "#,##0.00" is "#,##0".
std::string without_decimals(std::string format) {
  const std::size_t point = format.find('.');
  if (point == std::string::npos) return format;
  const std::size_t end = format.find_first_not_of("0#", point + 1);
  return format.erase(point, end == std::string::npos ? end : end - point);
}

/// libxlsxwriter calls the axis of the values y, but of bars, which lie, x.
void set_axes(lxw_chart* made, const Chart& chart) {
  const bool bars = chart.kind == Chart::Kind::Bar;
  lxw_chart_axis* values = bars ? made->x_axis : made->y_axis;
  lxw_chart_axis* names = bars ? made->y_axis : made->x_axis;
  lxw_chart_font small = font(9);
  chart_axis_set_num_font(names, &small);
  chart_axis_set_num_font(values, &small);
  chart_axis_set_num_format(values, without_decimals(chart.number_format).c_str());
  if (chart.from_zero) chart_axis_set_min(values, 0);
  if (!chart.unit.empty()) {
    chart_axis_set_name(values, chart.unit.c_str());
    chart_axis_set_name_font(values, &small);
  }
  if (bars) {
    chart_axis_set_reverse(names);
    chart_axis_set_interval_unit(names, 1);  // else programs leave out every other name
  }
  chart_set_series_gap(made, bars ? kGapOfBars : kGapOfColumns);
}

}  // namespace

int insert_chart(lxw_workbook* book, lxw_worksheet* sheet, CellRef at, const Chart& chart) {
  lxw_chart* made = workbook_add_chart(book, type_of(chart.kind));
  if (!made) return LXW_ERROR_MEMORY_MALLOC_FAILED;
  chart_title_set_name(made, chart.title.c_str());
  lxw_chart_font heading = font(12, true);
  chart_title_set_name_font(made, &heading);
  for (std::size_t i = 0; i < chart.series.size(); ++i) add_series(made, chart, i);
  if (chart.kind != Chart::Kind::Pie) set_axes(made, chart);
  const bool pie = chart.kind == Chart::Kind::Pie;
  if (pie || chart.series.size() > 1) {
    lxw_chart_font small = font(9);
    chart_legend_set_position(made, pie ? LXW_CHART_LEGEND_RIGHT : LXW_CHART_LEGEND_BOTTOM);
    chart_legend_set_font(made, &small);
  } else {
    chart_legend_set_position(made, LXW_CHART_LEGEND_NONE);
  }
  lxw_chart_options options{};
  options.x_scale = chart.width / kDefaultWidth;
  options.y_scale = chart.height / kDefaultHeight;
  return worksheet_insert_chart_opt(sheet, static_cast<lxw_row_t>(at.row),
                                    static_cast<lxw_col_t>(at.col), made, &options);
}

}  // namespace huizong::xlsx
