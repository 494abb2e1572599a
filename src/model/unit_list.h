// 单位名录: who owes which forms.

#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"

namespace huizong::model {

struct BudgetUnit {
  std::string code;
  std::string name;
  std::string short_name;            ///< 简称; may be empty
  std::vector<std::string> aliases;  ///< 别名
  std::string department;            ///< 主管部门
  std::vector<std::string>
      forms;  ///< 应报表: form titles or ids; empty means every form of the job
  std::optional<Decimal> appropriation;  ///< 财政拨款, 万元: what amounts of this unit are about
  std::string deadline;                  ///< 期限, as written; may be empty

  /// By its name, 简称 or an alias, width and blanks folded.
  bool is_called(std::string_view word) const;
};

class UnitList {
 public:
  UnitList() = default;
  explicit UnitList(std::vector<BudgetUnit> units);

  /// In the list's own order, which every output keeps.
  const std::vector<BudgetUnit>& units() const { return units_; }
  /// A code's place in that order; the number of units for one that is not in the list.
  std::size_t rank(std::string_view code) const;
  const BudgetUnit* by_code(std::string_view code) const;
  /// By name, 简称 or alias, width and blanks folded; null when none or more than one fits.
  const BudgetUnit* by_name(std::string_view name) const;
  /// By the code, or the whole name, that a file name begins with: 101001_示例单位.xlsx.
  const BudgetUnit* by_file_name(std::string_view stem) const;

 private:
  static constexpr std::size_t kSeveral = static_cast<std::size_t>(-1);  ///< units share the name

  std::vector<BudgetUnit> units_;
  // Folded words to places in units_, as every file of a batch is looked up.
  std::map<std::string, std::size_t, std::less<>> codes_;
  std::map<std::string, std::size_t, std::less<>> names_;        ///< names, 简称 and aliases
  std::map<std::string, std::size_t, std::less<>> file_starts_;  ///< codes and whole names
};

}  // namespace huizong::model
