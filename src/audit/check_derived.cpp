// The implied rule of a derived figure: what the unit reported in the form's
// own cell must be what we compute.

#include "audit/check.h"
#include "audit/clue.h"
#include "model/display.h"

namespace huizong::audit {
namespace {

using formula::Derived;
using formula::Op;
using model::Figure;
using model::Finding;
using model::Value;

/// The figures of the submission, but with the unit's own reported value for each derived figure:
/// what the unit itself must have computed from.
class AsReported : public formula::Scope {
 public:
  AsReported(const model::Submission& submission, const formula::Definitions& definitions)
      : scope_(submission), submission_(submission), definitions_(definitions) {}
  formula::Operand find(const formula::Path& path) const override {
    if (path.form.empty() && path.parts.size() == 1) {
      const Derived* derived = definitions_.find_derived(path.parts.front());
      const Figure* reported =
          derived && !derived->reported.empty() ? submission_.find(derived->reported) : nullptr;
      if (reported) return {false, {reported->value}};
    }
    return scope_.find(path);
  }

 private:
  formula::SubmissionScope scope_;
  const model::Submission& submission_;
  const formula::Definitions& definitions_;
};

Value banded(const Derived& derived, const Value& value) {
  const Decimal* n = model::number(value);
  if (derived.bands.empty() || !n) return value;
  if (const auto label = formula::band_of(*n, derived.bands)) return *label;
  return model::NotAvailable{};
}

/// The finding this one follows from: the unit computed rightly from another reported figure that
/// is itself wrong.
std::optional<std::size_t> cause_of(const Derived& derived, const Value& reported,
                                    const CheckLog& log) {
  const Value from_reported = banded(
      derived, formula::evaluate(derived.expr, AsReported(log.submission(), log.definitions())));
  const Decimal* n = model::number(from_reported);
  const bool same =
      n ? model::number(reported) && n->rounded(derived.digits) == *model::number(reported)
        : from_reported == reported;
  if (!same) return std::nullopt;
  for (const formula::Path& path : formula::paths_of(derived.expr)) {
    const auto failed = log.failed(derived_rule_id(log.definitions(), path.to_string()));
    if (failed) return failed;
  }
  return std::nullopt;
}

}  // namespace

void check_derived(const Derived& derived, CheckLog& log) {
  if (derived.reported.empty()) return;
  const std::string rule = derived_rule_id(log.definitions(), derived.name);
  model::CheckCount& count = log.count(rule);
  const Figure* reported = log.submission().find(derived.reported);
  const Figure* computed = log.submission().find(derived.name);
  if (!computed) return;

  Finding f = log.finding(rule, Severity::Error, reported);
  f.field = derived.reported;
  f.reported = reported ? reported->value : Value{};
  f.expected = computed->value;
  const model::FieldType kind = computed->type;

  const auto unchecked = [&](const model::NotAvailable& reason) {
    ++count.unchecked;
    f.message = {fmt::format("{}未能检查：{}", derived.name, reason.why.zh),
                 fmt::format("{} could not be checked: {}", derived.name, reason.why.en)};
    // #DIV/0! in the form's own cell says no more than that there is nothing to divide by.
    const bool form_failed = reported &&
                             std::holds_alternative<model::CellError>(reported->value) &&
                             model::not_available(computed->value);
    const std::optional<std::size_t> in_cell = form_failed ? log.found_at(*reported) : std::nullopt;
    log.add_unchecked(f, reason);
    if (in_cell) log.put_under_last(*in_cell);
  };
  if (!reported)
    return unchecked(
        {say("表上没有找到它的单元格", "its cell was not found on the form"), derived.reported});
  if (const auto* reason = model::not_available(computed->value)) {
    // 0/0: an office writes 0 where nothing was planned and nothing spent.
    if (const Decimal* n = model::number(reported->value); n && n->is_zero()) {
      ++count.not_applicable;
      return;
    }
    return unchecked(*reason);
  }
  if (model::is_blank(reported->value)) {
    f.level = reported->required ? Severity::Error : Severity::Note;
    ++(reported->required ? count.failed : count.unchecked);
    const Message value = model::display(computed->value, kind);
    f.message = {fmt::format("{}未填，计算值为 {}", derived.name, value.zh),
                 fmt::format("{} is blank; computed, it is {}", derived.name, value.en)};
    log.add(std::move(f));
    return;
  }
  if (const auto* reason = model::not_available(reported->value)) {
    // Said once already, where the cell was read.
    ++count.unchecked;
    if (reason->field.empty()) unchecked(*reason);
    return;
  }
  if (!model::number(computed->value) || !model::number(reported->value)) {
    const Value same = formula::compare(reported->value, Op::Equal, computed->value);
    if (const auto* reason = model::not_available(same)) {
      model::NotAvailable about = *reason;
      about.field = derived.reported;
      return unchecked(about);
    }
    if (const bool* yes = std::get_if<bool>(&same); yes && *yes) {
      ++count.passed;
      return;
    }
  } else {
    const Side side = evaluate_side(derived.expr, formula::SubmissionScope(log.submission()));
    const Decimal& left = *model::number(reported->value);
    const Decimal& exact = *model::number(side.value);
    Precision precision;
    precision.kind = kind;
    precision.money = log.definitions().money;
    precision.terms = side.terms.size();
    precision.rounded_terms = side.terms.size() > 1 && side.has_rounded_term();
    precision.digits = derived.digits;
    precision.shown = reported->shown_decimals;
    const Agreement agreement = agree(left, Op::Equal, exact, precision);
    if (agreement == Agreement::Equal) {
      ++count.passed;
      return;
    }
    f.difference = left - *model::number(computed->value);
    f.expected_from = cells_of(side.figures);
    f.message = numbers_sentence(reported->value, Op::Equal, computed->value, kind);
    if (agreement != Agreement::Differs) {
      f.level = Severity::Note;
      ++count.passed;
      const Message remark = remark_of(agreement);
      f.message = {fmt::format("{}{}（{}）", derived.name, f.message.zh, remark.zh),
                   fmt::format("{}: {} ({})", derived.name, f.message.en, remark.en)};
      log.add(std::move(f));
      return;
    }
    f.clues = clues_for(left, *model::number(computed->value), side.terms);
    // 95 where 0.95 is due, and near enough: the exact factor is told by clues_for.
    const bool percent_typed = kind == model::FieldType::Percent && f.clues.empty() &&
                               agree(left / 100, Op::Equal, exact, precision) != Agreement::Differs;
    if (percent_typed) f.clues.push_back(times_100());
  }
  ++count.failed;
  f.message = numbers_sentence(reported->value, Op::Equal, computed->value, kind);
  f.message = {derived.name + f.message.zh, derived.name + ": " + f.message.en};
  f.cause = cause_of(derived, reported->value, log);
  log.add(std::move(f));
}

}  // namespace huizong::audit
