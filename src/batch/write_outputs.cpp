#include "batch/write_outputs.h"

#include <filesystem>
#include <map>

#include "base/file.h"

namespace huizong::batch {
namespace fs = std::filesystem;
namespace {

/// Moves an output that is no longer what we wrote out of the way.
void keep_changed(const job::Job& job, const std::string& path, const std::string& written,
                  Run& done) {
  const fs::path file = job.folder / path;
  if (!fs::is_regular_file(file) || sha256(read_file(file)) == written) return;
  std::string kept = path + ".bak";
  for (int n = 2; fs::exists(job.folder / kept); ++n) kept = path + ".bak" + std::to_string(n);
  std::error_code error;
  fs::rename(file, job.folder / kept, error);
  if (error)
    throw WriteError(say("{} 在我们写出以后被改过，但不能改名保留：{}。请手工移走后重试。",
                         "{} was changed since it was written, and cannot be kept under another "
                         "name: {}. Move it away and try again.",
                         path, error.message()));
  done.kept.push_back(kept);
}

}  // namespace

void write_outputs(const job::Job& job, const std::vector<report::Output>& outputs,
                   store::Store& store, Run& done) {
  const std::map<std::string, std::string> before = store.outputs();
  std::map<std::string, std::string> now;
  for (const report::Output& output : outputs) now[output.path] = sha256(output.bytes);

  for (const auto& [path, hash] : before) {
    if (now.count(path)) continue;
    keep_changed(job, path, hash, done);
    std::error_code ignored;  // already gone is as good
    fs::remove(job.folder / path, ignored);
  }
  for (const report::Output& output : outputs) {
    const std::string& hash = now[output.path];
    const fs::path file = job.folder / output.path;
    const bool same = fs::is_regular_file(file) && sha256(read_file(file)) == hash;
    if (!same) {
      const auto written = before.find(output.path);
      keep_changed(job, output.path, written == before.end() ? "" : written->second, done);
      write_file(file, output.bytes);
    }
    done.outputs.push_back({output.kind, output.path, hash});
  }
  store.replace_outputs(now);
}

}  // namespace huizong::batch
