// Boxes on a form: one option of several in a cell, and columns of ticks.

#include <catch2/catch.hpp>

#include "audit/audit.h"
#include "mapping/extract.h"
#include "mapping/mapping_folder.h"
#include "support/sheet_text.h"

using namespace huizong;
using namespace huizong::mapping;
using namespace huizong::testing;

namespace {

const std::vector<FormText> kForm = {{"A1:E1", "绩效目标执行监控表"},
                                     {"A2", "是否纳入"},
                                     {"B2:E2", "☐是 ☐否"},
                                     {"A3", "指标"},
                                     {"B3", "是否公开"},
                                     {"C3", "确定能"},
                                     {"D3", "有可能"},
                                     {"E3", "完全不可能"},
                                     {"A4", ""},
                                     {"B4", "是□ 否□"},
                                     {"A5", ""},
                                     {"B5", "是□ 否□"},
                                     {"A6", "备注"}};

const std::string kMapping = R"toml(format   = 1
id       = "JK"
title    = "绩效目标执行监控表"
template = "自评表.xlsx"
fields = [
  { name = "是否纳入", cell = "B2", type = "choice", options = ["是", "否"], required = true },
]
[recognise]
contains = ["绩效目标执行监控表"]
[[tables]]
name = "指标"
rows = "4:5"
end  = { text = "备注", col = "A" }
columns = [
  { name = "名称", col = "A", type = "text" },
  { name = "是否公开", col = "B", type = "choice", options = ["是", "否"] },
  { name = "确定能", col = "C", type = "mark" },
  { name = "有可能", col = "D", type = "mark" },
  { name = "完全不可能", col = "E", type = "mark" },
]
[[rules]]
id = "JK-001"
level = "error"
each = "指标"
test = "COUNT(确定能, 有可能, 完全不可能) = 1"
say = "完成目标可能性应选且只选一项"
[[rules]]
id = "JK-002"
level = "note"
test = "COUNT(指标.确定能) = COUNTA(指标.名称)"
when = '是否纳入 = "是"'
say = "各项都应确定能完成"
)toml";

Extracted read(const Mapping& mapping, const std::string& text) {
  static const model::UnitList units({{"101001", "示例单位", "", {}, "", {}, std::nullopt, ""}});
  const xlsx::Workbook book = workbook(sheet(text));
  return extract(mapping, book, recognise(mapping, book).at(0), "101001.xlsx", {units, 2021});
}

std::string lines(const std::vector<model::Finding>& findings) {
  std::string text;
  for (const model::Finding& f : findings)
    text += (f.cause ? "  " : "") + (f.place.cell ? to_string(*f.place.cell) + ": " : "") +
            name_of(f.level).zh + " " + f.rule + ": " + f.message.zh + "\n";
  return text;
}

std::string audited(const Mapping& mapping, const Extracted& e) {
  return lines(audit::audit(e.submission, mapping.definitions, e.findings).findings);
}

}  // namespace

TEST_CASE("what is ticked is read: an option as its text, a tick as 1", "[boxes]") {
  const Mapping m = MappingFolder(kForm).load(kMapping);
  const Extracted e = read(m,
                           "绩效目标执行监控表\n"
                           "是否纳入 | 是□ 否√\n"
                           "指标 | 是否公开 | 确定能 | 有可能 | 完全不可能\n"
                           "数量 | ☑是 ☐否 | √ | □ | □\n"
                           "质量 | 否 | ~ | ✔ | ~\n"
                           "~ | 是□ 否□\n"
                           "备注\n");
  CHECK(audited(m, e).empty());
  CHECK(model::to_string(e.submission.find("是否纳入")->value) == "否");
  CHECK(e.submission.find("是否纳入")->raw == "是□ 否√");
  const auto& rows = e.submission.tables.at("指标").rows;
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].columns.at("确定能").value == model::Value(Decimal(1)));
  CHECK(model::is_blank(rows[0].columns.at("有可能").value));
  CHECK(model::to_string(rows[1].columns.at("是否公开").value) == "否");
  CHECK_FALSE(rows[2].has_figure);  // its boxes are the form's own
  CHECK(e.checks.at("JK-C-指标.是否公开").passed == 2);
}

