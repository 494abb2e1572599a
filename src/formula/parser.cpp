#include <algorithm>

#include "base/text.h"
#include "formula/functions.h"
#include "formula/indicator_functions.h"
#include "formula/lexer.h"
#include "formula/number_format.h"

namespace huizong::formula {
namespace {

/// A tree and how deep it is.
struct Parsed {
  Expr expr;
  int depth = 1;
};

struct Operator {
  const char* sign;
  Op op;
  int level;  ///< the higher binds the tighter
};
constexpr Operator kOperators[] = {
    {"=", Op::Equal, 1},      {"<>", Op::NotEqual, 1}, {"<", Op::Less, 1},
    {"<=", Op::LessEqual, 1}, {">", Op::Greater, 1},   {">=", Op::GreaterEqual, 1},
    {"&", Op::Concat, 2},     {"+", Op::Add, 3},       {"-", Op::Subtract, 3},
    {"*", Op::Multiply, 4},   {"/", Op::Divide, 4},    {"^", Op::Power, 5}};
constexpr int kLoosest = 1;

/// An argument that must be a column, so that there is something to count through: COUNTIF's first.
bool must_be_column(std::string_view function, std::size_t argument) {
  if (function == "COUNTIF" || function == "CHILDREN" || function == "TOP") return argument == 0;
  if (function == "SUMIF") return argument != 1;
  return function == "RANK" && argument == 1;
}

class Parser {
 public:
  Parser(std::string_view text, std::shared_ptr<const FormTerms> terms)
      : tokens_(tokens_of(text)), terms_(std::move(terms)) {}

  Expr run() {
    if (peek().kind == Token::Kind::End)
      fail(peek().span, {"没有写公式", "the expression is empty"}, {});
    if (is_sign("="))
      fail(peek().span, {"公式不以“=”开头", "an expression does not begin with ="},
           {"删去开头的“=”", "delete the leading ="});
    const Parsed whole = expression(kLoosest);
    if (peek().kind != Token::Kind::End) unexpected();
    return whole.expr;
  }

 private:
  const Token& peek() const { return tokens_[at_]; }
  const Token& take() { return tokens_[at_++]; }
  bool is_sign(std::string_view sign) const {
    return peek().kind == Token::Kind::Sign && peek().text == sign;
  }
  bool accept(std::string_view sign) {
    if (!is_sign(sign)) return false;
    ++at_;
    return true;
  }

  [[noreturn]] static void fail(Span span, Message message, Message hint) {
    throw SyntaxError({span, std::move(message), std::move(hint)});
  }
  [[noreturn]] void unexpected() const {
    const Token& t = peek();
    if (t.kind == Token::Kind::End)
      fail(t.span, {"公式没有写完", "the expression ends too early"},
           {"补上后面的部分", "write the rest of it"});
    if (t.kind != Token::Kind::Sign)
      fail(t.span, say("“{}”前面缺少运算符", "an operator is missing before {}", t.text),
           {"在两个名称或数之间写上 + - * / 等",
            "write + - * / or the like between two names or numbers"});
    if (t.text == ")")
      fail(t.span, {"多了一个右括号", "this closing parenthesis has no opening one"},
           {"删去它，或补上左括号", "delete it, or add the opening one"});
    fail(t.span, say("这里不能写“{}”", "{} cannot stand here", t.text),
         {"这里应是名称、数或函数", "a name, a number or a function is due here"});
  }

  Span from(const Span& first) const {
    const Span& last = tokens_[at_ - 1].span;
    return {first.column, last.column + last.length - first.column};
  }
  Parsed make(decltype(Node::what) what, Span span, int depth) const {
    if (depth > kMaxDepth) too_deep(span);
    return {std::make_shared<const Node>(Node{std::move(what), span}), depth};
  }
  [[noreturn]] static void too_deep(Span span) {
    fail(span, {"公式层次太多", "the expression is nested too deeply"},
         {"许多项相加请用 SUM，或把公式分成几个派生",
          "add many terms with SUM, or split it into several derived figures"});
  }

