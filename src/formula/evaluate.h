// Exact evaluation, blank, zero, text, error and n/a kept apart (DESIGN 5).

#pragma once

#include <optional>
#include <vector>

#include "formula/expression.h"
#include "model/field_type.h"
#include "model/value.h"

namespace huizong::formula {

/// What a path stands for: one value, or the values of a column.
struct Operand {
  bool list = false;
  std::vector<model::Value> values;  ///< exactly one unless list
};

/// Where an expression finds its figures.
class Scope {
 public:
  virtual ~Scope() = default;
  /// A path that names nothing here (a block that could not be aligned) is n/a with its reason.
  virtual Operand find(const Path& path) const = 0;
  /// What kind of figure a path stands for; nothing where that is not known.
  virtual std::optional<model::FieldType> type(const Path&) const { return std::nullopt; }
  /// CHILDREN(column) and TOP(column): that column in the rows of the next, and of the highest,
  /// code level.
  virtual Operand children(const Path& column) const;
  virtual Operand top(const Path& column) const;
  /// RANK(x): x of every unit that is ranked with this one, the greatest first. None outside a
  /// summary.
  virtual const std::vector<Decimal>* peers(const Expr&) const { return nullptr; }
};

/// Never throws: what cannot be computed is NotAvailable, naming the figure it began with. A path
/// alone gives what its cell holds, be it blank or an error. A blank is a blank only as a cell:
/// what IF leaves blank is n/a to what uses it.
model::Value evaluate(const Expr& expr, const Scope& scope);

/// Whether a comparison holds between two things of one kind; `op` is a comparison.
template <class T>
bool holds(const T& left, Op op, const T& right) {
  switch (op) {
    case Op::Equal:
      return left == right;
    case Op::NotEqual:
      return left != right;
    case Op::Less:
      return left < right;
    case Op::LessEqual:
      return left <= right;
    case Op::Greater:
      return left > right;
    default:
      return left >= right;
  }
}

/// Comparison as the language does it, without tolerance: NotAvailable where it cannot be made (a
/// text or a blank with a number), Blank where it is not applicable (blank with blank), else a
/// bool. Against a text a blank is "". Texts compare whatever the case of their letters, and are
/// ordered by code point: good for dates as 2021-12-31, while Excel orders Chinese by its locale.
model::Value compare(const model::Value& left, Op op, const model::Value& right);

}  // namespace huizong::formula
