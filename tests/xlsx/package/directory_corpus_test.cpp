// Workbooks of other people and other programs, seen by libzip and by us.

#include <catch2/catch.hpp>
#include <filesystem>
#include <sstream>

#include "support/package_builder.h"
#include "support/support.h"
#include "xlsx/package/directory.h"
#include "xlsx/package/package.h"

using namespace huizong::testing;
using namespace huizong::xlsx;

namespace {

/// The files that the collection's own list calls good.
std::vector<std::filesystem::path> good_files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  std::istringstream list(huizong::testing::read_file(folder / "MANIFEST.tsv"));
  for (std::string line; std::getline(list, line);) {
    const std::size_t tab = line.find('\t');
    if (line.compare(tab, 6, "\tgood\t") == 0) files.push_back(folder / line.substr(0, tab));
  }
  return files;
}

}  // namespace

TEST_CASE("our directory and libzip's hold the same entries, sizes and bytes", "[xlsx]") {
  const auto folder = shared_folder("corpus");
  if (folder.empty()) return;
  std::size_t parts = 0;
  const auto files = good_files(folder);
  CHECK(files.size() > 100);
  for (const auto& file : files) {
    CAPTURE(file.string());
    const std::string archive = huizong::testing::read_file(file);
    const Package package(archive);
    std::vector<std::string> names;
    for (const auto& entry : read_directory(ByteSource(std::string_view(archive)))) {
      names.push_back(entry.name);
      if (entry.name.ends_with('/')) continue;  // a folder
      const std::string theirs = part_of(archive, entry.name);
      CHECK(entry.size == theirs.size());
      CHECK(package.size(entry.name) == theirs.size());
      CHECK(package.read(entry.name, PartSize::Large) == theirs);
      ++parts;
    }
    CHECK(names == part_names(archive));
    CHECK_NOTHROW(package.check_rest());
  }
  CHECK(parts > 1000);
}
