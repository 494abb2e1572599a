#include "mapping/load/template_check.h"

#include <catch2/catch.hpp>

#include "mapping/mapping_folder.h"
#include "support/package_builder.h"

using namespace huizong::mapping;

TEST_CASE("a label cell mapped as input is told from a preset", "[mapping]") {
  CHECK(MappingFolder().slips(kHead + R"toml(fields = [
  { name = "单位名称", cell = "A2", type = "text" },
  { name = "总分值", cell = "C10", type = "score" },
  { name = "产出", cell = "A7", type = "label_weight" },
]
)toml" + kRecognise) ==
        R"told(自评表.toml:7:27: A2 在表样里是文字“单位名称”，不是要填的格
  7 |   { name = "单位名称", cell = "A2", type = "text" },
    |                               ^^^^
  提示: 请写右边或下面要填的那一格；若填在这段文字里，请加 pattern
)told");
}

TEST_CASE("a cell inside a merge is named by its first cell", "[mapping]") {
  CHECK(MappingFolder().slips(kHead + R"toml(fields = [
  { name = "单位名称", cell = "C2", type = "text" },
]
)toml" + kRecognise) ==
        R"told(自评表.toml:7:27: C2 在合并单元格 B2:D2 里，不是它的第一格
  7 |   { name = "单位名称", cell = "C2", type = "text" },
    |                               ^^^^
  提示: 请写 B2
)told");
}

TEST_CASE("a cell outside the template", "[mapping]") {
  CHECK(MappingFolder().slips(kHead + R"toml(fields = [
  { name = "填报人", cell = "D99", type = "text" },
  { name = "负责人", cell = "Z2", type = "text" },
]
)toml" + kRecognise) ==
        R"told(自评表.toml:7:26: D99 不在表样之内，表样“自评表”只用到 A1:D11
  7 |   { name = "填报人", cell = "D99", type = "text" },
    |                             ^^^^^
  提示: 地址按空白表样写，请对照表样
自评表.toml:8:26: Z2 不在表样之内，表样“自评表”只用到 A1:D11
  8 |   { name = "负责人", cell = "Z2", type = "text" },
    |                             ^^^^
  提示: 地址按空白表样写，请对照表样
)told");
}

TEST_CASE("a pattern must have the words that the template prints", "[mapping]") {
  CHECK(MappingFolder().slips(kHead + R"toml(fields = [
  { name = "等级", cell = "A11", type = "text", pattern = ["评级：{}", "级别：{}"] },
]
)toml" + kRecognise) ==
        R"told(自评表.toml:7:57: 表样 A11 的文字“等级：”不合这个 pattern
  7 |   { name = "等级", cell = "A11", type = "text", pattern = ["评级：{}", "级别：{}"] },
    |                                                           ^^^^^^^^^^^^^^^^^^^^^^^^
  提示: 花括号之外的文字要与表样一样
)told");
}

TEST_CASE("a grid one row or column off is told by the template's labels", "[mapping]") {
  CHECK(MappingFolder().slips(kHead + kRecognise + R"toml([[grids]]
name = "资金"
rows = { 3 = "合计", 4 = "财政拨款" }
cols = { C = "预算数", D = "执行数", F = "得分" }
type = "money"
)toml" + R"toml([[grids]]
name = "资金二"
rows = { 5 = "合计" }
cols = { C = "预算数", D = "执行数" }
type = "money"
)toml") ==
        R"told(自评表.toml:10:10: 表样第 3 行不是“合计”，“合计”在第 4 行
  10 | rows = { 3 = "合计", 4 = "财政拨款" }
     |          ^
自评表.toml:10:20: 表样第 4 行不是“财政拨款”，“财政拨款”在第 5 行
  10 | rows = { 3 = "合计", 4 = "财政拨款" }
     |                      ^
自评表.toml:11:32: F 不在表样之内，表样“自评表”只用到 A1:D11
  11 | cols = { C = "预算数", D = "执行数", F = "得分" }
     |                                      ^
  提示: 地址按空白表样写，请对照表样
自评表.toml:15:10: 表样第 5 行不是“合计”，“合计”在第 4 行
  15 | rows = { 5 = "合计" }
     |          ^
自评表.toml:16:10: 表样 C 列不是“预算数”，“预算数”在 B 列
  16 | cols = { C = "预算数", D = "执行数" }
     |          ^
自评表.toml:16:21: 表样 D 列不是“执行数”，“执行数”在 C 列
  16 | cols = { C = "预算数", D = "执行数" }
     |                        ^
)told");
}

TEST_CASE("two blocks that read one cell", "[mapping]") {
  CHECK(
      MappingFolder().slips(kHead + R"toml(fields = [{ name = "预算", cell = "B4", type = "money" }]
)toml" + kRecognise + R"toml([[grids]]
name = "资金"
rows = { 4 = "合计", 5 = "财政拨款" }
cols = { B = "预算数", C = "执行数" }
type = "money"
[[tables]]
name = "指标"
rows = "4:9"
end = "sheet"
columns = [{ name = "执行", col = "C", type = "score" }]
)toml") ==
      R"told(自评表.toml:11:10: “资金”与“预算”都读 B4
  11 | rows = { 4 = "合计", 5 = "财政拨款" }
     |          ^
  提示: 一格只能由一处读取
自评表.toml:18:33: “指标”与“资金”都读 C4
  18 | columns = [{ name = "执行", col = "C", type = "score" }]
     |                                   ^^^
  提示: 一格只能由一处读取
)told");
}

