#include "report/verdict.h"

#include <algorithm>
#include <set>

namespace huizong::report {

std::vector<std::string> obstacles(const job::Job& job, const model::RunResult& result) {
  // A check that could not be made is in the way where its failure would have been: not for
  // warnings and notes.
  std::set<std::string> lesser;
  for (const auto& form : job.forms) {
    for (const auto& rule : form.mapping.definitions.rules) {
      if (rule.level != Severity::Error || rule.trial) lesser.insert(rule.id);
    }
    for (const auto& derived : form.mapping.definitions.derived) {
      if (derived.level != Severity::Error || derived.trial)
        lesser.insert(form.mapping.id() + "-D-" + derived.name);
    }
  }
  int unchecked = 0;
  for (const model::Finding& f : result.findings) {
    if (!f.cause && !f.trial && f.level == Severity::Unchecked && !lesser.contains(f.rule))
      ++unchecked;
  }
  const model::Intake& intake = result.intake;
  std::vector<std::string> list;
  const auto add = [&](const char* what, std::size_t n, const char* measure) {
    if (n > 0) list.push_back(fmt::format("{} {} {}", what, n, measure));
  };
  const auto patterns = static_cast<std::size_t>(
      std::count_if(intake.unread.begin(), intake.unread.end(),
                    [](const model::UnreadFile& f) { return f.is_pattern(); }));
  add("错误", static_cast<std::size_t>(verdict_of(result.findings).errors), "处");
  add("错误级公式未能检查", static_cast<std::size_t>(unchecked), "处");
  add("缺报", static_cast<std::size_t>(intake.count(model::Standing::Missing)), "家");
  add("重复报送待定", static_cast<std::size_t>(intake.count(model::Standing::Ambiguous)), "家");
  add("未读文件", intake.unread.size() - patterns, "个");
  add("单位不明的文件", intake.unknown.size(), "个");
  for (const model::UnreadFile& f : intake.unread) {
    if (f.is_pattern()) list.push_back("没有一个文件符合 input“" + f.file + "”");
  }
  return list;
}

}  // namespace huizong::report
