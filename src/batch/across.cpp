#include "batch/across.h"

#include <algorithm>
#include <map>
#include <set>

#include "audit/audit.h"
#include "derive/derive.h"
#include "model/figure_source.h"
#include "store/store.h"

namespace huizong::batch {
namespace {

using model::Finding;

bool has_last_year(const formula::Expr& expr) {
  const auto paths = expr ? formula::paths_of(expr) : std::vector<formula::Path>{};
  return std::any_of(paths.begin(), paths.end(),
                     [](const formula::Path& path) { return path.is_last_year(); });
}

bool any_rule_asks_for_last_year(const formula::Definitions& definitions) {
  return std::any_of(definitions.rules.begin(), definitions.rules.end(),
                     [](const formula::Rule& rule) {
                       return !rule.off && (has_last_year(rule.test) || has_last_year(rule.when));
                     });
}

/// Of derived figures and the summary.
bool any_column_asks_for_last_year(const formula::Definitions& definitions) {
  const auto asks = [](const auto& of) { return has_last_year(of.expr); };
  return std::any_of(definitions.derived.begin(), definitions.derived.end(), asks) ||
         std::any_of(definitions.summary.begin(), definitions.summary.end(), asks);
}

bool asks_for_last_year(const formula::Definitions& definitions) {
  return any_rule_asks_for_last_year(definitions) || any_column_asks_for_last_year(definitions);
}

void name_year(model::Figure& figure, int year) {
  figure.place.file = fmt::format("{}年：{}", year, figure.place.file);
}

bool is_error(const formula::Definitions& definitions, const std::string& rule) {
  const auto wrong = [](const auto& of) { return of.level == Severity::Error && !of.trial; };
  return std::any_of(definitions.rules.begin(), definitions.rules.end(),
                     [&](const formula::Rule& r) { return r.id == rule && wrong(r); }) ||
         std::any_of(definitions.derived.begin(), definitions.derived.end(),
                     [&](const formula::Derived& d) {
                       return definitions.form + "-D-" + d.name == rule && wrong(d);
                     });
}

/// Said once: there is no unit that could put it right. `rules` are those it kept unchecked, which
/// are in the way of the verdict where one is an error.
void note_no_last_year(const formula::Definitions& definitions, const std::set<std::string>& rules,
                       model::RunResult& result) {
  if (rules.empty() && !asks_for_last_year(definitions)) return;
  std::string ids;
  for (const std::string& id : rules) ids += (ids.empty() ? "" : "、") + id;
  Finding f;
  f.rule = definitions.form + "-X-上年";
  f.level = Severity::Note;
  for (const std::string& id : rules) {
    if (is_error(definitions, id)) f.level = Severity::Unchecked;
  }
  f.form = definitions.form;
  if (!ids.empty())
    f.message =
        say("任务没有写 [previous]，没有上年的数，这些公式未能检查：{}",
            "the job names no [previous] store, so these rules could not be checked: {}", ids);
  else if (any_column_asks_for_last_year(definitions))
    f.message =
        say("任务没有写 [previous]，没有上年的数，要用上年数的各栏留空",
            "the job names no [previous] store: what needs last year's figures is left blank");
  else
    f.message = say("任务没有写 [previous]，没有上年的数；要用上年数的公式这次都不适用",
                    "the job names no [previous] store; no rule that asks for last year's figures "
                    "came to apply");
  result.findings.push_back(std::move(f));
}

/// Goes through the units in their order; what was found of each before, and its submissions, stand
/// together.
class UnitByUnit {
 public:
  UnitByUnit(const job::Job& job, model::RunResult& result, bool list_passed)
      : job_(job),
        list_passed_(list_passed),
        result_(result),
        source_(result),
        before_(std::move(result.findings)) {}

  void audit() {
    auto& submissions = result_.submissions;
    for (auto first = submissions.begin(); first != submissions.end();) {
      const auto last = std::find_if(first, submissions.end(), [&](const model::Submission& s) {
        return s.key.unit != first->key.unit;
      });
      const std::size_t rank = job_.units.rank(first->key.unit);
      take_while([&](std::size_t other) { return other < rank; });
      const std::size_t own = all_.size();
      take_while([&](std::size_t other) { return other == rank; });
      audit_unit(first, last, own);
      first = last;
    }
    take_while([](std::size_t) { return true; });
    result_.findings = std::move(all_);
  }
  /// The rules of a form that could not be checked without last year's figures.
  const std::set<std::string>& without_last_year(const std::string& form) {
    return without_last_year_[form];
  }

