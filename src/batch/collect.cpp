#include "batch/collect.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"

namespace huizong::batch {
namespace {

using model::Finding;
using model::Standing;
using model::SubmissionKey;

/// Whether two submissions say the same in every mapped cell.
bool same_content(const model::Submission& a, const model::Submission& b) {
  const auto same_figures = [](const std::map<std::string, model::Figure>& x,
                               const std::map<std::string, model::Figure>& y) {
    return std::equal(x.begin(), x.end(), y.begin(), y.end(), [](const auto& p, const auto& q) {
      return p.first == q.first && p.second.value == q.second.value;
    });
  };
  if (!same_figures(a.figures, b.figures) || a.tables.size() != b.tables.size()) return false;
  for (const auto& [name, table] : a.tables) {
    const auto other = b.tables.find(name);
    if (other == b.tables.end() || other->second.rows.size() != table.rows.size()) return false;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      if (!same_figures(table.rows[i].columns, other->second.rows[i].columns)) return false;
    }
  }
  return true;
}

/// The file of each; where one file holds several of them, with the sheet.
std::vector<std::string> sources_of(const std::vector<ProcessedSubmission>& list) {
  std::map<std::string, int> times;
  for (const ProcessedSubmission& p : list) ++times[p.submission.file];
  std::vector<std::string> sources;
  for (const ProcessedSubmission& p : list) {
    const model::Submission& s = p.submission;
    sources.push_back(times[s.file] == 1 ? s.file : to_string(Location{s.file, s.sheet, s.cell}));
  }
  return sources;
}

/// A form of another year, or one with no amount in it: beside the right one it is not a rival.
bool is_bystander(const model::Submission& s, int year) {
  if (s.form_year && *s.form_year != year) return true;
  const auto amount = [](const auto& entry) {
    return entry.second.type == model::FieldType::Money && !entry.second.derived &&
           model::number(entry.second.value);
  };
  const auto any_amount = [&](const std::map<std::string, model::Figure>& figures) {
    return std::any_of(figures.begin(), figures.end(), amount);
  };
  if (any_amount(s.figures)) return false;
  for (const auto& [name, table] : s.tables) {
    for (const model::TableRow& row : table.rows) {
      if (any_amount(row.columns)) return false;
    }
  }
  return true;
}

class Collector {
 public:
  explicit Collector(const job::Job& job) : job_(job) {}

  model::RunResult collect(std::vector<ProcessedFile> files,
                           std::vector<model::IgnoredFile> ignored) {
    result_.intake.ignored = std::move(ignored);
    for (ProcessedFile& file : files) take(file);
    for (auto& [key, list] : by_key_) settle(list);
    for (ProcessedSubmission& blank : blank_copies_) settle_blank(blank);
    list_owed();
    put_in_order();
    return std::move(result_);
  }

 private:
  using Order = std::pair<std::size_t, SubmissionKey>;  // place in the unit list first

  void take(ProcessedFile& file) {
    if (!file.hash.empty()) result_.files.emplace_back(file.file, file.hash);
    if (file.unread) {
      if (!file.unread->unit.empty()) unread_units_.insert(file.unread->unit);
      result_.intake.unread.push_back(std::move(*file.unread));
    }
    for (ProcessedSubmission& s : file.submissions) {
      const model::BudgetUnit* unit = job_.units.by_code(s.submission.key.unit);
      if (!unit) {
        add_unknown({file.file, s.reported_unit});
      } else if (!owes(*unit, s.submission.key.form)) {
        result_.findings.push_back(
            about(s.submission, "-X-未要求", Severity::Error,
                  say("单位名录的“应报表”没有要求 {} 报这张表，未计入；请核对名录，或把这份移走",
                      "the unit list does not ask {} for this form; not counted. Correct the list, "
                      "or move the file away",
                      unit->name)));
      } else if (s.item_missing && is_bystander(s.submission, job_.year)) {
        blank_copies_.push_back(std::move(s));
      } else {
        by_key_[s.submission.key].push_back(std::move(s));
      }
    }
  }

