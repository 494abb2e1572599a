#include "report/summary/grade_counts.h"

#include "formula/print.h"
#include "report/looks.h"

namespace huizong::report {
namespace {

constexpr int kName = 2, kCount = 3;  // under 单位名称 and the column beside it

class GradeCounts {
 public:
  GradeCounts(Sheet& sheet, int row, const SummaryTable& table, const SummaryLayout& layout,
              std::size_t column)
      : sheet_(sheet), table_(table), layout_(layout), at_(column), row_(row) {}

  int write(std::vector<CellRef>& cells) {
    const Column& column = table_.columns().all()[at_];
    const std::string grades = layout_.range(layout_.column(at_));
    sheet_.merged({{row_, 1}, {row_, kCount}}, column.heading + "分布", looks::section());
    ++row_;
    sheet_.headings({row_++, kName}, {column.heading, table_.has_items() ? "份数" : "家数"});
    const int first = row_ + 1;
    for (const formula::Band& band : column.derived->bands) {
      cells.push_back({row_, kCount});
      line(band.label, count_if(grades + "=" + formula::quoted(band.label)), counted(band.label));
    }
    line("未定级", count_if(grades + "=\"\""), counted(""));
    line("不计入合计", "COUNTIF(" + layout_.range(layout_.counted()) + ",\"否\")",
         table_.kept_out());
    const int in = table_.counted() + table_.kept_out();
    line("合计", fmt::format("SUM({0}{1}:{0}{2})", column_name(kCount), first, row_), in, true);
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

  void line(const std::string& name, const std::string& formula, int count, bool total = false) {
    sheet_.text({row_, kName}, name, total ? looks::bold(looks::centered()) : looks::centered());
    sheet_.formula({row_, kCount}, formula, Decimal(count),
                   total ? looks::bold(looks::count()) : looks::count());
    ++row_;
  }

  Sheet& sheet_;
  const SummaryTable& table_;
  const SummaryLayout& layout_;
  std::size_t at_;
  int row_;
};

}  // namespace

int write_grade_counts(Sheet& sheet, int row, const SummaryTable& table,
                       const SummaryLayout& layout, std::size_t column,
                       std::vector<CellRef>& cells) {
  return GradeCounts(sheet, row, table, layout, column).write(cells);
}

}  // namespace huizong::report
