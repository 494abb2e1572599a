#include "report/summary/years.h"

#include <algorithm>
#include <set>

#include "formula/submission_scope.h"
#include "report/looks.h"
#include "report/summary/layout.h"

namespace huizong::report {
namespace {

using model::Value;

constexpr int kGroupRow = 3, kHeadingRow = 4, kFirstRow = 5;
constexpr int kDecimals = 6;  // of a difference, which doubles would leave a tail
constexpr const char* kRate = "0.00%";
constexpr const char* kPoints = "0.00";  // 百分点

struct Compared {
  std::size_t at;  ///< of the summary's columns
  int first;       ///< its column for this year; last year's and 增减 follow
  bool rate;       ///< then there is no 增减率
  int last() const { return first + (rate ? 2 : 3); }
};

class Years {
 public:
  Years(Sheet& sheet, const WrittenSummary& summary, const model::RunResult& result, int year)
      : sheet_(sheet),
        table_(*summary.table),
        summary_sheet_(summary.sheet),
        layout_(table_),
        result_(result),
        source_(result),
        year_(year) {
    if (table_.has_items()) item_ = 3;
    int col = item_ < 0 ? 3 : 4;
    const auto& columns = table_.columns().all();
    for (std::size_t i = 0; i < table_.columns().visible(); ++i) {
      const formula::Total total = columns[i].total;
      if (total != formula::Total::Sum && total != formula::Total::Ratio) continue;
      compared_.push_back({i, col, columns[i].format.find('%') != std::string::npos});
      col = compared_.back().last() + 1;
    }
    last_col_ = std::max(col - 1, 3);
  }

  void write() {
    frame();
    int row_of_summary = SummaryLayout::kFirstRow - 1;
    for (const UnitRow& unit : table_.rows()) {
      ++row_of_summary;
      if (!unit.submission) continue;
      const model::Submission* last = last_year_of(unit);
      if (!unit.counted()) {
        kept_out_.push_back(name_of(unit.unit.name, unit.item));
        continue;
      }
      if (!last) {
        only_now_.push_back(name_of(unit.unit.name, unit.item));
        continue;
      }
      unit_row(unit, *last, row_of_summary);
    }
    totals();
    without_counterpart();
    sheet_.writer().freeze({kFirstRow, 3});
    sheet_.writer().repeat_rows(0, kHeadingRow);
    sheet_.writer().protect();
    sheet_.finish(0, last_col_);
  }

 private:
  static std::string name_of(const std::string& unit, const std::string& item) {
    return item.empty() ? unit : unit + "“" + item + "”";
  }

  const model::Submission* last_year_of(const UnitRow& unit) {
    matched_.insert({unit.unit.code, unit.submission->key.item});
    const auto found = source_.find(*unit.submission, "", true);
    return found.missing || found.submissions.size() != 1 ? nullptr : found.submissions.front();
  }

  void frame() {
    const auto& title = table_.mapping().title();
    sheet_.merged({{0, 0}, {0, last_col_}}, title + "同比", looks::title());
    sheet_.min_height(0, 32);
    sheet_.merged({{1, 0}, {1, last_col_}},
                  fmt::format("{}年与{}年比较，金额单位：{}", year_, year_ - 1, name_of_money()),
                  looks::caption());
    sheet_.merged({{2, 0}, {2, last_col_}},
                  "只列两年都有数的单位，合计是同口径的；增减率 = 增减 ÷ 上年数，上年数为 0 "
                  "或负数的不计算；比率只算增减，不合计；缺一年数的不进入合计。",
                  looks::caption());
    std::vector<std::string> names = {"序号", "单位编码", "单位名称"};
    if (item_ >= 0) names.push_back("项目");
    for (std::size_t i = 0; i < names.size(); ++i) {
      const int col = static_cast<int>(i);
      sheet_.merged({{kGroupRow, col}, {kHeadingRow, col}}, names[i], looks::heading());
    }
    sheet_.bounds(0, {5, 6});
    sheet_.bounds(1, {7, 16});
    sheet_.bounds(2, {14, 24});
    if (item_ >= 0) sheet_.bounds(item_, {12, 24});
    for (const Compared& c : compared_) {
      sheet_.merged({{kGroupRow, c.first}, {kGroupRow, c.last()}},
                    table_.columns().all()[c.at].heading, looks::heading());
      std::vector<std::string> years = {fmt::format("{}年", year_), fmt::format("{}年", year_ - 1),
                                        "增减"};
      if (c.rate) {
        years.back() += "（百分点）";
      } else {
        years.push_back("增减率");
      }
      sheet_.headings({kHeadingRow, c.first}, years);
      for (int col = c.first; col <= c.last(); ++col) sheet_.bounds(col, {7, 24});
    }
  }
  const char* name_of_money() const { return model::name_of(table_.mapping().money); }

  void unit_row(const UnitRow& unit, const model::Submission& last, int row_of_summary) {
    sheet_.number({row_, 0}, Decimal(row_ - kFirstRow + 1), looks::count());
    sheet_.text({row_, 1}, unit.unit.code, looks::centered());
    sheet_.text({row_, 2}, unit.unit.name, looks::text());
    if (item_ >= 0) sheet_.text({row_, item_}, unit.item, looks::text());
    const formula::SubmissionScope scope(last);
    for (const Compared& c : compared_) {
      const Column& column = table_.columns().all()[c.at];
      const auto style = looks::number(column.format);
      const std::string live = quoted_sheet(summary_sheet_) + "!" +
                               to_string(CellRef{row_of_summary, layout_.column(c.at)});
      const Decimal* now = model::number(unit.values[c.at]);
      number_or_none({row_, c.first}, fmt::format("IF(ISNUMBER({0}),{0},\"\")", live), now, style);
      const Value before = formula::evaluate(column.value, scope);
      const Decimal* then = model::number(before);
      if (then) {
        sheet_.number({row_, c.first + 1}, *then, style);
      } else {
        sheet_.blank({row_, c.first + 1}, style);
      }
      change(c, now, then, style);
      if (!now || !then || c.rate) continue;
      Sums& sums = sums_[c.at];
      sums.now += *now;
      sums.then += *then;
    }
    ++row_;
  }

