// What every check of one submission shares: where findings and counts go.

#pragma once

#include <optional>
#include <string>

#include "audit/audit.h"
#include "audit/comparison.h"
#include "audit/correction.h"
#include "audit/same_difference.h"
#include "audit/side.h"

namespace huizong::audit {

class CheckLog {
 public:
  CheckLog(const model::Submission& submission, const formula::Definitions& definitions,
           std::vector<model::Finding> found, bool lists_passed,
           const model::FigureSource* others = nullptr)
      : submission_(submission),
        definitions_(definitions),
        lists_passed_(lists_passed),
        others_(others) {
    result_.findings = std::move(found);
  }

  const model::Submission& submission() const { return submission_; }
  const formula::Definitions& definitions() const { return definitions_; }
  const model::FigureSource* others() const { return others_; }

  /// A rule that never applies is still counted, with zeros.
  model::CheckCount& count(const std::string& rule) { return result_.checks[rule]; }

  /// A finding of this submission, at the figure's place (or at the sheet, without one).
  model::Finding finding(const std::string& rule, Severity level, const model::Figure* at) const;
  std::size_t add(model::Finding finding);
  /// A check of amounts was made; `check.finding` is what it found, in this form's unit of money.
  void add_amounts(AmountCheck check) { amounts_.push_back(std::move(check)); }
  void add_failed(FailedCheck check) { failed_.push_back(std::move(check)); }

  bool lists_passed() const { return lists_passed_; }
  /// The check held; `check` is what a finding would have told. Nothing unless they are listed.
  void list_passed(const model::Finding& check);

  /// The check could not be made because of this n/a: found, following from whatever was first
  /// found about the figure that it began with, if that is one of these or stands in their row. For
  /// want of a sentence it stands where that goes off.
  /// That the job has no figures of last year is said once, for the whole job.
  void add_unchecked(model::Finding finding, const model::NotAvailable& reason,
                     const std::vector<const model::Figure*>& figures = {});

  /// Why there are no rows of that table at all.
  model::NotAvailable unread(const std::string& table) const;

  /// The last failed finding of that rule in this submission, in that row of its sheet if one is
  /// given, if any.
  std::optional<std::size_t> failed(const std::string& rule,
                                    std::optional<int> row = std::nullopt) const;

  /// The error of reading for which one of these has no value: a check that fails without it
  /// follows.
  std::optional<std::size_t> misread(const std::vector<const model::Figure*>& figures) const;

  /// The error that reading found in this figure's cell.
  std::optional<std::size_t> found_at(const model::Figure& figure) const;
  /// That finding follows from the one added last (or from what that follows from).
  void put_under_last(std::size_t index);

  AuditResult take();
  /// The checks of amounts that were made, their findings looked up in `findings`; one that is not
  /// there is left out.
  std::vector<AmountCheck> take_amounts(const std::vector<model::Finding>& findings);
  /// The checks that failed, of which `findings` has a root: an error or a warning.
  std::vector<FailedCheck> take_failed(const std::vector<model::Finding>& findings);

 private:
  /// One of the log's own findings in another list of the unit's.
  std::optional<std::size_t> in_list(std::size_t own,
                                     const std::vector<model::Finding>& findings) const;
  /// Of this submission, not of another form or item of the unit.
  bool is_own(const model::Finding& finding) const;
  /// The figure that an n/a began with: one of the form, one that was used, or one in the row of
  /// those that were; several of a list.
  std::vector<const model::Figure*> missing_at(const std::string& path,
                                               const std::vector<const model::Figure*>& used) const;
  /// The first finding that says why what the path names has no value. Of a figure with a cell only
  /// what is about that cell: the same column has one in each row.
  std::optional<std::size_t> root_about(const std::string& path,
                                        const model::Figure* missing) const;
  std::optional<std::size_t> root_at(const std::vector<const model::Figure*>& figures) const;
  /// What could not be checked for want of a figure follows from an error about that figure, even
  /// one found later.
  void put_under_later_errors();

  const model::Submission& submission_;
  const formula::Definitions& definitions_;
  bool lists_passed_;
  const model::FigureSource* others_;
  AuditResult result_;
  std::vector<AmountCheck> amounts_;
  std::vector<FailedCheck> failed_;
  /// What could not be checked first for want of a figure.
  struct UncheckedRoot {
    std::string path;
    const model::Figure* missing = nullptr;
    std::size_t finding = 0;
    bool is_about(const std::string& other_path, const model::Figure* figure) const;
  };
  std::vector<UncheckedRoot> unchecked_roots_;
};

void check_rule(const formula::Rule& rule, CheckLog& log);
void check_derived(const formula::Derived& derived, CheckLog& log);

/// "填报 1,120.06，应为 1,126.56，差 -6.50"; inequalities name the limit.
Message numbers_sentence(const model::Value& reported, formula::Op op, const model::Value& expected,
                         model::FieldType kind);

std::string derived_rule_id(const formula::Definitions& definitions,
                            const std::string& name);  ///< ZTZP-D-执行率

}  // namespace huizong::audit
