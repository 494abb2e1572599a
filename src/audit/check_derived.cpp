// The implied rule of a derived figure: what the unit reported in the form's
// own cell must be what we compute.

#include "audit/check.h"
#include "audit/clue.h"
#include "audit/figures_read.h"
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
  AsReported(formula::SubmissionScope scope, std::string table,
             const formula::Definitions& definitions)
      : scope_(std::move(scope)), table_(std::move(table)), definitions_(definitions) {}

  formula::Operand find(const formula::Path& path) const override {
    const Derived* derived = definitions_.named(path, table_);
    if (!derived || derived->reported.empty()) return scope_.find(path);
    const bool whole_column = derived->by_row() && path.to_string() == derived->path();
    return scope_.find(
        path_of(whole_column ? derived->each_table + "." + derived->reported : derived->reported));
  }
  std::optional<model::FieldType> type(const formula::Path& path) const override {
    return scope_.type(path);
  }
  formula::Operand children(const formula::Path& column) const override {
    return scope_.children(column);
  }
  formula::Operand top(const formula::Path& column) const override { return scope_.top(column); }

 private:
  static formula::Path path_of(const std::string& text) {
    formula::Path path;
    for (std::size_t at = 0; at != std::string::npos;) {
      const std::size_t dot = text.find('.', at);
      path.parts.push_back(text.substr(at, dot == std::string::npos ? dot : dot - at));
      at = dot == std::string::npos ? dot : dot + 1;
    }
    return path;
  }

  formula::SubmissionScope scope_;
  std::string table_;
  const formula::Definitions& definitions_;
};

/// One application: over the form, or in one row of a table.
struct Instance {
  const Figure* reported = nullptr;
  const Figure* computed = nullptr;
  formula::SubmissionScope scope;
};

Value banded(const Derived& derived, const Value& value) {
  const Decimal* n = model::number(value);
  if (derived.bands.empty() || !n) return value;
  if (const auto label = formula::band_of(*n, derived.bands)) return *label;
  return model::NotAvailable{};
}

/// The finding this one follows from: the unit computed rightly from another reported figure that
/// is itself wrong.
std::optional<std::size_t> cause_of(const Derived& derived, const Instance& at,
                                    const CheckLog& log) {
  const Value& reported = at.reported->value;
  const Value from_reported = banded(
      derived,
      formula::evaluate(derived.expr, AsReported(at.scope, derived.each_table, log.definitions())));
  const Decimal* n = model::number(from_reported);
  const bool same =
      n ? model::number(reported) && n->rounded(derived.digits) == *model::number(reported)
        : from_reported == reported;
  if (!same) return std::nullopt;
  for (const formula::Path& path : formula::paths_of(derived.expr)) {
    const Derived* other = log.definitions().named(path, derived.each_table);
    if (!other) continue;
    // In a row it follows from what is wrong in that row.
    const bool same_row = derived.by_row() && other->by_row() && at.reported->place.cell;
    const auto row = same_row ? std::optional(at.reported->place.cell->row) : std::nullopt;
    if (const auto failed = log.failed(derived_rule_id(log.definitions(), other->name), row))
      return failed;
  }
  return std::nullopt;
}

