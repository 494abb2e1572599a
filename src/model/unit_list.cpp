#include "model/unit_list.h"

#include "base/text.h"

namespace huizong::model {

const BudgetUnit* UnitList::by_code(std::string_view code) const {
  const std::string wanted = fold_label(code);
  for (const BudgetUnit& u : units_) {
    if (!wanted.empty() && fold_label(u.code) == wanted) return &u;
  }
  return nullptr;
}

const BudgetUnit* UnitList::by_name(std::string_view name) const {
  const std::string wanted = fold_label(name);
  if (wanted.empty()) return nullptr;
  const BudgetUnit* found = nullptr;
  for (const BudgetUnit& u : units_) {
    bool fits = fold_label(u.name) == wanted || fold_label(u.short_name) == wanted;
    for (const std::string& alias : u.aliases) fits = fits || fold_label(alias) == wanted;
    if (!fits) continue;
    if (found) return nullptr;
    found = &u;
  }
  return found;
}

const BudgetUnit* UnitList::by_file_name(std::string_view stem) const {
  const std::string file = fold_label(stem);
  const BudgetUnit* found = nullptr;
  std::size_t longest = 0;  // of 示例一中 and 示例一中分校 the longer name is meant
  for (const BudgetUnit& u : units_) {
    for (const std::string& word : {fold_label(u.code), fold_label(u.name)}) {
      if (word.size() <= longest || file.compare(0, word.size(), word) != 0) continue;
      // A code must end where the digits end: 101001 does not begin 1010012_….
      const bool runs_on = file.size() > word.size() && word.back() >= '0' && word.back() <= '9' &&
                           file[word.size()] >= '0' && file[word.size()] <= '9';
      if (runs_on) continue;
      found = &u;
      longest = word.size();
    }
  }
  return found;
}

}  // namespace huizong::model
