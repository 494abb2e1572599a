// Where a job's form is looked up: in the job itself, then in the nearest
// mappings/ upwards, then among those installed with the program.

#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace huizong::job {

struct MappingSearch {
  std::filesystem::path file;      ///< empty when no folder has it
  std::vector<std::string> known;  ///< stems of every mapping in the folders looked at, for a hint
  std::vector<std::filesystem::path> folders;  ///< in the order they were looked at
};

/// `stem` is the file's name without .toml.
MappingSearch find_mapping(const std::filesystem::path& job_folder, const std::string& stem);

}  // namespace huizong::job
