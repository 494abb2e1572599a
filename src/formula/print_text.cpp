#include "formula/printer.h"

namespace huizong::formula {

Piece Printer::text(const Expr& expr) const {
  if (const auto* n = std::get_if<TextNode>(&expr->what)) return {quoted(n->value)};
  if (is_path(expr)) {
    const std::string ref = place(expr);
    if (names_.marks(expr) > 0) return {"IF(ISNUMBER(" + ref + ")," + ref + ",\"\")"};
    Piece piece{ref};
    piece.guards.add(missing(expr));
    return piece;
  }
  if (const auto* n = std::get_if<BinaryNode>(&expr->what); n && n->op == Op::Concat)
    return concatenation(*n);
  const auto* call = std::get_if<CallNode>(&expr->what);
  if (call && (call->function == "IF" || call->function == "IFS" || call->function == "IFERROR"))
    return choice(*call, &Printer::branch_text);
  switch (kind_of(expr)) {
    case Kind::Number:
      return number(expr);
    case Kind::Truth:
      return condition(expr);
    default:
      return text_call(*call);
  }
}

/// A blank cell is "" where a text is due, but not what a function chose.
Piece Printer::branch_text(const Expr& expr) const {
  Piece piece = text(expr);
  if (is_path(expr))
    piece.guards.add(names_.marks(expr) > 0 ? "COUNT(" + place(expr) + ")=0"
                                            : "ISBLANK(" + place(expr) + ")");
  return piece;
}

Piece Printer::concatenation(const BinaryNode& n) const {
  const Piece left = text(n.left), right = text(n.right);
  Piece piece = call_of("", {left, right});
  piece.text = at_least(left, Level::Concat) + "&" + at_least(right, Level::Sum);
  piece.level = Level::Concat;
  return piece;
}

/// The grade of the rounded number: nested IFs, n/a where no band takes it.
Piece Printer::band(const CallNode& call) const {
  const FormTerms& terms = terms_of(call);
  const Piece graded = number(call.arguments[0]);
  const std::string rounded =
      "ROUND(" + graded.text + "," + std::to_string(terms.scoring.digits) + ")";
  std::string grades = kMissing;
  for (auto band = terms.bands.rbegin(); band != terms.bands.rend(); ++band) {
    const std::string sign = std::string(band->upper ? "<" : ">") + (band->inclusive ? "=" : "");
    grades = "IF(" + rounded + sign + band->bound.to_string() + "," + quoted(band->label) + "," +
             grades + ")";
  }
  return {grades, Level::Operand, graded.guards, true};
}

Piece Printer::text_call(const CallNode& call) const {
  if (call.function == "BAND") return band(call);
  const auto& a = call.arguments;
  std::vector<Piece> arguments{call.function == "TEXT" ? number(a[0]) : text(a[0])};
  if (call.function == "TEXT") arguments.push_back(text(a[1]));
  Guards counts;
  for (std::size_t i = 1; i < a.size() && call.function != "TEXT"; ++i) {
    arguments.push_back(number(a[i]));
    const Piece& count = arguments.back();
    if (std::holds_alternative<NumberNode>(a[i]->what) && count.text != "0") continue;
    const bool starts = call.function == "MID" && i == 1;
    add_condition(counts, count, at_least(count, Level::Concat) + (starts ? "<1" : "<0"));
  }
  Piece piece = call_of(call.function, arguments);
  piece.guards.add(counts);
  return piece;
}

}  // namespace huizong::formula
