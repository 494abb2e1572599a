#include "support/budget_forms.h"

#include "support/sheet_package.h"
#include "support/sheet_text.h"

namespace huizong::testing {
namespace {

std::string or_blank(const std::string& text) {
  return text.empty() ? "~" : text;
}

std::string project_text(const Project& p, bool blank) {
  std::string text = "附件2\n" + p.year +
                     "年度项目支出绩效自评表\n"
                     "填报单位 | " +
                     or_blank(p.unit) + " | 单位：万元\n项目编码 | " +
                     (p.code.empty() ? "~" : "'" + p.code) + " | 项目名称 | " + or_blank(p.name) +
                     "\n资金 | 预算数 | 执行数 | 执行率\n合计 | " + or_blank(p.budget) + " | " +
                     or_blank(p.spent) + "\n绩效指标 | 指标值 | 分值 | 得分\n";
  for (int i = 1; i <= p.indicators; ++i)
    text += blank ? "~\n" : "指标" + std::to_string(i) + " | ≥90% | 10 | 10\n";
  return text + "总分 | ~ | " +
         (blank ? "~"
                : std::to_string(10 * p.indicators) + " | " + std::to_string(10 * p.indicators)) +
         "\n";
}

}  // namespace

xlsx::Sheet project_form(const Project& project) {
  return named(sheet(project_text(project, false), {"A2:D2"}), "项目");
}

xlsx::Sheet blank_project_form() {
  return named(sheet(project_text({"", "", "", "", "", "____", 3}, true), {"A2:D2"}), "项目自评表");
}

std::string project_mapping(const std::string& per) {
  return R"toml(format   = 1
id       = "XM"
title    = "项目支出绩效自评表"
template = "项目自评表.xlsx"
money    = "万元"
per      = ")toml" +
         per + R"toml("
fields = [
  { name = "年度",     cell = "A2", type = "year", key = "year", pattern = "{}年度项目支出绩效自评表" },
  { name = "填报单位", cell = "B3", type = "text", key = "unit" },
  { name = "项目名称", cell = "D4", type = "text", key = "item" },
  { name = "项目编码", cell = "B4", type = "code", key = "item" },
  { name = "填报总分", cell = "D11", type = "score" },
]
[recognise]
contains = ["项目支出绩效自评表", "项目编码", "绩效指标"]
[[grids]]
name  = "资金"
rows  = { 6 = "合计" }
cols  = { B = "预算数", C = "执行数", D = "执行率" }
type  = "money"
types = { "执行率" = "percent" }
[[tables]]
name = "绩效指标"
rows = "8:10"
end  = { text = "总分", col = "A" }
columns = [
  { name = "指标",   col = "A", type = "text" },
  { name = "指标值", col = "B", type = "target" },
  { name = "分值",   col = "C", type = "score" },
  { name = "得分",   col = "D", type = "score" },
]
[[derived]]
name     = "执行率"
expr     = "资金.合计.执行数 / 资金.合计.预算数"
digits   = 4
reported = "资金.合计.执行率"
[[derived]]
name     = "总分"
expr     = "SUM(绩效指标.得分)"
reported = "填报总分"
[[rules]]
id    = "XM-001"
level = "error"
test  = "资金.合计.执行数 <= 资金.合计.预算数"
say   = "执行数不应大于预算数"
[[summary.columns]]
name  = "预算数"
expr  = "资金.合计.预算数"
total = "sum"
[[summary.columns]]
name  = "执行数"
expr  = "资金.合计.执行数"
total = "sum"
[[summary.columns]]
name  = "执行率"
expr  = "执行率"
total = "ratio"
)toml";
}

