// Figures in prose (文字说明): read wherever the paragraph stands, each with its
// place; a sentence that does not fit is said.

#include <catch2/catch.hpp>

#include "audit/audit.h"
#include "derive/derive.h"
#include "mapping/extract.h"
#include "mapping/mapping_folder.h"
#include "support/sheet_text.h"

using namespace huizong;
using namespace huizong::mapping;
using namespace huizong::testing;

namespace {

const std::vector<FormText> kForm = {{"A1:C1", "决算情况说明"},
                                     {"A2", "部门"},
                                     {"B2:C2", ""},
                                     {"A4:C4", ""},
                                     {"A8:C8", ""},
                                     {"A9", "合计"},
                                     {"B9", ""},
                                     {"A10", "填表人"},
                                     {"B10", ""}};

const std::string kMapping = R"toml(format   = 1
id       = "SM"
title    = "决算情况说明"
template = "自评表.xlsx"
money    = "万元"
fields = [
  { name = "部门", cell = "B2", type = "text", key = "unit" },
  { name = "合计", cell = "B9", type = "money" },
]
[recognise]
contains = ["决算情况说明"]
[[prose]]
name = "收支总计"
rows = "4:8"
find = "{本年}年收、支总计{金额:money 万元}万元…与{上年}年相比…增加{增加额:money}万元，增长{增长:percent}"
[[prose]]
name = "项目"
rows = "4:8"
find = "{名称}项目支出{金额:money 元}元"
repeat = true
[[prose]]
name = "采购"
rows = "4:8"
find = "政府采购支出{金额:money}，"
required = false
[[rules]]
id = "SM-001"
level = "error"
test = "收支总计.金额 = 合计"
say = "说明与表应一致"
[[rules]]
id = "SM-002"
level = "error"
test = "合计 = SUM(项目.金额)"
say = "合计应等于各项目之和"
[[rules]]
id = "SM-003"
level = "warning"
test = "收支总计.增长 = 收支总计.增加额 / (收支总计.金额 - 收支总计.增加额)"
say = "增长率应为增加额除以上年数"
[[rules]]
id = "SM-004"
level = "note"
each = "项目"
test = "金额 >= 2"
say = "各项目应不少于2万元"
)toml";

const char* const kText =
    "决算情况说明\n"
    "部门 | 示例单位\n"
    "~\n"
    "一、总体情况\n"
    "　　2020年度收、支总计１，１００.５0万元（其中：乙所377.43万元）。\n"
    "二、项目\n"
    "（1）路灯项目支出 70 000元；绿化项目支出10935000元。\n"
    "（2）无。\n"
    "合计 | 1100.5\n"
    "填表人 | 甲\n";

struct Read {
  Mapping mapping;
  Extracted e;
};

Read read(const std::string& text, const std::string& toml = kMapping) {
  static const model::UnitList units({{"101001", "示例单位", "", {}, "", {}, std::nullopt, ""}});
  const MappingFolder folder(kForm);
  Read read{folder.load(toml), {}};
  const xlsx::Workbook book = workbook(sheet(text));
  read.e = extract(read.mapping, book, recognise(read.mapping, book).at(0), "101001.xlsx",
                   {units, 2020});
  return read;
}

std::string figure(const Read& read, const std::string& path) {
  const model::Figure* f = read.e.submission.find(path);
  if (!f) return "absent";
  return (f->place.cell ? to_string(*f->place.cell) + " " : "") + model::to_string(f->value) +
         " “" + f->raw + "”";
}

std::string lines(const std::vector<model::Finding>& findings, Lang lang = Lang::Zh) {
  std::string text;
  for (const model::Finding& f : findings)
    text += (f.cause ? "  " : "") + (f.place.cell ? to_string(*f.place.cell) + ": " : "") +
            name_of(f.level).in(lang) + " " + f.rule + ": " + f.message.in(lang) + "\n";
  return text;
}

std::string audited(Read& read) {
  derive::derive(read.e.submission, read.mapping.definitions);
  return lines(audit::audit(read.e.submission, read.mapping.definitions, read.e.findings).findings);
}

std::string with(std::string text, const std::string& was, const std::string& now) {
  return text.replace(text.find(was), was.size(), now);
}

