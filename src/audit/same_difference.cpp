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

bool uses(const AmountCheck& check, const Figure* figure) {
  return std::find(check.uses.begin(), check.uses.end(), figure) != check.uses.end();
}

/// What is as wrong as the figure: itself, and what a check that held puts beside it.
std::set<const Figure*> as_wrong_as(const Figure* figure, const std::vector<AmountCheck>& checks) {
  std::set<const Figure*> wrong = {figure};
  for (const AmountCheck& check : checks) {
    if (check.finding || (check.about != figure && !uses(check, figure))) continue;
    wrong.insert(check.about);
    wrong.insert(check.uses.begin(), check.uses.end());
  }
  return wrong;
}

bool touches(const AmountCheck& check, const std::set<const Figure*>& figures) {
  return figures.contains(check.about) ||
         std::any_of(check.uses.begin(), check.uses.end(),
                     [&](const Figure* figure) { return figures.contains(figure); });
}

void put_under(std::size_t root, std::size_t follower, std::vector<Finding>& findings) {
  const Finding& first = findings[root];
  for (Finding& f : findings) {
    if (f.cause == follower) f.cause = root;
  }
  findings[follower].cause = root;
  const std::string at = first.place.cell ? to_string(*first.place.cell) : first.field;
  findings[follower].clues.push_back(
      {"same_difference",
       say("差额与 {} 处的 {} 一样大，多半是同一处毛病",
           "the difference is as great as that of {1} at {0}: most likely one mistake", at,
           first.rule)});
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

}  // namespace

void put_under_one_root(const std::vector<AmountCheck>& checks, std::vector<Finding>& findings) {
  std::map<Decimal, Checks> by_difference;
  for (const AmountCheck& check : checks) {
    if (check.finding && !findings[*check.finding].cause)
      by_difference[findings[*check.finding].difference->abs()].push_back(&check);
  }
  for (auto& [difference, alike] : by_difference) {
    sort_by_rank(alike, findings);
    while (alike.size() > 1) {
      const AmountCheck root = *alike.front();
      alike.erase(alike.begin());
      const auto wrong = as_wrong_as(root.about, checks);
      std::erase_if(alike, [&](const AmountCheck* check) {
        const bool follows = touches(*check, wrong);
        if (follows) put_under(*root.finding, *check->finding, findings);
        return follows;
      });
    }
  }
}

}  // namespace huizong::audit
