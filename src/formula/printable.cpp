#include <algorithm>

#include "formula/criterion.h"
#include "formula/number_format.h"
#include "formula/printer.h"

namespace huizong::formula {
namespace {

// Excel takes 64 levels of functions and 8,192 characters. A guard can add three levels, and every
// operand is named some four times.
constexpr int kMostLevels = 16;
constexpr std::size_t kMostOperands = 150;

bool is_any_of(const std::string& f, std::initializer_list<const char*> names) {
  return std::any_of(names.begin(), names.end(), [&](const char* name) { return f == name; });
}

Kind common(Kind a, Kind b) {
  return a == b ? a : Kind::Any;
}

/// A computed piece whose kind is known only when it is computed cannot be guarded.
bool is_unclear(const Expr& expr) {
  return !is_path(expr) && kind_of(expr) == Kind::Any;
}

/// Where a piece stands: as the formula's own value, or inside a computation.
enum class Place { Whole, Inside };

bool prints(const Expr& expr, Place place, int level);

/// Blank cells and the cells of rows that nobody filled in are the same to Excel, so what takes
/// blanks is not printed; nor is SUMIF with "<>", which takes them too.
bool criterion_prints(const std::string& function, const Expr& criterion) {
  const auto* written = std::get_if<TextNode>(&criterion->what);
  if (!written) return !is_unclear(criterion) && kind_of(criterion) != Kind::Truth;
  const Criterion wanted(written->value);
  return !wanted.takes_blanks() && !(function == "SUMIF" && wanted.op() == Op::NotEqual);
}

bool call_prints(const CallNode& call, Place place, int level) {
  const std::string& f = call.function;
  const auto& a = call.arguments;
  if (f == "VALUE" || kind_of_function(f) == std::nullopt)
    return false;  // cleans text as no Excel function does
  if (f == "ISBLANK" && !is_path(a[0])) return false;
  if (f == "TEXT") {
    const auto* format = std::get_if<TextNode>(&a[1]->what);
    if (!format || !NumberFormat::parse(format->value)) return false;
  }
  if (f == "BAND") {  // the number stands in each of its nested IFs
    const std::size_t named = std::max<std::size_t>(1, paths_of(a[0]).size());
    if (named * (terms_of(call).bands.size() + 1) > kMostOperands) return false;
    level += static_cast<int>(terms_of(call).bands.size());
  }
  if (f == "COUNT" || f == "COUNTA") {
    const bool clear = std::all_of(
        a.begin(), a.end(), [](const Expr& e) { return is_path(e) || kind_of(e) == Kind::Number; });
    if (!clear) return false;
  }
  if ((f == "COUNTIF" || f == "SUMIF") && !criterion_prints(f, a[1])) return false;
  const bool chooses = is_any_of(f, {"IF", "IFS", "IFERROR"});
  // What IFERROR catches must be what the computation around it would call n/a.
  if (f == "IFERROR" && place == Place::Inside && !is_path(a[0]) && kind_of(a[0]) != Kind::Number)
    return false;
  const int deeper = level + (f == "IFS" ? static_cast<int>(a.size() / 2) : 1);
  for (std::size_t i = 0; i < a.size(); ++i) {
    const bool asked = (f == "IF" && i == 0) || (f == "IFS" && i % 2 == 0);
    if (!prints(a[i], chooses && !asked ? place : Place::Inside, deeper)) return false;
  }
  return true;
}

bool prints(const Expr& expr, Place place, int level) {
  if (level > kMostLevels) return false;
  if (const auto* negate = std::get_if<NegateNode>(&expr->what))
    return prints(negate->operand, Place::Inside, level);
  if (const auto* percent = std::get_if<PercentNode>(&expr->what))
    return prints(percent->operand, Place::Inside, level);
  if (const auto* n = std::get_if<BinaryNode>(&expr->what)) {
    const bool numbers = kind_of(n->left) == Kind::Number || kind_of(n->right) == Kind::Number;
    if (is_comparison(n->op) && !numbers && (is_unclear(n->left) || is_unclear(n->right)))
      return false;
    // A divisor and a power stand in their own guards once more.
    const int inner = level + (n->op == Op::Divide || n->op == Op::Power ? 1 : 0);
    return prints(n->left, Place::Inside, inner) && prints(n->right, Place::Inside, inner);
  }
  const auto* call = std::get_if<CallNode>(&expr->what);
  return !call || call_prints(*call, place, level);
}

}  // namespace

std::optional<Kind> kind_of_function(const std::string& f) {
  if (is_any_of(f, {"AND", "OR", "NOT", "ISBLANK"})) return Kind::Truth;
  if (is_any_of(f, {"LEFT", "RIGHT", "MID", "TEXT", "BAND"})) return Kind::Text;
  if (is_any_of(f, {"IF", "IFS", "IFERROR"})) return Kind::Any;
  if (is_any_of(f, {"SUM", "AVERAGE", "COUNT", "COUNTA", "COUNTIF", "SUMIF", "MIN", "MAX", "RANK",
                    "ROUND", "ROUNDUP", "ROUNDDOWN", "ABS", "LEN", "VALUE"}))
    return Kind::Number;
  return std::nullopt;
}

Kind kind_of(const Expr& expr) {
  if (std::holds_alternative<TextNode>(expr->what)) return Kind::Text;
  if (std::holds_alternative<BoolNode>(expr->what)) return Kind::Truth;
  if (is_path(expr)) return Kind::Any;
  if (const auto* n = std::get_if<BinaryNode>(&expr->what)) {
    if (is_comparison(n->op)) return Kind::Truth;
    return n->op == Op::Concat ? Kind::Text : Kind::Number;
  }
  const auto* call = std::get_if<CallNode>(&expr->what);
  if (!call) return Kind::Number;
  const auto& a = call->arguments;
  if (call->function == "IF") return common(kind_of(a[1]), kind_of(a[2]));
  if (call->function == "IFERROR") return common(kind_of(a[0]), kind_of(a[1]));
  if (call->function == "IFS") {
    Kind kind = kind_of(a[1]);
    for (std::size_t i = 3; i < a.size(); i += 2) kind = common(kind, kind_of(a[i]));
    return kind;
  }
  return kind_of_function(call->function).value_or(Kind::Any);
}

bool printable(const Expr& expr) {
  return prints(expr, Place::Whole, 0) && paths_of(expr).size() <= kMostOperands;
}

}  // namespace huizong::formula