 private:
  /// Moves the next findings of units whose rank fits to the end of the list.
  template <class Fits>
  void take_while(Fits fits) {
    for (; next_ < before_.size() && fits(job_.units.rank(before_[next_].unit.code)); ++next_) {
      all_.push_back(std::move(before_[next_]));
      // Of one unit are a finding and its cause, so both have moved by as much.
      if (all_.back().cause) *all_.back().cause += all_.size() - 1 - next_;
    }
  }

  template <class Iterator>
  void audit_unit(Iterator first, Iterator last, std::size_t own) {
    std::vector<Finding> found;
    for (std::size_t i = own; i < all_.size(); ++i) {
      found.push_back(std::move(all_[i]));
      if (found.back().cause) *found.back().cause -= own;
    }
    all_.resize(own);
    const std::size_t before = found.size();
    std::vector<audit::FormOfUnit> forms;
    for (; first != last; ++first) {
      const formula::Definitions& definitions = definitions_of(first->key.form);
      audit::AuditResult audited =
          audit::audit_across(*first, definitions, std::move(found), source_, list_passed_);
      found = std::move(audited.findings);
      std::move(audited.passed.begin(), audited.passed.end(), std::back_inserter(result_.passed));
      model::add_counts(result_.checks, audited.checks);
      without_last_year_[first->key.form].merge(audited.without_last_year);
      forms.push_back({&*first, &definitions});
    }
    const bool differ = std::any_of(
        found.begin() + static_cast<std::ptrdiff_t>(before), found.end(), [](const Finding& f) {
          return f.difference && !f.cause &&
                 (f.level == Severity::Error || f.level == Severity::Warning);
        });
    if (differ) audit::put_across_under_one_root(forms, source_, found);
    for (Finding& f : found) {
      if (f.cause) *f.cause += own;
      all_.push_back(std::move(f));
    }
  }

  const formula::Definitions& definitions_of(const std::string& form) const {
    return std::find_if(job_.forms.begin(), job_.forms.end(),
                        [&](const job::JobForm& f) { return f.mapping.id() == form; })
        ->mapping.definitions;
  }

  const job::Job& job_;
  bool list_passed_;
  model::RunResult& result_;
  const model::FigureSource source_;
  std::vector<Finding> before_, all_;
  std::map<std::string, std::set<std::string>> without_last_year_;  ///< by form
  std::size_t next_ = 0;
};

}  // namespace

void load_last_year(const job::Job& job, model::RunResult& result,
                    const std::optional<std::set<std::string>>& units) {
  if (job.previous_store.empty()) return;
  const int year = job.year - 1;
  const store::Store store(job.previous_store, store::Access::ReadOther);
  if (!store.has_year(year))
    throw Error(
        say("数据文件 {} 里没有 {} 年的数。请检查 huizong.toml 的 [previous] 写的是不是上年"
            "任务的 .huizong/store.hzs。",
            "The store {} holds no figures of {}. Check that [previous] in huizong.toml "
            "names .huizong/store.hzs of last year's job.",
            job.previous_store.string(), year));
  std::vector<model::Submission> submissions = store.load_year(year, units);
  for (model::Submission& s : submissions) {
    for (auto& [path, figure] : s.figures) name_year(figure, year);
    for (auto& [name, table] : s.tables) {
      for (model::TableRow& row : table.rows) {
        for (auto& [column, figure] : row.columns) name_year(figure, year);
      }
    }
  }
  result.last_year = std::move(submissions);
}

void settle_across(const job::Job& job, model::RunResult& result, bool list_passed) {
  for (const job::AcrossDerived& each : job.across) {
    const formula::Definitions& definitions = job.forms[each.form].mapping.definitions;
    const model::FigureSource source(result);  // with what was derived before
    for (model::Submission& s : result.submissions) {
      if (s.key.form == definitions.form)
        derive::derive_across(s, definitions.derived[each.derived], source);
    }
  }
  UnitByUnit units(job, result, list_passed);
  units.audit();
  for (const job::JobForm& form : job.forms) {
    const formula::Definitions& definitions = form.mapping.definitions;
    if (!result.last_year)
      note_no_last_year(definitions, units.without_last_year(definitions.form), result);
  }
  for (const job::LevelChange& change : job.levels) result.checks[change.rule];  // off: never run
}

}  // namespace huizong::batch