  /// Several forms of one workbook are one unknown unit.
  void add_unknown(model::UnknownUnit unit) {
    auto& unknown = result_.intake.unknown;
    const bool known = std::any_of(unknown.begin(), unknown.end(), [&](const auto& other) {
      return other.file == unit.file && other.name == unit.name;
    });
    if (!known) unknown.push_back(std::move(unit));
  }

  /// A copy that tells no item and holds no amount is a spare one, beside others of the unit.
  void settle_blank(ProcessedSubmission& blank) {
    const SubmissionKey& key = blank.submission.key;
    const std::pair<std::string, std::string> pair{key.unit, key.form};
    if (!in_.count(pair) && !ambiguous_.count(pair)) return take_in(blank);
    result_.findings.push_back(
        about(blank.submission, "-X-搁置", Severity::Note,
              say("这一份没有写项目，也没有填金额，像是空白表，没有采用",
                  "this copy names no item and holds no amount; it seems blank and is set aside")));
  }

  static Finding about(const model::Submission& s, const char* rule, Severity level,
                       Message message) {
    Finding f;
    f.rule = s.key.form + rule;
    f.level = level;
    f.unit = {s.key.unit, s.unit_name};
    f.item = s.key.item;
    f.form = s.key.form;
    f.place = {s.file, s.sheet, std::nullopt};
    f.message = std::move(message);
    return f;
  }

  /// Takes away forms of other years and empty ones, as long as one remains.
  void set_bystanders_aside(std::vector<ProcessedSubmission>& list) {
    const auto stays = [&](const ProcessedSubmission& p) {
      return !is_bystander(p.submission, job_.year);
    };
    if (list.size() < 2 || std::none_of(list.begin(), list.end(), stays)) return;
    const auto gone = std::stable_partition(list.begin(), list.end(), stays);
    for (auto it = gone; it != list.end(); ++it)
      result_.findings.push_back(
          about(it->submission, "-X-搁置", Severity::Note,
                say("这张表是别的年度的，或没有填金额，没有采用；同一单位本年度的表已采用",
                    "this form is of another year, or holds no amount, and is set aside for the "
                    "unit's form of this year")));
    list.erase(gone, list.end());
  }

  /// Of the submissions under one key: the only one, the first of identical ones, or none.
  void settle(std::vector<ProcessedSubmission>& list) {
    set_bystanders_aside(list);
    ProcessedSubmission& first = list.front();
    const SubmissionKey& key = first.submission.key;
    if (list.size() > 1) {
      const bool identical =
          std::all_of(list.begin() + 1, list.end(), [&](const ProcessedSubmission& other) {
            return same_content(first.submission, other.submission);
          });
      add_duplicate(list, identical);
      if (!identical) {
        ambiguous_.insert({key.unit, key.form});
        return;
      }
    }
    take_in(first);
  }

  void take_in(ProcessedSubmission& taken) {
    in_.insert({taken.submission.key.unit, taken.submission.key.form});
    const std::size_t base = result_.findings.size();
    for (Finding& f : taken.findings) {
      if (f.cause) *f.cause += base;
      result_.findings.push_back(std::move(f));
    }
    std::move(taken.passed.begin(), taken.passed.end(), std::back_inserter(result_.passed));
    model::add_counts(result_.checks, taken.checks);
    result_.submissions.push_back(std::move(taken.submission));
  }