TEST_CASE("the end of a table stands in its column below it", "[mapping]") {
  CHECK(MappingFolder().slips(kHead + kRecognise + R"toml([[tables]]
name = "指标"
rows = "7:9"
end = { text = "合计得分", col = "A" }
columns = [{ name = "分值", col = "C", type = "score" }]
[[tables]]
name = "指标二"
rows = "7:9"
end = { text = "总分", col = "B" }
columns = [{ name = "得分", col = "D", type = "score" }]
)toml") ==
        R"told(自评表.toml:11:7: 表样 A 列第 9 行以下没有“合计得分”
  11 | end = { text = "合计得分", col = "A" }
     |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  提示: 可用的有：总分、等级：
自评表.toml:16:7: 表样 B 列第 9 行以下没有“总分”
  16 | end = { text = "总分", col = "B" }
     |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  提示: 它在 A10
)told");
}

TEST_CASE("a table takes no headings for sample rows and no column under another heading",
          "[mapping]") {
  CHECK(MappingFolder().slips(kHead + kRecognise + R"toml([[tables]]
name = "指标"
rows = "6:9"
end = "sheet"
columns = [{ name = "一级指标", col = "A", type = "text" }]
[[tables]]
name = "指标二"
rows = "7:19"
end = { text = "总分", col = "A" }
columns = [{ name = "指标值", col = "B", type = "text" }]
[[tables]]
name = "指标三"
rows = "7:9"
end = "note"
columns = [
  { name = "得分", col = "C", type = "score" },
  { name = "原因", col = "H", type = "text" },
]
)toml") ==
        R"told(自评表.toml:10:8: 表样第 6 行是表头（A6 写着“一级指标”），不是样例行
  10 | rows = "6:9"
     |        ^^^^^
自评表.toml:15:8: 7:19 不在表样之内，表样“自评表”只用到 A1:D11
  15 | rows = "7:19"
     |        ^^^^^^
  提示: 地址按空白表样写，请对照表样
自评表.toml:23:24: 表样 C 列不是“得分”，“得分”在 D 列
  23 |   { name = "得分", col = "C", type = "score" },
     |                          ^^^
自评表.toml:24:24: H 不在表样之内，表样“自评表”只用到 A1:D11
  24 |   { name = "原因", col = "H", type = "text" },
     |                          ^^^
  提示: 地址按空白表样写，请对照表样
)told");
}

TEST_CASE("the words that tell the form stand on the template", "[mapping]") {
  CHECK(MappingFolder().slips(kHead +
                              R"toml(fields = [{ name = "总分", cell = "D10", type = "score" }]
[recognise]
sheet = "附件*"
contains = ["项目自评表", "单位名字"]
)toml") ==
        R"told(自评表.toml:8:9: 表样的工作表名“自评表”不合“附件*”
  8 | sheet = "附件*"
    |         ^^^^^^^
  提示: * 代表任意几个字，? 代表一个字
自评表.toml:9:22: 表样里没有“单位名字”这几个字
  9 | contains = ["项目自评表", "单位名字"]
    |                           ^^^^^^^^^^
  提示: 是不是“单位名称”？
)told");
}

TEST_CASE("a sheet that the template does not have", "[mapping]") {
  CHECK(MappingFolder().slips(kHead + R"toml(sheet = "附件"
fields = [{ name = "总分", cell = "D10", type = "score" }]
)toml" + kRecognise) ==
        R"told(自评表.toml:6:9: 表样里没有工作表“附件”
  6 | sheet = "附件"
    |         ^^^^^^
  提示: 可用的有：自评表
)told");
}

TEST_CASE("a template that is not there", "[mapping]") {
  CHECK(MappingFolder().slips(R"toml(format   = 1
id       = "XM"
title    = "项目自评表"
template = "自评.xlsx"
fields = [{ name = "总分", cell = "D10", type = "score" }]
)toml" + kRecognise) ==
        R"told(自评表.toml:4:12: 找不到表样“自评.xlsx”
  4 | template = "自评.xlsx"
    |            ^^^^^^^^^^^
  提示: 是不是“自评表.xlsx”？
)told");
}

TEST_CASE("an .xls is read from units, but is no template", "[mapping]") {
  const MappingFolder folder;
  std::filesystem::copy(
      huizong::testing::project_file("examples/2021年度部门整体支出绩效自评/上报/示例市教育局/"
                                     "102007_示例市招生考试院.xls"),
      folder / "templates/自评表.xlsx", std::filesystem::copy_options::overwrite_existing);
  CHECK(
      folder.slips(kBlocks) ==
      R"told(自评表.toml:4:12: 表样“自评表.xlsx”用不了：这是 97-2003 格式（.xls）的工作簿，不能当表样填；请用 Excel 或 WPS 另存为 .xlsx。
  4 | template = "自评表.xlsx"
    |            ^^^^^^^^^^^^^
)told");
}