  /// Operators of this level and tighter ones, all of them left associative.
  Parsed expression(int level) {
    const Span first = peek().span;
    Parsed left = signed_operand();
    int compared = 0;
    while (const Operator* found = next_operator(level)) {
      const Span sign = take().span;
      if (found->level == kLoosest && ++compared > 1)
        fail(sign, {"一次只能比较两项", "only two things can be compared at a time"},
             {"写作 AND(a<=b, b<=c)", "write AND(a<=b, b<=c)"});
      const Parsed right = expression(found->level + 1);
      left = make(BinaryNode{found->op, left.expr, right.expr}, from(first),
                  1 + std::max(left.depth, right.depth));
    }
    return left;
  }
  const Operator* next_operator(int level) const {
    if (peek().kind != Token::Kind::Sign) return nullptr;
    for (const Operator& o : kOperators) {
      if (peek().text == o.sign) return o.level >= level ? &o : nullptr;
    }
    return nullptr;
  }

  /// Unary minus binds tighter than every operator between two operands, as in Excel: -2^2 is 4.
  Parsed signed_operand() {
    const Span first = peek().span;
    if (++nesting_ > kMaxDepth) too_deep(first);
    Parsed result;
    if (accept("-")) {
      const Parsed operand = signed_operand();
      result = make(NegateNode{operand.expr}, from(first), operand.depth + 1);
    } else if (accept("+")) {
      result = signed_operand();
    } else {
      result = primary();
      while (accept("%")) result = make(PercentNode{result.expr}, from(first), result.depth + 1);
    }
    --nesting_;
    return result;
  }

  Parsed primary() {
    const Token& t = peek();
    switch (t.kind) {
      case Token::Kind::Number:
        ++at_;
        return make(NumberNode{t.number}, t.span, 1);
      case Token::Kind::Text:
        ++at_;
        return make(TextNode{t.text}, t.span, 1);
      case Token::Kind::Name: {
        const Token& next = tokens_[at_ + 1];
        if (next.kind == Token::Kind::Sign && next.text == "(") return call();
        const std::string word = lower_word(t.text);
        const bool alone = !(next.kind == Token::Kind::Sign &&
                             (next.text == "." || next.text == "!" || next.text == ":"));
        if (alone && (word == "TRUE" || word == "FALSE")) {
          ++at_;
          return make(BoolNode{word == "TRUE"}, t.span, 1);
        }
        return path();
      }
      case Token::Kind::Bracketed:
      case Token::Kind::Dollar:
        return path();
      case Token::Kind::Sign:
        if (t.text == "(") return parenthesised();
        unexpected();
      case Token::Kind::End:
        unexpected();
    }
    unexpected();
  }

  static std::string lower_word(std::string_view text) {
    std::string word = fold_width(text);
    for (char& c : word) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return word;
  }

  Parsed parenthesised() {
    const Span open = take().span;
    const Parsed inside = expression(kLoosest);
    if (!accept(")")) close(open);
    return inside;
  }
  [[noreturn]] void close(Span open) const {
    if (peek().kind != Token::Kind::End && !is_sign(",")) unexpected();
    fail(open, {"括号没有成对", "this parenthesis is never closed"},
         {"补上右括号", "add the closing one"});
  }

  std::string part() {
    const Token& t = peek();
    const bool is_name = t.kind == Token::Kind::Name || t.kind == Token::Kind::Bracketed ||
                         t.kind == Token::Kind::Dollar;
    if (is_name) return take().text;
    if (t.kind == Token::Kind::Number)
      fail(t.span, say("名称不能以数字开头：“{}”", "a name cannot begin with a digit: {}", t.text),
           say("用方括号括起：[{}]", "put it in brackets: [{}]", t.text));
    if (is_sign("="))
      fail(t.span, {"这里应是名称", "a name is due here"},
           {"不等于写作 <>", "write <> for not equal"});
    fail(t.span, {"这里应是名称", "a name is due here"},
         {"例如 资金.合计.全年预算数；带符号的名称用 [ ] 括起",
          "as in 资金.合计.全年预算数; a name with signs in it goes in [ ]"});
  }

  Parsed path() {
    const Span first = peek().span;
    Path path;
    path.parts.push_back(part());
    if (accept("!")) {
      path.form = path.parts.front();
      path.parts = {part()};
    }
    while (true) {
      if (accept(".")) {
        path.parts.push_back(part());
      } else if (is_sign(":")) {
        if (path.is_range())
          fail(peek().span, {"一个名称里只能有一段行", "a name can have only one range of rows"},
               {"分成两个参数", "make it two arguments"});
        ++at_;
        path.range_part = path.parts.size() - 1;
        path.range_last = part();
      } else {
        break;
      }
    }
    return make(PathNode{std::move(path)}, from(first), 1);
  }

