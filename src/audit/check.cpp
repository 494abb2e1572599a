// What follows from what: a check that could not be made, or failed, for want of
// a figure follows from the finding about that figure.

#include "audit/check.h"

#include <algorithm>

#include "formula/code_levels.h"

namespace huizong::audit {

using model::Finding;

namespace {

/// An error for which a form is not used, or not counted.
bool keeps_out(const Finding& f) {
  for (const char* mark : {"-X-", "-Y-", "-M-", "-I-"}) {
    if (f.rule.starts_with(f.form + mark)) return true;
  }
  return false;
}

/// A finding of reading calls a row's figure 表.列, the audit 列. Many figures of a text stand in
/// one cell.
bool names(const Finding& f, const model::Figure* figure) {
  return figure && (f.field == figure->field || f.field.ends_with("." + figure->field));
}

/// 公共支出.科目编码, where the levels of the table cannot be told: the code for which they cannot.
const model::Figure* code_at_fault(const model::Submission& submission, const std::string& path) {
  for (const auto& [name, table] : submission.tables) {
    if (!path.starts_with(name + ".")) continue;
    const model::Figure* code = formula::CodeLevels(table).wrong();
    if (code && path == name + "." + code->field) return code;
  }
  return nullptr;
}

}  // namespace

bool CheckLog::is_own(const Finding& f) const {
  return f.form == submission_.key.form && (f.item.empty() || f.item == submission_.key.item);
}

Finding CheckLog::finding(const std::string& rule, Severity level, const model::Figure* at) const {
  Finding f;
  f.rule = rule;
  f.level = level;
  f.unit = {submission_.key.unit, submission_.unit_name};
  f.item = submission_.key.item;
  f.form = submission_.key.form;
  f.place = at ? at->place : Location{submission_.file, submission_.sheet, std::nullopt};
  if (at) f.field = at->field;
  if (at) f.quote = at->sentence;
  return f;
}

std::size_t CheckLog::add(Finding finding) {
  if (!finding.quote.empty()) {  // a cell of prose is long: where in it?
    finding.message.zh += "（原文“" + finding.quote + "”）";
    finding.message.en += " (the text reads \"" + finding.quote + "\")";
  }
  result_.findings.push_back(std::move(finding));
  return result_.findings.size() - 1;
}

void CheckLog::list_passed(const Finding& check) {
  if (!lists_passed_) return;
  result_.passed.push_back({check.rule, check.unit, check.item, check.form, check.place,
                            check.field, check.reported, check.expected});
}

std::vector<const model::Figure*> CheckLog::missing_at(
    const std::string& path, const std::vector<const model::Figure*>& used) const {
  if (path.empty()) return {};
  if (const model::Figure* own = submission_.find(path)) return {own};
  if (const model::Figure* code = code_at_fault(submission_, path)) return {code};
  std::vector<const model::Figure*> found;
  for (const model::Figure* figure : used) {
    const bool named = figure->field == path || path.ends_with("." + figure->field);
    if (named && !model::number(figure->value)) found.push_back(figure);
  }
  if (!found.empty()) return found;
  const auto is_used = [&](const auto& column) {
    return std::find(used.begin(), used.end(), &column.second) != used.end();
  };
  for (const auto& [name, table] : submission_.tables) {
    for (const model::TableRow& row : table.rows) {
      const auto column = row.columns.find(path);
      if (column == row.columns.end()) break;
      if (std::any_of(row.columns.begin(), row.columns.end(), is_used)) return {&column->second};
    }
  }
  return {};
}

bool CheckLog::UncheckedRoot::is_about(const std::string& other_path,
                                       const model::Figure* figure) const {
  if (!missing || !figure) return !missing && !figure && path == other_path;
  return missing == figure ||
         (figure->place.cell && missing->place == figure->place && missing->field == figure->field);
}

std::optional<std::size_t> CheckLog::root_about(const std::string& path,
                                                const model::Figure* missing) const {
  if (path.empty()) return std::nullopt;
  for (const UncheckedRoot& root : unchecked_roots_) {
    if (root.is_about(path, missing)) return root.finding;
  }
  const std::size_t sign = path.find('!');
  const std::string form = sign == std::string::npos ? "" : path.substr(0, sign);
  const std::string field = sign == std::string::npos ? path : path.substr(sign + 1);
  const bool placed = missing && missing->place.cell;
  for (std::size_t i = 0; i < result_.findings.size(); ++i) {
    const Finding& f = result_.findings[i];
    if (form.empty() ? !is_own(f) : f.form != form) continue;
    // What keeps a whole form out: it came twice, is of another year, in another unit of money.
    if (field.empty() && f.level == Severity::Error && keeps_out(f)) return f.cause.value_or(i);
    const bool of_block =
        !f.field.empty() && field.compare(0, f.field.size() + 1, f.field + ".") == 0;
    const bool lost = std::any_of(f.lost.begin(), f.lost.end(), [&](const std::string& block) {
      return field == block || field.starts_with(block + ".");
    });
    const bool about = (f.field == field || names(f, missing)) &&
                       (!placed || !f.place.cell || f.place == missing->place);
    if ((about || of_block || lost) && f.level != Severity::Note) return f.cause ? f.cause : i;
  }
  return std::nullopt;
}

std::optional<std::size_t> CheckLog::root_at(
    const std::vector<const model::Figure*>& figures) const {
  for (const model::Figure* figure : figures) {
    if (!figure->place.cell) continue;
    for (std::size_t i = 0; i < result_.findings.size(); ++i) {
      const Finding& f = result_.findings[i];
      if (f.place == figure->place && names(f, figure) && f.level != Severity::Note &&
          !model::number(figure->value))
        return f.cause ? f.cause : i;
    }
  }
  return std::nullopt;
}

std::optional<std::size_t> CheckLog::misread(
    const std::vector<const model::Figure*>& figures) const {
  for (const model::Figure* figure : figures) {
    if (!model::is_numeric(figure->type) && figure->type != model::FieldType::Mark) continue;
    if (model::number(figure->value) || model::is_blank(figure->value)) continue;
    if (const auto read = root_at({figure});
        read && result_.findings[*read].level == Severity::Error)
      return read;
  }
  return std::nullopt;
}

std::optional<std::size_t> CheckLog::found_at(const model::Figure& figure) const {
  for (std::size_t i = 0; i < result_.findings.size(); ++i) {
    const Finding& f = result_.findings[i];
    if (figure.place.cell && f.place == figure.place && f.level == Severity::Error && !f.cause)
      return i;
  }
  return std::nullopt;
}

void CheckLog::put_under_last(std::size_t index) {
  const std::size_t last = result_.findings.size() - 1;
  const std::size_t root = result_.findings[last].cause.value_or(last);
  if (root != index) result_.findings[index].cause = root;
}

void CheckLog::put_under_later_errors() {
  auto& findings = result_.findings;
  for (const UncheckedRoot& root : unchecked_roots_) {
    if (findings[root.finding].cause) continue;
    const bool placed = root.missing && root.missing->place.cell;
    for (std::size_t j = root.finding + 1; j < findings.size(); ++j) {
      const bool about =
          placed ? findings[j].place == root.missing->place && names(findings[j], root.missing)
                 : findings[j].field == root.path;
      if (findings[j].level != Severity::Error || findings[j].cause || !about ||
          !is_own(findings[j]))
        continue;
      for (Finding& f : findings) {
        if (f.cause == root.finding) f.cause = j;
      }
      findings[root.finding].cause = j;
      break;
    }
  }
}

AuditResult CheckLog::take() {
  put_under_later_errors();
  put_under_one_root(amounts_, result_.findings);
  return std::move(result_);
}

std::optional<std::size_t> CheckLog::in_list(std::size_t index,
                                             const std::vector<Finding>& findings) const {
  const Finding& own = result_.findings[index];
  const auto same = std::find_if(findings.begin(), findings.end(), [&](const Finding& f) {
    return f.rule == own.rule && f.place == own.place && f.field == own.field &&
           f.difference == own.difference && is_own(f);
  });
  if (same == findings.end()) return std::nullopt;
  return static_cast<std::size_t>(same - findings.begin());
}

std::vector<FailedCheck> CheckLog::take_failed(const std::vector<Finding>& findings) {
  std::vector<FailedCheck> failed;
  for (FailedCheck& check : failed_) {
    const auto at = in_list(check.finding, findings);
    if (!at || findings[*at].cause || findings[*at].trial) continue;
    if (findings[*at].level != Severity::Error && findings[*at].level != Severity::Warning)
      continue;
    check.finding = *at;
    failed.push_back(std::move(check));
  }
  return failed;
}

std::vector<AmountCheck> CheckLog::take_amounts(const std::vector<Finding>& findings) {
  std::vector<AmountCheck> amounts;
  for (AmountCheck& check : amounts_) {
    if (check.finding) {
      check.finding = in_list(*check.finding, findings);
      if (!check.finding) continue;
    }
    check.unit = model::in_yuan(submission_.money);
    amounts.push_back(std::move(check));
  }
  return amounts;
}

void CheckLog::add_unchecked(Finding finding, const model::NotAvailable& reason,
                             const std::vector<const model::Figure*>& figures) {
  if (reason.absence == model::Absence::NoLastYear) {
    result_.without_last_year.insert(finding.rule);
    return;
  }
  finding.level = Severity::Unchecked;
  const auto all = missing_at(reason.field, figures);
  const model::Figure* missing = all.size() == 1 ? all.front() : nullptr;
  // A whole column is named 表.列; what a row is the sum of has only the column's name.
  const bool of_list = all.size() > 1;
  const bool known =
      !reason.field.empty() && (!of_list || reason.field.find('.') != std::string::npos);
  if (reason.field.empty() || of_list) finding.cause = root_at(of_list ? all : figures);
  if (!finding.cause && known) finding.cause = root_about(reason.field, missing);
  const bool root = !finding.cause;
  const bool unread = missing && !missing->derived && model::not_available(missing->value);
  if ((root || unread) && missing && missing->place.cell &&
      missing->place.file == submission_.file) {
    // The root stands at the figure that is missing, where it can be put right; so does all that
    // was to be checked with a sentence that goes off.
    finding.place = missing->place;
    finding.quote = missing->sentence;
    if (root) finding.field = missing->field;
    if (root) finding.reported = missing->value;
  }
  const std::size_t index = add(std::move(finding));
  if (root && known) unchecked_roots_.push_back({reason.field, missing, index});
}

model::NotAvailable CheckLog::unread(const std::string& table) const {
  const auto column = submission_.figures.lower_bound(table + ".");
  if (column != submission_.figures.end() && column->first.starts_with(table + ".")) {
    if (const auto* why = model::not_available(column->second.value)) return *why;
  }
  return {say("{}未能对齐", "{} could not be aligned", table), table};
}

std::optional<std::size_t> CheckLog::failed(const std::string& rule, std::optional<int> row) const {
  for (std::size_t i = result_.findings.size(); i-- > 0;) {
    const Finding& f = result_.findings[i];
    const bool there = !row || (f.place.cell && f.place.cell->row == *row);
    if (f.rule == rule && f.level == Severity::Error && there && is_own(f)) return i;
  }
  return std::nullopt;
}

}  // namespace huizong::audit
