// The expression language of mapping files: derived figures, rules and summary
// columns are all written in it (DESIGN 5; mappings/README.md is its manual).
//
// Excel's grammar and precedence over the names of a form's figures. One tree
// is evaluated exactly (evaluate.h) and printed as a live formula (print.h).

#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/decimal.h"
#include "base/message.h"

namespace huizong::formula {

/// Where a piece stands in its expression text, in characters; columns count from 1.
struct Span {
  int column = 1;
  int length = 1;
};

struct Node;
using Expr = std::shared_ptr<const Node>;

/// 资金.合计.全年预算数 · 上年.资金.合计.全年预算数 · BMJS!支出.合计 ·
/// 支出.一般公共服务支出:债务还本支出.决算数
struct Path {
  std::string form;  ///< the id before !; "" for this form
  std::vector<std::string>
      parts;  ///< "上年" stays the first part; "$" and "$1" are parts until instantiated
  /// Grid rows as a range: parts[range_part] is its first row, range_last its last; "" when it is
  /// no range.
  std::string range_last = {};
  std::size_t range_part = 0;

  bool is_range() const { return !range_last.empty(); }
  bool is_last_year() const { return parts.size() > 1 && parts.front() == "上年"; }
  /// A figure of another form or of last year.
  bool is_elsewhere() const { return !form.empty() || is_last_year(); }
  Path at_home() const;    ///< as the form it stands on names it: without form and 上年
  Path first_row() const;  ///< the path of a range's first row, itself no range; likewise the last
  Path last_row() const;
  std::string to_string()
      const;  ///< as figures are keyed: parts joined by "."; a range has its two rows with ":"; a
              ///< figure of another form stands behind "BMJS!"
};

enum class Op {
  Add,
  Subtract,
  Multiply,
  Divide,
  Power,
  Concat,
  Equal,
  NotEqual,
  Less,
  LessEqual,
  Greater,
  GreaterEqual
};
bool is_comparison(Op op);

struct NumberNode {
  Decimal value;
};
struct TextNode {
  std::string value;
};
struct BoolNode {
  bool value;
};
struct PathNode {
  Path path;
};
struct NegateNode {
  Expr operand;
};
struct PercentNode {
  Expr operand;
};  ///< postfix %
struct BinaryNode {
  Op op;
  Expr left, right;
};
struct FormTerms;
struct CallNode {
  std::string function;  ///< in capitals
  std::vector<Expr> arguments;
  std::shared_ptr<const FormTerms> terms = nullptr;  ///< null: the national defaults
};

struct Node {
  std::variant<NumberNode, TextNode, BoolNode, PathNode, NegateNode, PercentNode, BinaryNode,
               CallNode>
      what;
  Span span;
};

/// A slip in an expression.
struct ExpressionMistake {
  Span span;
  Message message;
  Message hint;  ///< may be empty
};

/// Thrown by parse: the first thing that is no expression.
class SyntaxError : public Error {
 public:
  explicit SyntaxError(ExpressionMistake mistake)
      : Error(mistake.message), mistake_(std::move(mistake)) {}
  const ExpressionMistake& mistake() const { return mistake_; }

 private:
  ExpressionMistake mistake_;
};

/// The deepest a tree may be; a longer chain of + is a SUM. It keeps every walk over a tree within
/// the stack.
inline constexpr int kMaxDepth = 200;

/// Full-width signs outside quotes and brackets are folded first; names and argument counts of
/// functions are checked here, names of figures by check(). A sign in brackets is part of the name,
/// "]]" being one "]".
/// `terms` is what SCORE, MET and BAND in it go by; it stays with the tree.
Expr parse(std::string_view text, std::shared_ptr<const FormTerms> terms = nullptr);

/// CHILDREN and TOP: a column out of a column.
bool gives_list(const CallNode& call);

/// What a form offers by name, for check(): scalars and lists by their path ("绩效指标.得分" is a
/// list). The names of another form, and of last year, are for names_elsewhere().
struct Vocabulary {
  std::vector<std::string> scalars;
  std::vector<std::string> lists;
};
/// Every path that names nothing (with the nearest known name as hint), and every list outside an
/// aggregate.
std::vector<ExpressionMistake> check(const Expr& expr, const Vocabulary& vocabulary);

/// A name that another form, or last year's, has to know; `list` where a list may stand.
struct NameElsewhere {
  Path path;
  Span span;
  bool list = false;
};
std::vector<NameElsewhere> names_elsewhere(const Expr& expr);

/// The tree with path parts and text constants "$", "$1", ... replaced by dollars[0], dollars[1],
/// ...: `each` over names. One that `dollars` does not reach stays. A $1 alone whose value is a
/// number becomes that number.
Expr instantiate(const Expr& expr, const std::vector<std::string>& dollars);

/// Every path in the tree, in order of appearance.
std::vector<Path> paths_of(const Expr& expr);

/// The comparison at the top of a rule's test; null left when there is none.
struct Comparison {
  Expr left;  ///< reported
  Op op = Op::Equal;
  Expr right;  ///< expected
};
Comparison comparison_of(const Expr& test);

/// The tree as expression text again, for 公式目录 and messages; parse() gives the same tree.
std::string to_text(const Expr& expr);

}  // namespace huizong::formula
