// IF, IFS, IFERROR, AND and OR: where a piece may be n/a in one branch only.
#include <algorithm>

#include "formula/printer.h"

namespace huizong::formula {
namespace {

/// What stands in a branch: its guards are asked there, so they become an error there.
std::string in_branch(const Piece& piece) {
  return piece.guards.wrap(piece.text, kMissing);
}
bool branch_may_error(const Piece& piece) {
  return piece.may_error || !piece.guards.empty();
}

}  // namespace

/// IF, IFS from its `pair` on, or IFERROR as the outermost thing: what is chosen is a whole value
/// again.
Piece Printer::value_of_choice(const CallNode& call, std::optional<int> digits,
                               const std::string& na, std::size_t pair) const {
  const auto& a = call.arguments;
  if (call.function == "IFERROR") {
    const Piece second = value(a[1], digits, na);
    if (is_path(a[0])) {
      return {"IF(" + missing(a[0]) + "," + second.text + "," + value(a[0], digits, na).text + ")",
              Level::Operand,
              {},
              second.may_error};
    }
    return {"IFERROR(" + value(a[0], digits, kMissing).text + "," + second.text + ")",
            Level::Operand,
            {},
            second.may_error};
  }
  if (pair >= a.size()) return {na};
  const bool is_ifs = call.function == "IFS";
  const Piece asked = condition(a[pair]);
  const Piece yes = value(a[pair + 1], digits, na);
  const Piece no = is_ifs ? value_of_choice(call, digits, na, pair + 2) : value(a[2], digits, na);
  const std::string whole = "IF(" + asked.text + "," + yes.text + "," + no.text + ")";
  return {asked.guards.wrap(whole, na),
          Level::Operand,
          {},
          asked.may_error || yes.may_error || no.may_error};
}

Piece Printer::choice(const CallNode& call, Print print) const {
  const auto& a = call.arguments;
  if (call.function != "IFERROR") return choice_of(call, 0, print);
  const Piece first = (this->*print)(a[0]);
  const Piece second = (this->*print)(a[1]);
  if (is_path(a[0])) {
    return {"IF(" + missing(a[0]) + "," + in_branch(second) + "," + in_branch(first) + ")",
            Level::Operand,
            {},
            branch_may_error(first) || branch_may_error(second)};
  }
  if (!branch_may_error(first)) return first;
  return {"IFERROR(" + in_branch(first) + "," + in_branch(second) + ")",
          Level::Operand,
          {},
          branch_may_error(second)};
}

/// IF, or IFS from its `pair` on, as nested IF.
Piece Printer::choice_of(const CallNode& call, std::size_t pair, Print print) const {
  const auto& a = call.arguments;
  if (pair >= a.size()) return never();
  const Piece asked = condition(a[pair]);
  const Piece yes = (this->*print)(a[pair + 1]);
  const Piece no = call.function == "IFS" ? choice_of(call, pair + 2, print) : (this->*print)(a[2]);
  return {"IF(" + asked.text + "," + in_branch(yes) + "," + in_branch(no) + ")", Level::Operand,
          asked.guards, asked.may_error || branch_may_error(yes) || branch_may_error(no)};
}

/// AND and OR of Excel ask all their arguments; ours stop at the first answer, so one that may be
/// n/a goes into a branch of its own.
Piece Printer::all_or_any(const CallNode& call) const {
  std::vector<Piece> pieces;
  for (const Expr& argument : call.arguments) pieces.push_back(condition(argument));
  const bool sure = std::none_of(pieces.begin() + 1, pieces.end(), branch_may_error);
  if (sure) return call_of(call.function, pieces);

  const bool all = call.function == "AND";
  Piece rest{all ? "TRUE" : "FALSE"};
  for (auto it = pieces.rbegin(); it != pieces.rend(); ++it) {
    rest = {"IF(" + it->text + "," +
                (all ? in_branch(rest) + ",FALSE)" : "TRUE," + in_branch(rest) + ")"),
            Level::Operand, it->guards, it->may_error || branch_may_error(rest)};
  }
  return rest;
}

}  // namespace huizong::formula
