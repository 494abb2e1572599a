// 类 · 款 · 项: rows of a table by their subject codes of 3, 5 and 7 digits, for
// CHILDREN and TOP.
//
// A row stands below the row with the longest code that its own begins with, so
// that a level a form leaves out (类, then 项) is stepped over.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/submission.h"
#include "model/value.h"

namespace huizong::formula {

class CodeLevels {
 public:
  /// The table's column of the type code says it. Rows nobody filled in, and rows without a code
  /// (合计), are of no level.
  explicit CodeLevels(const model::Table& table);

  /// Why the levels cannot be told: a code of 4 digits, a code that two rows have.
  const std::optional<model::NotAvailable>& missing() const { return missing_; }
  const model::Figure* wrong() const { return wrong_; }  ///< that code; null where they can be told
  /// In the order of the table; none for a row without a code.
  std::vector<const model::TableRow*> children(const model::TableRow& row) const;
  std::vector<const model::TableRow*> top() const;

 private:
  struct Coded {
    const model::TableRow* row;
    std::string code;
    std::string parent;  ///< the code right above it; "" for the highest
  };
  std::vector<Coded> rows_;
  std::optional<model::NotAvailable> missing_;
  const model::Figure* wrong_ = nullptr;
};

}  // namespace huizong::formula