void check_one(const Derived& derived, const Instance& at, CheckLog& log) {
  const std::string rule = derived_rule_id(log.definitions(), derived.name);
  model::CheckCount& count = log.count(rule);
  const Figure *reported = at.reported, *computed = at.computed;
  if (!computed) return;

  Finding f = log.finding(rule, derived.level, reported);
  f.trial = derived.trial;
  f.field = derived.reported;
  f.reported = reported ? reported->value : Value{};
  f.expected = computed->value;
  const model::FieldType kind = computed->type;

  const auto passed = [&] {
    ++count.passed;
    log.list_passed(f);
  };
  const auto add = [&] {
    if (f.level == Severity::Warning) {
      const Side side = evaluate_side(derived.expr, at.scope);
      f.figures_read = figures_read({&side}, log);
    }
    return log.add(std::move(f));
  };
  const auto unchecked = [&](const model::NotAvailable& reason) {
    if (reason.absence == model::Absence::NotOwed) {
      ++count.not_applicable;
      return;
    }
    ++count.unchecked;
    f.message = {fmt::format("{}未能检查：{}", derived.name, reason.why.zh),
                 fmt::format("{} could not be checked: {}", derived.name, reason.why.en)};
    // #DIV/0! in the form's own cell says no more than that there is nothing to divide by.
    const bool form_failed = reported &&
                             std::holds_alternative<model::CellError>(reported->value) &&
                             model::not_available(computed->value);
    const std::optional<std::size_t> in_cell = form_failed ? log.found_at(*reported) : std::nullopt;
    log.add_unchecked(f, reason, {reported ? reported : computed, computed});
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
    f.level = reported->required ? derived.level : Severity::Note;
    ++(reported->required ? count.failed : count.unchecked);
    const Message value = model::display(computed->value, kind);
    f.message = {fmt::format("{}未填，计算值为 {}", derived.name, value.zh),
                 fmt::format("{} is blank; computed, it is {}", derived.name, value.en)};
    add();
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
    if (const bool* yes = std::get_if<bool>(&same); yes && *yes) return passed();
  } else {
    const Side side = evaluate_side(derived.expr, at.scope);
    const Decimal& left = *model::number(reported->value);
    const Decimal& exact = *model::number(side.value);
    Precision precision;
    precision.kind = kind;
    precision.money = log.definitions().money;
    precision.terms = side.terms.size();
    precision.rounded_terms = side.terms.size() > 1 && side.has_rounded_term();
    precision.coarse = side.coarse();
    precision.digits = derived.digits;
    precision.shown = reported->shown_decimals;
    const Agreement agreement = agree(left, Op::Equal, exact, precision);
    if (agreement == Agreement::Equal) return passed();
    f.difference = left - *model::number(computed->value);
    f.expected_from = cells_of(side.figures, f.place);
    f.message = numbers_sentence(reported->value, Op::Equal, computed->value, kind);
    if (agreement != Agreement::Differs) {
      passed();
      f.level = Severity::Note;
      const Message remark = remark_of(agreement);
      f.message = {fmt::format("{}{}（{}）", derived.name, f.message.zh, remark.zh),
                   fmt::format("{}: {} ({})", derived.name, f.message.en, remark.en)};
      log.add(std::move(f));
      return;
    }
    f.clues = clues_for(left, *model::number(computed->value), side.terms, f.place);
    // 95 where 0.95 is due, and near enough: the exact factor is told by clues_for.
    const bool percent_typed = kind == model::FieldType::Percent && f.clues.empty() &&
                               agree(left / 100, Op::Equal, exact, precision) != Agreement::Differs;
    if (percent_typed) f.clues.push_back(times_100());
  }
  ++count.failed;
  f.message = numbers_sentence(reported->value, Op::Equal, computed->value, kind);
  f.message = {derived.name + f.message.zh, derived.name + ": " + f.message.en};
  f.cause = cause_of(derived, at, log);
  FailedCheck failed{0, evaluate_side(derived.expr, at.scope).figures, f.difference, kind,
                     reported};
  failed.figures.push_back(reported);
  failed.finding = add();
  log.add_failed(std::move(failed));
}

const Figure* column_of(const model::TableRow& row, const std::string& name) {
  const auto found = row.columns.find(name);
  return found == row.columns.end() ? nullptr : &found->second;
}

}  // namespace

void check_derived(const Derived& derived, CheckLog& log) {
  if (derived.reported.empty()) return;
  log.count(derived_rule_id(log.definitions(), derived.name));
  const model::Submission& submission = log.submission();
  if (!derived.by_row()) {
    return check_one(derived,
                     {submission.find(derived.reported), submission.find(derived.name),
                      formula::SubmissionScope(submission, log.others())},
                     log);
  }
  const auto table = submission.tables.find(derived.each_table);
  if (table == submission.tables.end()) {
    const model::NotAvailable reason = log.unread(derived.each_table);
    const std::string rule = derived_rule_id(log.definitions(), derived.name);
    Finding f = log.finding(rule, Severity::Unchecked, nullptr);
    f.field = derived.each_table;
    f.message = {fmt::format("{}未能检查：{}", derived.name, reason.why.zh),
                 fmt::format("{} could not be checked: {}", derived.name, reason.why.en)};
    ++log.count(rule).unchecked;
    return log.add_unchecked(std::move(f), reason);
  }
  for (const model::TableRow& row : table->second.rows) {
    if (!row.has_figure) continue;
    check_one(derived,
              {column_of(row, derived.reported), column_of(row, derived.name),
               formula::SubmissionScope(submission, row, log.others())},
              log);
  }
}

}  // namespace huizong::audit
