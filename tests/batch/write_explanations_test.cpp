// 出错说明 over several runs: made, filled in by the office, and left alone.

#include "batch/write_explanations.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "audit/explain.h"
#include "base/file.h"
#include "job/explanation_file.h"
#include "report/explanations.h"
#include "support/example_job.h"
#include "support/package_builder.h"
#include "support/support.h"
#include "xlsx/patcher.h"
#include "xlsx/reader.h"
#include "xlsx/writer.h"

using namespace huizong;
using huizong::testing::TempFolder;

namespace {

/// A job with warnings; every run reads 出错说明 anew, as a command does.
struct Office {
  TempFolder folder;
  std::filesystem::path file = folder / "出错说明.xlsx";
  std::vector<const char*> reported = {"-3"};  ///< a warning each
  const char* read = "";                       ///< what else they were judged by

  job::Job load() const {
    job::Job job;
    job.folder = folder.path();
    job.name = "2021年度自评";
    model::BudgetUnit unit;
    unit.code = "101001";
    unit.name = "甲局";
    job.units = model::UnitList({unit});
    job.explanations_file = "出错说明.xlsx";
    if (!std::filesystem::exists(file)) return job;
    job.explanations = job::load_explanations(file, job.units);
    job.explanations_hash = sha256(read_file(file));
    return job;
  }
  batch::Run audited(const job::Job& job) const {
    batch::Run run;
    for (const char* number : reported) {
      model::Finding f;
      f.rule = "ZTZP-016";
      f.level = Severity::Warning;
      f.unit = {"101001", "甲局"};
      f.place = {"上报/101001.xlsx", "自评表", parse_cell_ref("E5")};
      f.reported = *Decimal::parse(number);
      f.expected = Decimal(0);
      f.figures_read = read;
      f.message = {"年初预算数中有负数，请核实", "negative"};
      run.result.findings.push_back(f);
    }
    run.result.explanations = audit::explain(run.result.findings, job.explanations.rows, {});
    return run;
  }
  batch::Run run() const {
    const job::Job job = load();
    batch::Run run = audited(job);
    batch::write_explanations(job, run);
    return run;
  }
  /// The office writes into its file and saves it.
  void write(const std::map<const char*, const char*>& cells) const {
    xlsx::Patcher book(read_file(file));
    const std::size_t sheet = book.sheet_index("出错说明");
    for (const auto& [cell, text] : cells) book.set_text(sheet, *parse_cell_ref(cell), text);
    huizong::testing::write_file(file, book.package());
  }
  /// The list as it stands in the file: place, figures, what was written, state.
  std::string list() const {
    std::string text;
    for (const model::Explanation& e : load().explanations.rows)
      text += fmt::format("{} {} {} {} {} {}\n", to_string(*e.cell), e.reported, e.figures_read,
                          e.text, e.approver, e.state);
    return text;
  }
};

/// A list that somebody made his own: a sheet before it, another title, notes, columns and lines.
std::string kept_by_the_office() {
  xlsx::Writer book({.title = "台账", .date = "2022-03-15"});
  const auto plain = book.style({});
  const auto yellow = book.style({.bold = true, .border = true, .fill = 0xFFFF00});
  book.add_sheet("通讯录").text({0, 0}, "甲局 财务科", plain);
  xlsx::SheetWriter& sheet = book.add_sheet("出错说明");
  sheet.merged({{0, 0}, {0, 5}}, "绩效科核实台账", yellow);
  const std::map<std::string, const char*> first = {
      {"编码", "101001"},       {"单位", "甲局"},   {"规则", "ZTZP-016"},
      {"位置", "自评表 › E5"},  {"应为", "0"},      {"问题", "年初预算数中有负数，请核实"},
      {"说明", "收回存量资金"}, {"审批人", "科长"}, {"状态", "待说明"}};
  int col = 0;
  for (const auto& column : job::explanation_columns()) {
    if (column.heading == std::string("所据数")) continue;  // from before it was kept
    sheet.text({1, col}, column.heading, yellow);
    const auto cell = first.find(column.heading);
    if (cell != first.end()) sheet.text({2, col}, cell->second, yellow);
    if (column.heading == std::string("填报数")) sheet.number({2, col}, Decimal(-3), yellow);
    ++col;
  }
  sheet.text({1, col + 1}, "小组", yellow);
  sheet.text({1, col + 2}, "小组", yellow);  // the same heading again
  sheet.text({2, col + 1}, "一组", yellow);
  sheet.text({2, col + 4}, "电话问过", yellow);  // under no heading
  sheet.text({3, col + 4}, "单独一行的备注", yellow);
  sheet.comment({2, 9}, "3月8日当面说明");
  return book.package();
}

std::string text_of_sheet(const std::string& package) {
  const auto book = xlsx::parse_workbook(package);
  std::string text;
  for (const xlsx::Cell& cell : book.sheets.at(1).cells)
    text += to_string(cell.ref) + " " + cell.text + "\n";
  return text;
}

}  // namespace