const std::string kWhole =
    with(kText, "乙所377.43万元）。", "乙所377.43万元）,与2019年相比,各增加100.5万元,增长10.05%。");

}  // namespace

TEST_CASE("figures of a text are read where they stand, in the form's unit of money", "[prose]") {
  const Read form = read(kWhole);
  CHECK(figure(form, "收支总计.金额") == "A5 1100.5 “１，１００.５0”");
  CHECK(figure(form, "收支总计.增加额") == "A5 100.5 “100.5”");
  CHECK(figure(form, "收支总计.增长") == "A5 0.1005 “10.05%”");
  CHECK(figure(form, "合计") == "B9 1100.5 “1100.5”");
  const model::Table& projects = form.e.submission.tables.at("项目");
  REQUIRE(projects.rows.size() == 2);
  CHECK(model::to_string(projects.rows[0].columns.at("名称").value) == "路灯");
  CHECK(model::to_string(projects.rows[0].columns.at("金额").value) == "7");
  CHECK(model::to_string(projects.rows[1].columns.at("金额").value) == "1093.5");
  CHECK(projects.rows[1].columns.at("金额").sentence ==
        "（1）路灯项目支出 70 000元；绿化项目支出10935000元。");
  CHECK(form.e.submission.texts.at("收支总计").size() == 5);
  CHECK(form.e.unmapped.size() == 1);  // 甲 behind 填表人, which has no field
}

TEST_CASE("text and table are audited against each other, with the sentence in the message",
          "[prose]") {
  Read form = read(with(kWhole, "合计 | 1100.5", "合计 | 1100.6"));
  CHECK(audited(form) ==
        "提示 SM-P-采购: "
        "文字说明中没有“政府采购支出……，”这样的一句，“采购”没有读到；如有这一项，请照此写明。\n"
        "  A5: 错误 SM-001: 说明与表应一致：填报 1,100.50，应为 1,100.60，差 "
        "-0.10（原文“2020年度收、支总计１，１００.５0万元（其中：乙所377.…”）\n"
        "B9: 错误 SM-002: 合计应等于各项目之和：填报 1,100.60，应为 1,100.50，差 0.10\n");
}

TEST_CASE("a sentence that does not fit is an error where it goes off", "[prose]") {
  Read form = read(kText);
  CHECK(audited(form) ==
        "提示 SM-P-采购: "
        "文字说明中没有“政府采购支出……，”这样的一句，“采购”没有读到；如有这一项，请照此写明。\n"
        "A5: 错误 SM-P-收支总计: "
        "这里应写成“2020年收、支总计……万元…与2019年相比…增加……万元，增长……”的样子：到“总计１，１０"
        "０.５0万元”为止相符，其后应有“…与2019年相比…增加……万元，增长……”，现为“（其中：乙所377."
        "43”；“收支总计”没有读到，请照此改写。\n"
        "  A5: 未能检查 SM-001: 说明与表应一致：未能检查，“收支总计”这一句没有读到\n"
        "  A5: 未能检查 SM-003: 增长率应为增加额除以上年数：未能检查，“收支总计”这一句没有读到\n");
  CHECK(form.e.checks.at("SM-P-收支总计").failed == 1);
  CHECK(form.e.checks.at("SM-P-项目").passed == 1);
  CHECK(form.e.checks.at("SM-P-采购").not_applicable == 1);
  Read none = read(with(kText, "2020年度收、支总计", "收入和支出"));
  CHECK(lines(none.e.findings) ==
        "错误 SM-P-收支总计: "
        "文字说明中没有“2020年收、支总计……万元…与2019年相比…增加……万元，增长……”这样的一句，“收支总"
        "计”没有读到；请照此写明。\n"
        "提示 SM-P-采购: "
        "文字说明中没有“政府采购支出……，”这样的一句，“采购”没有读到；如有这一项，请照此写明。\n");
  CHECK(lines(none.e.findings, Lang::En) ==
        "error SM-P-收支总计: The text has no sentence like "
        "\"2020年收、支总计……万元…与2019年相比…增加……万元，增长……\"; 收支总计 was not read. Write "
        "it so.\n"
        "note SM-P-采购: The text has no sentence like “政府采购支出……，”; “采购” was not read. "
        "Write it so if there is anything to say.\n");
}

