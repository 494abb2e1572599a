#include "report/summary/drawn_chart.h"

#include <algorithm>

#include "report/summary/layout.h"

namespace huizong::report {
namespace {

using formula::SummaryChart;

constexpr std::size_t kMostSlices = 8, kMostBars = 30;

/// "{本年}年" in the job of 2021 is "2021年".
std::string dated(std::string text, int year) {
  for (const auto& [word, distance] : {std::pair("{本年}", 0), std::pair("{上年}", 1)}) {
    const std::string_view token = word;
    for (std::size_t at; (at = text.find(token)) != std::string::npos;)
      text.replace(at, token.size(), std::to_string(year - distance));
  }
  return text;
}

class Drawing {
 public:
  Drawing(const WrittenSummary& summary, std::size_t at, int year)
      : summary_(summary),
        table_(*summary.table),
        layout_(table_),
        wanted_(table_.mapping().definitions.charts[at]),
        columns_(table_.columns().charts()[at]),
        year_(year) {}

  DrawnChart draw() {
    chart_.kind = wanted_.kind;
    chart_.title = dated(wanted_.title, year_);
    const Column& first = table_.columns().all()[columns_.front().front()];
    chart_.number_format = first.format;
    if (const std::string* money = format_of_money()) {
      chart_.number_format = *money;
      chart_.unit = name_of(table_.mapping().money);
    }
    switch (wanted_.over) {
      case SummaryChart::Over::Points:
        name_series("合计");
        points();
        break;
      case SummaryChart::Over::Units:
        name_series(first.heading);
        units();
        break;
      case SummaryChart::Over::Grades:
        chart_.unit = table_.has_items() ? "份" : "家";
        name_series(chart_.unit + "数");
        chart_.number_format = "0";
        grades();
        break;
    }
    drop_empty();
    if (chart_.kind == SummaryChart::Kind::Pie) {
      slice();
      share();
    } else if (wanted_.over == SummaryChart::Over::Units) {
      lowest();
    }
    return std::move(chart_);
  }

 private:
  void name_series(const std::string& lone) {
    for (const auto& series : wanted_.series)
      chart_.series.push_back(series.name.empty() ? lone : dated(series.name, year_));
  }
  /// A derived amount is shown as the amounts beside it.
  const std::string* format_of_money() const {
    for (const auto& series : columns_) {
      for (const std::size_t at : series) {
        const std::string& format = table_.columns().all()[at].format;
        if (format.find(',') != std::string::npos) return &format;
      }
    }
    return nullptr;
  }
  void note(const std::string& text) { chart_.note += (chart_.note.empty() ? "" : "；") + text; }
  DrawnPoint::Value value(const model::Value& of, CellRef cell) const {
    const Decimal* number = model::number(of);
    return {number ? std::optional(*number) : std::nullopt,
            quoted_sheet(summary_.sheet) + "!" + to_string(cell)};
  }

  void points() {
    for (std::size_t i = 0; i < wanted_.points.size(); ++i) {
      DrawnPoint point{.name = dated(wanted_.points[i], year_)};
      for (const auto& series : columns_) {
        point.values.push_back(
            value(table_.total(series[i]), {layout_.totals_row(), layout_.column(series[i])}));
        if (table_.uneven(series[i]))
          note(point.name + "所据的各数家数不齐，不宜引用（见汇总表合计行的备注）");
      }
      chart_.points.push_back(std::move(point));
    }
  }

  /// Of a single unit's items the items alone.
  std::string name_of_row(const UnitRow& row) const {
    if (row.item.empty()) return row.unit.name;
    const std::string& first = table_.rows().front().unit.code;
    const bool one_unit =
        std::all_of(table_.rows().begin(), table_.rows().end(),
                    [&](const UnitRow& other) { return other.unit.code == first; });
    return one_unit ? row.item : row.unit.name + " " + row.item;
  }

  void units() {
    int row = SummaryLayout::kFirstRow;
    for (const UnitRow& unit : table_.rows()) {
      if (unit.counted()) {
        DrawnPoint point{.name = name_of_row(unit)};
        for (const auto& series : columns_)
          point.values.push_back(
              value(unit.values[series.front()], {row, layout_.column(series.front())}));
        chart_.points.push_back(std::move(point));
      }
      ++row;
    }
  }

