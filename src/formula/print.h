// Prints an expression as a live Excel formula which, when recalculated, gives
// what evaluate() gives: "" exactly where that is n/a, else the same number.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formula/definitions.h"
#include "formula/expression.h"

namespace huizong::formula {

/// What a sheet writes into a cell whose figure could not be read, so that it is seen and is not
/// taken for a blank. To a formula it is n/a, as "" is (see CellNames::unread).
inline constexpr std::string_view kNotRead = "未读出";

/// Which cell or range stands for a piece of an expression on the sheet being written.
class CellNames {
 public:
  virtual ~CellNames() = default;
  /// "F5", "$F$5:$F$9", "'明细'!F5"; asked for each path, and for each aggregate over a list,
  /// before it is printed piece by piece. Nothing: it has no cell.
  virtual std::optional<std::string> place(const Expr& piece) const = 0;
  /// How many cells of that range hold text that counts as blank (—), so that the guard against
  /// text lets them pass.
  virtual int marks(const Expr&) const { return 0; }
  /// Those texts, each once; SUMIF, which does not know which of them stand in the rows it takes,
  /// looks for them.
  virtual std::vector<std::string> mark_texts(const Expr&) const { return {}; }
  /// Whether a cell there holds kNotRead. Then that text is n/a wherever a text would do: counted,
  /// compared, looked for.
  virtual bool unread(const Expr&) const { return false; }
  /// RANK(x): the range of x over all ranked rows.
  virtual std::optional<std::string> peers(const Expr&) const { return std::nullopt; }
};

/// The pieces of an expression that must each have a cell, each once: scalar paths, and aggregates
/// over lists. `lists` are the paths that are columns ("绩效指标.得分"); a range of rows always is
/// one. Without it an aggregate of a single path is taken to be over a column, and one of several
/// to be over cells.
std::vector<Expr> operands_of(const Expr& expr, const std::vector<std::string>& lists = {});

/// Whether it can be a live formula at all: SCORE, MET, AMOUNT, CHILDREN, VALUE and the like are
/// written as values, and so is what is too long or too deep for Excel, or would need a guard that
/// Excel cannot express.
bool printable(const Expr& expr);

/// Without the leading "=", for an expression that is printable(). Every operand must have a place,
/// else it throws std::logic_error. `digits` wraps a number in ROUND; a text stays. A cell named as
/// an operand must be truly empty where its figure is blank, and where it is n/a hold "", kNotRead,
/// or the error that was reported.
std::string print_excel(const Expr& expr, const CellNames& names, std::optional<int> digits);

/// The grade of the number in `cell`: nested IFs, "" where the cell is no number.
std::string print_bands(const std::vector<Band>& bands, const std::string& cell);

/// A text constant of a formula, quotes doubled: "等级：".
std::string quoted(std::string_view text);

}  // namespace huizong::formula
