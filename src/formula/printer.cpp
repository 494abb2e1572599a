#include "formula/printer.h"

#include <algorithm>
#include <stdexcept>

namespace huizong::formula {
namespace {

std::string rounded(const std::string& text, std::optional<int> digits) {
  return digits ? "ROUND(" + text + "," + std::to_string(*digits) + ")" : text;
}

/// ROUND(x, 2) as a whole formula needs no second ROUND to two digits.
bool is_rounded_to(const Expr& expr, int digits) {
  const auto* call = std::get_if<CallNode>(&expr->what);
  if (!call || call->function != "ROUND") return false;
  const auto* places = std::get_if<NumberNode>(&call->arguments[1]->what);
  return places && places->value == Decimal(digits);
}

}  // namespace

const FormTerms& terms_of(const CallNode& call) {
  static const FormTerms kDefaults;
  return call.terms ? *call.terms : kDefaults;
}

Piece never() {
  Piece piece{"0"};
  piece.guards.never();
  return piece;
}

bool is_path(const Expr& expr) {
  return std::holds_alternative<PathNode>(expr->what);
}

std::string at_least(const Piece& piece, Level level) {
  return piece.level >= level ? piece.text : "(" + piece.text + ")";
}

void add_condition(Guards& guards, const Piece& over, std::string condition) {
  if (over.may_error || over.guards.ordered()) {
    guards.add_last(std::move(condition));
  } else if (!over.guards.empty()) {
    guards.add_after(std::move(condition));
  } else {
    guards.add(std::move(condition));
  }
}

Piece call_of(const std::string& function, const std::vector<Piece>& arguments) {
  Piece piece{function + "("};
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    piece.text += (i > 0 ? "," : "") + arguments[i].text;
    piece.guards.add(arguments[i].guards);
    piece.may_error = piece.may_error || arguments[i].may_error;
  }
  piece.text += ")";
  return piece;
}

std::string Printer::place(const Expr& piece) const {
  if (const auto cell = names_.place(piece)) return *cell;
  throw std::logic_error("no cell for " + to_text(piece));
}

std::string Printer::holds_unread(const Expr& piece) const {
  return names_.unread(piece) ? "COUNTIF(" + place(piece) + "," + quoted(kNotRead) + ")" : "";
}

std::string Printer::missing(const Expr& piece) const {
  const std::string unread = holds_unread(piece);
  return (unread.empty() ? "" : unread + "+") + holds_missing(place(piece));
}

Piece Printer::value(const Expr& expr, std::optional<int> digits, const std::string& na) const {
  if (is_path(expr)) return value_of_cell(expr, digits, na);
  if (const auto* call = std::get_if<CallNode>(&expr->what)) {
    if (call->function == "IF" || call->function == "IFS" || call->function == "IFERROR")
      return value_of_choice(*call, digits, na, 0);
  }
  if (const auto* n = std::get_if<NumberNode>(&expr->what))
    return {(digits ? n->value.rounded(*digits) : n->value).to_string()};

  const Kind kind = kind_of(expr);
  Piece piece = kind == Kind::Number ? number(expr)
                : kind == Kind::Text ? text(expr)
                                     : condition(expr);
  if (kind == Kind::Number && digits && !is_rounded_to(expr, *digits))
    piece.text = rounded(piece.text, digits);
  return {piece.guards.wrap(piece.text, na), Level::Operand, {}, piece.may_error};
}

/// A blank cell referred to alone would give 0.
Piece Printer::value_of_cell(const Expr& cell, std::optional<int> digits,
                             const std::string& na) const {
  const std::string ref = place(cell);
  if (names_.marks(cell) > 0)
    return {"IF(ISNUMBER(" + ref + ")," + rounded(ref, digits) + "," + na + ")"};
  const std::string unread = holds_unread(cell);
  const std::string gone = na == kMissing ? "OR(ISBLANK(" + ref + ")," + missing(cell) + ")"
                                          : "OR(ISERROR(" + ref + "),ISBLANK(" + ref + ")" +
                                                (unread.empty() ? "" : "," + unread + ">0") + ")";
  const std::string other = "IF(" + gone + "," + na + "," + ref + ")";
  return {digits ? "IF(ISNUMBER(" + ref + ")," + rounded(ref, digits) + "," + other + ")" : other};
}

Piece Printer::number(const Expr& expr) const {
  if (const auto* n = std::get_if<NumberNode>(&expr->what)) return {n->value.to_string()};
  if (is_path(expr)) {
    Piece piece{place(expr)};
    piece.guards.need_number(piece.text);
    return piece;
  }
  if (const auto* percent = std::get_if<PercentNode>(&expr->what)) {
    Piece piece = number(percent->operand);
    piece.text = at_least(piece, Level::Operand) + "%";
    piece.level = Level::Percent;
    return piece;
  }
  if (std::holds_alternative<NegateNode>(expr->what)) return sum(expr);
  if (const auto* n = std::get_if<BinaryNode>(&expr->what)) {
    switch (n->op) {
      case Op::Add:
      case Op::Subtract:
        return sum(expr);
      case Op::Multiply:
        return product(*n);
      case Op::Divide:
        return quotient(*n);
      case Op::Power:
        return power(*n);
      default:
        return never();
    }
  }
  if (const auto* call = std::get_if<CallNode>(&expr->what)) return number_call(*call, expr);
  return never();  // a text or a truth value where a number is due
}

Piece Printer::number_call(const CallNode& call, const Expr& expr) const {
  const std::string& f = call.function;
  const auto& a = call.arguments;
  if (f == "IF" || f == "IFS" || f == "IFERROR") return choice(call, &Printer::number);
  if (f == "ROUND" || f == "ROUNDUP" || f == "ROUNDDOWN")
    return call_of(f, {number(a[0]), number(a[1])});
  if (f == "ABS") return call_of(f, {number(a[0])});
  if (f == "LEN") return call_of(f, {text(a[0])});
  return kind_of(expr) == Kind::Number ? aggregate(call, expr) : never();
}

Piece Printer::condition(const Expr& expr) const {
  if (const auto* n = std::get_if<BoolNode>(&expr->what)) return {n->value ? "TRUE" : "FALSE"};
  if (is_path(expr)) {
    Piece piece{place(expr)};
    piece.guards.add("COUNT(" + piece.text + ")+ISLOGICAL(" + piece.text + ")=0");
    return piece;
  }
  if (const auto* n = std::get_if<BinaryNode>(&expr->what); n && is_comparison(n->op))
    return comparison(*n);
  const auto* call = std::get_if<CallNode>(&expr->what);
  if (!call || kind_of(expr) == Kind::Number) return number(expr);
  const auto& a = call->arguments;
  if (call->function == "AND" || call->function == "OR") return all_or_any(*call);
  if (call->function == "NOT") return call_of("NOT", {condition(a[0])});
  if (call->function == "ISBLANK") {
    const std::string ref = place(a[0]);
    if (names_.marks(a[0]) > 0) return {"COUNT(" + ref + ")=0", Level::Comparison};
    Piece piece{"ISBLANK(" + ref + ")"};
    piece.guards.add(missing(a[0]));
    return piece;
  }
  if (call->function == "IF" || call->function == "IFS" || call->function == "IFERROR")
    return choice(*call, &Printer::condition);
  return never();  // a text where a condition is due
}

}  // namespace huizong::formula
