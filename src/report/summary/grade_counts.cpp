#include "report/summary/grade_counts.h"

#include "formula/print.h"
#include "report/looks.h"
#include "report/origins.h"

namespace huizong::report {
namespace {

constexpr int kName = 2, kCount = 3;  // under 单位名称 and the column beside it

class GradeCounts {
 public:
  GradeCounts(const SummaryPage& page, int row, std::size_t column)
      : sheet_(page.sheet),
        origins_(page.origins),
        table_(page.table),
        layout_(page.layout),
        at_(column),
        row_(row) {}

  int write(std::vector<CellRef>& cells) {
    const Column& column = table_.columns().all()[at_];
    const std::string grades = layout_.range(layout_.column(at_));
    sheet_.merged({{row_, 1}, {row_, kCount}}, column.heading + "分布", looks::section());
    ++row_;
    sheet_.headings({row_++, kName}, {column.heading, heading()});
    const int first = row_ + 1;
    for (const formula::Band& band : column.derived->bands) {
      cells.push_back({row_, kCount});
      line(band.label, count_if(grades + "=" + formula::quoted(band.label)), counted(band.label),
           graded(band.label));
    }
    line("未定级", count_if(grades + "=\"\""), counted(""), graded(""));
    line("不计入合计", "COUNTIF(" + layout_.range(layout_.counted()) + ",\"否\")",
         table_.kept_out(), cells_of([](const UnitRow& row) { return !row.counted(); }));
    const int in = table_.counted() + table_.kept_out();
    const CellRange lines{{first - 1, kCount}, {row_ - 1, kCount}};
    line("合计", "SUM(" + to_string(lines) + ")", in, {lines}, true);
    tally("已报", "tally", in, cells_of([](const UnitRow&) { return true; }));
    sheet_.text({row_, kName}, "已报", looks::centered());
    sheet_.number({row_++, kCount}, Decimal(in), looks::count());
    sheet_.text({row_, kName}, "核对", looks::centered());
    sheet_.formula(
        {row_, kCount},
        fmt::format("IF({0}{1}={0}{2},\"相符\",\"不符\")", column_name(kCount), row_ - 1, row_),
        "相符", looks::centered());
    return row_ + 1;
  }

 private:
  std::string count_if(const std::string& condition) const {
    return fmt::format("SUMPRODUCT(({})*({}))", layout_.is_counted(), condition);
  }

  int counted(const std::string& grade) const { return table_.counted_as(at_, grade); }

  const char* heading() const { return table_.has_items() ? "份数" : "家数"; }

  /// The graded cells of the units that are in and fit.
  template <class Fits>
  std::vector<CellRange> cells_of(Fits fits) const {
    std::vector<CellRef> cells;
    int row = SummaryLayout::kFirstRow;
    for (const UnitRow& unit : table_.rows()) {
      if (unit.submission && fits(unit)) cells.push_back({row, layout_.column(at_)});
      ++row;
    }
    return ranges_of(cells);
  }
  std::vector<CellRange> graded(const std::string& grade) const {
    return cells_of([&](const UnitRow& row) { return row.counted() && row.grade(at_) == grade; });
  }

  void tally(const std::string& name, const char* kind, int count, std::vector<CellRange> from) {
    model::CellOrigin origin{{row_, kCount},
                             kind,
                             table_.columns().all()[at_].heading + "分布 " + name,
                             heading(),
                             std::to_string(count)};
    origin.from = std::move(from);
    origins_.cells.push_back(std::move(origin));
  }

  void line(const std::string& name, const std::string& formula, int count,
            std::vector<CellRange> from, bool total = false) {
    tally(name, total ? "sum" : "tally", count, std::move(from));
    sheet_.text({row_, kName}, name, total ? looks::bold(looks::centered()) : looks::centered());
    sheet_.formula({row_, kCount}, formula, Decimal(count),
                   total ? looks::bold(looks::count()) : looks::count());
    ++row_;
  }

  Sheet& sheet_;
  model::SheetOrigins& origins_;
  const SummaryTable& table_;
  const SummaryLayout& layout_;
  std::size_t at_;
  int row_;
};

}  // namespace

int write_grade_counts(const SummaryPage& page, int row, std::size_t column,
                       std::vector<CellRef>& cells) {
  return GradeCounts(page, row, column).write(cells);
}

}  // namespace huizong::report
