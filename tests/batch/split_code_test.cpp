// 收入决算表 whose subject code stands in three columns, 类、款、项: read as one
// code, audited by its levels, and filled in where each part stands.

#include <catch2/catch.hpp>

#include "batch/run.h"
#include "support/sheet_package.h"
#include "support/sheet_text.h"
#include "support/support.h"
#include "xlsx/reader.h"

using namespace huizong;
using namespace huizong::testing;

namespace {

const char* const kIncome = R"toml(format   = 1
id       = "SR"
title    = "收入决算表"
template = "收入决算表.xlsx"
money    = "万元"
fields = [{ name = "部门", cell = "B2", type = "text", key = "unit" }]
[recognise]
contains = ["收入决算表", "科目编码"]
[[tables]]
name = "收入"
rows = "5:7"
end  = { text = "注", col = "A" }
columns = [
  { name = "科目编码", col = ["A", "B", "C"], type = "code" },
  { name = "科目名称", col = "D", type = "text" },
  { name = "决算数",   col = "E", type = "money" },
]
[[rules]]
id    = "SR-001"
level = "error"
each  = "收入"
test  = "决算数 = SUM(CHILDREN(决算数))"
say   = "类、款、项应逐级相加"
[[rules]]
id    = "SR-002"
level = "error"
each  = { "教育支出" = "205", "普通教育" = "20502" }
test  = "SUMIF(收入.科目编码, \"$1\", 收入.决算数) > 0"
say   = "应有{$}（{$1}）"
)toml";

xlsx::Sheet income(const std::string& unit, const std::string& rows) {
  return named(sheet("收入决算表\n部门 | " + unit +
                         "\n科目编码 | ~ | ~ | 科目名称 | 决算数\n类 | 款 | 项\n" + rows + "注\n",
                     {"A3:C3", "D3:D4", "E3:E4"}),
               "收入");
}

struct IncomeJob {
  TempFolder folder;

  IncomeJob() {
    testing::write_file(folder / "huizong.toml",
                        "[job]\nname = \"决算\"\nyear = 2021\nunits = \"单位名录.xlsx\"\n"
                        "[[form]]\nform = \"收入\"\n");
    testing::write_file(folder / "单位名录.xlsx",
                        sheet_package({named(sheet("编码 | 名称\n'101001 | 甲局\n"), "名录")}));
    testing::write_file(folder / "映射/收入.toml", kIncome);
    testing::write_file(folder / "表样/收入决算表.xlsx", sheet_package({income("~", "~\n~\n~\n")}));
  }
  batch::Run run(const std::string& rows) const {
    testing::write_file(folder / "上报/101001_甲局.xlsx", sheet_package({income("甲局", rows)}));
    return batch::run(job::load_job(folder.path()), {});
  }
};

std::string codes(const model::Submission& s) {
  std::string text;
  for (const model::TableRow& row : s.tables.at("收入").rows) {
    const model::Figure& code = row.columns.at("科目编码");
    text += model::to_string(code.value) + "@" + to_string(*code.place.cell) + " ";
  }
  return text;
}

}  // namespace

TEST_CASE("a code over three columns is one code", "[codes]") {
  const IncomeJob job;
  const batch::Run run = job.run(
      "'205 | ~ | ~ | 教育支出 | 30\n'205 | '02 | ~ | 普通教育 | 30\n"
      "'205 | '02 | '01 | 学前教育 | 12\n205 | 2 | 4 | 高中教育 | 18\n");
  CHECK(codes(run.result.submissions.at(0)) == "205@A5 20502@B6 2050201@C7 2050204@C8 ");
  CHECK(run.result.findings.empty());
  CHECK(run.result.checks.at("SR-001").passed == 2);
  CHECK(run.result.checks.at("SR-002").passed == 2);
}

TEST_CASE("its parts are filled in where they stand", "[codes]") {
  const IncomeJob job;
  const batch::Run run = job.run(
      "'205 | ~ | ~ | 教育支出 | 30\n'205 | '02 | ~ | 普通教育 | 31\n'205 | '02 | '01 | 学前教育 | "
      "31\n'213 | ~ | ~ | 农林水支出 | 8\n");
  REQUIRE(run.result.findings.size() == 1);
  CHECK(run.result.findings[0].message.zh ==
        "类、款、项应逐级相加：填报 30.00，应为 31.00，差 -1.00");
  const std::string text =
      lines_of(xlsx::read_workbook(job.folder / "输出/填表/101001_甲局.xlsx").sheets.front());
  CHECK(text.find("A6: 205 | 02 | 普通教育 | 31\nA7: 205 | 02 | 01 | 学前教育 | 31\n") !=
        std::string::npos);
}

TEST_CASE("a total merged over the columns of the code has no level", "[codes]") {
  const IncomeJob job;
  xlsx::Sheet form = income("甲局", "合计 | ~ | ~ | ~ | 30\n'205 | ~ | ~ | 教育支出 | 30\n");
  form.merges.push_back(*parse_cell_range("A5:D5"));
  testing::write_file(job.folder / "上报/101001_甲局.xlsx", sheet_package({form}));
  const model::RunResult result = batch::read_all(job::load_job(job.folder.path()), {});
  CHECK(codes(result.submissions.at(0)) == "合计@A5 205@A6 ");
}
