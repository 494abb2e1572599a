// Prints the pieces of a tree for print_excel(): each in the kind that is due
// where it stands, with the guards it brings along.
//
// Where a piece may be n/a only sometimes (inside a branch of IF), it is an
// Excel error there, NA(), which travels as n/a does, and the whole formula
// turns it into "".

#pragma once

#include "formula/guards.h"
#include "formula/print.h"

namespace huizong::formula {

/// What a tree gives, as far as it can be told without its figures.
enum class Kind { Number, Text, Truth, Any };
Kind kind_of(const Expr& expr);
/// Nothing for a function the language does not have.
std::optional<Kind> kind_of_function(const std::string& name);

/// What a function goes by: the form's terms, or the national ones.
const FormTerms& terms_of(const CallNode& call);

/// How tightly the outermost operator of a printed piece binds.
enum class Level { Comparison, Concat, Sum, Product, Power, Percent, Negate, Operand };

struct Piece {
  std::string text;
  Level level = Level::Operand;
  Guards guards = {};
  bool may_error = false;  ///< it can be an Excel error although its guards are passed
};

/// In parentheses unless it binds at least so tightly.
std::string at_least(const Piece& piece, Level level);

class Printer {
 public:
  explicit Printer(const CellNames& names) : names_(names) {}

  /// A whole formula's value, `na` where it is n/a or blank; rounded to `digits` where it is a
  /// number.
  Piece value(const Expr& expr, std::optional<int> digits, const std::string& na) const;
  Piece number(const Expr& expr) const;
  Piece text(const Expr& expr) const;
  Piece condition(const Expr& expr) const;

 private:
  using Print = Piece (Printer::*)(const Expr&) const;

  /// One of the functions that choose (IF, IFS, IFERROR), what is chosen printed by `print`.
  Piece choice(const CallNode& call, Print print) const;
  Piece choice_of(const CallNode& ifs, std::size_t pair, Print print) const;
  Piece value_of_cell(const Expr& cell, std::optional<int> digits, const std::string& na) const;
  Piece value_of_choice(const CallNode& call, std::optional<int> digits, const std::string& na,
                        std::size_t pair) const;

  struct Terms;
  Piece sum(const Expr& expr, std::string* is_zero = nullptr) const;  ///< and when it is 0
  Piece sum_text(const Expr& expr, Terms& terms) const;
  Piece product(const BinaryNode& n) const;
  Piece quotient(const BinaryNode& n) const;
  Piece power(const BinaryNode& n) const;
  Piece number_call(const CallNode& call, const Expr& expr) const;
  Piece text_call(const CallNode& call) const;
  Piece band(const CallNode& call) const;
  Piece branch_text(const Expr& expr) const;
  Piece concatenation(const BinaryNode& n) const;

  Piece comparison(const BinaryNode& n) const;
  Piece comparison_of_cells(const BinaryNode& n) const;
  /// Both sides printed as one kind, and compared.
  Piece compared(const BinaryNode& n, Print print) const;
  Piece only_text(const Expr& expr) const;  ///< a text, or a blank cell for ""
  Piece only_truth(const Expr& expr) const;
  Piece all_or_any(const CallNode& call) const;

  Piece aggregate(const CallNode& call, const Expr& expr) const;
  Piece count(const CallNode& call) const;
  Piece conditional_aggregate(const CallNode& call) const;
  Piece criterion(const Expr& expr) const;
  Piece rank(const CallNode& call) const;

  /// Whether the cells of that piece hold what is n/a: an error, "", kNotRead. Never an error
  /// itself.
  std::string missing(const Expr& piece) const;
  /// Nothing unless kNotRead stands there; for what asks about errors and "" in its own way.
  std::string holds_unread(const Expr& piece) const;
  std::string place(const Expr& piece) const;  ///< throws std::logic_error where it has no cell
  const CellNames& names_;
};

/// A condition that asks about `over`, put where it is asked only once `over` is sure to have a
/// value.
void add_condition(Guards& guards, const Piece& over, std::string condition);

inline const char* const kMissing = "NA()";  ///< n/a inside a formula
Piece never();                               ///< a piece that is n/a whatever the cells hold

bool is_path(const Expr& expr);
/// A function call: name and arguments in a text that cannot go wrong by itself.
Piece call_of(const std::string& function, const std::vector<Piece>& arguments);

}  // namespace huizong::formula