  Parsed call() {
    const Token& name = take();
    const Function* function = find_function(lower_word(name.text));
    if (!function) unknown_function(name);
    const Span open = take().span;
    std::vector<Expr> arguments;
    int depth = 0;
    while (!is_sign(")")) {
      if (!arguments.empty() && !accept(",")) close(open);
      if (is_sign(",") || is_sign(")"))
        fail(peek().span, say("{} 缺少一个参数", "an argument of {} is missing", function->name),
             {"逗号之间要有内容", "write something between the commas"});
      const Parsed argument = expression(kLoosest);
      arguments.push_back(argument.expr);
      depth = std::max(depth, argument.depth);
    }
    ++at_;
    const Span span = from(name.span);
    check_arguments(*function, arguments, span);
    return make(CallNode{std::string(function->name), std::move(arguments), terms_}, span,
                depth + 1);
  }

  [[noreturn]] static void unknown_function(const Token& name) {
    const std::string near = nearest(lower_word(name.text), function_names());
    const Message hint = near.empty()
                             ? say("名称里有括号时，整个用方括号括起：[{}(…)]",
                                   "put a name with parentheses in brackets: [{}(…)]", name.text)
                             : say("是不是 {}？", "did you mean {}?", near);
    fail(name.span, say("没有函数“{}”", "there is no function {}", name.text), hint);
  }

  static void check_arguments(const Function& f, const std::vector<Expr>& arguments, Span span) {
    const int count = static_cast<int>(arguments.size());
    const bool unpaired = f.name == "IFS" && count % 2 != 0;
    if (count < f.least || count > f.most || unpaired) {
      fail(span, say("{} 不能有 {} 个参数", "{} cannot have {} arguments", f.name, count), due(f));
    }
    for (std::size_t i = 0; i < arguments.size(); ++i) {
      if (must_be_column(f.name, i) && !std::holds_alternative<PathNode>(arguments[i]->what))
        fail(
            arguments[i]->span,
            say("{} 的第 {} 个参数应是一列", "argument {1} of {0} must be a column", f.name, i + 1),
            {"写列名，例如 绩效指标.分值", "write the name of a column, as in 绩效指标.分值"});
    }
    if (f.name == "AMOUNT") check_unit(arguments);
    if (f.name != "TEXT") return;
    const auto* format = std::get_if<TextNode>(&arguments[1]->what);
    if (format && !NumberFormat::parse(format->value))
      fail(arguments[1]->span,
           say("TEXT 不认识格式“{}”", "TEXT does not know the format {}", format->value),
           {"可用 0、0.00、#,##0.00、0.00% 等", "use 0, 0.00, #,##0.00, 0.00% and the like"});
  }
  static void check_unit(const std::vector<Expr>& arguments) {
    const auto* unit = arguments.size() > 1 ? std::get_if<TextNode>(&arguments[1]->what) : nullptr;
    if (unit && !is_amount_unit(unit->value))
      fail(arguments[1]->span,
           say("AMOUNT 不认识单位“{}”", "AMOUNT does not know the unit {}", unit->value),
           {"可用 万元、元、%、件、人 等", "use 万元, 元, %, 件, 人 and the like"});
  }
  static Message due(const Function& f) {
    if (f.name == "IFS") return {"条件和结果成对地写", "write conditions and results in pairs"};
    if (f.least == f.most) return say("应有 {} 个", "it takes {}", f.least);
    if (f.most == kMostArguments)
      return say("至少 {} 个，至多 {} 个", "it takes at least {} and at most {}", f.least, f.most);
    return say("应有 {} 至 {} 个", "it takes {} to {}", f.least, f.most);
  }

  std::vector<Token> tokens_;
  std::shared_ptr<const FormTerms> terms_;
  std::size_t at_ = 0;
  int nesting_ = 0;
};

}  // namespace

Expr parse(std::string_view text, std::shared_ptr<const FormTerms> terms) {
  return Parser(text, std::move(terms)).run();
}

}  // namespace huizong::formula