TEST_CASE("none or two ticked, and what is no tick, are findings", "[boxes]") {
  const Mapping m = MappingFolder(kForm).load(kMapping);
  const Extracted e = read(m,
                           "绩效目标执行监控表\n"
                           "是否纳入 | ☐是 ☐否\n"
                           "指标 | 是否公开 | 确定能 | 有可能 | 完全不可能\n"
                           "数量 | ☑是 ☑否 | √ | √ | ~\n"
                           "质量 | 公开 | × | ~ | ~\n"
                           "备注\n");
  CHECK(
      audited(m, e) ==
      "B2: 错误 JK-R-是否纳入: “是否纳入”未填，这一项必须填写。\n"
      "B4: 错误 JK-C-指标.是否公开: “指标.是否公开”要选一项，现为“☑是 ☑否”，选了 2 项，只能选一项；"
      "请只在选中的一项旁打勾。\n"
      "B5: 错误 JK-C-指标.是否公开: “指标.是否公开”要选一项，现为“公开”，“公开”不是所列的选项"
      "（是、否）；请只在选中的一项旁打勾。\n"
      "C5: 错误 JK-T-指标.确定能: 这里应打勾（✔）或留空，现为“×”，没有当作打勾读取，请改填。\n"
      "C4: 错误 JK-001: 完成目标可能性应选且只选一项：填报 2，应为 1，差 1\n"
      "  C5: 错误 JK-001: 完成目标可能性应选且只选一项：填报 0，应为 1，差 -1\n");
  CHECK(model::not_available(e.submission.tables.at("指标").rows[0].columns.at("是否公开").value));
}

TEST_CASE("a choice that is an Excel error is one error, and so is what follows in its row",
          "[boxes]") {
  // #REF! was told as an error of Excel and counted as a choice well made; in the next row a rule
  // that asks the choice was put under the other row's error.
  const std::string rule =
      "[[rules]]\nid = \"JK-003\"\nlevel = \"error\"\neach = \"指标\"\ntest = '是否公开 = \"是\"'\n"
      "say = \"指标应公开\"\n";
  const Mapping m = MappingFolder(kForm).load(kMapping + rule);
  xlsx::Workbook book =
      workbook(sheet("绩效目标执行监控表\n"
                     "是否纳入 | 是☑ 否☐\n"
                     "指标 | 是否公开 | 确定能 | 有可能 | 完全不可能\n"
                     "数量 | #REF! | √ | ~ | ~\n"
                     "质量 | 公开 | √ | ~ | ~\n"
                     "备注\n"));
  static const model::UnitList units({{"101001", "示例单位", "", {}, "", {}, std::nullopt, ""}});
  const Extracted e = extract(m, book, recognise(m, book).at(0), "101001.xlsx", {units, 2021});
  CHECK(audited(m, e) ==
        "B4: 错误 JK-T-指标.是否公开: 这一格是错误值 #REF!，请改正公式或它所引用的数。\n"
        "B5: 错误 JK-C-指标.是否公开: "
        "“指标.是否公开”要选一项，现为“公开”，“公开”不是所列的选项（是、否）"
        "；请只在选中的一项旁打勾。\n"
        "  B4: 未能检查 JK-003: 指标应公开：未能检查，一侧是错误值#REF!\n"
        "  B5: 未能检查 JK-003: 指标应公开：未能检查，“公开”不是所列的选项（是、否）\n");
  const auto found = audit::audit(e.submission, m.definitions, e.findings).findings;
  CHECK(found.at(2).cause == 0u);
  CHECK(found.at(3).cause == 1u);
  CHECK(e.checks.at("JK-C-指标.是否公开").unchecked == 1);
}

TEST_CASE("options that were taken out are not chosen from", "[boxes]") {
  // The form prints 是□ 否□; a cell emptied of both was passed over, as if nothing were asked
  // there.
  const Mapping m = MappingFolder(kForm).load(kMapping);
  const Extracted e = read(m,
                           "绩效目标执行监控表\n"
                           "是否纳入 | 是☑ 否☐\n"
                           "指标 | 是否公开 | 确定能 | 有可能 | 完全不可能\n"
                           "数量 | ~ | √ | ~ | ~\n"
                           "~\n"
                           "备注\n");
  CHECK(
      audited(m, e) ==
      "B4: 错误 JK-C-指标.是否公开: “指标.是否公开”要选一项，现在是空的；请照表样写出各项，在选中的"
      "一项旁打勾。\n");
}
