#include "report/summary/charts.h"

#include <algorithm>

#include "report/looks.h"
#include "report/summary/drawn_chart.h"

namespace huizong::report {
namespace {

using formula::SummaryChart;

constexpr double kHalfPage = 68;  // digits: two columns fill a page
constexpr double kPixelsOfDigit = 7, kPointsOfPixel = 0.75;
constexpr double kGap = 12;                            // pixels between charts
constexpr double kChartHeight = 290, kBarHeight = 17;  // pixels
constexpr double kPage = 500;                          // points of height that a page has
constexpr double kNamedSlice = 0.05;
constexpr double kMostHeight = kPage / kPointsOfPixel - kGap;
constexpr double kRow = 400;  // points: a row has hardly more

xlsx::Chart::Kind kind_of(SummaryChart::Kind kind) {
  switch (kind) {
    case SummaryChart::Kind::Column:
      return xlsx::Chart::Kind::Column;
    case SummaryChart::Kind::Bar:
      return xlsx::Chart::Kind::Bar;
    case SummaryChart::Kind::Pie:
      break;
  }
  return xlsx::Chart::Kind::Pie;
}

/// Writes the charts side by side in twos, bars over the whole width, and their figures one below
/// the other.
class Charts {
 public:
  Charts(Sheet& charts, Sheet& data, const std::string& data_sheet, model::SheetOrigins& origins)
      : charts_(charts), data_(data), data_sheet_(data_sheet), origins_(origins) {
    for (int col = 0; col <= 1; ++col) charts_.bounds(col, {kHalfPage, kHalfPage});
    data_.bounds(0, {16, 40});
  }

  void heading(const std::string& text) {
    next_band();
    if (row_ > 0 && used_ + kChartHeight * kPointsOfPixel > kPage) {
      breaks_.push_back(row_);  // else it would stand alone at the foot of a page
      used_ = 0;
    }
    heading_ = row_;
    charts_.merged({{row_, 0}, {row_, 1}}, text, looks::section());
    charts_.min_height(row_++, 24);
    data_.merged({{data_row_, 0}, {data_row_, kMerged}}, text, looks::title());
    data_.min_height(data_row_++, 28);
  }

  void add(const DrawnChart& drawn) {
    xlsx::Chart chart = write_data(drawn);
    if (drawn.points.empty()) return;
    const bool wide = drawn.kind == SummaryChart::Kind::Bar;
    if (wide) next_band();
    const double half = kHalfPage * kPixelsOfDigit;
    chart.width = (wide ? 2 * half : half) - kGap;
    chart.height =
        wide ? std::min(kMostHeight,
                        kChartHeight / 2 + kBarHeight * static_cast<double>(drawn.points.size() *
                                                                            drawn.series.size()))
             : kChartHeight;
    charts_.text({row_, side_}, "", xlsx::Style{});
    const double height = (chart.height + kGap) * kPointsOfPixel;
    const int rows = height > kRow ? 2 : 1;
    // Of two rows one could stand on each of two pages.
    if (rows > 1 && used_ + height > kPage)
      breaks_.push_back(heading_ == row_ - 1 ? heading_ : row_);
    if (side_ == 0) used_ = used_ + height > kPage ? height : used_ + height;
    for (int i = 0; i < rows; ++i) charts_.min_height(row_ + i, height / rows);
    charts_.writer().chart({row_, side_}, chart);
    row_ += rows - 1;  // only bars are as high, over the whole width
    side_ = wide ? 2 : side_ + 1;
    if (side_ > 1) next_band();
  }

  void finish() {
    next_band();
    charts_.writer().page_breaks(breaks_);
    charts_.finish(0, 1);
    data_.finish(0, last_col_);
  }

 private:
  static constexpr int kMerged = 7;  // a title goes over so many columns

  void next_band() {
    if (side_ > 0) ++row_;
    side_ = 0;
  }

  static std::string live_formula(const std::string& sheet, const std::vector<CellRef>& cells) {
    std::string formula;
    for (const CellRef& cell : cells)
      formula += (formula.empty() ? "" : "+") + quoted_sheet(sheet) + "!" + to_string(cell);
    return formula;
  }

  void record(CellRef cell, const DrawnChart& drawn, const DrawnPoint& point, std::size_t series) {
    const DrawnPoint::Value& value = point.values[series];
    model::CellOrigin origin{cell, value.cells.size() == 1 ? "same" : "sum",
                             drawn.title + " " + (point.whole.empty() ? point.name : point.whole),
                             drawn.series[series], value.number->to_string()};
    for (const CellRef& of : value.cells) origin.from.push_back({of, of});
    origin.from_sheet = drawn.sheet;
    origins_.cells.push_back(std::move(origin));
  }

