#include "formula/indicator_functions.h"

#include "base/text.h"
#include "formula/evaluator.h"
#include "formula/form_terms.h"
#include "formula/reasons.h"
#include "model/scoring.h"
#include "model/target.h"
#include "model/target_text.h"

namespace huizong::formula {
namespace {

using model::FieldType;
using model::Target;
using model::Value;

/// A target or what was completed, out of whatever stands there.
struct Side {
  Target target;
  bool bare_number = false;  ///< a number that nothing says the unit of
  std::optional<model::NotAvailable> missing;
};

std::optional<FieldType> type_of(const Evaluator& e, const Expr& expr) {
  const auto* path = std::get_if<PathNode>(&expr->what);
  return path ? e.scope().type(path->path) : std::nullopt;
}

Target rate(const Decimal& fraction) {
  return model::target_of(fraction * 100, model::measure_of("%"));
}

Side side_of(const Evaluator& e, const Expr& expr) {
  const Value v = e.due(expr);
  Side side;
  if (const std::string* text = model::text(v)) {
    side.target = model::read_target(*text);
  } else if (const Decimal* n = model::number(v)) {
    const auto type = type_of(e, expr);
    side.target = model::target_of(*n);
    side.bare_number = !type;
    if (type == FieldType::Percent) side.target = rate(*n);
    if (type == FieldType::Money)
      side.target = model::target_of(*n, model::measure_of(model::name_of(e.terms().money)));
  } else if (!model::is_blank(v)) {
    side.missing = not_a_text(v, expr);
  }
  return side;
}

struct Pair {
  Target target, actual;
  std::string name;
  std::optional<model::NotAvailable> missing;
};

Pair pair_of(const Evaluator& e, const Arguments& a, std::size_t name_at) {
  Pair pair;
  Side target = side_of(e, a[0]), actual = side_of(e, a[1]);
  if (target.missing || actual.missing) {
    pair.missing = target.missing ? target.missing : actual.missing;
    return pair;
  }
  // A rate that an expression gave is a fraction, as rates are.
  if (target.bare_number && actual.target.unit.is_rate()) target.target = rate(target.target.lo);
  if (actual.bare_number && target.target.unit.is_rate()) actual.target = rate(actual.target.lo);
  pair.target = std::move(target.target);
  pair.actual = std::move(actual.target);
  if (a.size() <= name_at) return pair;
  const Value name = e.text(a[name_at]);
  if (const auto* missing = model::not_available(name)) pair.missing = *missing;
  if (const std::string* text = model::text(name)) pair.name = *text;
  return pair;
}

/// A reason that names the figure at fault: the target where it is blank, else what was completed.
Value with_field(Value value, const Pair& pair, const Arguments& a) {
  const auto* missing = model::not_available(value);
  if (!missing) return value;
  const bool of_target = pair.target.kind == Target::Kind::Blank;
  return because(missing->why, of_target ? a[0] : a[1]);
}

/// 万元 of 万元/年.
model::Measure numerator(const model::Measure& unit) {
  const std::size_t slash = unit.name.find('/');
  return slash == std::string::npos ? unit : model::measure_of(unit.name.substr(0, slash));
}

Value as_written(const Target& amount) {
  if (amount.unit.is_rate()) return amount.lo * amount.unit.factor;
  return numerator(amount.unit).is_money() ? amount.lo : amount.lo * amount.unit.scale;
}

/// One number, or a range, that a cell or text is about.
struct Quantity {
  Target target;
  std::optional<model::NotAvailable> missing;
};
Quantity quantity_of(const Evaluator& e, const Expr& expr) {
  Side side = side_of(e, expr);
  if (side.missing || side.target.is_number()) return {std::move(side.target), side.missing};
  if (side.target.kind == Target::Kind::Blank) return {{}, not_a_text(model::Blank{}, expr)};
  return {{}, because(say("“{}”不是一个数", "{} is not one number", side.target.raw), expr)};
}

}  // namespace

Value compute_score(const Evaluator& e, const Arguments& a) {
  const Pair pair = pair_of(e, a, 3);
  if (pair.missing) return *pair.missing;
  const Value points = e.number(a[2]);
  const Decimal* of = model::number(points);
  if (!of) return points;
  return with_field(model::score(pair.target, pair.actual, *of, pair.name, e.terms().scoring), pair,
                    a);
}

Value compute_met(const Evaluator& e, const Arguments& a) {
  const Pair pair = pair_of(e, a, 2);
  if (pair.missing) return *pair.missing;
  return with_field(model::met(pair.target, pair.actual, pair.name, e.terms().scoring), pair, a);
}

Value compute_over(const Evaluator& e, const Arguments& a) {
  const Pair pair = pair_of(e, a, 2);
  if (pair.missing) return *pair.missing;
  return with_field(model::over(pair.target, pair.actual, pair.name, e.terms().scoring), pair, a);
}

Value compute_stated(const Evaluator& e, const Arguments& a) {
  const Side side = side_of(e, a[0]);
  if (side.missing) return *side.missing;
  const std::string plain = fold_label(side.target.raw);
  std::string_view words = plain;
  model::take_direction(words);
  if (side.target.kind == Target::Kind::Text &&
      (model::says_nothing(words) || is_amount_unit(words)))
    return false;
  if (side.target.kind == Target::Kind::Date) return true;
  // What is said clearly is met by the very same.
  Arguments twice = {a[0], a[0]};
  twice.insert(twice.end(), a.begin() + 1, a.end());
  const Value met = compute_met(e, twice);
  const bool* yes = std::get_if<bool>(&met);
  return yes && *yes;
}

Value compute_ratio(const Evaluator& e, const Arguments& a) {
  const Pair pair = pair_of(e, a, 2);
  if (pair.missing) return *pair.missing;
  return with_field(model::completion(pair.target, pair.actual, e.terms().scoring), pair, a);
}

Value compute_target(const Evaluator& e, const Arguments& a) {
  const Side value = side_of(e, a[1]);
  if (value.missing) return *value.missing;
  if (value.target.kind == Target::Kind::Blank) return not_a_text(model::Blank{}, a[1]);
  const Value direction = e.text(a[0]), unit = e.text(a[2]);
  for (const Value* part : {&direction, &unit}) {
    if (!model::is_available(*part)) return *part;
  }
  Message why;
  const auto target = model::target_of_columns(
      *model::text(direction), model::to_string(value.target), *model::text(unit), why);
  if (!target) return because(why, a[1]);
  return model::to_string(*target);
}

Value compute_amount(const Evaluator& e, const Arguments& a) {
  const Value v = e.due(a[0]);
  Message why;
  std::optional<Target> amount;
  if (const std::string* text = model::text(v)) {
    amount = model::only_amount(*text, why);
  } else if (model::number(v)) {
    amount = side_of(e, a[0]).target;
  } else {
    return not_a_number(v, a[0]);
  }
  if (!amount) return because(why, a[0]);
  if (a.size() == 1) return as_written(*amount);

  const Value asked = e.text(a[1]);
  if (!model::is_available(asked)) return asked;
  const model::Measure wanted = model::measure_of(*model::text(asked));
  const model::Measure own =
      amount->unit.base == wanted.base ? amount->unit : numerator(amount->unit);
  if (own.base == wanted.base) return amount->lo * own.factor / wanted.factor;
  if (own.none())
    return because(
        say("{}没有写单位，不知道是不是{}", "{} has no unit: whether it is {} is not known",
            amount->raw.empty() ? model::to_string(v) : amount->raw, wanted.name),
        a[0]);
  return because(say("{}的单位不能换算成{}", "{} is not in a unit that converts to {}",
                     model::to_string(v), wanted.name),
                 a[0]);
}

Value compute_unit(const Evaluator& e, const Arguments& a) {
  const Quantity quantity = quantity_of(e, a[0]);
  return quantity.missing ? Value(*quantity.missing) : Value(quantity.target.unit.name);
}

Value compute_words(const Evaluator& e, const Arguments& a) {
  const Quantity quantity = quantity_of(e, a[0]);
  if (quantity.missing) return *quantity.missing;
  return quantity.target.before + (quantity.target.mixed ? quantity.target.after : "");
}

Value compute_band(const Evaluator& e, const Arguments& a) {
  const Value number = e.number(a[0]);
  const Decimal* n = model::number(number);
  if (!n) return number;
  const Decimal graded = n->rounded(e.terms().scoring.digits);
  if (const auto label = band_of(graded, e.terms().bands)) return *label;
  return because(say("{}不在任何一档内", "{} falls into no band", graded.to_string()), a[0]);
}

bool is_amount_unit(std::string_view text) {
  const auto found = model::read_leading_measure(trimmed(text));
  return found && !found->measure.none() && found->length == trimmed(text).size();
}

}  // namespace huizong::formula
