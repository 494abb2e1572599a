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

const Bounds kBounds[] = {{7, 12}, {10, 18}, {6, 16},  {8, 16}, {10, 14}, {8, 18}, {9, 20},
                          {9, 20}, {24, 36}, {24, 36}, {8, 10}, {10, 12}, {8, 9}};

void write_row(Sheet& sheet, int row, const Explanation& e) {
  const bool gone = e.state == state::kGone;
  const bool to_fill = e.state == state::kUnexplained || e.state == state::kUnapproved;
  const auto look = [&](xlsx::Style style) { return gone ? looks::muted(style) : style; };
  int col = 0;
  for (const ExplanationColumn& column : job::explanation_columns()) {
    const std::string& cell = e.*column.cell;
    const auto number = column.kind == Kind::Figure ? Decimal::parse(cell) : std::nullopt;
    xlsx::Style style = look(looks::text());
    if (column.kind == Kind::Written && to_fill) style.fill = kToFill;
    if (number)
      sheet.number({row, col}, *number, look(looks::number("")));
    else if (column.cell == &Explanation::state && (gone || e.state == state::kClosed))
      sheet.text({row, col}, cell, look(looks::centered()));
    else if (column.cell == &Explanation::state)
      sheet.text({row, col}, cell, looks::alarmed(looks::centered()));
    else
      sheet.text({row, col}, cell, style);
    ++col;
  }
  for (const std::string& cell : e.more) sheet.text({row, col++}, cell, look(looks::text()));
}

}  // namespace

std::string explanations_workbook(const job::Job& job, const model::Explanations& explanations) {
  xlsx::Writer book({.title = job.name + "出错说明", .date = job.date});
  std::vector<std::string> names, headings;
  Sheet sheet(book, "出错说明", names);
  for (const ExplanationColumn& column : job::explanation_columns()) {
    sheet.bounds(static_cast<int>(headings.size()), kBounds[headings.size()]);
    headings.emplace_back(column.heading);
  }
  headings.insert(headings.end(), explanations.more.begin(), explanations.more.end());
  const int last = static_cast<int>(headings.size()) - 1;
  sheet.merged({{0, 0}, {0, last}}, job.name + "出错说明", looks::title());
  sheet.min_height(0, 32);
  sheet.merged({{1, 0}, {1, last}},
               "请在黄色的格子里逐条写明说明和审批人，存盘后重新运行：两样都有的警告不再计入。"
               "说明只对所列的数有效，数改了要重新说明；错误不能用说明放行，须更正。",
               looks::caption());
  sheet.headings({kHeadingRow, 0}, headings);
  int row = kHeadingRow;
  for (const Explanation& e : explanations.rows) write_row(sheet, ++row, e);
  sheet.writer().freeze({kHeadingRow + 1, 2});
  sheet.writer().repeat_rows(0, kHeadingRow);
  sheet.writer().autofilter({{kHeadingRow, 0}, {row, last}});
  sheet.finish(0, last);
  return book.package();
}

}  // namespace huizong::report