  void number_or_none(CellRef cell, const std::string& formula, const Decimal* value,
                      const xlsx::Style& style) {
    if (value) return sheet_.formula(cell, formula, *value, style);
    sheet_.formula(cell, formula, "", style);
  }

  /// 增减 and 增减率 of the two cells before them.
  void change(const Compared& c, const Decimal* now, const Decimal* then,
              const xlsx::Style& style) {
    const std::string a = to_string(CellRef{row_, c.first}),
                      b = to_string(CellRef{row_, c.first + 1});
    std::optional<Decimal> more, rate;
    if (now && then) more = (*now - *then) * Decimal(c.rate ? 100 : 1);
    if (more && *then > Decimal(0)) rate = (*more / *then).rounded(4);
    xlsx::Style of_change = style;
    if (c.rate) of_change.number_format = kPoints;
    number_or_none({row_, c.first + 2},
                   fmt::format("IF(COUNT({0},{1})=2,ROUND({3}({0}-{1}),{2}),\"\")", a, b, kDecimals,
                               c.rate ? "100*" : ""),
                   more ? &*more : nullptr, of_change);
    if (c.rate) return;
    xlsx::Style as_rate = style;
    as_rate.number_format = kRate;
    number_or_none(
        {row_, c.first + 3},
        fmt::format("IF(COUNT({0},{1})=2,IF({1}>0,ROUND(({0}-{1})/{1},4),\"\"),\"\")", a, b),
        rate ? &*rate : nullptr, as_rate);
  }

  /// Both years of a unit count, or neither: a unit without one of them would look like a change.
  void totals() {
    const int first_compared = compared_.empty() ? last_col_ + 1 : compared_.front().first;
    if (row_ == kFirstRow) {
      sheet_.merged({{row_, 0}, {row_, last_col_}}, "没有两年都有数的单位。", looks::text());
      ++row_;
      return;
    }
    sheet_.merged({{row_, 0}, {row_, first_compared - 1}}, "合计", looks::bold(looks::centered()));
    for (const Compared& c : compared_) {
      const auto style = looks::bold(looks::number(table_.columns().all()[c.at].format));
      const bool summed = table_.columns().all()[c.at].total == formula::Total::Sum;
      if (!summed) {
        for (int col = c.first; col <= c.last(); ++col) sheet_.blank({row_, col}, style);
        continue;
      }
      const Sums& sums = sums_[c.at];
      const auto range = [&](int col) {
        return to_string(CellRange{{kFirstRow, col}, {row_ - 1, col}});
      };
      for (const bool last : {false, true}) {
        const int col = c.first + (last ? 1 : 0), other = c.first + (last ? 0 : 1);
        sheet_.formula(
            {row_, col},
            fmt::format("SUMPRODUCT(ISNUMBER({0})*ISNUMBER({1}),{0})", range(col), range(other)),
            last ? sums.then : sums.now, style);
      }
      change(c, &sums.now, &sums.then, style);
    }
    ++row_;
  }

  void without_counterpart() {
    std::vector<std::string> only_then;
    for (const model::Submission& s : *result_.last_year) {
      if (s.key.form == table_.mapping().id() && !matched_.contains({s.key.unit, s.key.item}))
        only_then.push_back(name_of(s.unit_name, s.key.item));
    }
    list(fmt::format("{}年有、{}年没有或不计入合计的", year_, year_ - 1), only_now_);
    list(fmt::format("{}年有、{}年没有的", year_ - 1, year_), only_then);
    list(fmt::format("{}年不计入合计的", year_), kept_out_);
  }
  void list(const std::string& what, const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : "、") + name;
    ++row_;
    sheet_.merged({{row_, 0}, {row_, last_col_}},
                  names.empty()
                      ? what + "：没有。"
                      : fmt::format("{}（{} 个，未参加比较）：{}。", what, names.size(), text),
                  looks::caption());
  }

  struct Sums {
    Decimal now, then;
  };

  Sheet& sheet_;
  const SummaryTable& table_;
  const std::string& summary_sheet_;
  const SummaryLayout layout_;
  const model::RunResult& result_;
  const model::FigureSource source_;
  int year_;
  std::vector<Compared> compared_;
  std::map<std::size_t, Sums> sums_;
  std::set<std::pair<std::string, std::string>> matched_;  // unit, item
  std::vector<std::string> only_now_, kept_out_;
  int item_ = -1, last_col_ = 3, row_ = kFirstRow;
};

}  // namespace

bool has_last_year(const WrittenSummary& summary, const model::RunResult& result) {
  const std::string& form = summary.table->mapping().id();
  return result.last_year &&
         std::any_of(result.last_year->begin(), result.last_year->end(),
                     [&](const model::Submission& s) { return s.key.form == form; });
}

void write_years(Sheet& sheet, const WrittenSummary& summary, const model::RunResult& result,
                 int year) {
  Years(sheet, summary, result, year).write();
}

}  // namespace huizong::report
