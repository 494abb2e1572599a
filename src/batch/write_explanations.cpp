#include "batch/write_explanations.h"

#include <filesystem>

#include "base/file.h"
#include "report/explanations.h"

namespace huizong::batch {
namespace fs = std::filesystem;
namespace {

/// Nobody has saved our own file since we wrote it: it is written anew, without rows whose warnings
/// are gone. In the office's file every row stays.
std::string bytes_now(const job::Job& job, const std::string& bytes,
                      const std::vector<model::Explanation>& now) {
  if (bytes == report::explanations_workbook(job, job.explanations.rows))
    return report::explanations_workbook(job, now);
  try {
    return report::updated_explanations(bytes, job.explanations, now);
  } catch (const Error& error) {
    throw WriteError(
        {fmt::format("{} 没有改写，原样留着，这次的警告见 输出/审核结果.xlsx：{}",
                     job.explanations_file, error.message().zh),
         fmt::format("{} was left as it is; this run's warnings are in 输出/审核结果.xlsx: {}",
                     job.explanations_file, error.message().en)});
  }
}

}  // namespace

void write_explanations(const job::Job& job, Run& done) {
  if (job.explanations_file.empty()) return;
  const fs::path file = job.folder / job.explanations_file;
  const bool exists = fs::exists(file);
  const std::vector<model::Explanation>& now = done.result.explanations;
  const std::string before = exists ? read_file(file) : "";
  if (exists == job.explanations_hash.empty() ||
      (exists && sha256(before) != job.explanations_hash))
    throw WriteError(
        say("{} 在运行期间被改过，没有写它；请保存好以后重新运行。",
            "{} was changed during the run and was not written; save it and run again.",
            job.explanations_file));
  if (!exists && now.empty()) return;
  const std::string bytes =
      exists ? bytes_now(job, before, now) : report::explanations_workbook(job, now);
  if (bytes != before) write_file(file, bytes);
  done.outputs.push_back({"explanations", job.explanations_file, sha256(bytes)});
}

}  // namespace huizong::batch