  /// 项目 | the series | the same live | 核对 | 全称, where a name was shortened
  xlsx::Chart write_data(const DrawnChart& drawn) {
    const int series = static_cast<int>(drawn.series.size());
    data_.merged({{data_row_, 0}, {data_row_, kMerged}}, drawn.title, looks::section());
    ++data_row_;
    std::vector<std::string> names = {"项目"};
    names.insert(names.end(), drawn.series.begin(), drawn.series.end());
    for (const std::string& name : drawn.series) names.push_back("汇总表：" + name);
    names.push_back("核对");
    last_col_ = std::max(last_col_, static_cast<int>(names.size()) - 1);
    // A column of its own, as it is wide: no other chart's figures stand in it.
    const int whole = std::max(kMerged, 2 + 2 * series);
    const bool shortened = std::any_of(drawn.points.begin(), drawn.points.end(),
                                       [](const DrawnPoint& p) { return !p.whole.empty(); });
    data_.headings({data_row_, 0}, names);
    if (shortened) {
      data_.headings({data_row_, whole}, {"全称"});
      last_col_ = std::max(last_col_, whole);
    }
    const int heading = data_row_++;

    xlsx::Chart chart{.kind = kind_of(drawn.kind),
                      .title = drawn.title,
                      .sheet = data_sheet_,
                      .categories = {},
                      .series = {},
                      .number_format = drawn.number_format,
                      .unit = drawn.unit};
    for (const DrawnPoint& point : drawn.points) {
      data_.text({data_row_, 0}, point.name, looks::text());
      chart.small.push_back(point.share < kNamedSlice);
      std::string same;
      for (std::size_t s = 0; s < point.values.size(); ++s) {
        const DrawnPoint::Value& value = point.values[s];
        const int col = 1 + static_cast<int>(s);
        const CellRef plain{data_row_, col}, live{data_row_, col + series};
        const auto style = looks::number(drawn.number_format);
        chart.from_zero = chart.from_zero && *value.number >= Decimal(0);
        data_.number(plain, *value.number, style);
        data_.formula(live, live_formula(drawn.sheet, value.cells), *value.number, style);
        for (const CellRef cell : {plain, live}) record(cell, drawn, point, s);
        same += fmt::format("{}ROUND({}-{},6)=0", same.empty() ? "" : ",", to_string(plain),
                            to_string(live));
      }
      data_.formula({data_row_, 1 + 2 * series}, "IF(AND(" + same + "),\"相符\",\"不符\")", "相符",
                    looks::centered());
      if (shortened)
        data_.text({data_row_, whole}, point.whole.empty() ? point.name : point.whole,
                   looks::text());
      ++data_row_;
    }
    const int last = data_row_ - 1;
    chart.categories = {{heading + 1, 0}, {last, 0}};
    for (int s = 0; s < series; ++s)
      chart.series.push_back({{heading, 1 + s}, {{heading + 1, 1 + s}, {last, 1 + s}}});
    const std::string note = drawn.points.empty() ? "没有可画的数。" : drawn.note;
    if (!note.empty()) {
      data_.merged({{data_row_, 0}, {data_row_, kMerged}}, "注：" + note, looks::caption());
      ++data_row_;
    }
    ++data_row_;
    return chart;
  }

  Sheet& charts_;
  Sheet& data_;
  const std::string& data_sheet_;
  model::SheetOrigins& origins_;
  int row_ = 0, side_ = 0, data_row_ = 0;
  int heading_ = -1;  // the row of the last
  double used_ = 0;   // of the page, points
  std::vector<int> breaks_;
  int last_col_ = kMerged;  // of the data
};

const std::vector<SummaryChart>& charts_of(const WrittenSummary& summary) {
  return summary.table->mapping().definitions.charts;
}

}  // namespace

bool any_charts(const std::vector<WrittenSummary>& summaries) {
  return std::any_of(summaries.begin(), summaries.end(),
                     [](const auto& summary) { return !charts_of(summary).empty(); });
}

void write_charts(Sheet& charts, Sheet& data, const std::string& data_sheet,
                  const std::vector<WrittenSummary>& summaries, int year,
                  model::SheetOrigins& origins) {
  Charts writing(charts, data, data_sheet, origins);
  for (const WrittenSummary& summary : summaries) {
    if (charts_of(summary).empty()) continue;
    writing.heading(summary.table->mapping().title());
    for (std::size_t i = 0; i < charts_of(summary).size(); ++i)
      writing.add(drawn_chart(summary, i, year));
  }
  writing.finish();
}

}  // namespace huizong::report
