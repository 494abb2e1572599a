#include "job/find_mapping.h"

#include <algorithm>

namespace huizong::job {
namespace {

namespace fs = std::filesystem;

/// The nearest folder of that name beside or above; empty if there is none.
fs::path nearest_mappings(const fs::path& job_folder) {
  std::error_code failed;
  fs::path folder = fs::absolute(job_folder).lexically_normal();
  if (!folder.has_filename()) folder = folder.parent_path();
  for (;; folder = folder.parent_path()) {
    if (fs::is_directory(folder / "mappings", failed)) return folder / "mappings";
    if (folder == folder.parent_path()) return {};
  }
}

/// As the user would write it: from where he stands, if it lies below.
fs::path as_shown(const fs::path& path) {
  std::error_code failed;
  const fs::path near = path.lexically_proximate(fs::current_path(failed));
  return failed || near.empty() || *near.begin() == ".." ? path : near;
}

}  // namespace

MappingSearch find_mapping(const fs::path& job_folder, const std::string& stem) {
  MappingSearch search;
  search.folders.push_back(job_folder / "映射");
  if (const fs::path above = nearest_mappings(job_folder); !above.empty())
    search.folders.push_back(as_shown(above));
  search.folders.push_back(fs::path(HUIZONG_DATADIR) / "mappings");

  std::error_code failed;
  for (const fs::path& folder : search.folders) {
    const fs::path file = folder / (stem + ".toml");
    if (search.file.empty() && fs::is_regular_file(file, failed)) search.file = file;
    for (const auto& entry : fs::directory_iterator(folder, failed)) {
      if (entry.path().extension() == ".toml") search.known.push_back(entry.path().stem().string());
    }
  }
  std::sort(search.known.begin(), search.known.end());
  return search;
}

}  // namespace huizong::job
