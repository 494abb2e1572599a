#include "support/support.h"

#include <unistd.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

namespace huizong::testing {
namespace fs = std::filesystem;

fs::path project_file(std::string_view path) {
  return fs::path(PROJECT_DIR) / path;
}

fs::path shared_folder(std::string_view path) {
  const fs::path folder = fs::path(PROJECT_DIR).parent_path() / "shared" / path;
  if (fs::exists(folder)) return folder;
  WARN("skipped: " << path << " is not beside this checkout");
  return {};
}

TempFolder::TempFolder() {
  static std::atomic<int> count = 0;
  path_ = fs::temp_directory_path() /
          ("huizong-test-" + std::to_string(getpid()) + "-" + std::to_string(++count));
  fs::create_directories(path_);
}
TempFolder::~TempFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string read_file(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

void write_file(const fs::path& file, std::string_view bytes) {
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary)
      .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

}  // namespace huizong::testing
