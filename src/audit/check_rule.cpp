// One 审核公式 over one submission: once, or for each name, row or group.

#include <algorithm>
#include <set>

#include "audit/check.h"
#include "audit/clue.h"
#include "audit/figures_read.h"
#include "model/display.h"

namespace huizong::audit {
namespace {

using formula::Op;
using formula::Rule;
using formula::SubmissionScope;
using model::Figure;
using model::Finding;

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size())
    text.replace(at, what.size(), with);
  return text;
}

/// {$} and {$1} in a sentence.
std::string named(std::string say, const std::vector<std::string>& dollars) {
  for (std::size_t i = 0; i < dollars.size(); ++i)
    say = replaced(say, i == 0 ? "{$}" : "{$" + std::to_string(i) + "}", dollars[i]);
  return say;
}

/// The figure a finding stands at: the first on the reported side that has a cell, else on the
/// expected side; one of the form's own file before others.
const Figure* place_of(const Side& left, const Side& right, const std::string& file) {
  const Figure* elsewhere = nullptr;
  for (const Side* side : {&left, &right}) {
    for (const Figure* figure : side->figures) {
      if (!figure->place.cell) continue;
      if (figure->place.file == file) return figure;
      if (!elsewhere) elsewhere = figure;
    }
  }
  return elsewhere;
}

/// One application of the rule.
class Application {
 public:
  Application(const Rule& rule, std::string say, CheckLog& log)
      : rule_(rule), say_(std::move(say)), log_(log), count_(log.count(rule.id)) {}

  void run(const formula::Expr& test, const formula::Expr& when, const SubmissionScope& scope) {
    when_ = &when;
    scope_ = &scope;
    if (when) {
      const model::Value applies = formula::evaluate(when, scope);
      if (const auto* reason = model::not_available(applies))
        return unchecked(evaluate_side(when, scope), {}, *reason);
      const bool* yes = std::get_if<bool>(&applies);
      if (!yes || !*yes) {
        ++count_.not_applicable;
        return;
      }
    }
    const formula::Comparison comparison = formula::comparison_of(test);
    if (!comparison.left) return run_condition(test, scope);
    const Side left = evaluate_side(comparison.left, scope);
    const Side right = evaluate_side(comparison.right, scope);
    expected_ = &comparison.right;
    compare(left, comparison.op, right);
  }

 private:
  /// A test without a comparison at its top: AND(...), or a single truth.
  void run_condition(const formula::Expr& test, const SubmissionScope& scope) {
    const Side side = evaluate_side(test, scope);
    if (const auto* reason = model::not_available(side.value)) return unchecked(side, {}, *reason);
    const bool* yes = std::get_if<bool>(&side.value);
    if (!yes) {
      ++count_.not_applicable;
    } else if (*yes) {
      pass(side, {});
    } else {
      fail(side, {}, verbatim(""));
    }
  }

  void compare(const Side& left, Op op, const Side& right) {
    for (const Side* side : {&left, &right}) {
      if (const auto* reason = model::not_available(side->value))
        return unchecked(left, right, *reason);
    }
    if (model::is_blank(left.value) && model::is_blank(right.value)) {
      ++count_.not_applicable;
      return;
    }
    const auto kind = left.kind() ? left.kind() : right.kind();
    // Nothing neither exceeds a limit nor keeps within it.
    const bool limit = op != Op::Equal && op != Op::NotEqual;
    if (limit && model::is_blank(left.value) && !left.figures.empty()) {
      const std::string& field = left.figures.front()->field;
      const std::string label = field.substr(field.rfind('.') + 1);
      return unchecked(left, right, {say("{}未填", "{} is blank", label), field});
    }
    if (model::is_blank(left.value) && !model::text(right.value)) {
      const Message due = model::display(right.value, kind.value_or(model::FieldType::Text));
      return fail(
          left, right,
          {fmt::format("未填，应为 {}", due.zh), fmt::format("blank, expected {}", due.en)});
    }
    const Decimal* a = model::number(left.value);
    const Decimal* b = model::number(right.value);
    if (a && b)
      return compare_numbers(left, *a, op, right, *b, kind.value_or(model::FieldType::Number));
    const model::Value holds = formula::compare(left.value, op, right.value);
    if (const auto* reason = model::not_available(holds)) return unchecked(left, right, *reason);
    const bool* yes = std::get_if<bool>(&holds);
    if (!yes) {
      ++count_.not_applicable;
    } else if (*yes) {
      pass(left, right);
    } else {
      fail(left, right,
           numbers_sentence(left.value, op, right.value, kind.value_or(model::FieldType::Text)));
    }
  }

