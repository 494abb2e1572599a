#include "job/link_forms.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "mapping/load/far_names.h"

namespace huizong::job {
namespace {

using formula::Derived;
using mapping::FarName;

/// A rule that is switched off needs nothing.
void forget_far_names_of_rules_off(mapping::Mapping& mapping) {
  std::erase_if(mapping.far_names, [&](const FarName& far) {
    const auto& rules = mapping.definitions.rules;
    return std::any_of(rules.begin(), rules.end(),
                       [&](const formula::Rule& rule) { return rule.off && rule.id == far.rule; });
  });
}

std::vector<Mistake> unknown_forms(const Job& job) {
  std::vector<std::string> ids;
  for (const JobForm& form : job.forms) ids.push_back(form.mapping.id());
  std::vector<Mistake> mistakes;
  for (const JobForm& form : job.forms) {
    for (const FarName& far : form.mapping.far_names) {
      const std::string& id = far.path.form;
      if (id.empty() || std::find(ids.begin(), ids.end(), id) != ids.end()) continue;
      const bool told = std::any_of(mistakes.begin(), mistakes.end(), [&](const Mistake& m) {
        return m.place.file == far.place.file && m.place.line == far.place.line &&
               m.place.column == far.place.column;
      });
      if (told) continue;
      const std::string near = nearest(id, ids);
      Message hint{"请在 huizong.toml 里加上这张表的 [[form]]",
                   "add a [[form]] for it to huizong.toml"};
      if (!near.empty()) {
        hint = say("是不是 {}？", "did you mean {}?", near);
      } else if (!far.rule.empty()) {
        hint =
            say("请在 huizong.toml 里加上这张表的 [[form]]，或在 [audit] levels 里把 {} 设为 off",
                "add a [[form]] for it to huizong.toml, or set {} to off in the levels of "
                "[audit]",
                far.rule);
      }
      mistakes.push_back(
          {far.place, say("本次任务没有 id 为 {} 的表", "no form of this job has the id {}", id),
           std::move(hint)});
    }
  }
  return mistakes;
}

/// Puts every figure behind those it needs.
class Order {
 public:
  explicit Order(Job& job) : job_(job) {
    for (const JobForm& form : job.forms)
      states_.emplace_back(form.mapping.definitions.derived.size(), State::New);
  }

  std::vector<Mistake> run() {
    for (std::size_t form = 0; form < job_.forms.size(); ++form) {
      const auto& all = definitions(form).derived;
      for (std::size_t i = 0; i < all.size(); ++i) visit(form, i);
    }
    return std::move(mistakes_);
  }

 private:
  enum class State { New, Open, Done };

  const formula::Definitions& definitions(std::size_t form) const {
    return job_.forms[form].mapping.definitions;
  }
  std::size_t form_of(const formula::Path& path, std::size_t own) const {
    if (path.form.empty()) return own;
    std::size_t at = 0;
    while (at < job_.forms.size() && job_.forms[at].mapping.id() != path.form) ++at;
    return at;
  }

  void visit(std::size_t form, std::size_t at) {
    const Derived& derived = definitions(form).derived[at];
    State& state = states_[form][at];
    if (!derived.across || !derived.expr || state == State::Done) return;
    if (state == State::Open) return circle(form, derived);
    state = State::Open;
    for (const formula::Path& path : formula::paths_of(derived.expr)) {
      const std::size_t other = form_of(path, form);
      if (other == job_.forms.size() || path.is_last_year()) continue;
      const Derived* needed = definitions(other).named(
          path.at_home(), other == form ? derived.each_table : std::string_view{});
      if (needed)
        visit(other, static_cast<std::size_t>(needed - definitions(other).derived.data()));
    }
    state = State::Done;
    job_.across.push_back({form, at});
  }

  void circle(std::size_t form, const Derived& derived) {
    Mistake mistake;
    mistake.place.file = job_.forms[form].mapping.file.generic_string();
    mistake.message = say("{}!{} 要用的数又要用它自己，算不出来",
                          "{}!{} needs figures that need it themselves, and cannot be computed",
                          job_.forms[form].mapping.id(), derived.path());
    mistake.hint = {"两张表的派生不能互相引用，请改写其中一个",
                    "derived figures of two forms cannot need each other: rewrite one of them"};
    mistakes_.push_back(std::move(mistake));
  }

  Job& job_;
  std::vector<std::vector<State>> states_;
  std::vector<Mistake> mistakes_;
};

}  // namespace

std::vector<Mistake> link_forms(Job& job) {
  for (JobForm& form : job.forms) forget_far_names_of_rules_off(form.mapping);
  std::vector<Mistake> mistakes = unknown_forms(job);
  for (JobForm& form : job.forms) {
    for (const JobForm& target : job.forms) {
      if (&form == &target) continue;
      const auto more = mapping::check_far_names(form.mapping, target.mapping);
      mistakes.insert(mistakes.end(), more.begin(), more.end());
    }
  }
  const auto circles = Order(job).run();
  mistakes.insert(mistakes.end(), circles.begin(), circles.end());
  std::stable_sort(mistakes.begin(), mistakes.end(), [](const Mistake& a, const Mistake& b) {
    return std::tie(a.place.file, a.place.line, a.place.column) <
           std::tie(b.place.file, b.place.line, b.place.column);
  });
  return mistakes;
}

}  // namespace huizong::job