TEST_CASE("the file is made with a row for the warning, and then left alone", "[batch]") {
  const Office office;
  const batch::Run first = office.run();
  REQUIRE(first.outputs.size() == 1);
  CHECK(first.outputs[0].kind == "explanations");
  CHECK(office.list() == "A4 -3    待说明\n");
  const std::string bytes = read_file(office.file);
  office.run();
  CHECK(read_file(office.file) == bytes);
}

TEST_CASE("a list nobody wrote in follows the warnings; one that was saved keeps every row",
          "[batch]") {
  Office office;
  office.reported = {"-3", "-4"};
  office.run();
  office.reported = {"-4", "-5"};
  office.run();
  CHECK(office.list() == "A4 -4    待说明\nA5 -5    待说明\n");

  office.write({{"K4", "收回存量资金"}, {"L4", "科长"}});
  office.reported = {"-4", "-6"};
  CHECK(office.run().result.findings[0].closed());
  CHECK(office.list() == "A4 -4  收回存量资金 科长 已说明\nA5 -5    已不适用\nA6 -6    待说明\n");
  const std::string ours = read_file(office.file);
  office.run();
  CHECK(read_file(office.file) == ours);

  office.reported = {"-7"};
  CHECK_FALSE(office.run().result.findings[0].closed());
  CHECK(office.list() ==
        "A4 -4  收回存量资金 科长 数据已变\nA5 -5    已不适用\nA6 -6    已不适用\n"
        "A7 -7    待说明\n");
}

// The list was made anew each time: what a clerk had put around it was lost but for a hidden copy.
TEST_CASE("whatever the office put into the file stays in it", "[batch]") {
  Office office;
  const std::string theirs = kept_by_the_office();
  huizong::testing::write_file(office.file, theirs);
  office.reported = {"-3", "-4"};
  CHECK(office.run().result.findings[0].closed());
  const std::string now = read_file(office.file);
  CHECK(text_of_sheet(now) ==
        "A1 绩效科核实台账\n"
        "A2 编码\nB2 单位\nC2 项目\nD2 表\nE2 规则\nF2 位置\nG2 填报数\nH2 应为\nI2 问题\nJ2 说明\n"
        "K2 审批人\nL2 日期\nM2 状态\nN2 所据数\nO2 小组\nP2 小组\n"
        "A3 101001\nB3 甲局\nE3 ZTZP-016\nF3 自评表 › E5\nG3 -3\nH3 0\n"
        "I3 年初预算数中有负数，请核实\nJ3 收回存量资金\nK3 科长\nM3 已说明\nO3 一组\nR3 电话问过\n"
        "R4 单独一行的备注\n"
        "A5 101001\nB5 甲局\nE5 ZTZP-016\nF5 自评表 › E5\nG5 -4\nH5 0\n"
        "I5 年初预算数中有负数，请核实\nM5 待说明\n");
  for (const char* part : {"xl/worksheets/sheet1.xml", "xl/comments1.xml", "xl/styles.xml",
                           "xl/drawings/vmlDrawing1.vml", "docProps/core.xml"})
    CHECK(huizong::testing::part_of(now, part) == huizong::testing::part_of(theirs, part));
}

TEST_CASE("an approval of a ratio from before its amounts were kept has to be renewed", "[batch]") {
  Office office;
  huizong::testing::write_file(office.file, kept_by_the_office());
  office.read = "全年执行数 50；全年预算数 100";
  const batch::Run run = office.run();
  CHECK(run.result.findings[0].answer->open.zh ==
        "写说明时没有记下所据的数，不知是不是现在这些，请核对后重新说明");
  CHECK(office.list() ==
        "A3 -3  收回存量资金 科长 数据已变\nA5 -3 全年执行数 50；全年预算数 100   待说明\n");

  office.write({{"J5", "仍是收回存量资金"}, {"K5", "科长"}});
  CHECK(office.run().result.findings[0].closed());
  office.read = "全年执行数 500；全年预算数 1000";
  CHECK_FALSE(office.run().result.findings[0].closed());
}

