#include "report/findings/list.h"

#include <algorithm>

namespace huizong::report {

std::vector<ListedFinding> listed(const std::vector<model::Finding>& findings,
                                  const model::UnitList& units) {
  // Findings across units, and those of units not in the list, come last.
  const auto rank = [&](const model::Finding& f) { return units.rank(f.unit.code); };

  std::vector<std::size_t> roots;
  std::vector<std::vector<std::size_t>> following(findings.size());
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const auto cause = findings[i].cause;
    if (cause && *cause < findings.size() && *cause != i) {
      following[*cause].push_back(i);
    } else {
      roots.push_back(i);
    }
  }
  std::stable_sort(roots.begin(), roots.end(), [&](std::size_t a, std::size_t b) {
    return rank(findings[a]) < rank(findings[b]);
  });

  std::vector<ListedFinding> list;
  std::vector<bool> placed(findings.size(), false);
  int sub = 0;
  const auto place = [&](auto&& self, std::size_t i, int root, int depth,
                         int cause_number) -> void {
    if (placed[i]) return;
    placed[i] = true;
    const int number = static_cast<int>(list.size()) + 1;
    sub = depth == 0 ? 0 : sub + 1;
    list.push_back({&findings[i], number, root, sub, depth, cause_number});
    for (const std::size_t next : following[i]) self(self, next, root, depth + 1, number);
  };
  int root = 0;
  for (const std::size_t i : roots) place(place, i, ++root, 0, 0);
  for (std::size_t i = 0; i < findings.size();
       ++i) {  // two that name each other as cause: still shown
    if (!placed[i]) place(place, i, ++root, 0, 0);
  }
  return list;
}

}  // namespace huizong::report
