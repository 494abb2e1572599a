#include "report/return_slip.h"

#include <catch2/catch.hpp>

#include "report/findings/table.h"
#include "report/sample_job.h"
#include "support/package_builder.h"
#include "xlsx/package/package.h"
#include "xlsx/reader.h"

using namespace huizong;
using testing::dump;
using testing::row_of;
using testing::sample_job;

namespace {

std::string listed(const std::vector<report::Slip>& slips) {
  std::string text;
  for (const auto& slip : slips) {
    text += slip.path + " " + std::to_string(slip.findings.size()) + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("what a unit has to look at again is returned; notes alone are not", "[slip]") {
  auto s = sample_job();
  CHECK(listed(report::slips(s.job, s.result)) ==
        "输出/退回/001003_示例单位三.xlsx 2\n输出/退回/002002_示例单位五.xlsx 0\n"
        "输出/退回/002004_示例单位七.xlsx 1\n");  // 002002's file could not be read
  s.result.intake.unread.clear();
  for (auto& f : s.result.findings) f.level = Severity::Note;
  CHECK(report::slips(s.job, s.result).empty());
}

TEST_CASE("a unit that sent several files gets each of them back under its own name", "[slip]") {
  auto s = sample_job();
  model::Finding other = s.result.findings.back();
  other.unit = {"002004", "示例单位七"};
  other.place.file = "上报/补报/002004更正.xlsx";
  other.cause = std::nullopt;
  s.result.findings = {s.result.findings.back(), other};
  s.result.findings[0].unit = other.unit;
  s.result.findings[0].place.file = "上报/002004_示例单位七.xlsx";
  s.result.findings[0].cause = std::nullopt;
  s.result.findings[0].level = s.result.findings[1].level = Severity::Error;
  s.result.intake.unread.clear();
  CHECK(listed(report::slips(s.job, s.result)) ==
        "输出/退回/002004_示例单位七.xlsx 1\n输出/退回/002004_示例单位七_更正.xlsx 1\n");
}

TEST_CASE("the unit's own workbook comes back marked, with the list in front", "[slip]") {
  auto s = sample_job();
  for (auto& f : s.result.findings) f.place.sheet = "Sheet1";
  const auto slip = report::slips(s.job, s.result).back();
  const auto own = testing::simple_workbook(R"(<row r="5"><c r="E5"><v>100</v></c></row>)");
  const auto out = report::return_slip(s.job, slip, own);
  CHECK(out.kind == "return");
  const auto book = xlsx::read_workbook(xlsx::Package(out.bytes));
  REQUIRE(book.sheets.size() == 2);
  CHECK(book.sheets[1].name == "Sheet1");
  CHECK(book.sheets[1].text_at({4, 4}) == "100");
  const auto list = dump(out.bytes, "审核意见");
  CHECK(row_of(list, 1) == "审核意见");
  CHECK(row_of(list, 5) ==
        "序号 | 级别 | 工作表 | 单元格 | 公式编号 | 说明 | 填报数 | 应为 | 差额 | 线索 | 依据");
  CHECK(row_of(list, 6) ==
        "1 | 错误 | Sheet1 | E5 | ZTZP-001 | 年初预算数的合计应等于各项之和：填报 100.00，应为 "
        "95.00 | 100 | 95 | 5 | 相差数与 E8 相等，可能漏加 | 示例办法第三条");
  CHECK(testing::part_of(out.bytes, "xl/worksheets/sheet2.xml").find("location=\"'Sheet1'!E5\"") !=
        std::string::npos);
  const auto notes = testing::part_of(out.bytes, "xl/comments1.xml");
  CHECK(notes.find("错误 ZTZP-001：年初预算数的合计应等于各项之和：填报 100.00，应为 "
                   "95.00\n线索：相差数与 E8 相等，可能漏加") != std::string::npos);
}

TEST_CASE("of very many findings the first lead to their cells, and the list says so", "[slip]") {
  const auto s = sample_job();
  model::Finding finding = s.result.findings.front();
  finding.place.sheet = "Sheet1";
  finding.place.cell = CellRef{4, 4};
  xlsx::Writer book({.title = "审核意见", .date = "2022-03-15"});
  std::vector<std::string> names;
  report::Sheet sheet(book, "审核意见", names);
  const std::vector<report::ListedFinding> last = {{.finding = &finding, .number = 60000},
                                                   {.finding = &finding, .number = 60001}};
  report::write_slip_findings(sheet, 0, s.job, last, report::Cells::Linked);
  sheet.finish(0, 10);
  const auto xml = testing::part_of(book.package(), "xl/worksheets/sheet1.xml");
  const auto link = xml.find("<hyperlink ");
  REQUIRE(link != std::string::npos);
  CHECK(xml.find("<hyperlink ", link + 1) == std::string::npos);
  CHECK(report::unlinked(60000) == "");
  CHECK(report::unlinked(60001) == "问题太多，前 60000 条的单元格可以点开，其余请按地址查找。");
}

TEST_CASE("what cannot be marked comes back as a list of ours", "[slip]") {
  auto s = sample_job();
  const auto slip = report::slips(s.job, s.result).back();
  struct Case {
    const char* bytes;
    const char* why;
  };
  const auto c = GENERATE(values<Case>({{"", ""},
                                        {"PK\x03\x04 cut",
                                         "原表没有标注：文件不完整，后半部分丢失，多半是传输或保存"
                                         "中断；请重新发送或另存后再报。\n"}}));
  const auto out = report::return_slip(s.job, slip, c.bytes);
  CHECK(out.path == "输出/退回/002004_示例单位七.xlsx");
  const auto book = xlsx::read_workbook(xlsx::Package(out.bytes));
  REQUIRE(book.sheets.size() == 1);
  const auto list = dump(out.bytes, "审核意见");
  CHECK(list.find(c.why) != std::string::npos);
  CHECK(list.find("请在原表中更正后重新报送，不要报送本文件。") != std::string::npos);
}

TEST_CASE("a file that could not be read comes back with the reason", "[slip]") {
  auto s = sample_job();
  s.result.findings.clear();
  s.result.intake.unread = {{"上报/002004.xlsx",
                             "encrypted",
                             {"这是设了打开密码的工作簿；请取消密码后再报。", "It is encrypted."},
                             "002004"}};
  const auto slips = report::slips(s.job, s.result);
  REQUIRE(slips.size() == 1);
  const auto list = dump(report::return_slip(s.job, slips[0], "x").bytes, "审核意见");
  CHECK(row_of(list, 3) == "报送文件：上报/002004.xlsx");
  CHECK(row_of(list, 4) == "这是设了打开密码的工作簿；请取消密码后再报。");
}