TEST_CASE("text that looks like a number stays text, and its warning stays explained", "[batch]") {
  Office office;
  office.run();
  job::Job job = office.load();
  job.explanations.rows[0].reported = "007";
  huizong::testing::write_file(office.file,
                               report::explanations_workbook(job, job.explanations.rows));
  CHECK(office.load().explanations.rows[0].reported == "007");
}

TEST_CASE("a cell of ours that cannot be written leaves the file as it was, and says so",
          "[batch]") {
  const Office office;
  std::string rows[2];
  char col = 'A';
  for (const auto& column : job::explanation_columns()) {
    const auto cell = [&](int at, const std::string& text) {
      return fmt::format("<c r=\"{}{}\" t=\"inlineStr\"><is><t>{}</t></is></c>", col, at, text);
    };
    rows[0] += cell(1, column.heading);
    if (column.cell == &model::Explanation::rule) rows[1] += cell(2, "ZTZP-099");
    ++col;
  }
  rows[1] += R"(<c r="N2" t="str"><f t="array" ref="N2:N3">A2:A3&amp;""</f><v>x</v></c>)";
  huizong::testing::write_file(
      office.file, huizong::testing::simple_workbook("<row r=\"1\">" + rows[0] +
                                                     "</row><row r=\"2\">" + rows[1] + "</row>"));
  const std::string theirs = read_file(office.file);
  std::string told;
  try {
    office.run();
  } catch (const WriteError& error) {
    told = error.message().zh;
  }
  CHECK(told ==
        "出错说明.xlsx 没有改写，原样留着，这次的警告见 输出/审核结果.xlsx：表样“Sheet1”的 N2 "
        "属于数组公式或模拟运算表 N2:N3，不能单独填写；请在表样中去掉它。");
  CHECK(read_file(office.file) == theirs);
}

TEST_CASE("a file that changed while we ran is not written", "[batch]") {
  const Office office;
  office.run();
  job::Job job = office.load();
  batch::Run run = office.audited(job);
  huizong::testing::write_file(office.file, "刚刚保存");
  CHECK_THROWS_AS(batch::write_explanations(job, run), WriteError);
  CHECK(read_file(office.file) == "刚刚保存");
}

TEST_CASE("from run to run: two warnings, explained and approved, send nothing back", "[batch]") {
  const TempFolder folder;
  const auto place = huizong::testing::copy_example_job(folder);
  huizong::testing::write_file(
      place / "huizong.toml",
      huizong::testing::read_file(place / "huizong.toml") +
          "\n[audit]\nexplanations = \"出错说明.xlsx\"\n"
          "levels = { \"ZTZP-001\" = { level = \"warning\", why = \"本年允许说明\" } }\n");
  const auto run = [&] { return batch::run(job::load_job(place), {}); };
  const batch::Run first = run();
  CHECK(model::verdict_of(first.result.findings).warnings == 2);

  job::Job office = job::load_job(place);
  REQUIRE(office.explanations.rows.size() == 2);
  for (model::Explanation& row : office.explanations.rows) {
    row.text = "年中调整预算";
    row.approver = "科长";
  }
  huizong::testing::write_file(place / "出错说明.xlsx",
                               report::explanations_workbook(office, office.explanations.rows));
  const batch::Run second = run();
  CHECK(model::verdict_of(second.result.findings).warnings == 0);
  CHECK(model::verdict_of(second.result.findings).explained == 2);
  const auto returned = [](const batch::Run& one) {
    return std::count_if(one.outputs.begin(), one.outputs.end(),
                         [](const auto& output) { return output.kind == "return"; });
  };
  CHECK(returned(second) == returned(first) - 2);
  const std::string bytes = read_file(place / "出错说明.xlsx");
  run();
  CHECK(read_file(place / "出错说明.xlsx") == bytes);

  office.explanations.rows[0].unit = "30";
  huizong::testing::write_file(place / "出错说明.xlsx",
                               report::explanations_workbook(office, office.explanations.rows));
  const batch::Run third = run();
  CHECK(model::verdict_of(third.result.findings).warnings == 1);
  const model::Finding& note = third.result.findings.back();
  CHECK(to_string(note.place) + ": " + note.message.zh ==
        "出错说明.xlsx › 出错说明 › A4: 编码“30”不是单位名录里的编码，或分不清是哪一个；"
        "这一行的说明没有采用，请照 审核结果.xlsx 改好编码和规则");
}
