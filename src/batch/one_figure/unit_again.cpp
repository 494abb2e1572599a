#include "batch/one_figure/unit_again.h"

#include <algorithm>

#include "derive/derive.h"

namespace huizong::batch {
namespace {

using model::Figure;
using model::Finding;
using model::Submission;

bool is_meant(const Change& change, const Figure& figure) {
  return !figure.derived && figure.place == change.place && figure.field == change.field &&
         figure.value == change.was;
}

void apply(const Change& change, std::vector<Submission>& submissions) {
  bool done = false;
  const auto put = [&](Figure& figure) {
    if (done || !is_meant(change, figure)) return;
    figure.value = change.now;
    done = true;
  };
  for (Submission& s : submissions) {
    for (auto& [path, figure] : s.figures) put(figure);
    for (auto& [name, table] : s.tables) {
      for (model::TableRow& row : table.rows) {
        for (auto& [column, figure] : row.columns) put(figure);
      }
    }
  }
}

}  // namespace

UnitAgain::UnitAgain(const job::Job& job, const model::RunResult& all, const std::string& unit,
                     const std::vector<Finding>& found)
    : job_(job) {
  const auto of_unit = [&](const Submission& s) { return s.key.unit == unit; };
  std::copy_if(all.submissions.begin(), all.submissions.end(),
               std::back_inserter(reported_.submissions), of_unit);
  if (all.last_year) {
    reported_.last_year.emplace();
    std::copy_if(all.last_year->begin(), all.last_year->end(),
                 std::back_inserter(*reported_.last_year), of_unit);
  }
  std::copy_if(all.intake.owed.begin(), all.intake.owed.end(),
               std::back_inserter(reported_.intake.owed),
               [&](const model::Owed& owed) { return owed.unit.code == unit; });
  std::copy_if(all.intake.duplicate.begin(), all.intake.duplicate.end(),
               std::back_inserter(reported_.intake.duplicate),
               [&](const model::DuplicateFiles& twice) { return twice.unit == unit; });
  std::copy_if(all.intake.unread.begin(), all.intake.unread.end(),
               std::back_inserter(reported_.intake.unread),
               [&](const model::UnreadFile& file) { return file.unit == unit; });
  for (const Finding& f : found) {
    if (is_audits(f)) continue;
    reading_.push_back(f);
    reading_.back().cause.reset();
  }
}

bool UnitAgain::is_audits(const Finding& f) const {
  const auto& rules = definitions_of(f.form).rules;
  return f.rule.starts_with(f.form + "-D-") ||
         std::any_of(rules.begin(), rules.end(),
                     [&](const auto& rule) { return rule.id == f.rule; });
}

const formula::Definitions& UnitAgain::definitions_of(const std::string& form) const {
  static const formula::Definitions kNone;
  const auto found = std::find_if(job_.forms.begin(), job_.forms.end(),
                                  [&](const job::JobForm& f) { return f.mapping.id() == form; });
  return found == job_.forms.end() ? kNone : found->mapping.definitions;
}

std::vector<audit::FormOfUnit> UnitAgain::forms(const model::RunResult& of) const {
  std::vector<audit::FormOfUnit> forms;
  for (const Submission& s : of.submissions) forms.push_back({&s, &definitions_of(s.key.form)});
  return forms;
}

UnitAgain::Audited UnitAgain::with(const std::vector<Change>& changes,
                                   const std::function<bool(const Audited&)>& worth) const {
  model::RunResult run = reported_;
  for (const Change& change : changes) apply(change, run.submissions);
  for (Submission& s : run.submissions) derive::derive(s, definitions_of(s.key.form));
  for (const job::AcrossDerived& each : job_.across) {
    const formula::Definitions& definitions = job_.forms[each.form].mapping.definitions;
    const model::FigureSource source(run);
    for (Submission& s : run.submissions) {
      if (s.key.form == definitions.form)
        derive::derive_across(s, definitions.derived[each.derived], source);
    }
  }
  Audited audited{reading_, {}};
  const auto take = [&](audit::AuditResult result) {
    audited.findings = std::move(result.findings);
    std::move(result.passed.begin(), result.passed.end(), std::back_inserter(audited.passed));
  };
  const model::FigureSource source(run);
  const auto all = forms(run);
  for (const auto& [s, definitions] : all)
    take(audit::audit(*s, *definitions, std::move(audited.findings), true));
  for (const auto& [s, definitions] : all)
    take(audit::audit_across(*s, *definitions, std::move(audited.findings), source, true));
  if (worth(audited)) audit::put_across_under_one_root(all, source, audited.findings);
  return audited;
}

}  // namespace huizong::batch
