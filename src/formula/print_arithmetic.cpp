#include "formula/evaluate.h"
#include "formula/printer.h"

namespace huizong::formula {
namespace {

/// Of a piece that names no figure: there is nothing to find.
class NoFigures : public Scope {
 public:
  Operand find(const Path&) const override { return {false, {model::Blank{}}}; }
};

/// The number a piece always is; nothing where it depends on figures.
std::optional<Decimal> constant(const Expr& expr) {
  if (!paths_of(expr).empty()) return std::nullopt;
  const model::Value value = evaluate(expr, NoFigures());
  const Decimal* n = model::number(value);
  return n ? std::optional(*n) : std::nullopt;
}

const BinaryNode* as_sum(const Expr& expr) {
  const auto* n = std::get_if<BinaryNode>(&expr->what);
  return n && (n->op == Op::Add || n->op == Op::Subtract) ? n : nullptr;
}

/// Excel's numbers are binary: 0.3-0.1-0.2 is not 0 there. Its comparison of two numbers does look
/// at 15 digits only, so a sum is 0 where what is added equals what is taken away.
std::string sum_is_zero(const std::vector<std::string>& plus,
                        const std::vector<std::string>& minus) {
  const auto joined = [](const std::vector<std::string>& list) {
    std::string text;
    for (const std::string& term : list) text += (text.empty() ? "" : "+") + term;
    return text;
  };
  if (!plus.empty() && !minus.empty()) return joined(plus) + "=" + joined(minus);
  std::vector<std::string> others = plus.empty() ? minus : plus;
  const std::string last = others.back();
  others.pop_back();
  return joined(others) + "=-(" + last + ")";
}

}  // namespace

/// What the terms of one sum bring along: a blank cell among them is 0 as soon as one has a value.
struct Printer::Terms {
  std::vector<Expr> cells;
  bool sure = false;  ///< one term always has a value, or is guarded by itself
  Guards guards;
  bool may_error = false;
  std::vector<std::string> plus, minus;  ///< the terms by sign
  bool negative = false;                 ///< the sign of what is being printed
};

Piece Printer::sum_text(const Expr& expr, Terms& terms) const {
  if (const BinaryNode* n = as_sum(expr)) {
    const Piece left = sum_text(n->left, terms);
    const bool outer = terms.negative;
    if (n->op == Op::Subtract) terms.negative = !outer;
    const Piece right = sum_text(n->right, terms);
    terms.negative = outer;
    const std::string shown =
        right.level == Level::Negate ? "(" + right.text + ")" : at_least(right, Level::Product);
    return {at_least(left, Level::Sum) + (n->op == Op::Add ? "+" : "-") + shown, Level::Sum};
  }
  if (const auto* n = std::get_if<NegateNode>(&expr->what)) {
    terms.negative = !terms.negative;
    const Piece operand = sum_text(n->operand, terms);
    terms.negative = !terms.negative;
    return {"-" + at_least(operand, Level::Operand), Level::Negate};
  }
  Piece term;
  if (is_path(expr)) {
    const std::string ref = place(expr);
    const int marks = names_.marks(expr);
    terms.cells.push_back(expr);
    terms.guards.refuse_text(ref, marks);
    term.text = marks > 0 ? "N(" + ref + ")" : ref;  // of "—" as of any text Excel makes an error
  } else {
    term = number(expr);
    terms.sure = true;
    terms.guards.add(term.guards);
    terms.may_error = terms.may_error || term.may_error;
  }
  (terms.negative ? terms.minus : terms.plus).push_back(at_least(term, Level::Product));
  return {term.text, term.level};
}

Piece Printer::sum(const Expr& expr, std::string* is_zero) const {
  Terms terms;
  Piece piece = sum_text(expr, terms);
  std::vector<std::string> cells;
  for (const Expr& cell : terms.cells) cells.push_back(place(cell));
  if (!terms.sure && cells.size() == 1) {
    terms.guards.need_number(cells.front());
  } else if (!terms.sure) {
    terms.guards.need_some(cells);
  }
  piece.guards = terms.guards;
  piece.may_error = terms.may_error;
  if (is_zero) *is_zero = sum_is_zero(terms.plus, terms.minus);
  return piece;
}

Piece Printer::product(const BinaryNode& n) const {
  const Piece left = number(n.left), right = number(n.right);
  Piece piece = call_of("", {left, right});
  const std::string shown =
      right.level == Level::Negate ? "(" + right.text + ")" : at_least(right, Level::Power);
  piece.text = at_least(left, Level::Product) + "*" + shown;
  piece.level = Level::Product;
  return piece;
}

Piece Printer::quotient(const BinaryNode& n) const {
  const bool by_sum = as_sum(n.right) != nullptr;
  std::string is_zero;
  const Piece left = number(n.left), right = by_sum ? sum(n.right, &is_zero) : number(n.right);
  if (!by_sum) is_zero = at_least(right, Level::Concat) + "=0";
  Piece piece = call_of("", {left, right});
  const std::string shown =
      right.level == Level::Negate ? "(" + right.text + ")" : at_least(right, Level::Power);
  piece.text = at_least(left, Level::Product) + "/" + shown;
  piece.level = Level::Product;
  if (const auto divisor = constant(n.right)) {
    if (divisor->is_zero()) piece.guards.never();
  } else {
    add_condition(piece.guards, right, is_zero);
  }
  return piece;
}

Piece Printer::power(const BinaryNode& n) const {
  const Piece base = number(n.left), exponent = number(n.right);
  Piece piece = call_of("", {base, exponent});
  const std::string b = at_least(base, Level::Operand), e = at_least(exponent, Level::Operand);
  piece.text = b + "^" + e;
  piece.level = Level::Power;
  const auto fixed = constant(n.right);
  const bool plain = fixed && fixed->is_integer() && *fixed > Decimal(0);
  if (!plain) {
    // 0^0 and roots of negative numbers: LibreOffice would give some of them a value.
    const std::string condition =
        "OR(AND(" + b + "=0," + e + "<=0),AND(" + b + "<0," + e + "<>INT(" + e + ")))";
    add_condition(piece.guards, piece, condition);
  }
  piece.may_error = true;  // beyond what a number can hold
  return piece;
}

}  // namespace huizong::formula