  void compare_numbers(const Side& left, const Decimal& a, Op op, const Side& right,
                       const Decimal& b, model::FieldType kind) {
    Precision precision;
    precision.kind = kind;
    precision.money = log_.definitions().money;
    precision.terms = std::max(left.terms.size(), right.terms.size());
    precision.rounded_terms =
        precision.terms > 1 && (left.has_rounded_term() || right.has_rounded_term());
    precision.coarse = left.coarse() + right.coarse();
    precision.tolerance = rule_.tolerance;
    if (left.figures.size() == 1) precision.shown = left.figures.front()->shown_decimals;
    const Agreement agreement = agree(a, op, b, precision);
    const bool amounts = kind == model::FieldType::Money && op == Op::Equal && !rule_.trial &&
                         rule_.level != Severity::Note;
    if (amounts && agreement != Agreement::Differs)
      log_.add_amounts(amount_check(left, right, precision.terms));
    const Message numbers = numbers_sentence(left.value, op, right.value, kind);
    if (agreement == Agreement::Equal) return pass(left, right);
    if (agreement != Agreement::Differs) {
      const Message remark = remark_of(agreement);
      return pass_with_note(
          left, right, a - b,
          {numbers.zh + "（" + remark.zh + "）", numbers.en + " (" + remark.en + ")"});
    }
    Finding f = failure(left, right);
    f.difference = a - b;
    if (op == Op::Equal) f.clues = clues_for(a, b, right.terms, f.place);
    f.message = sentence(numbers, right);
    ++count_.failed;
    const std::size_t index = log_.add(std::move(f));
    note_failed(index, left, right, op == Op::Equal ? std::optional(a - b) : std::nullopt, kind);
    if (!amounts) return;
    AmountCheck check = amount_check(left, right, precision.terms);
    check.finding = index;
    log_.add_amounts(std::move(check));
  }

  AmountCheck amount_check(const Side& left, const Side& right, std::size_t terms) const {
    AmountCheck check{place_of(left, right, log_.submission().file), {}, terms};
    for (const Side* side : {&left, &right}) {
      for (const Figure* figure : side->figures) {
        if (figure != check.about) check.uses.push_back(figure);
      }
    }
    return check;
  }

  Finding failure(const Side& left, const Side& right) const {
    Finding f = finding(left, right, rule_.level);
    f.cause = log_.misread(left.figures);
    if (!f.cause) f.cause = log_.misread(right.figures);
    if (rule_.level != Severity::Warning) return f;
    const Side when = *when_ ? evaluate_side(*when_, *scope_) : Side{};  // what made it apply
    f.figures_read = figures_read({&when, &left, &right}, log_);
    return f;
  }

  Finding finding(const Side& left, const Side& right, Severity level) const {
    Finding f = log_.finding(rule_.id, level, place_of(left, right, log_.submission().file));
    f.trial = rule_.trial;
    // A condition has no two numbers to show, only the fact that it does not hold.
    if (!std::holds_alternative<bool>(left.value)) f.reported = left.value;
    f.expected = right.value;
    f.expected_from = cells_of(right.figures, f.place);
    f.cite = rule_.cite;
    return f;
  }

  /// Where what is expected comes from, if that is another form or year: without the form's own
  /// words that it was looked up by.
  std::vector<const Figure*> sources_elsewhere(const Side& right) const {
    bool elsewhere = false;
    std::set<const Figure*> own_words;
    for (const formula::Path& path : formula::paths_of(*expected_)) {
      elsewhere = elsewhere || path.is_elsewhere();
      if (path.is_elsewhere()) continue;
      for (const Figure* figure : scope_->figures(path)) {
        if (model::text(figure->value)) own_words.insert(figure);
      }
    }
    std::vector<const Figure*> sources = elsewhere ? right.figures : std::vector<const Figure*>{};
    std::erase_if(sources, [&](const Figure* figure) { return own_words.contains(figure); });
    return sources;
  }

  Message sentence(const Message& numbers, const Side& right) const {
    if (numbers.empty()) return verbatim(say_);
    Message from;
    const std::string cells = cells_of(sources_elsewhere(right), {}, kCellsNamed);
    if (!cells.empty()) from = say("（应为数取自 {}）", " (expected from {})", cells);
    return {say_ + "：" + numbers.zh + from.zh, say_ + ": " + numbers.en + from.en};
  }

  void pass(const Side& left, const Side& right) {
    ++count_.passed;
    if (log_.lists_passed()) log_.list_passed(finding(left, right, Severity::Note));
  }

  void fail(const Side& left, const Side& right, const Message& numbers) {
    ++count_.failed;
    Finding f = failure(left, right);
    f.message = sentence(numbers, right);
    note_failed(log_.add(std::move(f)), left, right);
  }