namespace {

const std::string kNoPurchase =
    "提示 SM-P-采购: "
    "文字说明中没有“政府采购支出……，”这样的一句，“采购”没有读到；如有这一项，请照此写明。\n";
const std::string kTotals =
    "错误 SM-P-收支总计: "
    "这里应写成“2020年收、支总计……万元…与2019年相比…增加……万元，增长……”的样子";

/// Without the note on 采购, which no text here has.
std::string but_purchase(Read& form) {
  std::string text = audited(form);
  const std::size_t at = text.find(kNoPurchase);
  return at == std::string::npos ? "(no note) " + text : text.erase(at, kNoPurchase.size());
}

}  // namespace

TEST_CASE("a sentence copied from last year is told at its year", "[prose]") {
  // 与2018年相比 in the 2020 text: the office was sent to another sentence that began alike, or to
  // no cell at all.
  const std::string unchecked =
      "  A5: 未能检查 SM-001: 说明与表应一致：未能检查，“收支总计”这一句没有读到\n"
      "  A5: 未能检查 SM-003: 增长率应为增加额除以上年数：未能检查，“收支总计”这一句没有读到\n";
  const std::string end = "；“收支总计”没有读到，请核实数是不是这一年的，并改正年份。\n";
  Read last = read(with(kWhole, "与2019年相比", "与2018年相比"));
  CHECK(but_purchase(last) == "A5: " + kTotals + "，年份应为 2019，现为“2018年”" + end + unchecked);
  Read both = read(with(with(kWhole, "与2019年相比", "与2018年相比"), "2020年度收", "2019年度收"));
  CHECK(but_purchase(both) ==
        "A5: " + kTotals + "，年份应为 2020、2019，现为“2019年度”、“2018年”" + end + unchecked);
  Read unsaid = read(with(kWhole, "2020年度收", "收"));
  CHECK(but_purchase(unsaid) == "A5: " + kTotals + "，年份应为 2020，现为空" + end + unchecked);
  CHECK(
      lines(last.e.findings, Lang::En)
          .find(
              "A5: error SM-P-收支总计: This should read like "
              "\"2020年收、支总计……万元…与2019年相比…增加……万元，增长……\", but the year should be "
              "2019 and is 2018年; 收支总计 was not read. Make sure its figures are of that year "
              "and "
              "correct the year.\n") != std::string::npos);
  // Wrong in its year and in its words: both are said, where it goes off.
  Read more = read(with(with(kWhole, "2020年度收", "2019年度收"), "各增加", "各增"));
  CHECK(but_purchase(more) ==
        "A5: " + kTotals +
            "：到“万元）,与2019年相比”为止相符，其后应有“…增加……万元，增长…"
            "…”，现为“,各增100.5万元,增”，年份应为 2020，现为“2019年度”；“收支总计”没有读到，请照此"
            "改写。\n" +
            unchecked);
}

TEST_CASE("a sentence of the year before is another's, not a wrong one", "[prose]") {
  const std::string twins =
      kMapping +
      "[[prose]]\nname = \"上年采购\"\nrows = \"4:8\"\nfind = \"{上年}年采购{金额:money}元\"\n"
      "required = false\n[[prose]]\nname = \"本年采购\"\nrows = \"4:8\"\nfind = "
      "\"{本年}年采购{金额:money}元\"\nrequired = false\n";
  const Read form = read(with(kWhole, "（2）无", "2019年采购5元，无"), twins);
  CHECK(figure(form, "上年采购.金额") == "A8 0.0005 “5”");
  CHECK(figure(form, "本年采购.金额") == " “”");  // there is none; nothing is wrong
  CHECK(lines(form.e.findings).find("错误") == std::string::npos);
}

TEST_CASE("a sentence that may be missing is begun whatever its year", "[prose]") {
  const std::string toml =
      with(kMapping, "政府采购支出{金额:money}，", "{本年}年政府采购支出{金额:money}，");
  Read form = read(with(kWhole, "（2）无", "2018年政府采购支出5万元，无"), toml);
  CHECK(
      lines(form.e.findings) ==
      "A8: 错误 SM-P-采购: 这里应写成“2020年政府采购支出……，”的样子，年份应为 2020，现为“2018年”；"
      "“采购”没有读到，请核实数是不是这一年的，并改正年份。\n");
  // So is one whose number is in words.
  Read words = read(with(kWhole, "（2）无", "2020年政府采购支出五万元，无"), toml);
  CHECK(lines(words.e.findings) ==
        "A8: 错误 SM-P-采购: 这里应写成“2020年政府采购支出……，”的样子：到“2020年政府采购支出”为止相"
        "符，其后应有“……，”，现为“五万元，无。”；“采购”没有读到，请照此改写。\n");
}

