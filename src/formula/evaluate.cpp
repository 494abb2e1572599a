#include "formula/evaluate.h"

#include <cmath>
#include <cstdlib>

#include "formula/characters.h"
#include "formula/evaluator.h"
#include "formula/form_terms.h"
#include "formula/functions.h"
#include "formula/reasons.h"

namespace huizong::formula {
namespace {

using model::Blank;
using model::NotAvailable;
using model::Value;

/// a + b - c as one operation over all its terms: a blank cell is 0 as soon as one term has a
/// value, wherever it stands among them.
class Total {
 public:
  explicit Total(const Evaluator& evaluator) : evaluator_(evaluator) {}

  void add(const Expr& expr, bool negative) {
    if (missing_) return;
    if (const auto* binary = std::get_if<BinaryNode>(&expr->what);
        binary && (binary->op == Op::Add || binary->op == Op::Subtract)) {
      add(binary->left, negative);
      add(binary->right, negative != (binary->op == Op::Subtract));
    } else if (const auto* negate = std::get_if<NegateNode>(&expr->what)) {
      add(negate->operand, !negative);
    } else {
      add_term(expr, evaluator_.value(expr), negative);
    }
  }
  Value result() const {
    if (missing_) return *missing_;
    if (!any_) return nothing_filled(blanks_);
    return total_;
  }

 private:
  void add_term(const Expr& term, const Value& value, bool negative) {
    if (const Decimal* n = model::number(value)) {
      total_ = negative ? total_ - *n : total_ + *n;
      any_ = true;
    } else if (model::is_blank(value) && std::holds_alternative<PathNode>(term->what)) {
      blanks_.push_back(term);
    } else {
      missing_ = not_a_number(value, term);
    }
  }

  const Evaluator& evaluator_;
  Decimal total_;
  bool any_ = false;
  std::vector<Expr> blanks_;
  std::optional<NotAvailable> missing_;
};

Value arithmetic(const Evaluator& e, const BinaryNode& n) {
  const Value left = e.number(n.left);
  if (!model::is_available(left)) return left;
  const Value right = e.number(n.right);
  if (!model::is_available(right)) return right;
  const Decimal &a = *model::number(left), &b = *model::number(right);
  if (n.op == Op::Multiply) return a * b;
  if (n.op == Op::Divide) {
    if (b.is_zero()) return zero_divisor(n.right);
    return a / b;
  }
  if (const auto result = power(a, b)) return *result;
  return because(say("{}的{}次方算不出来", "{} to the power {} cannot be computed", a.to_string(),
                     b.to_string()),
                 n.left);
}

Value concatenation(const Evaluator& e, const BinaryNode& n) {
  const Value left = e.text(n.left);
  if (!model::is_available(left)) return left;
  const Value right = e.text(n.right);
  if (!model::is_available(right)) return right;
  return *model::text(left) + *model::text(right);
}

/// compare(), with a reason that names the figure at fault where it is a blank, an error or a text.
Value comparison(const Evaluator& e, const BinaryNode& n, const Expr& whole) {
  const Value left = e.due(n.left);
  if (!model::is_available(left)) return left;
  const Value right = e.due(n.right);
  Value result = compare(left, n.op, right);
  if (model::is_available(result) || !model::is_available(right)) return result;

  const auto is_error = [](const Value& v) { return std::holds_alternative<model::CellError>(v); };
  if (is_error(left) || (model::is_blank(left) && !is_error(right)))
    return not_a_number(left, n.left);
  if (is_error(right) || model::is_blank(right)) return not_a_number(right, n.right);
  for (const auto& [value, source] : {std::pair{&left, &n.left}, std::pair{&right, &n.right}}) {
    const bool cell = std::holds_alternative<PathNode>((*source)->what);
    if (cell && !model::number(*value)) return not_a_number(*value, *source);
  }
  return because(model::not_available(result)->why, whole);
}

struct Visitor {
  const Evaluator& evaluator;
  const Expr& expr;

  Value operator()(const NumberNode& n) const { return n.value; }
  Value operator()(const TextNode& n) const { return n.value; }
  Value operator()(const BoolNode& n) const { return n.value; }
  Value operator()(const PathNode& n) const {
    Operand found = evaluator.scope().find(n.path);
    if (found.list || found.values.empty()) return list_outside_aggregate(n.path);
    return std::move(found.values.front());
  }
  Value operator()(const NegateNode&) const { return total(); }
  Value operator()(const PercentNode& n) const {
    const Value value = evaluator.number(n.operand);
    if (const Decimal* number = model::number(value)) return *number / Decimal(100);
    return value;
  }
  Value operator()(const BinaryNode& n) const {
    if (is_comparison(n.op)) return comparison(evaluator, n, expr);
    if (n.op == Op::Add || n.op == Op::Subtract) return total();
    if (n.op == Op::Concat) return concatenation(evaluator, n);
    return arithmetic(evaluator, n);
  }
  Value operator()(const CallNode& n) const {
    const Function* function = find_function(n.function);
    if (!function) return because(say("没有函数“{}”", "there is no function {}", n.function), expr);
    return function->compute(Evaluator(evaluator.scope(), n.terms.get()), n.arguments);
  }

