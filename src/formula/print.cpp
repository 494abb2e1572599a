#include "formula/print.h"

#include <algorithm>

#include "formula/characters.h"
#include "formula/printer.h"

namespace huizong::formula {
namespace {

bool is_aggregate(const std::string& f) {
  return f == "SUM" || f == "AVERAGE" || f == "MIN" || f == "MAX" || f == "COUNT" ||
         f == "COUNTA" || f == "COUNTIF" || f == "SUMIF";
}

/// The operands of a tree, each once.
class Operands {
 public:
  explicit Operands(const std::vector<std::string>& lists) : lists_(lists) {}

  void collect(const Expr& expr) {
    if (is_path(expr)) return add(expr);
    if (const auto* negate = std::get_if<NegateNode>(&expr->what)) return collect(negate->operand);
    if (const auto* percent = std::get_if<PercentNode>(&expr->what))
      return collect(percent->operand);
    if (const auto* binary = std::get_if<BinaryNode>(&expr->what)) {
      collect(binary->left);
      return collect(binary->right);
    }
    const auto* call = std::get_if<CallNode>(&expr->what);
    if (!call) return;
    if (is_aggregate(call->function) && over_list(*call)) return add(expr);
    for (const Expr& argument : call->arguments) collect(argument);
  }
  std::vector<Expr> found;

 private:
  bool over_list(const CallNode& call) const {
    if (call.function == "COUNTIF" || call.function == "SUMIF") return true;
    return std::any_of(call.arguments.begin(), call.arguments.end(), [&](const Expr& argument) {
      const auto* path = std::get_if<PathNode>(&argument->what);
      if (!path) return false;
      if (lists_.empty() && call.arguments.size() == 1) return true;
      return path->path.is_range() ||
             std::find(lists_.begin(), lists_.end(), path->path.to_string()) != lists_.end();
    });
  }
  void add(const Expr& expr) {
    const std::string text = to_text(expr);
    if (std::find(seen_.begin(), seen_.end(), text) != seen_.end()) return;
    seen_.push_back(text);
    found.push_back(expr);
  }

  const std::vector<std::string>& lists_;
  std::vector<std::string> seen_;
};

}  // namespace

std::vector<Expr> operands_of(const Expr& expr, const std::vector<std::string>& lists) {
  Operands operands(lists);
  operands.collect(expr);
  return std::move(operands.found);
}

std::string print_excel(const Expr& expr, const CellNames& names, std::optional<int> digits) {
  const Piece whole = Printer(names).value(expr, digits, "\"\"");
  return whole.may_error ? "IFERROR(" + whole.text + ",\"\")" : whole.text;
}

std::string print_bands(const std::vector<Band>& bands, const std::string& cell) {
  std::string grades = "\"\"";
  for (auto band = bands.rbegin(); band != bands.rend(); ++band) {
    const std::string sign = std::string(band->upper ? "<" : ">") + (band->inclusive ? "=" : "");
    grades = "IF(" + cell + sign + band->bound.to_string() + "," + quoted(band->label) + "," +
             grades + ")";
  }
  return "IF(COUNT(" + cell + ")=0,\"\"," + grades + ")";
}

std::string quoted(std::string_view text) {
  constexpr std::size_t kLongest =
      120;  // Excel takes 255 units in one constant; a rare Han character is two
  const auto chars = characters(text);
  std::string constant = "\"";
  for (std::size_t i = 0; i < chars.size(); ++i) {
    if (i > 0 && i % kLongest == 0) constant += "\"&\"";
    constant += chars[i] == "\"" ? "\"\"" : std::string(chars[i]);
  }
  constant += '"';
  return chars.size() > kLongest ? "(" + constant + ")" : constant;
}

}  // namespace huizong::formula
