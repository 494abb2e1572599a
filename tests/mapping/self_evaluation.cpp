#include "mapping/self_evaluation.h"

#include "base/text.h"
#include "model/number_text.h"

namespace huizong::testing {
namespace {

using mapping::Field;
using mapping::KeyPart;
using model::FieldType;

const char* const kTop =
    "____年度部门整体支出绩效自评表\n"
    "~ | ~ | ~ | ~ | ~ | ~ | 单位：万元\n"
    "部门名称 | ~ | {unit}\n"
    "资金情况（万元） | ~ | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分\n"
    "~ | 合计 | {5}\n"
    "~ | 其中：当年财政拨款 | {6}\n"
    "~ | 上年结转资金 | {7}\n"
    "~ | 其他资金 | {8}\n"
    "年度总体目标 | 预期目标 | ~ | ~ | 实际完成情况\n"
    "~ | {goal} | ~ | ~ | {done}\n"
    "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分\n";
const std::vector<std::string> kTopMerges = {"A1:H1", "A3:B3", "C3:H3",   "A4:A8",  "A9:A10",
                                             "B9:D9", "E9:H9", "B10:D10", "E10:H10"};

std::string with(std::string text, const std::vector<std::pair<std::string, std::string>>& values) {
  for (const auto& [name, value] : values) {
    for (std::size_t at; (at = text.find(name)) != std::string::npos;)
      text.replace(at, name.size(), value);
  }
  return text;
}

std::vector<std::string> merges_with_tail(int indicators) {
  auto merges = kTopMerges;
  const auto row = [&](int below) { return std::to_string(11 + indicators + below); };
  merges.push_back("A11:A" + row(0));
  merges.push_back("A" + row(1) + ":F" + row(1));
  merges.push_back("A" + row(2) + ":H" + row(2));
  return merges;
}

mapping::Pattern pattern(const char* text) {
  return *mapping::Pattern::parse(text);
}

}  // namespace

xlsx::Sheet blank_form() {
  std::string text = with(kTop, {{"{unit}", ""},
                                 {"{5}", ""},
                                 {"{6}", "~|~|~|——"},
                                 {"{7}", ""},
                                 {"{8}", ""},
                                 {"{goal}", "~"},
                                 {"{done}", ""}});
  text += "~ | 产出指标（50分）\n~\n~ | 效益指标（40分）\n";
  text += "总分 | ~ | ~ | ~ | ~ | ~ | 100 | ~ | 等级：\n备注：执行率=全年执行数/全年预算数\n";
  return sheet(text, merges_with_tail(3));
}

xlsx::Sheet filled_form(int indicators) {
  std::string text = with(kTop, {{"____", "2021"},
                                 {"{unit}", "示例单位"},
                                 {"{5}", "1064.54 | 1112.67 | 1112.67 | 10 | 100.0%% | 10"},
                                 {"{6}", "1000.04 | 1048.17 | 1048.17 | —— | ~ | ——"},
                                 {"{7}", "64.5 | 64.5 | 64.5"},
                                 {"{8}", "~"},
                                 {"{goal}", "按计划完成各项任务"},
                                 {"{done}", "全部完成"}});
  for (int i = 0; i < indicators; ++i) {
    const std::string first = i == 0                ? "产出指标（50分）"
                              : i == indicators / 2 ? "效益指标\\n（40 分）"
                                                    : "~";
    text += "~ | " + first + " | ~ | 指标" + std::to_string(i + 1) + " | ≥" +
            std::to_string(90 + i % 9) + "% | 95.0%% | 10 | " + std::to_string(10 - i % 3) + "\n";
  }
  text += "总分 | ~ | ~ | ~ | ~ | ~ | 100 | 98.5 | 等级：优\n备注：执行率=全年执行数/全年预算数\n";
  return sheet(text, merges_with_tail(indicators));
}

mapping::Mapping self_evaluation() {
  mapping::Mapping m;
  m.stem = "部门整体支出绩效自评表";
  m.definitions.form = "ZTZP";
  m.definitions.title = "部门整体支出绩效自评表";
  m.blank = workbook(blank_form());
  m.magnitude = "资金.合计.全年预算数";
  m.not_applicable = model::not_applicable_marks();
  m.recognise.contains = {fold_label("部门整体支出绩效自评表"), fold_label("三级指标"),
                          fold_label("资金情况（万元）")};

  const auto at = [](const char* ref) { return *parse_cell_ref(ref); };
  mapping::SheetForm& form = m.sheets.emplace_back();
  form.fields = {
      {"年度",
       at("A1"),
       {FieldType::Year},
       KeyPart::Year,
       {pattern("{}年度部门整体支出绩效自评表")},
       false},
      {"单位名称", at("C3"), {FieldType::Text}, KeyPart::Unit, {}, true},
      {"预期目标", at("B10"), {FieldType::Text}, KeyPart::None, {}, false},
      {"完成情况", at("E10"), {FieldType::Text}, KeyPart::None, {}, false},
      {"分值合计", at("G15"), {FieldType::Score}, KeyPart::None, {}, false},
      {"填报总分", at("H15"), {FieldType::Score}, KeyPart::None, {}, false},
      {"填报等级", at("I15"), {FieldType::Text}, KeyPart::None, {pattern("等级：{}")}, false},
  };
  mapping::Grid funds;
  funds.name = "资金";
  funds.rows = {{4, "合计", {}},
                {5, "当年财政拨款", {}},
                {6, "上年结转资金", {"结转资金"}},
                {7, "其他资金", {}}};
  funds.cols = {{2, "年初预算数", {}}, {3, "全年预算数", {}}, {4, "全年执行数", {}},
                {5, "分值", {}},       {6, "执行率", {}},     {7, "得分", {}}};
  funds.typing = {FieldType::Money};
  funds.types = {
      {"分值", {FieldType::Score}}, {"执行率", {FieldType::Percent}}, {"得分", {FieldType::Score}}};
  form.grids = {funds};

  mapping::TableBlock indicators;
  indicators.name = "绩效指标";
  indicators.first_row = 11;
  indicators.last_row = 13;
  indicators.end = {mapping::TableEnd::Kind::Text, "总分", 0};
  indicators.columns = {{"一级指标", 1, {FieldType::LabelWeight}, true, false},
                        {"二级指标", 2, {FieldType::Text}, true, false},
                        {"三级指标", 3, {FieldType::Text}, false, false},
                        {"年度指标值", 4, {FieldType::Target}, false, false},
                        {"实际完成值", 5, {FieldType::Actual}, false, false},
                        {"分值", 6, {FieldType::Score}, false, false},
                        {"得分", 7, {FieldType::Score}, false, false}};
  form.tables = {indicators};
  return m;
}

mapping::Alignment align(const mapping::Mapping& form, const xlsx::Sheet& sheet, int year) {
  return mapping::align(form, form.sheets.front(), sheet, year);
}

}  // namespace huizong::testing
