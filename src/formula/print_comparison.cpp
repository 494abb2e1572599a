#include "formula/printer.h"

namespace huizong::formula {
namespace {

const char* sign_of(Op op) {
  switch (op) {
    case Op::Equal:
      return "=";
    case Op::NotEqual:
      return "<>";
    case Op::Less:
      return "<";
    case Op::LessEqual:
      return "<=";
    case Op::Greater:
      return ">";
    default:
      return ">=";
  }
}

std::string text_between(const Piece& left, Op op, const Piece& right) {
  return at_least(left, Level::Concat) + sign_of(op) + at_least(right, Level::Concat);
}

}  // namespace

/// A number is compared with numbers only, a text with texts and blanks: the kind that is known
/// decides what the other side must hold.
Piece Printer::comparison(const BinaryNode& n) const {
  const Kind left = kind_of(n.left), right = kind_of(n.right);
  const auto either = [&](Kind kind) { return left == kind || right == kind; };
  if (either(Kind::Number)) return compared(n, &Printer::number);
  if (either(Kind::Text)) return compared(n, &Printer::only_text);
  if (either(Kind::Truth)) return compared(n, &Printer::only_truth);
  return comparison_of_cells(n);
}

Piece Printer::compared(const BinaryNode& n, Print print) const {
  const Piece left = (this->*print)(n.left), right = (this->*print)(n.right);
  Piece piece = call_of("", {left, right});
  piece.text = text_between(left, n.op, right);
  piece.level = Level::Comparison;
  return piece;
}

Piece Printer::only_text(const Expr& expr) const {
  if (kind_of(expr) == Kind::Text) return text(expr);
  if (!is_path(expr)) return never();
  const std::string ref = place(expr);
  if (names_.marks(expr) > 0) {
    Piece piece{"\"\""};
    piece.guards.add("COUNT(" + ref + ")>0");
    return piece;
  }
  Piece piece{ref};
  piece.guards.add("IF(ISTEXT(" + ref + ")," + ref + "=\"\",NOT(ISBLANK(" + ref + ")))");
  if (const std::string unread = holds_unread(expr); !unread.empty())
    piece.guards.add(unread + ">0");
  return piece;
}

Piece Printer::only_truth(const Expr& expr) const {
  if (kind_of(expr) == Kind::Truth) return condition(expr);
  if (!is_path(expr)) return never();
  Piece piece{place(expr)};
  piece.guards.add("NOT(ISLOGICAL(" + piece.text + "))");
  return piece;
}

/// Two cells may hold anything: they compare where both are numbers, both truth values, or both
/// texts or blank, but not both blank.
Piece Printer::comparison_of_cells(const BinaryNode& n) const {
  const std::string a = place(n.left), b = place(n.right);
  const bool marked_a = names_.marks(n.left) > 0, marked_b = names_.marks(n.right) > 0;
  if (marked_a || marked_b) {
    Piece piece = compared(n, &Printer::only_text);
    if (!marked_a) piece.guards.add("ISBLANK(" + a + ")");
    if (!marked_b) piece.guards.add("ISBLANK(" + b + ")");
    if (marked_a && marked_b) piece.guards.never();
    return piece;
  }
  const std::string both = a + "," + b;
  Piece piece{a + sign_of(n.op) + b, Level::Comparison};
  piece.guards.add(missing(n.left));
  piece.guards.add(missing(n.right));
  piece.guards.add("COUNT(" + both + ")=1");
  piece.guards.add("COUNTA(" + both + ")=0");
  piece.guards.add("ISLOGICAL(" + a + ")<>ISLOGICAL(" + b + ")");
  return piece;
}

}  // namespace huizong::formula
