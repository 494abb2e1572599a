// Prose that stands in a column of a table (每天约120条，全年约40000条): looked for in every row.

#include <catch2/catch.hpp>

#include "mapping/extract.h"
#include "mapping/mapping_folder.h"
#include "support/sheet_text.h"

using namespace huizong;
using namespace huizong::mapping;
using namespace huizong::testing;

namespace {

const std::vector<FormText> kForm = {{"A1:C1", "完成情况表"},
                                     {"A2", "部门"},
                                     {"B2:C2", ""},
                                     {"A3", "指标"},
                                     {"B3", "预期指标"},
                                     {"C3", "件数"},
                                     {"A4", ""},
                                     {"B4", ""},
                                     {"C4", ""},
                                     {"A5", ""},
                                     {"B5", ""},
                                     {"C5", ""},
                                     {"A6", "合计"}};

std::string mapping_with(const std::string& cell) {
  return R"toml(format   = 1
id       = "WC"
title    = "完成情况表"
template = "自评表.xlsx"
fields = [ { name = "部门", cell = "B2", type = "text", key = "unit" } ]
[recognise]
contains = ["完成情况表"]
[[tables]]
name = "指标"
rows = "4:5"
end  = { text = "合计", col = "A" }
columns = [
  { name = "名称", col = "A", type = "text" },
  { name = "预期", col = "B", type = "target" },
  { name = "件数", col = "C", type = "count" },
]
[[prose]]
name   = "工作量"
cell   = ")toml" +
         cell + R"toml("
find   = "每天约{每天:count}条…全年约{全年:count}条"
repeat = true
)toml";
}

}  // namespace

TEST_CASE("a sentence in a table's column is read in whatever row it stands", "[prose]") {
  const MappingFolder folder(kForm);
  const Mapping mapping = folder.load(mapping_with("B4"));
  const model::UnitList units({{"101001", "示例单位", "", {}, "", {}, std::nullopt, ""}});
  const xlsx::Workbook book =
      workbook(sheet("完成情况表\n"
                     "部门 | 示例单位\n"
                     "指标 | 预期指标 | 件数\n"
                     "案件 | 每天约120条案件，全年约40000条 | 41000\n"
                     "巡查 | 及时 | 12\n"
                     "热线 | 每天约8条，全年约200条 | 180\n"
                     "合计\n"));
  const Extracted e =
      extract(mapping, book, recognise(mapping, book).at(0), "101001.xlsx", {units, 2020});
  const auto& rows = e.submission.tables.at("工作量").rows;
  REQUIRE(rows.size() == 2);
  CHECK(model::to_string(rows[0].columns.at("全年").value) == "40000");
  CHECK(to_string(*rows[1].columns.at("每天").place.cell) == "B6");
  CHECK(model::to_string(rows[1].columns.at("每天").value) == "8");
  // The column is the table's all the same.
  CHECK(e.submission.tables.at("指标").rows.size() == 3);
  CHECK(e.unmapped.empty());
}

TEST_CASE("no sentences stand in a column of numbers", "[prose]") {
  const MappingFolder folder(kForm);
  CHECK(folder.slips(mapping_with("C4")) ==
        "自评表.toml:19:10: C4 是“指标”的数字栏，没有文字说明可找\n"
        "  19 | cell   = \"C4\"\n"
        "     |          ^^^^\n");
}
