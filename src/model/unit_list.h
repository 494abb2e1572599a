// 单位名录: who owes which forms.

#pragma once

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
};

class UnitList {
 public:
  UnitList() = default;
  explicit UnitList(std::vector<BudgetUnit> units) : units_(std::move(units)) {}

  const std::vector<BudgetUnit>& units() const {
    return units_;
  }  ///< in the list's own order, which every output keeps
  const BudgetUnit* by_code(std::string_view code) const;
  /// By name, 简称 or alias, width and blanks folded; null when none or more than one fits.
  const BudgetUnit* by_name(std::string_view name) const;
  /// By the code, or the whole name, that a file name begins with: 101001_示例单位.xlsx.
  const BudgetUnit* by_file_name(std::string_view stem) const;

 private:
  std::vector<BudgetUnit> units_;
};

}  // namespace huizong::model
