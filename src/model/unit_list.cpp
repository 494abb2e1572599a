#include "model/unit_list.h"

#include <algorithm>

#include "base/text.h"

namespace huizong::model {

bool BudgetUnit::is_called(std::string_view word) const {
  const std::string folded = fold_label(word);
  const auto same = [&](const std::string& own) {
    return !own.empty() && fold_label(own) == folded;
  };
  return same(name) || same(short_name) || std::any_of(aliases.begin(), aliases.end(), same);
}

UnitList::UnitList(std::vector<BudgetUnit> units) : units_(std::move(units)) {
  for (std::size_t i = 0; i < units_.size(); ++i) {
    const BudgetUnit& unit = units_[i];
    std::vector<std::string> names = unit.aliases;
    names.insert(names.end(), {unit.name, unit.short_name});
    for (const std::string& name : names) {
      const auto [it, fresh] = names_.emplace(fold_label(name), i);
      if (!fresh && it->second != i) it->second = kSeveral;
    }
    codes_.emplace(fold_label(unit.code), i);
    file_starts_.emplace(fold_label(unit.code), i);
    file_starts_.emplace(fold_label(unit.name), i);
  }
  // A unit without a code or a 简称 is not found by an empty word.
  for (auto* index : {&codes_, &names_, &file_starts_}) index->erase("");
}

std::size_t UnitList::rank(std::string_view code) const {
  const BudgetUnit* unit = by_code(code);
  return unit ? static_cast<std::size_t>(unit - units_.data()) : units_.size();
}

const BudgetUnit* UnitList::by_code(std::string_view code) const {
  const auto it = codes_.find(fold_label(code));
  return it == codes_.end() ? nullptr : &units_[it->second];
}

const BudgetUnit* UnitList::by_name(std::string_view name) const {
  const auto it = names_.find(fold_label(name));
  return it == names_.end() || it->second == kSeveral ? nullptr : &units_[it->second];
}

const BudgetUnit* UnitList::by_file_name(std::string_view stem) const {
  const std::string file = fold_label(stem);
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  // From the longest beginning: of 示例一中 and 示例一中分校 the longer name is meant.
  for (std::size_t length = file.size(); length > 0; --length) {
    // A code must end where the digits end: 101001 does not begin 1010012_….
    if (length < file.size() && digit(file[length - 1]) && digit(file[length])) continue;
    const auto it = file_starts_.find(std::string_view(file).substr(0, length));
    if (it != file_starts_.end()) return &units_[it->second];
  }
  return nullptr;
}

}  // namespace huizong::model
