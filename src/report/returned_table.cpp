#include "report/returned_table.h"

#include "report/looks.h"

namespace huizong::report {
namespace {

constexpr int kLast = 7;

std::string beside_summary(const std::string& path) {
  return path.substr(path.find('/') + 1);
}

}  // namespace

int write_returned(Sheet& sheet, int row, const std::vector<Slip>& slips) {
  sheet.merged({{row, 0}, {row, kLast}}, "三、退回修改的报送表", looks::section());
  sheet.headings({++row, 0}, {"序号", "单位编码", "单位名称", "错误", "警告", "未能检查",
                              "报来的文件", "退回的文件"});
  int number = 0;
  for (const Slip& slip : slips) {
    ++row;
    const model::Verdict v = model::verdict_of(slip.findings);
    sheet.number({row, 0}, Decimal(++number), looks::count());
    sheet.text({row, 1}, slip.unit.code, looks::centered());
    sheet.text({row, 2}, slip.unit.name, looks::text());
    sheet.number({row, 3}, Decimal(v.errors), looks::count());
    sheet.number({row, 4}, Decimal(v.warnings), looks::count());
    sheet.number({row, 5}, Decimal(v.unchecked), looks::count());
    sheet.text({row, 6}, slip.file, looks::text());
    if (number <= xlsx::kMaxLinks)
      sheet.writer().link_to_file({row, 7}, beside_summary(slip.path), "审核意见", {});
    sheet.text({row, 7}, beside_summary(slip.path), looks::linked(looks::text()));
  }
  if (slips.empty()) sheet.merged({{++row, 0}, {row, kLast}}, "没有。", looks::text());
  return row + 1;
}

}  // namespace huizong::report
