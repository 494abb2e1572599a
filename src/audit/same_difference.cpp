#include "audit/same_difference.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace huizong::audit {
namespace {

using model::Finding;

std::string cell_of(const Finding& f) {
  return f.place.cell ? to_string(*f.place.cell) : f.field;
}

void put_under(std::size_t root, std::size_t follower, std::vector<Finding>& findings) {
  const Finding& first = findings[root];
  for (Finding& f : findings) {
    if (f.cause == follower) f.cause = root;
  }
  findings[follower].cause = root;
  findings[follower].clues.push_back(
      {"same_difference",
       say("差额与 {} 处的 {} 一样大，多半是同一处毛病",
           "the difference is as great as that of {1} at {0}: most likely one mistake",
           cell_of(first), first.rule)});
}

}  // namespace

void put_under_one_root(const std::vector<AmountDifference>& differences,
                        std::vector<Finding>& findings) {
  std::map<Decimal, std::vector<AmountDifference>> alike;
  for (const AmountDifference& d : differences) {
    if (!findings[d.finding].cause) alike[findings[d.finding].difference->abs()].push_back(d);
  }
  for (auto& [amount, list] : alike) {
    const auto in_row = [](const AmountDifference& d) { return d.in_row; };
    if (std::count_if(list.begin(), list.end(), in_row) > 1) std::erase_if(list, in_row);
    const auto rank = [&](const AmountDifference& d) {
      return std::tuple(findings[d.finding].level, !d.in_row, -static_cast<long>(d.terms));
    };
    std::stable_sort(list.begin(), list.end(),
                     [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
    for (std::size_t i = 1; i < list.size(); ++i)
      put_under(list.front().finding, list[i].finding, findings);
  }
}

}  // namespace huizong::audit
