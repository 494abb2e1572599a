// What tests of every module share: where things are, and folders of their own.

#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace huizong::testing {

/// A file of the project, by its path from the root.
std::filesystem::path project_file(std::string_view path);

/// A folder with data that is not part of the project (corpus, schemas), when it lies beside it. A
/// test that needs it calls this first and returns when it is empty; the reason is printed.
std::filesystem::path shared_folder(std::string_view path);

/// A new empty folder, removed with everything in it when the object goes.
class TempFolder {
 public:
  TempFolder();
  ~TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(std::string_view name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

std::string read_file(const std::filesystem::path& file);
void write_file(const std::filesystem::path& file,
                std::string_view bytes);  ///< makes the folders above it

}  // namespace huizong::testing
