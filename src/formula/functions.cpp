#include "formula/functions.h"

#include <algorithm>

#include "formula/aggregates.h"
#include "formula/evaluator.h"
#include "formula/indicator_functions.h"
#include "formula/reasons.h"
#include "formula/text_functions.h"

namespace huizong::formula {
namespace {

using model::NotAvailable;
using model::Value;

enum class Rounding { Half, Up, Down };

Value round(const Evaluator& e, const Arguments& a, Rounding how) {
  const Value number = e.number(a[0]);
  if (!model::is_available(number)) return number;
  const Value places = e.number(a[1]);
  if (!model::is_available(places)) return places;
  // Beyond these a workbook's number has no digits to round.
  static const Decimal kMost = 30, kLeast = -310;
  const Decimal& wanted = *model::number(places);
  const int digits = static_cast<int>(std::clamp(wanted.truncated(0), kLeast, kMost).to_double());
  const Decimal& n = *model::number(number);
  if (how == Rounding::Up) return n.rounded_up(digits);
  return how == Rounding::Down ? n.truncated(digits) : n.rounded(digits);
}

Value compute_round(const Evaluator& e, const Arguments& a) {
  return round(e, a, Rounding::Half);
}
Value compute_roundup(const Evaluator& e, const Arguments& a) {
  return round(e, a, Rounding::Up);
}
Value compute_rounddown(const Evaluator& e, const Arguments& a) {
  return round(e, a, Rounding::Down);
}

Value compute_abs(const Evaluator& e, const Arguments& a) {
  const Value number = e.number(a[0]);
  if (const Decimal* n = model::number(number)) return n->abs();
  return number;
}

Value compute_if(const Evaluator& e, const Arguments& a) {
  const Value condition = e.condition(a[0]);
  if (!model::is_available(condition)) return condition;
  return e.value(std::get<bool>(condition) ? a[1] : a[2]);
}

Value compute_ifs(const Evaluator& e, const Arguments& a) {
  for (std::size_t i = 0; i + 1 < a.size(); i += 2) {
    const Value condition = e.condition(a[i]);
    if (!model::is_available(condition)) return condition;
    if (std::get<bool>(condition)) return e.value(a[i + 1]);
  }
  return because({"IFS 的条件都不成立", "no condition of IFS holds"}, a[0]);
}

/// AND and OR stop at the first answer: what follows is not asked.
Value all_or_any(const Evaluator& e, const Arguments& a, bool answer) {
  for (const Expr& argument : a) {
    const Value condition = e.condition(argument);
    if (!model::is_available(condition) || std::get<bool>(condition) == answer) return condition;
  }
  return !answer;
}
Value compute_and(const Evaluator& e, const Arguments& a) {
  return all_or_any(e, a, false);
}
Value compute_or(const Evaluator& e, const Arguments& a) {
  return all_or_any(e, a, true);
}

Value compute_not(const Evaluator& e, const Arguments& a) {
  const Value condition = e.condition(a[0]);
  if (!model::is_available(condition)) return condition;
  return !std::get<bool>(condition);
}

Value compute_iferror(const Evaluator& e, const Arguments& a) {
  Value value = e.due(a[0]);
  const bool usable =
      model::is_available(value) && !std::holds_alternative<model::CellError>(value);
  return usable ? value : e.value(a[1]);
}

Value compute_isblank(const Evaluator& e, const Arguments& a) {
  const Value value = e.value(a[0]);
  if (!model::is_available(value) || std::holds_alternative<model::CellError>(value))
    return not_a_text(value, a[0]);
  return model::is_blank(value);
}

/// CHILDREN and TOP: the evaluator gives an aggregate their whole column; alone they are no value.
Value compute_column(const Evaluator&, const Arguments& a) {
  const auto* path = std::get_if<PathNode>(&a[0]->what);
  return path ? Value(list_outside_aggregate(path->path)) : Value(not_a_text(model::Blank{}, a[0]));
}

bool no_list(std::size_t) {
  return false;
}
bool any_list(std::size_t) {
  return true;
}
bool list_but_criterion(std::size_t argument) {
  return argument != 1;
}
bool second_list(std::size_t argument) {
  return argument == 1;
}

constexpr Function kFunctions[] = {
    {"SUM", 1, kMostArguments, compute_sum, any_list},
    {"AVERAGE", 1, kMostArguments, compute_average, any_list},
    {"COUNT", 1, kMostArguments, compute_count, any_list},
    {"COUNTA", 1, kMostArguments, compute_counta, any_list},
    {"COUNTIF", 2, 2, compute_countif, list_but_criterion},
    {"SUMIF", 2, 3, compute_sumif, list_but_criterion},
    {"MIN", 1, kMostArguments, compute_min, any_list},
    {"MAX", 1, kMostArguments, compute_max, any_list},
    {"RANK", 1, 2, compute_rank, second_list},
    {"ROUND", 2, 2, compute_round, no_list},
    {"ROUNDUP", 2, 2, compute_roundup, no_list},
    {"ROUNDDOWN", 2, 2, compute_rounddown, no_list},
    {"ABS", 1, 1, compute_abs, no_list},
    {"IF", 3, 3, compute_if, no_list},
    {"IFS", 2, kMostArguments - 1, compute_ifs, no_list},
    {"AND", 1, kMostArguments, compute_and, no_list},
    {"OR", 1, kMostArguments, compute_or, no_list},
    {"NOT", 1, 1, compute_not, no_list},
    {"IFERROR", 2, 2, compute_iferror, no_list},
    {"ISBLANK", 1, 1, compute_isblank, no_list},
    {"LEN", 1, 1, compute_len, no_list},
    {"LEFT", 1, 2, compute_left, no_list},
    {"RIGHT", 1, 2, compute_right, no_list},
    {"MID", 3, 3, compute_mid, no_list},
    {"VALUE", 1, 1, compute_value, no_list},
    {"TEXT", 2, 2, compute_text, no_list},
    {"ITEMS", 1, 1, compute_items, no_list},
    {"SCORE", 3, 4, compute_score, no_list},
    {"MET", 2, 3, compute_met, no_list},
    {"OVER", 2, 3, compute_over, no_list},
    {"STATED", 1, 2, compute_stated, no_list},
    {"RATIO", 2, 2, compute_ratio, no_list},
    {"TARGET", 3, 3, compute_target, no_list},
    {"AMOUNT", 1, 2, compute_amount, no_list},
    {"UNIT", 1, 1, compute_unit, no_list},
    {"WORDS", 1, 1, compute_words, no_list},
    {"BAND", 1, 1, compute_band, no_list},
    {"CHILDREN", 1, 1, compute_column, any_list},
    {"TOP", 1, 1, compute_column, any_list},
};

}  // namespace

const Function* find_function(std::string_view name) {
  const auto found = std::find_if(std::begin(kFunctions), std::end(kFunctions),
                                  [&](const Function& f) { return f.name == name; });
  return found == std::end(kFunctions) ? nullptr : found;
}

std::vector<std::string> function_names() {
  std::vector<std::string> names;
  for (const Function& f : kFunctions) names.emplace_back(f.name);
  return names;
}

}  // namespace huizong::formula