  void add_duplicate(const std::vector<ProcessedSubmission>& list, bool identical) {
    const model::Submission& first = list.front().submission;
    const std::vector<std::string> sources = sources_of(list);
    model::DuplicateFiles duplicate{first.key.unit,
                                    first.key.form,
                                    first.key.item,
                                    identical ? sources.front() : "",
                                    {sources.begin() + (identical ? 1 : 0), sources.end()}};
    std::string all;
    for (const std::string& source : sources) all += (all.empty() ? "" : "、") + source;

    Finding f = about(first, "-X-重复报送", identical ? Severity::Note : Severity::Error, {});
    const std::string& item = first.key.item;
    const Message whose = item.empty() ? Message{"同一单位", "of one unit"}
                                       : say("同一单位的项目“{}”", "of one unit's item {}", item);
    f.message =
        identical
            ? Message{fmt::format("{}报了 {} 份内容相同的表，采用第一份：{}", whose.zh, list.size(),
                                  all),
                      fmt::format("{} identical submissions {}; the first is used: {}", list.size(),
                                  whose.en, all)}
            : Message{fmt::format(
                          "{}报了 {} 份内容不同的表，一份也没有采用，请确定以哪份为准，把其余的移走"
                          "：{}",
                          whose.zh, list.size(), all),
                      fmt::format("{} different submissions {}; none is used. Decide which is "
                                  "right and move the others away: {}",
                                  list.size(), whose.en, all)};
    result_.findings.push_back(std::move(f));
    result_.intake.duplicate.push_back(std::move(duplicate));
  }

  void list_owed() {
    for (const model::BudgetUnit& unit : job_.units.units()) {
      for (const job::JobForm& form : job_.forms) {
        const std::string& id = form.mapping.id();
        if (!owes(unit, id)) continue;
        const std::pair<std::string, std::string> pair{unit.code, id};
        const Standing standing = in_.count(pair)                  ? Standing::In
                                  : ambiguous_.count(pair)         ? Standing::Ambiguous
                                  : unread_units_.count(unit.code) ? Standing::Unread
                                                                   : Standing::Missing;
        result_.intake.owed.push_back({{unit.code, unit.name}, unit.department, id, standing});
      }
    }
  }

  bool owes(const model::BudgetUnit& unit, const std::string& form_id) const {
    if (unit.forms.empty()) return true;
    const auto form = std::find_if(job_.forms.begin(), job_.forms.end(),
                                   [&](const auto& f) { return f.mapping.id() == form_id; });
    return std::any_of(unit.forms.begin(), unit.forms.end(),
                       [&](const std::string& owed) { return form->is_called(owed); });
  }

  /// Everything in the unit list's order, findings grouped with the one they follow from as they
  /// were found.
  void put_in_order() {
    auto& submissions = result_.submissions;
    std::stable_sort(submissions.begin(), submissions.end(), [&](const auto& a, const auto& b) {
      return Order(job_.units.rank(a.key.unit), a.key) < Order(job_.units.rank(b.key.unit), b.key);
    });
    std::vector<std::size_t> order(result_.findings.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return job_.units.rank(result_.findings[a].unit.code) <
             job_.units.rank(result_.findings[b].unit.code);
    });
    std::vector<std::size_t> now(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) now[order[i]] = i;
    std::vector<Finding> sorted;
    sorted.reserve(order.size());
    for (const std::size_t i : order) {
      Finding& f = result_.findings[i];
      if (f.cause) f.cause = now[*f.cause];
      sorted.push_back(std::move(f));
    }
    result_.findings = std::move(sorted);
    std::sort(result_.files.begin(), result_.files.end());
  }

  const job::Job& job_;
  model::RunResult result_;
  std::map<SubmissionKey, std::vector<ProcessedSubmission>> by_key_;
  std::vector<ProcessedSubmission> blank_copies_;
  std::set<std::pair<std::string, std::string>> in_, ambiguous_;
  std::set<std::string> unread_units_;
};

}  // namespace

model::RunResult collect(const job::Job& job, std::vector<ProcessedFile> files,
                         std::vector<model::IgnoredFile> ignored) {
  return Collector(job).collect(std::move(files), std::move(ignored));
}

}  // namespace huizong::batch
