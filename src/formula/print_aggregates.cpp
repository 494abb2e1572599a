#include <stdexcept>

#include "formula/criterion.h"
#include "formula/printer.h"

namespace huizong::formula {
namespace {

bool is_range(const std::string& cells) {
  return cells.find(':') != std::string::npos;
}

/// A criterion that takes just this text.
std::string exactly(const std::string& text) {
  std::string criterion = "=";
  for (const char c : text) {
    if (c == '*' || c == '?' || c == '~') criterion += '~';
    criterion += c;
  }
  return criterion;
}

}  // namespace

Piece Printer::aggregate(const CallNode& call, const Expr& expr) const {
  if (call.function == "RANK") return rank(call);
  if (const auto cell = names_.place(expr)) {
    Piece piece{*cell};
    piece.guards.need_number(*cell);
    return piece;
  }
  if (call.function == "COUNT" || call.function == "COUNTA") return count(call);
  if (call.function == "COUNTIF" || call.function == "SUMIF") return conditional_aggregate(call);

  std::vector<Piece> arguments;
  std::vector<std::string> cells;
  Guards guards;
  for (const Expr& argument : call.arguments) {
    if (is_path(argument)) {
      cells.push_back(place(argument));
      guards.refuse_text(cells.back(), names_.marks(argument));
      arguments.push_back({cells.back()});
    } else {
      arguments.push_back(number(argument));
    }
  }
  const bool sure =
      cells.size() <
      arguments.size();  // a computed argument always has a value, or is guarded by itself
  if (!sure && cells.size() == 1 && !is_range(cells.front())) {
    guards.need_number(cells.front());
  } else if (!sure) {
    guards.need_some(cells);
  }
  Piece piece = call_of(call.function, arguments);
  piece.guards.add(guards);
  return piece;
}

/// COUNT and COUNTA always have a value, but for cells that are n/a themselves.
Piece Printer::count(const CallNode& call) const {
  std::vector<Piece> arguments;
  int marks = 0;
  for (const Expr& argument : call.arguments) {
    if (!is_path(argument)) {
      arguments.push_back(number(argument));
      continue;
    }
    Piece cells{place(argument)};
    cells.guards.add(missing(argument));
    arguments.push_back(std::move(cells));
    marks += names_.marks(argument);
  }
  Piece piece = call_of(call.function, arguments);
  if (call.function == "COUNTA" && marks > 0) {
    piece.text += "-" + std::to_string(marks);
    piece.level = Level::Sum;
  }
  return piece;
}

/// COUNTIF and SUMIF. Of "<>x" Excel takes blank cells too, and we do not.
Piece Printer::conditional_aggregate(const CallNode& call) const {
  const auto& a = call.arguments;
  const std::string keys = place(a[0]);
  const Piece wanted = criterion(a[1]);
  const std::string pair = keys + "," + wanted.text;
  Piece piece{"", Level::Operand, wanted.guards, wanted.may_error};
  piece.guards.add(missing(a[0]));

  if (call.function == "COUNTIF") {
    piece.text = "COUNTIF(" + pair + ")";
    const auto* written = std::get_if<TextNode>(&a[1]->what);
    if (written && Criterion(written->value).op() == Op::NotEqual) {
      piece.text += "-COUNTBLANK(" + keys + ")";
      if (const int marks = names_.marks(a[0]); marks > 0)
        piece.text += "-" + std::to_string(marks);
      piece.level = Level::Sum;
    }
    return piece;
  }
  const Expr& summed = a.size() > 2 ? a[2] : a[0];
  const std::string values = place(summed);
  const std::string numbers = "COUNTIFS(" + pair + "," + values + ",\"<1E+307\")";
  const std::string blanks = "COUNTIFS(" + pair + "," + values + ",\"=\")";
  add_condition(piece.guards, wanted, numbers + "=0");
  std::string marks;
  for (const std::string& mark : names_.mark_texts(summed))
    marks += "-COUNTIFS(" + pair + "," + values + "," + quoted(exactly(mark)) + ")";
  add_condition(piece.guards, wanted,
                "COUNTIF(" + pair + ")-" + numbers + "-" + blanks + marks + ">0");
  piece.text = "SUMIF(" + pair + "," + values + ")";
  return piece;
}

Piece Printer::criterion(const Expr& expr) const {
  if (!is_path(expr)) return kind_of(expr) == Kind::Number ? number(expr) : text(expr);
  Piece piece{place(expr)};
  if (names_.marks(expr) > 0) {
    piece.guards.need_number(piece.text);
    return piece;
  }
  piece.guards.add(missing(expr));
  piece.guards.add("ISBLANK(" + piece.text + ")");
  piece.guards.add("ISLOGICAL(" + piece.text + ")");
  return piece;
}

Piece Printer::rank(const CallNode& call) const {
  const Expr& x = call.arguments[0];
  Piece own = number(x);
  if (const auto cell = is_path(x) ? std::nullopt : names_.place(x)) {
    own = {*cell};
    own.guards.need_number(*cell);
  }
  std::string all;
  if (call.arguments.size() > 1) {
    all = place(call.arguments[1]);
  } else if (const auto range = names_.peers(x)) {
    all = *range;
  } else {
    throw std::logic_error("no cells to rank among for " + to_text(x));
  }
  Piece piece = call_of("RANK", {own, {all}});
  if (call.arguments.size() == 1) return piece;
  // A number that is not among them is an error in Excel, but has a rank in LibreOffice.
  const std::string absent = "COUNTIF(" + all + "," + own.text + ")=0";
  add_condition(piece.guards, own, absent);
  piece.may_error = true;  // an error among the cells
  return piece;
}

}  // namespace huizong::formula
