#include "report/summary/contents.h"

#include "report/looks.h"

namespace huizong::report {

void write_contents(Sheet& sheet, const std::vector<ContentsLine>& lines) {
  constexpr double kLine = 24;
  sheet.bounds(0, {6, 6});
  sheet.bounds(1, {34, 50});
  sheet.bounds(2, {60, 60});
  sheet.merged({{0, 0}, {0, 2}}, "目　录", looks::title());
  sheet.min_height(0, 40);
  sheet.headings({1, 0}, {"序号", "工作表", "内容"});
  int row = 1;
  for (const ContentsLine& line : lines) {
    ++row;
    sheet.number({row, 0}, Decimal(row - 1), looks::count());
    sheet.link({row, 1}, line.sheet, {}, line.sheet, looks::linked(looks::text()));
    sheet.text({row, 2}, line.what, looks::text());
    sheet.min_height(row, kLine);
  }
  sheet.finish(0, 2);
}

}  // namespace huizong::report