TEST_CASE("of two that begin alike the longer is begun where it goes on", "[prose]") {
  // 本年支出合计4613.23万元（其中环卫中心1306.83万元）, without its ：, was passed over: 本年支出
  // reads 4613.23. An office without such a unit ends before the bracket.
  const std::string toml = kMapping +
                           "[[prose]]\nname = \"支出\"\nrows = \"4:8\"\nfind = "
                           "\"支出合计{金额:money 万元}万元\"\n" +
                           "[[prose]]\nname = \"其中\"\nrows = \"4:8\"\nrequired = false\nfind = "
                           "\"支出合计{金额:money 万元}万元（其中：{单位}{数:money 万元}万元）\"\n";
  const Read form =
      read(with(kWhole, "（2）无", "支出合计4613.23万元（其中环卫中心1306.83万元）"), toml);
  CHECK(
      lines(form.e.findings) ==
      kNoPurchase +
          "A8: 错误 SM-P-其中: 这里应写成“支出合计……万元（其中：…………万元）”的样子：到“4613.23万元（"
          "其中”为止相符，其后应有“：…………万元）”，现为“环卫中心1306."
          "83万”；“其中”没有读到，请照此改写。\n");
  const Read none = read(with(kWhole, "（2）无", "支出合计4613.23万元（含上年结转5万元）"), toml);
  CHECK(lines(none.e.findings).find("错误") == std::string::npos);
}

TEST_CASE("one of a list that goes off in its first words is told", "[prose]") {
  // Of five 综述 one left out 全年: the other four were read, and it was skipped in silence.
  const std::string toml = kMapping +
                           "[[prose]]\nname = \"综述\"\nrows = \"4:8\"\nrepeat = true\nfind = "
                           "\"{项目}绩效目标完成情况综述。项目全年预算数{预算:money 万元}万元\"\n";
  const std::string text = with(
      kWhole, "（2）无",
      "绿化绩效目标完成情况综述。项目全年预算数5万元。路灯绩效目标完成情况综述。项目预算数6万元");
  const Read form = read(text, toml);
  CHECK(lines(form.e.findings) == kNoPurchase +
                                      "A8: 错误 SM-P-综述: "
                                      "“……绩效目标完成情况综述。项目全年预算数……万元”的几处中，这一"
                                      "处到“效目标完成情况综述。项目”为"
                                      "止相符，其后应有“全年预算数……万元”，现为“预算数6万元。”；这"
                                      "一处没有读到，请照此改写。\n");
}

TEST_CASE("what is quoted of a paragraph stops at its end", "[prose]") {
  const Read form = read(with(kWhole, "（2）无。", "政府采购支出\n合计9万元"));
  CHECK(lines(form.e.findings) ==
        "A8: 提示 SM-P-采购: 这里应写成“政府采购支出……，”的样子：到“政府采购支出”为止相符，其后应有"
        "“……，”，这一段却到此为止；“采购”没有读到，请照此改写。\n");
}

