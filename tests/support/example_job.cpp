#include "support/example_job.h"

namespace huizong::testing {
namespace fs = std::filesystem;

fs::path copy_example_job(const TempFolder& folder) {
  const char* name = "2021年度部门整体支出绩效自评";
  const fs::path job = folder / name;
  fs::copy(project_file("examples") / name, job, fs::copy_options::recursive);
  fs::remove_all(job / "输出");
  fs::remove_all(job / ".huizong");
  for (const char* part : {"mappings", "templates"})
    fs::copy(project_file(part), folder / part, fs::copy_options::recursive);
  return job;
}

}  // namespace huizong::testing
