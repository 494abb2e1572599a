#include "job/read_levels.h"

namespace huizong::job {
namespace {

using mapping::Need;
using mapping::TableReader;
using mapping::TomlEntry;

/// A rule of some form, written down or implied by a derived figure.
struct Target {
  Severity* level;
  bool* trial;
  bool* off;

  std::string word() const {
    if (*off) return "off";
    if (*trial) return "trial";
    return *level == Severity::Error ? "error" : *level == Severity::Warning ? "warning" : "note";
  }
  void set(const std::string& word) const {
    *off = word == "off";
    *trial = word == "trial";
    *level = word == "error"     ? Severity::Error
             : word == "warning" ? Severity::Warning
                                 : Severity::Note;
  }
};

std::map<std::string, Target> targets_of(std::vector<JobForm>& forms) {
  std::map<std::string, Target> targets;
  for (JobForm& form : forms) {
    formula::Definitions& all = form.mapping.definitions;
    for (formula::Rule& r : all.rules) targets[r.id] = {&r.level, &r.trial, &r.off};
    for (formula::Derived& d : all.derived) {
      if (!d.reported.empty()) targets[all.form + "-D-" + d.name] = {&d.level, &d.trial, &d.off};
    }
  }
  return targets;
}

}  // namespace

std::vector<LevelChange> read_levels(const mapping::TomlValue& levels, std::vector<JobForm>& forms,
                                     mapping::Slips& slips) {
  static const std::vector<std::string> kWords = {"off", "error", "warning", "note", "trial"};
  const std::map<std::string, Target> targets = targets_of(forms);
  std::vector<std::string> known;
  for (const auto& [id, target] : targets) known.push_back(id);

  std::vector<LevelChange> changes;
  for (const TomlEntry& entry : levels.entries) {
    check_quoted(entry, slips);
    if (entry.value.kind != mapping::TomlValue::Kind::Table) {
      slips.add(entry.value.spot,
                {"这里要写级别和理由", "a level and the reason for it belong here"},
                {"请写成 { level = \"off\", why = \"…\" }",
                 "write it like { level = \"off\", why = \"...\" }"});
      continue;
    }
    TableReader reader(entry.value, slips, {"级别调整", "the change of level"});
    const auto level = reader.choice("level", kWords, Need::Required);
    const std::string why = reader.word("why", Need::Required);
    reader.finish();
    const auto target = targets.find(entry.key);
    if (target == targets.end()) {
      slips.add(entry.key_spot,
                say("本次任务没有编号为 {} 的公式", "no rule of this job has the id {}", entry.key),
                mapping::did_you_mean(entry.key, known));
      continue;
    }
    if (!level) continue;
    changes.push_back({entry.key, target->second.word(), kWords[*level], why});
    target->second.set(kWords[*level]);
  }
  return changes;
}

}  // namespace huizong::job