TEST_CASE("a workbook with macros is read from units, but is no template", "[mapping]") {
  // It was found out only when the forms of all units were to be filled.
  const MappingFolder folder;
  auto parts = huizong::testing::simple_parts("");
  for (auto& [name, bytes] : parts) {
    const std::string_view plain = "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main";
    if (const auto at = bytes.find(plain); at != std::string::npos)
      bytes.replace(at, plain.size(), "vnd.ms-excel.sheet.macroEnabled.main");
  }
  huizong::testing::write_file(folder / "templates/自评表.xlsx",
                               huizong::testing::zip_package(parts));
  CHECK(
      folder.slips(kBlocks) ==
      R"told(自评表.toml:4:12: 表样“自评表.xlsx”用不了：这是带宏的工作簿（.xlsm），填好后以 .xlsx 为名 Excel 打不开；请另存为不带宏的 .xlsx。
  4 | template = "自评表.xlsx"
    |            ^^^^^^^^^^^^^
)told");
}

TEST_CASE("a field that no word of the template tells", "[mapping]") {
  const MappingFolder folder({{"A1", "登记表"}, {"C3", "备注"}});
  CHECK(folder.slips(R"toml(format   = 1
id       = "DJ"
title    = "登记表"
template = "自评表.xlsx"
fields = [{ name = "甲", cell = "B2", type = "text" }]
[recognise]
contains = "登记表"
)toml") ==
        R"told(自评表.toml:5:32: B2 的左边和上边都没有文字，在单位的表上认不出它
  5 | fields = [{ name = "甲", cell = "B2", type = "text" }]
    |                                 ^^^^
  提示: 请核对地址，或在表样上补写文字
)told");
}

TEST_CASE("a column merged over rows is no figure of each row", "[mapping]") {
  const MappingFolder folder({{"A1:C1", "项目自评表"},
                              {"A2", "单位名称"},
                              {"B2", "预算数"},
                              {"C2", "分值"},
                              {"A3", "合计"},
                              {"A4", "财政拨款"},
                              {"C3:C4", ""},
                              {"B5:C5", ""},
                              {"A5", "其他资金"}});
  CHECK(folder.slips(kHead + kRecognise + R"toml([[grids]]
name = "资金"
rows = { 3 = "合计", 4 = "财政拨款", 5 = "其他资金" }
cols = { B = "预算数", C = "分值" }
type = "money"
)toml") ==
        R"told(自评表.toml:10:20: C4 与上面的行合并成一格 C3:C4，不能各是一个数
  10 | rows = { 3 = "合计", 4 = "财政拨款", 5 = "其他资金" }
     |                      ^
  提示: 请把这一列移到另一个 [[grids]]，只写第一行
自评表.toml:11:21: C5 在合并单元格 B5:C5 里，不是它的第一格
  11 | cols = { B = "预算数", C = "分值" }
     |                        ^
  提示: 请写 B5
)told");
}

TEST_CASE("a merge in the sample rows is one cell of several rows", "[mapping]") {
  const MappingFolder folder({{"A1:C1", "项目自评表"},
                              {"A2", "单位名称"},
                              {"B2", "指标"},
                              {"C2", "分值"},
                              {"A3:A4", ""},
                              {"B4:C4", ""},
                              {"C5:C6", ""},
                              {"A6", "总分"}});
  CHECK(folder.slips(kHead + kRecognise + R"toml([[tables]]
name = "指标"
rows = "3:5"
end  = { text = "总分", col = "A" }
columns = [
  { name = "一级指标", col = "A", type = "text" },
  { name = "指标名", col = "B", type = "text" },
  { name = "分值", col = "C", type = "score" },
]
)toml") ==
        R"told(自评表.toml:13:26: 表样 A3:A4 是一格管几行，这一列却没有 fill_down
  13 |   { name = "一级指标", col = "A", type = "text" },
     |                              ^^^
  提示: 请写 fill_down = true
自评表.toml:15:24: C4 在合并单元格 B4:C4 里，不是它的第一格
  15 |   { name = "分值", col = "C", type = "score" },
     |                          ^^^
  提示: 请写 B4
)told");
}

TEST_CASE("words that stand only in the remarks do not tell a form", "[mapping]") {
  const MappingFolder folder({{"A1", "登记表"},
                              {"A2", "单位"},
                              {"A4",
                               "备注：填报单位在填列项目自评表以前，应当认真核对各项资金的预算数和"
                               "执行数，保证表内各项数据与决算一致。"}});
  CHECK(folder.slips(kHead + R"toml(fields = [{ name = "单位", cell = "B2", type = "text" }]
[recognise]
contains = ["登记表", "项目自评表"]
)toml") ==
        R"told(自评表.toml:8:20: “项目自评表”在表样里只夹在长段文字中，不能用来认表
  8 | contains = ["登记表", "项目自评表"]
    |                       ^^^^^^^^^^^^
  提示: 请用标题或表头的文字
)told");
}