std::vector<xlsx::Sheet> accounts_form() {
  return {
      named(sheet("2021年度收入决算表\n部门：示例单位 | ~ | 单位：万元\n项目 | 预算数 | 决算数\n"
                  "财政拨款收入 | 300 | 310\n其他收入 | 20 | 15.5\n收入合计 | 320 | 325.5\n",
                  {"A1:C1"}),
            "收入决算表"),
      named(
          sheet("2021年度支出决算表\n单位：万元\n科目名称 | 决算数\n教育支出 | 200\n住房保障支出 | "
                "100\n卫生健康支出 | 20.5\n社会保障支出 | 5\n支出合计 | 325.5\n本年收支差额 | 0\n",
                {"A1:B1"}),
          "支出决算表"),
      named(sheet("2021年度“三公”经费支出表\n单位：元\n项目 | 决算数\n因公出国（境）费 | 0\n"
                  "公务用车购置及运行费 | 25000\n公务接待费 | 3050.5\n合计 | 28050.5\n",
                  {"A1:B1"}),
            "三公经费表")};
}

std::vector<xlsx::Sheet> blank_accounts_form() {
  return {named(sheet("____年度收入决算表\n部门： | ~ | 单位：万元\n项目 | 预算数 | 决算数\n"
                      "财政拨款收入\n其他收入\n收入合计\n",
                      {"A1:C1"}),
                "收入决算表"),
          named(sheet("____年度支出决算表\n单位：万元\n科目名称 | 决算数\n~ | ~\n~ | ~\n支出合计\n"
                      "本年收支差额\n",
                      {"A1:B1"}),
                "支出决算表"),
          named(sheet("____年度“三公”经费支出表\n单位：元\n项目 | 决算数\n因公出国（境）费\n"
                      "公务用车购置及运行费\n公务接待费\n合计\n",
                      {"A1:B1"}),
                "三公经费表")};
}

std::string accounts_mapping() {
  return R"toml(format   = 1
id       = "JS"
title    = "部门决算报表"
template = "部门决算报表.xlsx"
money    = "万元"
sheet    = "收入决算表"
fields = [
  { name = "年度", cell = "A1", type = "year", key = "year", pattern = "{}年度收入决算表" },
  { name = "部门", cell = "A2", type = "text", key = "unit", pattern = "部门：{}" },
  { name = "支出合计", cell = "B6", type = "money", sheet = "支出决算表", required = true },
  { name = "收支差额", cell = "B7", type = "money", sheet = "支出决算表" },
]
[recognise]
contains = ["收入决算表", "支出决算表", "经费支出表"]
[[grids]]
name = "收入"
rows = { 4 = "财政拨款收入", 5 = "其他收入", 6 = "合计" }
cols = { B = "预算数", C = "决算数" }
type = "money"
[[tables]]
name  = "支出"
sheet = "支出决算表"
rows  = "4:5"
end   = { text = "支出合计", col = "A" }
columns = [
  { name = "科目", col = "A", type = "text" },
  { name = "金额", col = "B", type = "money" },
]
[[grids]]
name  = "三公"
sheet = "三公经费表"
money = "元"
rows  = { 4 = "出国", 5 = "用车", 6 = "接待", 7 = "合计" }
cols  = { B = "决算数" }
type  = "money"
[[derived]]
name     = "支出合计数"
expr     = "SUM(支出.金额)"
reported = "支出合计"
[[derived]]
name     = "差额"
expr     = "收入.合计.决算数 - 支出合计数"
reported = "收支差额"
[[derived]]
name     = "三公合计"
expr     = "SUM(三公.出国:接待.决算数)"
digits   = 6
reported = "三公.合计.决算数"
[[derived]]
name     = "三公占比"
expr     = "三公合计 / 支出合计数"
digits   = 4
[[rules]]
id    = "JS-001"
level = "error"
test  = "收入.合计.决算数 = SUM(收入.财政拨款收入:其他收入.决算数)"
say   = "收入合计应等于各项之和"
[[rules]]
id    = "JS-002"
level = "warning"
test  = "三公合计 <= 支出合计"
say   = "三公经费不应大于支出合计"
[[summary.columns]]
name  = "支出合计"
expr  = "支出合计数"
total = "sum"
[[summary.columns]]
name  = "三公经费"
expr  = "三公合计"
total = "sum"
)toml";
}

}  // namespace huizong::testing
