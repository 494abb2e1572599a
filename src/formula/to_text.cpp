#include "formula/expression.h"
#include "formula/lexer.h"

namespace huizong::formula {
namespace {

/// How tightly the outermost operator of a text binds; the grammar's levels.
enum Level { kComparison = 1, kConcat, kSum, kProduct, kPower, kNegate, kPercent, kOperand };

struct Piece {
  std::string text;
  int level = kOperand;
};

std::string at_least(const Piece& piece, int level) {
  return piece.level >= level ? piece.text : "(" + piece.text + ")";
}

std::string name_text(const std::string& name) {
  const bool dollar = !name.empty() && name.front() == '$' &&
                      name.find_first_not_of("0123456789", 1) == std::string::npos;
  if (dollar || is_plain_name(name)) return name;
  std::string text = "[";
  for (const char c : name) text += c == ']' ? "]]" : std::string(1, c);
  return text + "]";
}

std::string path_text(const Path& path) {
  std::string text = path.form.empty() ? "" : name_text(path.form) + "!";
  for (std::size_t i = 0; i < path.parts.size(); ++i) {
    if (i > 0) text += '.';
    text += name_text(path.parts[i]);
    if (path.is_range() && i == path.range_part) text += ":" + name_text(path.range_last);
  }
  return text;
}

Piece piece_of(const Expr& expr);

struct Writer {
  Piece operator()(const NumberNode& n) const { return {n.value.to_string()}; }
  Piece operator()(const TextNode& n) const {
    std::string text = "\"";
    for (const char c : n.value) text += c == '"' ? "\"\"" : std::string(1, c);
    return {text + "\""};
  }
  Piece operator()(const BoolNode& n) const { return {n.value ? "TRUE" : "FALSE"}; }
  Piece operator()(const PathNode& n) const { return {path_text(n.path)}; }
  Piece operator()(const NegateNode& n) const {
    return {"-" + at_least(piece_of(n.operand), kNegate), kNegate};
  }
  Piece operator()(const PercentNode& n) const {
    return {at_least(piece_of(n.operand), kPercent) + "%", kPercent};
  }
  Piece operator()(const BinaryNode& n) const {
    struct Sign {
      const char* text;
      int level;
    };
    static constexpr Sign kSigns[] = {
        {" + ", kSum},        {" - ", kSum},         {" * ", kProduct},    {" / ", kProduct},
        {"^", kPower},        {" & ", kConcat},      {" = ", kComparison}, {" <> ", kComparison},
        {" < ", kComparison}, {" <= ", kComparison}, {" > ", kComparison}, {" >= ", kComparison}};
    const Sign& sign = kSigns[static_cast<std::size_t>(n.op)];
    // Comparisons cannot be chained, so one inside another keeps its parentheses on either side.
    const int left = sign.level == kComparison ? kConcat : sign.level;
    return {
        at_least(piece_of(n.left), left) + sign.text + at_least(piece_of(n.right), sign.level + 1),
        sign.level};
  }
  Piece operator()(const CallNode& n) const {
    std::string text = n.function + "(";
    for (std::size_t i = 0; i < n.arguments.size(); ++i)
      text += (i > 0 ? ", " : "") + piece_of(n.arguments[i]).text;
    return {text + ")"};
  }
};

Piece piece_of(const Expr& expr) {
  return std::visit(Writer{}, expr->what);
}

}  // namespace

std::string to_text(const Expr& expr) {
  return piece_of(expr).text;
}

}  // namespace huizong::formula
