// The layers of src/README.md, held against every #include line.

#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "support/support.h"

namespace fs = std::filesystem;
using namespace huizong;

namespace {

using Words = std::set<std::string>;

const std::map<std::string, Words> kMayInclude = {
    {"base", {}},
    {"model", {"base"}},
    {"xlsx", {"base"}},
    {"formula", {"model", "base"}},
    {"mapping", {"xlsx", "formula", "model", "base"}},
    {"job", {"mapping", "xlsx", "formula", "model", "base"}},
    {"derive", {"formula", "model", "base"}},
    {"audit", {"formula", "model", "base"}},
    {"store", {"model", "base"}},
    {"report", {"xlsx", "mapping", "job", "formula", "model", "base"}},
    {"batch",
     {"report", "store", "audit", "derive", "job", "mapping", "formula", "xlsx", "model", "base"}},
    {"cli",
     {"batch", "report", "store", "audit", "derive", "job", "mapping", "formula", "xlsx", "model",
      "base"}},
};

/// Where an outside library may be included: the start of the include, the modules, and whether
/// headers may.
struct Library {
  std::string include;
  Words modules;
  bool headers;
};
const std::vector<Library> kLibraries = {
    {"utf8proc.h", {"base"}, false},
    {"boost/multiprecision", {"base"}, false},
    {"openssl/", {"base"}, false},
    {"zip.h", {}, false},
    {"zlib.h", {"xlsx"}, false},
    {"isa-l", {"xlsx"}, false},
    {"expat.h", {}, false},
    {"pugixml.hpp", {"xlsx"}, false},
    {"xlsxwriter", {"xlsx"}, false},
    {"libdeflate.h", {"xlsx"}, false},
    {"toml++/", {"mapping", "job"}, true},
    {"sqlite3.h", {"store"}, false},
    {"spdlog/", {"batch", "cli"}, false},
    {"boost/program_options", {"cli"}, false},
    {"nlohmann/", {"cli"}, false},
};

struct Include {
  std::string target;
  bool quoted;
};
std::vector<Include> includes_of(const fs::path& file) {
  std::vector<Include> found;
  std::istringstream text(huizong::testing::read_file(file));
  static const std::regex pattern(R"re(^\s*#\s*include\s*([<"])([^>"]+)[>"])re");
  std::smatch match;
  for (std::string line; std::getline(text, line);) {
    if (std::regex_search(line, match, pattern)) found.push_back({match[2], match[1] == "\""});
  }
  return found;
}

std::string violation(const std::string& module, bool header, const Include& include) {
  if (include.quoted) {
    const std::string other = include.target.substr(0, include.target.find('/'));
    if (other == module) return "";
    return kMayInclude.at(module).count(other) ? "" : module + " may not include " + other;
  }
  for (const Library& library : kLibraries) {
    if (include.target.rfind(library.include, 0) != 0) continue;
    if (!library.modules.count(module)) return library.include + " does not belong in " + module;
    if (header && !library.headers) return library.include + " belongs in a .cpp file only";
    return "";
  }
  // What is left must be the standard library, fmt (which stands in for its <format>) or the
  // operating system's own.
  const bool own = include.target.rfind("fmt/", 0) == 0 ||
                   include.target.find('/') == std::string::npos ||
                   include.target.rfind("sys/", 0) == 0;
  return own ? "" : "no layer is named for <" + include.target + ">";
}

}  // namespace

TEST_CASE("every module includes only what its layer allows", "[layers]") {
  int files = 0;
  for (const auto& [module, allowed] : kMayInclude) {
    const fs::path folder = huizong::testing::project_file("src") / module;
    REQUIRE(fs::is_directory(folder));
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      const std::string extension = entry.path().extension().string();
      if (extension != ".h" && extension != ".cpp") continue;
      ++files;
      for (const Include& include : includes_of(entry.path())) {
        INFO(entry.path().string() << " includes " << include.target);
        CHECK(violation(module, extension == ".h", include) == "");
      }
    }
  }
  CHECK(files > 40);
}

TEST_CASE("the layering check sees a breach", "[layers]") {
  CHECK(violation("audit", false, {"xlsx/reader.h", true}) == "audit may not include xlsx");
  CHECK(violation("report", false, {"sqlite3.h", false}) == "sqlite3.h does not belong in report");
  CHECK(violation("xlsx", true, {"zlib.h", false}) == "zlib.h belongs in a .cpp file only");
  CHECK(violation("xlsx", false, {"zip.h", false}) == "zip.h does not belong in xlsx");
  CHECK(violation("cli", false, {"curl/curl.h", false}) == "no layer is named for <curl/curl.h>");
}

TEST_CASE("every module is named in src/README.md", "[layers]") {
  const std::string page =
      huizong::testing::read_file(huizong::testing::project_file("src/README.md"));
  for (const auto& [module, allowed] : kMayInclude)
    CHECK(page.find("`" + module + "/`") != std::string::npos);
}
