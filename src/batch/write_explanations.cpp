#include "batch/write_explanations.h"

#include <filesystem>

#include "base/file.h"
#include "report/explanations.h"

namespace huizong::batch {
namespace fs = std::filesystem;
namespace {

/// What another program saved may hold more than its rows: colours, notes, further sheets.
void keep_theirs(const job::Job& job, Run& done) {
  const std::string bytes = read_file(job.folder / job.explanations_file);
  if (bytes == report::explanations_workbook(job, job.explanations)) return;
  const std::string kept = ".huizong/出错说明/" + sha256(bytes).substr(0, 12) + ".xlsx";
  write_file(job.folder / kept, bytes);
  done.kept.push_back(kept);
}

}  // namespace

void write_explanations(const job::Job& job, Run& done) {
  if (job.explanations_file.empty()) return;
  const fs::path file = job.folder / job.explanations_file;
  const bool exists = fs::exists(file);
  const model::Explanations& now = done.result.explanations;
  if (exists == job.explanations_hash.empty() ||
      (exists && sha256(read_file(file)) != job.explanations_hash))
    throw WriteError(
        say("{} 在运行期间被改过，没有写它；请保存好以后重新运行。",
            "{} was changed during the run and was not written; save it and run again.",
            job.explanations_file));
  if (!exists && now.rows.empty()) return;
  if (!exists || now != job.explanations) {
    if (exists) keep_theirs(job, done);
    write_file(file, report::explanations_workbook(job, now));
  }
  done.outputs.push_back({"explanations", job.explanations_file, sha256(read_file(file))});
}

}  // namespace huizong::batch
