#include "batch/process.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "audit/audit.h"
#include "base/file.h"
#include "batch/discover.h"
#include "derive/derive.h"
#include "mapping/extract.h"
#include "mapping/recognise.h"
#include "xlsx/package/sniff.h"
#include "xlsx/reader.h"

namespace huizong::batch {
namespace fs = std::filesystem;
namespace {

/// One line for the log, if the program keeps one.
template <class... Args>
void log_line(fmt::format_string<Args...> text, Args&&... args) {
  if (const auto log = spdlog::get(kLogName))
    log->info(fmt::format(text, std::forward<Args>(args)...));
}

/// Nothing that a unit wrote is passed over in silence.
void log_unmapped(const std::string& file, const std::vector<Location>& cells) {
  constexpr std::size_t kNamed = 20;
  if (cells.empty()) return;
  const bool one_sheet = std::all_of(cells.begin(), cells.end(), [&](const Location& cell) {
    return cell.sheet == cells.front().sheet;
  });
  std::string named;
  for (std::size_t i = 0; i < cells.size() && i < kNamed; ++i)
    named += " " + (one_sheet ? to_string(*cells[i].cell)
                              : to_string(Location{"", cells[i].sheet, cells[i].cell}));
  if (cells.size() > kNamed) named += " …";
  log_line("{}: {} cells nothing maps:{}", file, cells.size(), named);
}

/// A form of the job as it stands in the workbook, and what was read of it.
struct ReadForm {
  const job::JobForm* form;
  mapping::Recognised where;
  mapping::Extracted read;
};

/// The unit that the cells of the workbook's other forms name; "" where none does, or several.
std::string unit_of_others(const std::vector<ReadForm>& forms, const ReadForm& own) {
  std::set<std::string> units;
  for (const ReadForm& other : forms) {
    if (&other != &own && !other.read.unit_in_cell.empty()) units.insert(other.read.unit_in_cell);
  }
  return units.size() == 1 ? *units.begin() : "";
}

/// What is said of a sheet that was not read, with the first form of that kind in the workbook.
void note_sheet(const job::JobForm& form, const std::string& sheet, const char* kind,
                Severity level, Message message, std::vector<ReadForm>& forms) {
  const auto first =
      std::find_if(forms.begin(), forms.end(), [&](const ReadForm& f) { return f.form == &form; });
  if (first == forms.end()) return;
  const model::Submission& s = first->read.submission;
  model::Finding f;
  f.rule = form.mapping.id() + kind;
  f.level = level;
  f.unit = {s.key.unit, s.unit_name};
  f.form = form.mapping.id();
  f.place = {s.file, sheet, std::nullopt};
  f.message = std::move(message);
  first->read.findings.push_back(std::move(f));
}

/// Said once a workbook: a hidden sheet may be a project that was forgotten, and so may one whose
/// title or headings were changed.
void note_unread_sheets(const job::JobForm& form, const xlsx::Workbook& workbook,
                        std::vector<ReadForm>& forms) {
  const std::string& title = form.mapping.title();
  for (const std::size_t sheet : mapping::hidden_besides(form.mapping, workbook)) {
    note_sheet(form, workbook.sheets[sheet].name, "-X-隐藏", Severity::Note,
               say("这张工作表也像{}，但是隐藏的，没有读取；如果是一个项目，请取消隐藏",
                   "this sheet looks like {} too but is hidden, and was not read; if it is an "
                   "item, unhide it",
                   title),
               forms);
  }
  std::set<std::size_t> read;
  for (const ReadForm& other : forms) {
    for (const auto& place : other.where.sheets) {
      if (place.at) read.insert(*place.at);
    }
  }
  for (const std::size_t sheet : mapping::half_recognised(form.mapping, workbook)) {
    if (read.contains(sheet)) continue;
    note_sheet(form, workbook.sheets[sheet].name, "-X-未认", Severity::Warning,
               say("这张工作表有几分像{}"
                   "，但标题或表头对不上，没有读取；如果是一个项目，请照表样改回标题和表头",
                   "this sheet is somewhat like {} but its title or headings differ, and was not "
                   "read; if it is an item, put them back as the form has them",
                   title),
               forms);
  }
}

/// A form as it was recognised, before it is read.
struct FoundForm {
  const job::JobForm* form;
  mapping::Recognised where;
};

bool share_a_sheet(const mapping::Recognised& a, const mapping::Recognised& b) {
  return std::any_of(a.sheets.begin(), a.sheets.end(), [&](const auto& one) {
    return one.at && std::any_of(b.sheets.begin(), b.sheets.end(),
                                 [&](const auto& other) { return other.at == one.at; });
  });
}

/// The job's forms in the workbook. Of forms that look alike, found on the same sheet, those are
/// meant that the job expects in this folder; a workbook in the wrong folder is read all the same.
std::vector<FoundForm> find_forms(const job::Job& job, const xlsx::Workbook& workbook,
                                  const std::string& file) {
  std::vector<FoundForm> found;
  for (const job::JobForm& form : job.forms) {
    for (mapping::Recognised& where : mapping::recognise(form.mapping, workbook))
      found.push_back({&form, std::move(where)});
  }
  const auto expected = [&](const FoundForm& f) { return fits_input(f.form->input, file); };
  std::vector<FoundForm> meant;
  std::copy_if(found.begin(), found.end(), std::back_inserter(meant), [&](const FoundForm& f) {
    return expected(f) || std::none_of(found.begin(), found.end(), [&](const FoundForm& other) {
             return expected(other) && share_a_sheet(f.where, other.where);
           });
  });
  return meant;
}

std::vector<ReadForm> read_forms(const job::Job& job, const xlsx::Workbook& workbook,
                                 const std::string& file) {
  std::vector<ReadForm> forms;
  const auto read = [&](const job::JobForm& form, const mapping::Recognised& where,
                        const std::string& unit_in_workbook) {
    return mapping::extract(form.mapping, workbook, where, file,
                            {job.units, job.year, form.unit_from, unit_in_workbook});
  };
  for (const FoundForm& f : find_forms(job, workbook, file))
    forms.push_back({f.form, f.where, read(*f.form, f.where, "")});
  for (ReadForm& form : forms) {
    const auto& from = form.form->unit_from;
    if (std::find(from.begin(), from.end(), "workbook") == from.end()) continue;
    const std::string unit = unit_of_others(forms, form);
    if (!unit.empty() && unit != form.read.submission.key.unit)
      form.read = read(*form.form, form.where, unit);
  }
  for (const job::JobForm& form : job.forms) note_unread_sheets(form, workbook, forms);
  return forms;
}

ProcessedSubmission derive_and_audit(ReadForm form, bool list_passed) {
  const formula::Definitions& definitions = form.form->mapping.definitions;
  ProcessedSubmission done;
  done.submission = std::move(form.read.submission);
  done.reported_unit = std::move(form.read.reported_unit);
  done.item_missing = form.read.item_missing;
  derive::derive(done.submission, definitions);
  audit::AuditResult audited =
      audit::audit(done.submission, definitions, std::move(form.read.findings), list_passed);
  done.findings = std::move(audited.findings);
  done.passed = std::move(audited.passed);
  done.checks = std::move(audited.checks);
  model::add_counts(done.checks, form.read.checks);
  return done;
}

model::UnreadFile unread(const job::Job& job, const std::string& file, std::string kind,
                         Message why) {
  const model::BudgetUnit* unit = job.units.by_file_name(fs::path(file).stem().string());
  return {file, std::move(kind), std::move(why), unit ? unit->code : ""};
}

/// Why a workbook was refused; where a limit of the job's did it, also which to raise.
Message with_way_out(const xlsx::Unreadable& refused) {
  Message why = refused.message();
  if (refused.limit().empty()) return why;
  why.zh +=
      fmt::format("内容确实都要的，请在 huizong.toml 的 [limits] 里调大 {}。", refused.limit());
  why.en += fmt::format(" If all of it is needed, raise {} under [limits] in huizong.toml.",
                        refused.limit());
  return why;
}

Message no_form(const job::Job& job) {
  std::string titles;
  for (const job::JobForm& form : job.forms)
    titles += (titles.empty() ? "" : "、") + form.mapping.title();
  return say("这个工作簿里没有找到本次要报的表（{}）。请确认用的是下发的表样，没有改动表名和表头。",
             "No form of this job ({}) was found in this workbook. Make sure the issued form was "
             "used, with its title and headings unchanged.",
             titles);
}

}  // namespace

ProcessedFile process_one(const job::Job& job, const std::string& file, bool list_passed) {
  ProcessedFile done;
  done.file = file;
  try {
    const fs::path path = job.folder / file;
    // Read once: what is hashed is what is parsed, and no file is taken whole before its size is
    // known.
    std::string bytes = xlsx::load_file(path, job.limits);
    done.hash = sha256(bytes);
    const xlsx::Workbook workbook = xlsx::parse_workbook(std::move(bytes), job.limits);
    for (ReadForm& form : read_forms(job, workbook, file)) {
      log_unmapped(file, form.read.unmapped);
      done.submissions.push_back(derive_and_audit(std::move(form), list_passed));
    }
    if (done.submissions.empty()) done.unread = unread(job, file, "no-form", no_form(job));
    log_line("{}: {} submissions", file, done.submissions.size());
  } catch (const xlsx::Unreadable& e) {
    done.unread = unread(job, file, e.kind(), with_way_out(e));
    log_line("{}: unread, {}: {}", file, e.kind(), e.message().en);
  } catch (const Error& e) {
    done.unread = unread(job, file, "unknown", e.message());
    log_line("{}: unread: {}", file, e.message().en);
  }
  if (done.unread) done.submissions.clear();
  return done;
}

}  // namespace huizong::batch