  void grades() {
    const auto& bands = table_.columns().all()[columns_.front().front()].derived->bands;
    for (std::size_t i = 0; i < bands.size(); ++i) {
      DrawnPoint point{.name = bands[i].label};
      for (const auto& series : columns_) {
        const auto cells = summary_.grades.find(series.front());
        if (cells == summary_.grades.end()) continue;  // nobody owes the form
        point.values.push_back(
            value(Decimal(table_.counted_as(series.front(), bands[i].label)), cells->second[i]));
      }
      chart_.points.push_back(std::move(point));
    }
  }

  /// A chart takes a cell without a figure for 0, so what has none is not drawn: a series without
  /// any, then every point that lacks one.
  void drop_empty() {
    for (std::size_t s = chart_.series.size(); s-- > 0;) {
      const auto has = [s](const DrawnPoint& p) {
        return p.values.size() > s && p.values[s].number;
      };
      if (chart_.series.size() == 1 || std::any_of(chart_.points.begin(), chart_.points.end(), has))
        continue;
      note("没有数，未画：" + chart_.series[s]);
      chart_.series.erase(chart_.series.begin() + static_cast<std::ptrdiff_t>(s));
      for (DrawnPoint& p : chart_.points)
        p.values.erase(p.values.begin() + static_cast<std::ptrdiff_t>(s));
    }
    const auto before = chart_.points.size();
    std::erase_if(chart_.points, [](const DrawnPoint& point) {
      return point.values.empty() || std::any_of(point.values.begin(), point.values.end(),
                                                 [](const auto& value) { return !value.number; });
    });
    if (const auto gone = before - chart_.points.size(); gone > 0)
      note(fmt::format("{} 项没有数或数不全，未画", gone));
  }

  /// A slice is a part of a whole: nothing of it is nothing to see, and less than nothing is none.
  void slice() {
    const auto number = [](const DrawnPoint& point) { return *point.values.front().number; };
    std::string negative;
    for (const DrawnPoint& point : chart_.points) {
      if (number(point) < Decimal(0)) negative += (negative.empty() ? "" : "、") + point.name;
    }
    if (!negative.empty()) note("负数不能画成扇形，未画：" + negative);
    std::erase_if(chart_.points, [&](const auto& point) { return number(point) <= Decimal(0); });
    if (chart_.points.size() <= kMostSlices) return;

    std::vector<Decimal> sizes;
    for (const DrawnPoint& point : chart_.points) sizes.push_back(number(point));
    std::nth_element(sizes.begin(), sizes.begin() + kMostSlices - 2, sizes.end(), std::greater<>());
    DrawnPoint rest{.name = "其他各项", .values = {{Decimal(0), ""}}};
    std::vector<DrawnPoint> kept;
    for (DrawnPoint& point : chart_.points) {
      if (kept.size() < kMostSlices - 1 && number(point) >= sizes[kMostSlices - 2]) {
        kept.push_back(std::move(point));
        continue;
      }
      const DrawnPoint::Value& value = point.values.front();
      *rest.values.front().number += *value.number;
      rest.values.front().live += (rest.values.front().live.empty() ? "" : "+") + value.live;
    }
    note(fmt::format("较小的 {} 项并为“{}”", chart_.points.size() - kept.size(), rest.name));
    kept.push_back(std::move(rest));
    chart_.points = std::move(kept);
  }

  /// A slice is named with its percentage.
  void share() {
    Decimal whole;
    for (const DrawnPoint& point : chart_.points) whole += *point.values.front().number;
    for (DrawnPoint& point : chart_.points) {
      const Decimal share = *point.values.front().number / whole;
      point.share = share.to_double();
      point.name += " " + shown(share, "0.00%");
    }
  }

  void lowest() {
    if (chart_.points.size() <= kMostBars) return;
    const auto all = chart_.points.size();
    std::stable_sort(chart_.points.begin(), chart_.points.end(),
                     [](const DrawnPoint& a, const DrawnPoint& b) {
                       return a.values.front().number < b.values.front().number;
                     });
    chart_.points.resize(kMostBars);
    chart_.title += fmt::format("（最低的 {} 家）", kMostBars);
    note(fmt::format("有数的 {} 家中画出最低的 {} 家", all, kMostBars));
  }

  const WrittenSummary& summary_;
  const SummaryTable& table_;
  const SummaryLayout layout_;
  const SummaryChart& wanted_;
  const SummaryColumns::Drawn& columns_;
  int year_;
  DrawnChart chart_{};
};

}  // namespace

DrawnChart drawn_chart(const WrittenSummary& summary, std::size_t at, int year) {
  return Drawing(summary, at, year).draw();
}

}  // namespace huizong::report
