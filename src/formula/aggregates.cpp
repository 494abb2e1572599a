#include "formula/aggregates.h"

#include <algorithm>
#include <functional>

#include "formula/criterion.h"
#include "formula/evaluator.h"
#include "formula/reasons.h"

namespace huizong::formula {
namespace {

using model::NotAvailable;
using model::Value;

/// What an aggregate was given: its numbers, or why it cannot be computed.
struct Numbers {
  std::vector<Decimal> list;
  std::optional<NotAvailable> missing;
};

Numbers numbers_of(const Evaluator& e, const Arguments& arguments) {
  Numbers numbers;
  for (const Expr& argument : arguments) {
    const auto* call = std::get_if<CallNode>(&argument->what);
    const bool cells =
        std::holds_alternative<PathNode>(argument->what) || (call && gives_list(*call));
    for (const Value& v : e.operand(argument).values) {
      if (const Decimal* n = model::number(v)) {
        numbers.list.push_back(*n);
      } else if (!(cells && model::is_blank(v))) {
        numbers.missing = not_a_number(v, argument);
        return numbers;
      }
    }
  }
  if (numbers.list.empty()) numbers.missing = nothing_filled(arguments);
  return numbers;
}

Decimal sum(const std::vector<Decimal>& list) {
  Decimal total;
  for (const Decimal& n : list) total += n;
  return total;
}

/// Counts the values that `counts` takes; an n/a or an error among them cannot be counted.
template <class F>
Value count(const Evaluator& e, const Arguments& arguments, F counts) {
  long long found = 0;
  for (const Expr& argument : arguments) {
    for (const Value& v : e.operand(argument).values) {
      if (!model::is_available(v) || std::holds_alternative<model::CellError>(v))
        return not_a_number(v, argument);
      if (counts(v)) ++found;
    }
  }
  return Decimal(found);
}

}  // namespace

Value compute_sum(const Evaluator& e, const Arguments& a) {
  const Numbers n = numbers_of(e, a);
  if (n.missing) return *n.missing;
  return sum(n.list);
}

Value compute_average(const Evaluator& e, const Arguments& a) {
  const Numbers n = numbers_of(e, a);
  if (n.missing) return *n.missing;
  return sum(n.list) / Decimal(static_cast<long long>(n.list.size()));
}

Value compute_min(const Evaluator& e, const Arguments& a) {
  const Numbers n = numbers_of(e, a);
  if (n.missing) return *n.missing;
  return *std::min_element(n.list.begin(), n.list.end());
}

Value compute_max(const Evaluator& e, const Arguments& a) {
  const Numbers n = numbers_of(e, a);
  if (n.missing) return *n.missing;
  return *std::max_element(n.list.begin(), n.list.end());
}

Value compute_count(const Evaluator& e, const Arguments& a) {
  return count(e, a, [](const Value& v) { return model::number(v) != nullptr; });
}

Value compute_counta(const Evaluator& e, const Arguments& a) {
  return count(e, a, [](const Value& v) { return !model::is_blank(v); });
}

Value compute_countif(const Evaluator& e, const Arguments& a) {
  const Value wanted = e.due(a[1]);
  if (!model::number(wanted) && !model::text(wanted)) return not_a_text(wanted, a[1]);
  const Criterion criterion(wanted);
  return count(e, {a[0]}, [&](const Value& v) { return criterion.takes(v); });
}

Value compute_sumif(const Evaluator& e, const Arguments& a) {
  const Value wanted = e.due(a[1]);
  if (!model::number(wanted) && !model::text(wanted)) return not_a_text(wanted, a[1]);
  const Criterion criterion(wanted);
  const Expr& summed = a.size() > 2 ? a[2] : a[0];
  const Operand keys = e.operand(a[0]);
  const Operand values = e.operand(summed);
  for (const Value& key : keys.values) {
    if (!model::is_available(key) || std::holds_alternative<model::CellError>(key))
      return not_a_number(key, a[0]);
  }
  if (keys.values.size() != values.values.size())
    return because({"SUMIF 的两列行数不同", "the two columns of SUMIF differ in length"}, a[0]);
  std::optional<Decimal> total;
  bool found = false;
  for (std::size_t i = 0; i < keys.values.size(); ++i) {
    const Value& v = values.values[i];
    if (!criterion.takes(keys.values[i])) continue;
    found = true;
    if (model::is_blank(v)) continue;
    const Decimal* n = model::number(v);
    if (!n) return not_a_number(v, summed);
    total = total.value_or(0) + *n;
  }
  if (!found) return none_among(a[0], wanted);
  if (!total) return nothing_filled({summed});
  return *total;
}

Value compute_rank(const Evaluator& e, const Arguments& a) {
  const Value own = e.number(a[0]);
  const Decimal* x = model::number(own);
  if (!x) return own;
  std::vector<Decimal> listed;
  if (a.size() > 1) {
    for (const Value& v : e.operand(a[1]).values) {
      if (std::holds_alternative<model::CellError>(v)) return not_a_number(v, a.back());
      if (const Decimal* n = model::number(v)) listed.push_back(*n);
    }
    std::sort(listed.begin(), listed.end(), std::greater<>());
  }
  const std::vector<Decimal>* all = a.size() > 1 ? &listed : e.scope().peers(a[0]);
  if (!all || all->empty())
    return because({"没有可以排名的单位", "there is nothing to rank among"}, a[0]);
  const auto first = std::lower_bound(all->begin(), all->end(), *x, std::greater<>());
  if (first == all->end() || *first != *x)
    return because({"不在排名的各数之中", "it is not among the figures ranked"}, a[0]);
  return Decimal(first - all->begin() + 1);
}

}  // namespace huizong::formula