  void note_failed(std::size_t finding, const Side& left, const Side& right,
                   std::optional<Decimal> difference = {},
                   model::FieldType kind = model::FieldType::Text) {
    FailedCheck check{finding, left.figures, std::move(difference), kind};
    if (left.figures.size() == 1) check.alone = left.figures.front();
    check.figures.insert(check.figures.end(), right.figures.begin(), right.figures.end());
    log_.add_failed(std::move(check));
  }

  void pass_with_note(const Side& left, const Side& right, const Decimal& difference,
                      const Message& numbers) {
    pass(left, right);
    Finding f = finding(left, right, Severity::Note);
    f.difference = difference;
    f.message = sentence(numbers, right);
    log_.add(std::move(f));
  }

  void unchecked(const Side& left, const Side& right, const model::NotAvailable& reason) {
    if (reason.absence == model::Absence::NotOwed) {
      ++count_.not_applicable;
      return;
    }
    ++count_.unchecked;
    Finding f = finding(left, right, Severity::Unchecked);
    f.message = {say_ + "：未能检查，" + reason.why.zh,
                 say_ + ": could not be checked, " + reason.why.en};
    std::vector<const Figure*> figures = left.figures;
    figures.insert(figures.end(), right.figures.begin(), right.figures.end());
    log_.add_unchecked(std::move(f), reason, figures);
  }

  static constexpr std::size_t kCellsNamed = 3;  ///< in a sentence; the finding has all

  const Rule& rule_;
  std::string say_;
  CheckLog& log_;
  model::CheckCount& count_;
  const formula::Expr* expected_ = nullptr;  ///< of a comparison
  const formula::Expr* when_ = nullptr;      ///< may hold none
  const SubmissionScope* scope_ = nullptr;
};

void run_each_row(const Rule& rule, const model::Table& table, CheckLog& log) {
  for (const model::TableRow& row : table.rows) {
    if (!row.has_figure) continue;
    Application(rule, rule.say, log)
        .run(rule.test, rule.when, SubmissionScope(log.submission(), row, log.others()));
  }
}

/// The values of the grouping columns, in their order; nothing where the row lacks one.
std::vector<std::string> group_of(const Rule& rule, const model::TableRow& row) {
  std::vector<std::string> names;
  for (const std::string& column : rule.each_columns) {
    const auto cell = row.columns.find(column);
    if (cell == row.columns.end()) return {};
    names.push_back(model::to_string(cell->second.value));
  }
  return names;
}

void run_each_group(const Rule& rule, const model::Table& table, CheckLog& log) {
  std::vector<std::vector<std::string>> order;
  std::map<std::vector<std::string>, std::vector<const model::TableRow*>> groups;
  for (const model::TableRow& row : table.rows) {
    const std::vector<std::string> names = group_of(rule, row);
    if (!row.has_figure || names.empty()) continue;
    if (groups[names].empty()) order.push_back(names);
    groups[names].push_back(&row);
  }
  for (const std::vector<std::string>& names : order) {
    std::string say = rule.say;
    for (std::size_t i = 0; i < names.size(); ++i)
      say = replaced(std::move(say), "{" + rule.each_columns[i] + "}", names[i]);
    Application(rule, say, log)
        .run(rule.test, rule.when,
             SubmissionScope(log.submission(), groups[names], rule.each_columns, log.others()));
  }
}

}  // namespace

void check_rule(const Rule& rule, CheckLog& log) {
  log.count(rule.id);
  if (!rule.each_table.empty()) {
    const auto table = log.submission().tables.find(rule.each_table);
    if (table == log.submission().tables.end()) {
      const model::NotAvailable reason = log.unread(rule.each_table);
      Finding f = log.finding(rule.id, Severity::Unchecked, nullptr);
      f.field = rule.each_table;
      f.trial = rule.trial;
      f.cite = rule.cite;
      f.message = {rule.say + "：未能检查，" + reason.why.zh,
                   rule.say + ": could not be checked, " + reason.why.en};
      ++log.count(rule.id).unchecked;
      return log.add_unchecked(std::move(f), reason);
    }
    return rule.each_columns.empty() ? run_each_row(rule, table->second, log)
                                     : run_each_group(rule, table->second, log);
  }
  const SubmissionScope scope(log.submission(), log.others());
  for (const std::vector<std::string>& dollars : rule.dollars()) {
    Application(rule, named(rule.say, dollars), log)
        .run(formula::instantiate(rule.test, dollars),
             rule.when ? formula::instantiate(rule.when, dollars) : nullptr, scope);
  }
}

}  // namespace huizong::audit
