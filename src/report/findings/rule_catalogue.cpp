#include "report/findings/rule_catalogue.h"

#include <algorithm>
#include <map>
#include <set>

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
  if (!rule.each_values.empty()) text += "\n$1 依次为：" + joined(rule.each_values);
  if (!rule.each_table.empty()) {
    text += rule.each_columns.empty()
                ? "\n逐行：" + rule.each_table
                : "\n按组：" + rule.each_table + "/" + joined(rule.each_columns);
  }
  return text;
}

/// A rule that every mapping has without writing it down; its id is <form><mark><name>.
struct Implied {
  std::string_view mark;  ///< the first that the id goes on with counts
  const char* say;        ///< {} is the name; a sentence without it speaks of all names
  const char* level = "错误";
};
constexpr Implied kImplied[] = {
    {"-D-", "填报的“{}”应与按公式计算的结果一致"},
    {"-R-", "“{}”必须填写"},
    {"-C-", "“{}”应选且只选一项"},
    {"-P-", "“{}”应按表样规定的格式填写"},
    {"-S-", "工作簿里应有“{}”这张工作表，且只有一张"},
    {"-I-", "每一份表都应写明是哪个{}"},
    {"-Y-", "表上的{}应为本次任务的年度"},
    {"-U-", "报送{}应在单位名录中，表内与文件名一致"},
    {"-M-单位", "表上的金额单位应与表样一致；不一致的折算后读取", "提示"},
    {"-M-", "金额{}应与单位名录中的财政拨款相当"},
    {"-T-", "各栏应能按所要求的类型读出；写成文字而认得出的，按所认的读取（编号末尾是栏名）",
     "按各条所列"},
    {"-L-", "各块的行、列应与表样对齐；文字有改动的照位置读取，对不齐的不读（编号末尾是块名）",
     "按各条所列"},
    {"-X-重复报送", "同一单位的同一张表应只报一份；内容相同的采用第一份，不同的都不采用",
     "按各条所列"},
    {"-X-搁置", "别的年度的表、没有填金额的表，在本年度的表已报时不采用", "提示"},
    {"-X-上年", "要用上年的数时，任务应写明上年的数据文件 [previous]", "提示"},
    {"-X-隐藏", "有的项目的表在看得见的工作表上时，隐藏的工作表不读", "提示"},
    {"-X-未认", "一个项目一张工作表的，标题和表头应与表样一致，对不上的不读", "警告"},
    {"-X-未要求", "报这张表的应是单位名录“应报表”中要求的单位；没有要求的不计入"},
    {"-X-", "报送的表应是本次任务要求的", "按各条所列"},
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

std::string level_of_implied(const std::string& form, const std::string& id) {
  const Implied* rule = implied(form, id);
  return rule ? rule->level : "";
}

/// A rule's sentence for all the names it is applied to: {$} becomes them, {一级指标} the column's
/// name.
std::string say_of(const formula::Rule& rule) {
  std::string say = rule.each_names.empty()
                        ? rule.say
                        : replaced(rule.say, "{$}", "各项（" + joined(rule.each_names) + "）");
  if (!rule.each_values.empty())
    say = replaced(say, "{$1}", "各值（" + joined(rule.each_values) + "）");
  std::erase_if(say, [](char c) { return c == '{' || c == '}'; });
  return say;
}

}  // namespace

std::string catalogue_id(const std::string& form, const std::string& id) {
  const Implied* rule = implied(form, id);
  const bool of_all = rule && rule->mark.back() == '-' &&
                      std::string_view(rule->say).find("{}") == std::string_view::npos;
  return of_all ? form + std::string(rule->mark) + "…" : id;
}

std::string name_of_level(const std::string& word) {
  if (word == "off") return "停用";
  if (word == "trial") return "试行·提示";
  return word == "error" ? "错误" : word == "warning" ? "警告" : "提示";
}

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
      entries.push_back({definitions.title, id, name_of_level("error"),
                         say_of_implied(definitions.form, id), expression, "", take(id)});
    }
  }
  for (const job::LevelChange& change : job.levels) {
    for (CatalogueEntry& entry : entries) {
      if (entry.id != change.rule) continue;
      entry.level =
          name_of_level(change.to) + "（原为" + name_of_level(change.from) + "，任务调整）";
      entry.cite += (entry.cite.empty() ? "" : "；") + change.why;
    }
  }
  std::map<std::string, std::optional<model::CheckCount>> others(counts.begin(), counts.end());
  std::set<std::string> listed;
  for (const CatalogueEntry& entry : entries) listed.insert(entry.id);
  for (const model::Finding& finding : result.findings) {
    if (!listed.contains(finding.rule))
      others.emplace(catalogue_id(finding.form, finding.rule), std::nullopt);
  }
  for (const auto& [id, count] : others) {
    const auto form = std::find_if(job.forms.begin(), job.forms.end(), [&, id = id](const auto& f) {
      return id.rfind(f.mapping.id() + "-", 0) == 0;
    });
    if (form == job.forms.end()) {
      entries.push_back({"", id, "", "", "", "", count});
      continue;
    }
    const std::string& name = form->mapping.id();
    entries.push_back({form->mapping.title(), id, level_of_implied(name, id),
                       say_of_implied(name, id), "", "", count});
  }
  return entries;
}

void bound_catalogue(Sheet& sheet) {
  int col = 0;
  for (const Bounds bounds : {Bounds{5, 8},
                              {12, 24},
                              {8, 12},
                              {24, 40},
                              {30, 56},
                              {12, 28},
                              {7, 10},
                              {7, 10},
                              {7, 10},
                              {7, 10},
                              {7, 10},
                              {12, 24}})
    sheet.bounds(col++, bounds);
}

CellRange write_catalogue(Sheet& sheet, int row, const std::vector<CatalogueEntry>& entries) {
  const bool several_forms =
      std::any_of(entries.begin(), entries.end(),
                  [&](const CatalogueEntry& e) { return e.form != entries.front().form; });
  std::vector<std::string> names = {"序号", "公式编号", "级别",   "说明",     "公式",  "依据",
                                    "执行", "通过",     "未通过", "未能检查", "不适用"};
  if (several_forms) names.emplace_back("报表");
  sheet.headings({row, 0}, names);
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
    const model::CheckCount count = e.count.value_or(model::CheckCount{});
    const int counts[] = {count.applied(), count.passed, count.failed, count.unchecked,
                          count.not_applicable};
    int col = 6;
    for (const int number_of : counts) {
      if (e.count) {
        sheet.number({row, col}, Decimal(number_of), looks::count());
      } else {
        sheet.text({row, col}, "—", looks::centered());
      }
      ++col;
    }
    if (several_forms) sheet.text({row, col}, e.form, looks::text());
  }
  return {{heading, 0}, {row, static_cast<int>(names.size()) - 1}};
}

}  // namespace huizong::report
