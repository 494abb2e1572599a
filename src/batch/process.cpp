#include "batch/process.h"

#include <spdlog/spdlog.h>

#include "audit/audit.h"
#include "base/file.h"
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
void log_unmapped(const std::string& file, const std::vector<CellRef>& cells) {
  constexpr std::size_t kNamed = 20;
  if (cells.empty()) return;
  std::string named;
  for (std::size_t i = 0; i < cells.size() && i < kNamed; ++i) named += " " + to_string(cells[i]);
  if (cells.size() > kNamed) named += " …";
  log_line("{}: {} cells nothing maps:{}", file, cells.size(), named);
}

ProcessedSubmission process_sheet(const job::Job& job, const job::JobForm& form,
                                  const xlsx::Workbook& workbook, std::size_t sheet,
                                  const std::string& file) {
  const formula::Definitions& definitions = form.mapping.definitions;
  mapping::Extracted extracted =
      mapping::extract(form.mapping, workbook, sheet, file, {job.units, job.year, form.unit_from});
  log_unmapped(file, extracted.unmapped);
  ProcessedSubmission done;
  done.submission = std::move(extracted.submission);
  done.reported_unit = std::move(extracted.reported_unit);
  derive::derive(done.submission, definitions);
  audit::AuditResult audited =
      audit::audit(done.submission, definitions, std::move(extracted.findings));
  done.findings = std::move(audited.findings);
  done.checks = std::move(audited.checks);
  model::add_counts(done.checks, extracted.checks);
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

ProcessedFile process_one(const job::Job& job, const std::string& file) {
  ProcessedFile done;
  done.file = file;
  try {
    const fs::path path = job.folder / file;
    // Read once: what is hashed is what is parsed, and no file is taken whole before its size is
    // known.
    std::string bytes = xlsx::load_file(path, job.limits);
    done.hash = sha256(bytes);
    const xlsx::Workbook workbook = xlsx::parse_workbook(std::move(bytes), job.limits);
    for (const job::JobForm& form : job.forms) {
      for (const std::size_t sheet : mapping::recognise(form.mapping, workbook))
        done.submissions.push_back(process_sheet(job, form, workbook, sheet, file));
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
