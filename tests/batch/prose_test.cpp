// The text that figures were read from, and the boxes, as the filled form has
// them.

#include <catch2/catch.hpp>

#include "batch/run.h"
#include "support/sheet_package.h"
#include "support/sheet_text.h"
#include "support/support.h"
#include "xlsx/reader.h"

using namespace huizong;
using namespace huizong::testing;

namespace {

const char* const kMapping = R"toml(format   = 1
id       = "SM"
title    = "部门决算"
template = "决算.xlsx"
money    = "万元"
fields = [
  { name = "部门", cell = "B2", type = "text", key = "unit" },
  { name = "支出", cell = "B3", type = "money" },
  { name = "公开", cell = "B4", type = "choice", options = ["是", "否"] },
]
[recognise]
contains = ["部门决算表"]
[[prose]]
name = "支出说明"
sheet = "决算说明"
rows = "2:3"
find = "{本年}年支出{金额:money}万元"
[[derived]]
name = "核对支出"
expr = "支出说明.金额"
reported = "支出"
)toml";

class TextJob {
 public:
  TextJob() {
    write("huizong.toml",
          "[job]\nname = \"决算\"\nyear = 2021\nunits = \"单位名录.xlsx\"\n[[form]]\nform = "
          "\"决算\"\n");
    write("单位名录.xlsx",
          sheet_package({named(sheet("编码 | 名称\n'101001 | 示例单位\n"), "名录")}));
    write("映射/决算.toml", kMapping);
    write("表样/决算.xlsx",
          sheet_package({named(sheet("部门决算表\n部门\n支出\n公开 | ☐是 ☐否\n"), "决算表"),
                         named(sheet("决算说明\n~\n~\n填表人"), "决算说明")}));
  }
  void write(const std::string& name, const std::string& bytes) const {
    write_file(folder_ / name, bytes);
  }
  /// The two sheets of the filled form.
  std::vector<std::string> filled(const xlsx::Sheet& table, const xlsx::Sheet& text) const {
    write("上报/101001.xlsx", sheet_package({named(table, "决算表"), named(text, "决算说明")}));
    batch::RunOptions how;
    how.threads = 1;
    const batch::Run run = batch::run(job::load_job(folder_.path()), how);
    const xlsx::Workbook book = xlsx::read_workbook(folder_ / run.outputs.at(0).path);
    return {lines_of(book.sheets[0]), lines_of(book.sheets[1])};
  }

 private:
  TempFolder folder_;
};

}  // namespace

TEST_CASE("paragraphs are written through, in more rows where there are more", "[prose]") {
  const TextJob job;
  const auto table = sheet("部门决算表\n部门 | 示例单位\n支出 | 7\n公开 | ☑是 ☐否\n");
  const auto sheets = job.filled(
      table, sheet("决算说明\n一、支出\n~\n2021年支出7.5万元。\n二、其他\n无。\n填表人"));
  CHECK(sheets[0] == "A1: 部门决算表\nA2: 部门 | 示例单位\nA3: 支出 | 7.5\nA4: 公开 | ☑是 ☐否\n");
  CHECK(
      sheets[1] ==
      "A1: 决算说明\nA2: 一、支出\nA3: 2021年支出7.5万元。\nA4: 二、其他\nA5: 无。\nA6: 填表人\n");
  CHECK(job.filled(table, sheet("决算说明\n2021年支出7.5万元。\n填表人"))[1] ==
        "A1: 决算说明\nA2: 2021年支出7.5万元。\nA4: 填表人\n");
  CHECK(job.filled(table, sheet("决算说明\n填表人"))[1] == "A1: 决算说明\nA4: 填表人\n");
}
