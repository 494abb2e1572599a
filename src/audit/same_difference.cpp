#include "audit/same_difference.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace huizong::audit {
namespace {

using model::Figure;
using model::Finding;
using Checks = std::vector<const AmountCheck*>;

/// Figures by their place and name: another form sees a copy, in its own unit of money.
struct ByPlace {
  static auto key(const Figure* f) {
    return std::tie(f->place.cell, f->place.sheet, f->place.file, f->field);
  }
  bool operator()(const Figure* a, const Figure* b) const {
    if (!a->place.cell && !b->place.cell) return std::less<const Figure*>()(a, b);
    return key(a) < key(b);
  }
};
using Figures = std::set<const Figure*, ByPlace>;

bool same(const Figure* a, const Figure* b) {
  return a == b || (a->place.cell && ByPlace::key(a) == ByPlace::key(b));
}

bool uses(const AmountCheck& check, const Figure* figure) {
  return std::any_of(check.uses.begin(), check.uses.end(),
                     [&](const Figure* used) { return same(used, figure); });
}

/// What is as wrong as the figure: itself, and what a check that held puts beside it.
Figures as_wrong_as(const Figure* figure, const std::vector<AmountCheck>& checks) {
  Figures wrong = {figure};
  for (const AmountCheck& check : checks) {
    if (check.finding || (!same(check.about, figure) && !uses(check, figure))) continue;
    wrong.insert(check.about);
    wrong.insert(check.uses.begin(), check.uses.end());
  }
  return wrong;
}

bool touches(const AmountCheck& check, const Figures& figures) {
  return figures.contains(check.about) ||
         std::any_of(check.uses.begin(), check.uses.end(),
                     [&](const Figure* figure) { return figures.contains(figure); });
}

std::string place_of(const Finding& f) {
  return f.place.cell ? to_string(*f.place.cell) : f.field;
}

void put_under(std::size_t root, std::size_t follower, model::Clue clue,
               std::vector<Finding>& findings) {
  for (Finding& f : findings) {
    if (f.cause == follower) f.cause = root;
  }
  findings[follower].cause = root;
  findings[follower].clues.push_back(std::move(clue));
}

/// By how much too great what it is about is, in whatever unit of money its form has.
Decimal excess(const AmountCheck& check, const std::vector<Finding>& findings) {
  return *findings[*check.finding].difference * check.unit;
}
Decimal off(const AmountCheck& check, const std::vector<Finding>& findings) {
  return excess(check, findings).abs();
}

/// The likeliest root first.
void sort_by_rank(Checks& alike, const std::vector<Finding>& findings) {
  std::map<const AmountCheck*, std::tuple<Severity, bool, bool, std::size_t>> ranks;
  for (const AmountCheck* check : alike) {
    const bool uses_another =
        std::any_of(alike.begin(), alike.end(), [&](const AmountCheck* other) {
          return other->about != check->about && uses(*check, other->about);
        });
    ranks[check] = {findings[*check->finding].level, uses_another, check->terms < 2, check->terms};
  }
  std::stable_sort(alike.begin(), alike.end(),
                   [&](const auto* a, const auto* b) { return ranks.at(a) < ranks.at(b); });
}

Checks roots_of(const std::vector<AmountCheck>& checks, const std::vector<Finding>& findings) {
  Checks roots;
  for (const AmountCheck& check : checks) {
    if (check.finding && !findings[*check.finding].cause) roots.push_back(&check);
  }
  return roots;
}

/// Those that are off by as much as the first of them, and have to do with it, follow from it.
void put_alike_under_first(Checks alike, const std::vector<AmountCheck>& checks,
                           std::vector<Finding>& findings) {
  sort_by_rank(alike, findings);
  while (alike.size() > 1) {
    const AmountCheck root = *alike.front();
    alike.erase(alike.begin());
    const auto wrong = as_wrong_as(root.about, checks);
    const Finding& first = findings[*root.finding];
    const model::Clue clue{"same_difference",
                           say("差额与 {} 处的 {} 一样大，多半是同一处毛病",
                               "the difference is as great as that of {1} at {0}: most likely one "
                               "mistake",
                               place_of(first), first.rule)};
    std::erase_if(alike, [&](const AmountCheck* check) {
      const bool follows = touches(*check, wrong);
      if (follows) put_under(*root.finding, *check->finding, clue, findings);
      return follows;
    });
  }
}

/// A root, and what is as wrong as what it is about.
struct Root {
  const AmountCheck* check;
  Figures wrong;
};

/// A sum that two wrong amounts enter is off by both, each counted with its sign: of three where
/// one makes up for the others only that one is the sum.
void put_under_two(const AmountCheck& sum, const std::vector<Root>& roots,
                   std::vector<Finding>& findings) {
  constexpr std::size_t kMost = 12;  // of more, two that add up to anything are chance
  Checks entering;
  for (const auto& [root, wrong] : roots) {
    const Finding& f = findings[*root->finding];
    if (root != &sum && !f.cause && f.level <= findings[*sum.finding].level && touches(sum, wrong))
      entering.push_back(root);
  }
  if (entering.size() > kMost) return;
  const Decimal both = off(sum, findings);
  for (std::size_t i = 0; i < entering.size(); ++i) {
    for (std::size_t j = i + 1; j < entering.size(); ++j) {
      const Decimal a = excess(*entering[i], findings), b = excess(*entering[j], findings);
      if (both != (a + b).abs()) continue;
      const Finding &one = findings[*entering[i]->finding], &two = findings[*entering[j]->finding];
      return put_under(*entering[i]->finding, *sum.finding,
                       {"two_differences",
                        say("差额是 {} 处的 {} 与 {} 处的 {} 两处合起来的，多半由它们引起",
                            "the difference is that of {1} at {0} and {3} at {2} together: most "
                            "likely they are the reason",
                            place_of(one), one.rule, place_of(two), two.rule)},
                       findings);
    }
  }
}

}  // namespace

void put_under_one_root(const std::vector<AmountCheck>& checks, std::vector<Finding>& findings) {
  std::map<Decimal, Checks> by_difference;
  for (const AmountCheck* check : roots_of(checks, findings))
    by_difference[off(*check, findings)].push_back(check);
  for (const auto& [difference, alike] : by_difference)
    put_alike_under_first(alike, checks, findings);
  std::vector<Root> roots;
  for (const AmountCheck* check : roots_of(checks, findings))
    roots.push_back({check, as_wrong_as(check->about, checks)});
  if (roots.size() < 3) return;
  for (const auto& [check, wrong] : roots) {
    if (check->terms > 1) put_under_two(*check, roots, findings);
  }
}

}  // namespace huizong::audit