  Value total() const {
    Total sum(evaluator);
    sum.add(expr, false);
    return sum.result();
  }
};

Decimal whole_power(const Decimal& base, long long exponent) {
  Decimal result = 1, square = base;
  for (long long left = std::llabs(exponent); left > 0; left /= 2) {
    if (left % 2 != 0) result = result * square;
    if (left > 1) square = square * square;
  }
  return exponent < 0 ? Decimal(1) / result : result;
}

}  // namespace

std::optional<Decimal> power(const Decimal& base, const Decimal& exponent) {
  if (base.is_zero()) return exponent > Decimal(0) ? std::optional<Decimal>(0) : std::nullopt;
  if (base < Decimal(0) && !exponent.is_integer()) return std::nullopt;
  // Exact while the digits stay few; else as Excel does it, through a double's 15 digits.
  constexpr int kExactExponent = 32, kExactDecimals = 12;
  static const Decimal kExactBase = power_of_ten(9);
  const auto decimals = base.decimals();
  const bool exact = exponent.is_integer() && exponent.abs() <= Decimal(kExactExponent) &&
                     decimals && *decimals <= kExactDecimals && base.abs() <= kExactBase;
  if (exact) return whole_power(base, std::llround(exponent.to_double()));
  const double result = std::pow(base.to_double(), exponent.to_double());
  if (!std::isfinite(result)) return std::nullopt;
  return Decimal::from_double(result);
}

std::optional<Decimal> fifteen_digits(const Decimal& value) {
  const double stored = value.to_double();
  if (!std::isfinite(stored)) return std::nullopt;
  return Decimal::from_double(stored);
}

Value Evaluator::value(const Expr& expr) const {
  return std::visit(Visitor{*this, expr}, expr->what);
}

Value Evaluator::due(const Expr& expr) const {
  Value v = value(expr);
  const bool cell = std::holds_alternative<PathNode>(expr->what);
  if (model::is_blank(v) && !cell) return not_a_condition(v, expr);
  return v;
}

Value Evaluator::number(const Expr& expr) const {
  Value v = value(expr);
  if (model::number(v)) return v;
  return not_a_number(v, expr);
}

Value Evaluator::text(const Expr& expr) const {
  Value v = due(expr);
  if (model::text(v)) return v;
  if (model::is_blank(v)) return std::string();
  if (const Decimal* n = model::number(v)) {
    if (const auto shown = fifteen_digits(*n)) return shown->to_string();
  }
  if (const bool* b = std::get_if<bool>(&v)) return std::string(*b ? "TRUE" : "FALSE");
  return not_a_text(v, expr);
}

Value Evaluator::condition(const Expr& expr) const {
  Value v = value(expr);
  if (std::holds_alternative<bool>(v)) return v;
  if (const Decimal* n = model::number(v)) return !n->is_zero();
  return not_a_condition(v, expr);
}

Operand Evaluator::operand(const Expr& expr) const {
  if (const auto* path = std::get_if<PathNode>(&expr->what)) return scope_.find(path->path);
  if (const auto* call = std::get_if<CallNode>(&expr->what); call && gives_list(*call)) {
    const auto* column = std::get_if<PathNode>(&call->arguments.front()->what);
    if (column)
      return call->function == "TOP" ? scope_.top(column->path) : scope_.children(column->path);
  }
  return {false, {due(expr)}};
}

const FormTerms& Evaluator::terms() const {
  static const FormTerms kDefaults;
  return terms_ ? *terms_ : kDefaults;
}

Operand Scope::children(const Path& column) const {
  return {false, {no_levels(column)}};
}
Operand Scope::top(const Path& column) const {
  return {false, {no_levels(column)}};
}

Value evaluate(const Expr& expr, const Scope& scope) {
  static const Decimal kLargest = power_of_ten(307);  // what a workbook can hold
  Value result = Evaluator(scope).value(expr);
  if (const Decimal* n = model::number(result); n && n->abs() > kLargest)
    return because({"结果太大，工作簿里放不下", "the result is too large for a workbook"}, expr);
  return result;
}

Value compare(const Value& left, Op op, const Value& right) {
  for (const Value* side : {&left, &right}) {
    if (!model::is_available(*side)) return *side;
    if (const auto* error = std::get_if<model::CellError>(side))
      return NotAvailable{say("一侧是错误值{}", "one side is the error {}", error->code), ""};
  }
  if (model::is_blank(left) && model::is_blank(right)) return Blank{};

  const Decimal *a = model::number(left), *b = model::number(right);
  if (a && b) return holds(*a, op, *b);
  // Against a text a blank is "".
  static const std::string kNothing;
  const auto text_of = [](const Value& v) {
    return model::is_blank(v) ? &kNothing : model::text(v);
  };
  const std::string *s = text_of(left), *t = text_of(right);
  if (s && t) return holds(lower(*s), op, lower(*t));
  const bool *p = std::get_if<bool>(&left), *q = std::get_if<bool>(&right);
  if (p && q) return holds(*p, op, *q);
  if (model::is_blank(left) || model::is_blank(right))
    return NotAvailable{{"一侧未填，无从比较", "one side is blank, so it cannot be compared"}, ""};
  if ((a || b) && (s || t))
    return NotAvailable{say("文字“{}”不能与数比较",
                            "the text \"{}\" cannot be compared with a number", s ? *s : *t),
                        ""};
  return NotAvailable{
      {"两侧不是同一类值，无从比较", "the two sides are not of one kind and cannot be compared"},
      ""};
}

}  // namespace huizong::formula
