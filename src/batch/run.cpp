#include "batch/run.h"

#include <algorithm>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

#include "audit/explain.h"
#include "base/file.h"
#include "batch/across.h"
#include "batch/collect.h"
#include "batch/discover.h"
#include "batch/one_figure.h"
#include "batch/process.h"
#include "batch/record_provenance.h"
#include "batch/write_explanations.h"
#include "batch/write_outputs.h"
#include "report/report.h"
#include "report/verdict.h"
#include "store/store.h"
#include "xlsx/package/sniff.h"

namespace huizong::batch {
namespace {

/// Calls work(i) for each i below count on so many threads. The first exception stops all and is
/// thrown here.
void for_each_index(std::size_t count, const RunOptions& options,
                    const std::function<void(std::size_t)>& work) {
  const unsigned cores = std::max(1u, std::thread::hardware_concurrency());
  const std::size_t threads = std::min<std::size_t>(
      count, options.threads > 0 ? static_cast<std::size_t>(options.threads) : cores);
  std::atomic<std::size_t> next = 0;
  std::exception_ptr failure;
  std::mutex failure_lock;
  const auto worker = [&] {
    try {
      for (std::size_t i = next++; i < count; i = next++) {
        if (options.stop && *options.stop) throw Interrupted();
        work(i);
      }
    } catch (...) {
      next = count;
      const std::lock_guard lock(failure_lock);
      if (!failure) failure = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> pool;
    for (std::size_t i = 1; i < threads; ++i) pool.emplace_back(worker);
    worker();
  }
  if (failure) std::rethrow_exception(failure);
}

/// Unit by unit: what was found of one stands together, as every submission is of a unit of the
/// list.
void find_reasons(const job::Job& job, model::RunResult& result, const RunOptions& options) {
  std::vector<model::Finding>& all = result.findings;
  std::vector<std::pair<std::size_t, std::size_t>> units;  // where one begins and the next one does
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i == 0 || all[i].unit.code != all[i - 1].unit.code) units.emplace_back(i, i);
    units.back().second = i + 1;
  }
  for_each_index(units.size(), options, [&](std::size_t i) {
    const std::size_t first = units[i].first, last = units[i].second;
    std::vector<model::Finding> found;
    for (std::size_t k = first; k < last; ++k) {
      found.push_back(all[k]);
      if (found.back().cause) *found.back().cause -= first;
    }
    put_under_one_figure(job, result, all[first].unit.code, found);
    for (std::size_t k = first; k < last; ++k) {
      all[k] = std::move(found[k - first]);
      if (all[k].cause) *all[k].cause += first;
    }
  });
}

const mapping::Mapping& mapping_of(const job::Job& job, const std::string& form) {
  return std::find_if(job.forms.begin(), job.forms.end(),
                      [&](const auto& f) { return f.mapping.id() == form; })
      ->mapping;
}

/// A row of 出错说明 that nobody can lay to a warning is told with its cell.
void note_unclear(const job::Job& job, model::RunResult& result) {
  for (const model::Explanation& row : result.explanations) {
    if (row.state != model::explanation_state::kUnclear) continue;
    model::Finding f;
    f.rule = "出错说明";
    f.level = Severity::Note;
    f.place = {job.explanations_file, job.explanations.sheet, row.cell};
    f.message = {row.unclear.zh + "；这一行的说明没有采用，请照 审核结果.xlsx 改好编码和规则",
                 row.unclear.en + "; it was not used: put code and rule as 审核结果.xlsx has them"};
    result.findings.push_back(std::move(f));
  }
}

/// "" where the file is gone or another by now, or was never read.
std::string bytes_as_read(const job::Job& job, const model::RunResult& result,
                          const report::Slip& slip) {
  const auto read =
      std::lower_bound(result.files.begin(), result.files.end(), slip.file,
                       [](const auto& f, const auto& file) { return f.first < file; });
  if (!slip.unread.empty() || read == result.files.end() || read->first != slip.file) return "";
  try {
    std::string bytes = xlsx::load_file(job.folder / slip.file, job.limits);
    return sha256(bytes) == read->second ? bytes : "";
  } catch (const Error&) {
    return "";
  }
}

/// Throws Error with what any template could not bear.
void throw_all(const std::vector<std::optional<report::Unfilled>>& refused) {
  std::vector<report::Unfilled> unfilled;
  for (const auto& one : refused) {
    if (one) unfilled.push_back(*one);
  }
  if (!unfilled.empty()) throw Error(report::sentences_of(unfilled));
}

}  // namespace

model::RunResult read_all(const job::Job& job, const RunOptions& options) {
  Discovered discovered = discover(job);
  std::vector<ProcessedFile> processed(discovered.files.size());
  for_each_index(processed.size(), options, [&](std::size_t i) {
    processed[i] = process_one(job, discovered.files[i], options.list_passed);
  });
  model::RunResult result = collect(job, std::move(processed), std::move(discovered.ignored));
  result.intake.unread.insert(result.intake.unread.begin(), discovered.unread.begin(),
                              discovered.unread.end());
  load_last_year(job, result);
  settle_across(job, result, options.list_passed);
  find_reasons(job, result, options);
  std::map<std::string, std::string> titles;
  for (const job::JobForm& form : job.forms) titles[form.mapping.id()] = form.mapping.title();
  result.explanations = audit::explain(result.findings, job.explanations.rows, titles);
  note_unclear(job, result);
  return result;
}

Run run(const job::Job& job, const RunOptions& options) {
  Run done;
  done.result = read_all(job, options);
  if (options.dry_run) return done;

  store::Store store(job.store_file());
  store.replace_year(job.year, done.result.submissions);

  const auto& submissions = done.result.submissions;
  std::vector<report::Output> outputs(submissions.size());
  const std::vector<std::string> paths = report::filled_paths(job, submissions);
  std::vector<std::optional<report::Unfilled>> refused(submissions.size());
  for_each_index(submissions.size(), options, [&](std::size_t i) {
    try {
      outputs[i] =
          report::filled_form(job, mapping_of(job, submissions[i].key.form), submissions[i]);
      outputs[i].path = paths[i];
    } catch (const report::Unfilled& unfilled) {
      refused[i] = unfilled;  // the others may have more to say about the template
    }
  });
  throw_all(refused);
  const auto slips = report::slips(job, done.result);
  std::vector<report::Output> returned(slips.size());
  for_each_index(slips.size(), options, [&](std::size_t i) {
    returned[i] = report::return_slip(job, slips[i], bytes_as_read(job, done.result, slips[i]));
  });
  std::move(returned.begin(), returned.end(), std::back_inserter(outputs));
  outputs.push_back(report::summary_workbook(job, done.result, slips));
  outputs.push_back(report::findings_workbook(job, done.result));
  write_outputs(job, outputs, store, done);
  record_provenance(outputs, done.result, store);
  write_explanations(job, done);
  return done;
}

bool needs_correction(const job::Job& job, const model::RunResult& result) {
  return !report::obstacles(job, result).empty();
}

}  // namespace huizong::batch
