#include "report/rule_catalogue.h"

#include <algorithm>
#include <map>

#include "report/looks.h"

namespace huizong::report {
namespace {

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : "、") + name;
  return text;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string expression_of(const formula::Rule& rule) {
  std::string text = formula::to_text(rule.test);
  if (rule.when) text += "\n适用：" + formula::to_text(rule.when);
  if (!rule.each_names.empty()) text += "\n$ 依次为：" + joined(rule.each_names);
  if (!rule.each_table.empty()) {
    text += rule.each_column.empty() ? "\n逐行：" + rule.each_table
                                     : "\n按组：" + rule.each_table + "/" + rule.each_column;
  }
  return text;
}

/// A rule that every mapping has without writing it down; its id is <form><mark><name>.
struct Implied {
  std::string_view mark;
  const char* say;  ///< {} is the name
};
constexpr Implied kImplied[] = {
    {"-D-", "填报的“{}”应与按公式计算的结果一致"},
    {"-R-", "“{}”必须填写"},
    {"-C-", "“{}”应选且只选一项"},
    {"-P-", "“{}”应按表样规定的格式填写"},
    {"-Y-", "表上的{}应为本次任务的年度"},
    {"-U-", "报送{}应在单位名录中，表内与文件名一致"},
    {"-M-", "金额{}应与单位名录中的财政拨款相当"},
};

const Implied* implied(const std::string& form, const std::string& id) {
  for (const Implied& rule : kImplied) {
    if (id.rfind(form + std::string(rule.mark), 0) == 0) return &rule;
  }
  return nullptr;
}

std::string say_of_implied(const std::string& form, const std::string& id) {
  const Implied* rule = implied(form, id);
  return rule ? replaced(rule->say, "{}", id.substr(form.size() + rule->mark.size())) : "";
}

/// They are errors (a part of a pattern that nothing needs is a note, which its finding says).
std::string level_of_implied(const std::string& form, const std::string& id) {
  return implied(form, id) ? name_of(Severity::Error).zh : "";
}

/// A rule's sentence for all the names it is applied to: {$} becomes them, {一级指标} the column's
/// name.
std::string say_of(const formula::Rule& rule) {
  std::string say = rule.each_names.empty()
                        ? rule.say
                        : replaced(rule.say, "{$}", "各项（" + joined(rule.each_names) + "）");
  std::erase_if(say, [](char c) { return c == '{' || c == '}'; });
  return say;
}

}  // namespace

std::vector<CatalogueEntry> rule_catalogue(const job::Job& job, const model::RunResult& result) {
  std::vector<CatalogueEntry> entries;
  model::CheckCounts counts = result.checks;
  const auto take = [&](const std::string& id) {
    model::CheckCount count;
    if (const auto it = counts.find(id); it != counts.end()) {
      count = it->second;
      counts.erase(it);
    }
    return count;
  };
  for (const auto& form : job.forms) {
    const formula::Definitions& definitions = form.mapping.definitions;
    for (const formula::Rule& rule : definitions.rules) {
      const std::string level = (rule.trial ? "试行·" : "") + name_of(rule.level).zh;
      entries.push_back({definitions.title, rule.id, level, say_of(rule), expression_of(rule),
                         rule.cite, take(rule.id)});
    }
    for (const formula::Derived& derived : definitions.derived) {
      if (derived.reported.empty()) continue;
      const std::string id = definitions.form + "-D-" + derived.name;
      std::string expression = derived.reported + " = " + formula::to_text(derived.expr);
      if (!derived.bands.empty()) expression += " 的档次";
      entries.push_back({definitions.title, id, "错误", say_of_implied(definitions.form, id),
                         expression, "", take(id)});
    }
  }
  for (const auto& [id, count] : counts) {
    for (const auto& form : job.forms) {
      if (id.rfind(form.mapping.id() + "-", 0) != 0) continue;
      entries.push_back({form.mapping.title(), id, level_of_implied(form.mapping.id(), id),
                         say_of_implied(form.mapping.id(), id), "", "", count});
      break;
    }
    if (entries.empty() || entries.back().id != id)
      entries.push_back({"", id, "", "", "", "", count});
  }
  return entries;
}

CellRange write_catalogue(Sheet& sheet, int row, const std::vector<CatalogueEntry>& entries) {
  const bool several_forms =
      std::any_of(entries.begin(), entries.end(),
                  [&](const CatalogueEntry& e) { return e.form != entries.front().form; });
  std::vector<std::string> names = {"序号", "公式编号", "级别",   "说明",     "公式",  "依据",
                                    "执行", "通过",     "未通过", "未能检查", "不适用"};
  if (several_forms) names.emplace_back("报表");
  sheet.headings({row, 0}, names);
  const Bounds bounds[] = {{5, 8},  {12, 24}, {8, 12}, {24, 40}, {30, 56}, {12, 28},
                           {7, 10}, {7, 10},  {7, 10}, {7, 10},  {7, 10},  {12, 24}};
  for (std::size_t col = 0; col < names.size(); ++col)
    sheet.bounds(static_cast<int>(col), bounds[col]);
  const int heading = row;
  int number = 0;
  for (const CatalogueEntry& e : entries) {
    ++row;
    sheet.number({row, 0}, Decimal(++number), looks::count());
    sheet.text({row, 1}, e.id, looks::text());
    sheet.text({row, 2}, e.level, looks::centered());
    sheet.text({row, 3}, e.say, looks::text());
    sheet.text({row, 4}, e.expression, looks::text());
    sheet.text({row, 5}, e.cite, looks::text());
    const int counts[] = {e.count.applied(), e.count.passed, e.count.failed, e.count.unchecked,
                          e.count.not_applicable};
    int col = 6;
    for (const int count : counts) sheet.number({row, col++}, Decimal(count), looks::count());
    if (several_forms) sheet.text({row, col}, e.form, looks::text());
  }
  return {{heading, 0}, {row, static_cast<int>(names.size()) - 1}};
}

}  // namespace huizong::report