TEST_CASE("a sentence that may be missing is due whole once it is begun", "[prose]") {
  // 采购 may be missing. An office that wrote 合计 between was told so by a note, and no rule of
  // 采购 was run: its 5.5万元 agreed with nothing.
  const std::string toml =
      kMapping +
      "[[rules]]\nid = \"SM-005\"\nlevel = \"error\"\nwhen = \"COUNT(采购.金额) > 0\"\n"
      "test = \"采购.金额 <= 合计\"\nsay = \"采购不应超过合计\"\n";
  Read form = read(with(kWhole, "（2）无", "（2）政府采购支出合计5.5万元，无"), toml);
  CHECK(audited(form) ==
        "A8: 错误 SM-P-采购: 这里应写成“政府采购支出……，”的样子：到“政府采购支出”为止相符，其后应有"
        "“……，”，现为“合计5.5万元，无。”；“采购”没有读到，请照此改写。\n"
        "  A8: 未能检查 SM-005: 采购不应超过合计：未能检查，“采购”这一句没有读到\n");
  CHECK(form.e.checks.at("SM-P-采购").failed == 1);
  // A heading, or words without a number, is no sentence begun.
  for (const char* const words : {"政府采购支出情况", "政府采购支出按规定进行，共12次"}) {
    const Read none = read(with(kWhole, "（2）无", std::string("（2）") + words), toml);
    CHECK(
        lines(none.e.findings) ==
        "A8: 提示 SM-P-采购: 这里应写成“政府采购支出……，”的样子：到“政府采购支出”为止相符，其后应有"
        "“……，”，现为“" +
            std::string(words + std::string("政府采购支出").size()) +
            "。”；“采购”没有读到，请照此改写。\n");
    CHECK(figure(none, "采购.金额") == " “”");
  }
}

TEST_CASE("a sentence that may be missing is not begun where another is read", "[prose]") {
  // 绿化 alone may say what is in it; without, it is a 项目 like the rest.
  const std::string toml =
      with(kMapping, "政府采购支出{金额:money}，", "绿化项目支出{金额:money 元}元，其中{树:money}");
  CHECK(
      lines(read(kWhole, toml).e.findings) ==
      "A7: 提示 SM-P-采购: 这里应写成“绿化项目支出……元，其中……”的样子：到“目支出10935000元”为止相符"
      "，其后应有“，其中……”，现为“。”；“采购”没有读到，请照此改写。\n");
}

TEST_CASE("two sentences that differ are nobody's guess; two that agree are one", "[prose]") {
  const std::string again = "2020年收、支总计1100.5万元，与上年相比，增加100.5万元，增长10.05%。";
  CHECK(lines(read(with(kWhole, "（2）无", again)).e.findings) ==
        "提示 SM-P-采购: "
        "文字说明中没有“政府采购支出……，”这样的一句，“采购”没有读到；如有这一项，请照此写明。\n");
  Read differ = read(with(kWhole, "（2）无", with(again, "总计1100.5", "总计1100")));
  CHECK(audited(differ) ==
        "提示 SM-P-采购: "
        "文字说明中没有“政府采购支出……，”这样的一句，“采购”没有读到；如有这一项，请照此写明。\n"
        "A5: 错误 SM-P-收支总计: 这样的一句有 2 "
        "处（A5、A8），所写的数不同：“2020年度收、支总计１，１００.５0万元（其中：乙所377.43万元）,"
        "与2019年相比,各增加100.5万元,增长10.05%”、“2020年收、支总计1100万元，与上年相比，增加100."
        "5万元，增长10.05%”，不能确定是哪一处，“收支总计”没有读取；请改成一致，或只留一处。\n"
        "  A5: 未能检查 SM-001: 说明与表应一致：未能检查，“收支总计”这一句没有读到\n"
        "  A5: 未能检查 SM-003: 增长率应为增加额除以上年数：未能检查，“收支总计”这一句没有读到\n");
}

TEST_CASE("a text that nobody wrote is one finding", "[prose]") {
  Read form = read("决算情况说明\n部门 | 示例单位\n~\n~\n合计 | 5\n填表人");
  CHECK(audited(form) ==
        "错误 SM-P-收支总计: 这里没有填写文字说明，其中的数没有读到；请补上。\n"
        "  B5: 未能检查 SM-001: 说明与表应一致：未能检查，“收支总计”这一句没有读到\n"
        "  B5: 未能检查 SM-002: 合计应等于各项目之和：未能检查，“项目”这一句没有读到\n"
        "  未能检查 SM-003: 增长率应为增加额除以上年数：未能检查，“收支总计”这一句没有读到\n"
        "  未能检查 SM-004: 各项目应不少于2万元：未能检查，“项目”这一句没有读到\n");
}

TEST_CASE("prose is looked for in the cell of a text field alone", "[prose]") {
  const std::string toml =
      with(with(kMapping, "type = \"text\", key = \"unit\" }",
                "type = \"text\", key = \"unit\" },\n{ name = \"填表\", cell = \"B10\", type = "
                "\"text\" }"),
           "name = \"采购\"\nrows = \"4:8\"", "name = \"采购\"\ncell = \"B10\"");
  const Read form = read(with(with(kWhole, "（2）无", "政府采购支出5万元，无"), "填表人 | 甲",
                              "填表人 | 政府采购支出6万元，约7"),
                         toml);
  CHECK(figure(form, "采购.金额") == "B10 6 “6万元”");
}

