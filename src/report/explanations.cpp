#include "report/explanations.h"

#include "job/explanation_file.h"
#include "report/looks.h"
#include "report/sheet.h"

namespace huizong::report {
namespace {

using job::ExplanationColumn;
using model::Explanation;
using Kind = ExplanationColumn::Kind;
namespace state = model::explanation_state;

constexpr int kHeadingRow = 2;
constexpr std::uint32_t kToFill = 0xFFF2CC;  // where the office writes
constexpr std::uint32_t kOpen = 0xFCE4D6;    // what is still open
constexpr int kLastRow = 1048575;

const Bounds kBounds[] = {{7, 12}, {10, 18}, {6, 16},  {8, 16},  {10, 14}, {8, 18},  {9, 20},
                          {9, 20}, {10, 30}, {24, 36}, {24, 36}, {8, 10},  {10, 12}, {8, 9}};

/// Alike in every row, whatever its state: rows come to be added below, and states change.
void write_row(Sheet& sheet, int row, const Explanation& e) {
  int col = 0;
  for (const ExplanationColumn& column : job::explanation_columns()) {
    const std::string& cell = e.*column.cell;
    xlsx::Style style = column.cell == &Explanation::state ? looks::centered() : looks::text();
    if (column.kind == Kind::Written) style.fill = kToFill;
    if (const auto number = figure_in(column, cell))
      sheet.number({row, col++}, *number, looks::number(""));
    else
      sheet.text({row, col++}, cell, style);
  }
}

}  // namespace

std::optional<Decimal> figure_in(const ExplanationColumn& column, const std::string& cell) {
  const auto number = column.kind == Kind::Figure ? Decimal::parse(cell) : std::nullopt;
  return number && number->to_string() == cell ? number : std::nullopt;
}

std::string explanations_workbook(const job::Job& job, const std::vector<Explanation>& rows) {
  xlsx::Writer book({.title = job.name + "出错说明", .date = job.date});
  std::vector<std::string> names, headings;
  Sheet sheet(book, "出错说明", names);
  for (const ExplanationColumn& column : job::explanation_columns()) {
    sheet.bounds(static_cast<int>(headings.size()), kBounds[headings.size()]);
    headings.emplace_back(column.heading);
  }
  const int last = static_cast<int>(headings.size()) - 1;
  sheet.merged({{0, 0}, {0, last}}, job.name + "出错说明", looks::title());
  sheet.min_height(0, 32);
  sheet.merged({{1, 0}, {1, last}},
               "请在黄色的格子里逐条写明说明和审批人，存盘后重新运行：两样都有的警告不再计入。"
               "说明只对所列的数有效，数改了要重新说明；错误不能用说明放行，须更正。",
               looks::caption());
  sheet.headings({kHeadingRow, 0}, headings);
  int row = kHeadingRow;
  for (const Explanation& e : rows) write_row(sheet, ++row, e);
  for (const char* open :
       {state::kUnexplained, state::kUnapproved, state::kChanged, state::kUnclear})
    sheet.writer().colour_text({{kHeadingRow + 1, last}, {kLastRow, last}}, open, kOpen);
  sheet.writer().freeze({kHeadingRow + 1, 2});
  sheet.writer().repeat_rows(0, kHeadingRow);
  sheet.writer().autofilter({{kHeadingRow, 0}, {row, last}});
  sheet.finish(0, last, true);
  return book.package();
}

}  // namespace huizong::report
