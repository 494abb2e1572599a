// 别处的数: where an expression finds the figures of the same unit's other forms
// (BMJS!X) and of last year (上年.X).
//
// Built once all submissions are in. It points into the result it was built from, and is asked by
// one thread.

#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "model/run_result.h"

namespace huizong::model {

class FigureSource {
 public:
  explicit FigureSource(const RunResult& result);

  /// What stands at `form` ("" for the asker's own) for the asker's unit; or why nothing can be
  /// used of it. Amounts are in the asker's unit of money.
  struct Found {
    std::vector<const Submission*> submissions;
    bool list = false;  ///< a form of items asked for from one that has none: all its items
    std::optional<NotAvailable> missing;
  };
  Found find(const Submission& asker, const std::string& form, bool last_year) const;

 private:
  using UnitForm = std::pair<std::string, std::string>;  ///< unit, form
  NotAvailable absent(const Submission& asker, const std::string& form, bool last_year) const;
  const Submission& in_money(const Submission& submission, MoneyUnit unit) const;

  std::map<std::pair<bool, UnitForm>, std::vector<const Submission*>> submissions_;
  bool has_last_year_;
  std::set<UnitForm> owed_;
  std::set<UnitForm> undecided_;  ///< an item came several times and differs
  std::set<std::string> unread_;  ///< units of which some file could not be read
  mutable std::map<std::pair<const Submission*, MoneyUnit>, Submission> converted_;
};

}  // namespace huizong::model