TEST_CASE("an approximate number is read, and said", "[prose]") {
  const Read form = read(with(kWhole, "（2）无", "政府采购支出约5.5万元，无"));
  CHECK(figure(form, "采购.金额") == "A8 5.5 “约5.5万元”");
  CHECK(lines(form.e.findings) ==
        "A8: 提示 SM-T-采购.金额: 文中写的是约数“约5.5万元”，已按 5.5万元 读取。\n");
}

TEST_CASE("what is wrong in [[prose]]", "[prose]") {
  const MappingFolder folder(kForm);
  const auto slip = [&](const std::string& was, const std::string& now) {
    return folder.slips(with(kMapping, was, now));
  };
  CHECK(slip("rows = \"4:8\"", "rows = \"2:8\"") ==
        "自评表.toml:14:8: “部门”在“收支总计”的文字说明的行里\n"
        "  14 | rows = \"2:8\"\n"
        "     |        ^^^^^\n"
        "  提示: rows 只写留给文字的那些行\n");
  CHECK(slip("rows = \"4:8\"", "cell = \"B2\"\nrows = \"4:8\"") ==
        "自评表.toml:12:1: 文字说明的位置写 cell，或写 rows（可带 col），只写一种\n"
        "  12 | [[prose]]\n"
        "     | ^^^^^^^^^\n"
        "  提示: 写成 cell = \"A5\"，或 rows = \"5:60\"\n");
  CHECK(slip("{本年}年收", "2020年收") ==
        "自评表.toml:15:8: find 里写了一个固定的年份，别的年度就找不到这一句了\n"
        "  15 | find = \"2020年收、支总计{金额:money "
        "万元}万元…与{上年}年相比…增加{增加额:money}万元，增长{增长:percent}\"\n"
        "     |        "
        "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^"
        "^^^^^^^^^\n"
        "  提示: 任务的年度写 {本年}年，上一年写 {上年}年，再上一年写 {前年}年\n");
  CHECK(slip("{金额:money 万元}", "{金额:钱}") ==
        "自评表.toml:15:8: {金额:钱} 的“钱”不是花括号里能用的类型\n"
        "  15 | find = "
        "\"{本年}年收、支总计{金额:钱}万元…与{上年}年相比…增加{增加额:money}万元，增长{增长:"
        "percent}\"\n"
        "     |        "
        "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^"
        "^^^\n"
        "  提示: "
        "可用的有：text、list、code、number、count、score、percent、year、date、money，金额可以带单"
        "位，如"
        " {金额:money 万元}\n");
  CHECK(slip("{金额:money 万元}", "{金额:money 元}") ==
        "自评表.toml:15:8: {金额} 的单位写的是元，后面的字却是万元\n"
        "  15 | find = \"{本年}年收、支总计{金额:money "
        "元}万元…与{上年}年相比…增加{增加额:money}万元，增长{增长:percent}\"\n"
        "     |        "
        "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^"
        "^^^^^^^^^\n");
  CHECK(slip("{名称}项目", "{名称}{金额}项目") ==
        "自评表.toml:19:8: find "
        "要写成“前文{名称:类型}后文”：花括号成对，至少一处；两处文字之间、文字与…之间要有别的字\n"
        "  19 | find = \"{名称}{金额}项目支出{金额:money 元}元\"\n"
        "     |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "  提示: 写成 {本年}年支出{金额:money 万元}万元…占{占比:percent} 这样\n"
        "自评表.toml:34:18: 没有叫“项目.金额”的数\n"
        "  34 | test = \"合计 = SUM(项目.金额)\"\n"
        "     |                    ^^^^^^^^^\n"
        "  提示: 是不是 采购.金额？\n"
        "自评表.toml:45:9: 没有叫“金额”的数\n"
        "  45 | test = \"金额 >= 2\"\n"
        "     |         ^^^^\n"
        "  提示: 是不是 收支总计.金额？\n");
}
