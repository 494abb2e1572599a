// The seed jobs against the recalculated figures of their documents: every entry of the gold list,
// and nothing beside it.

#include <algorithm>
#include <catch2/catch.hpp>

#include "batch/run.h"
#include "seeds/gold_list.h"
#include "support/support.h"

namespace fs = std::filesystem;
using namespace huizong;
using namespace huizong::testing;

namespace {

std::vector<fs::path> gold_files() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(project_file("tests/seeds"))) {
    if (entry.path().extension() == ".tsv") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// Reads only: an example is audited where it stands.
model::RunResult audited(const GoldList& list) {
  batch::RunOptions how;
  how.list_passed = true;
  return batch::read_all(job::load_job(project_file("examples") / list.job), how);
}

}  // namespace

TEST_CASE("every entry of a seed's gold list is borne out by its job", "[seeds]") {
  const GoldList list = read_gold_list(GENERATE(from_range(gold_files())));
  CAPTURE(list.job);
  REQUIRE(list.mistakes == "");
  CHECK(not_borne_out(list, audited(list)) == "");
}

TEST_CASE("a seed's job has no finding that its gold list does not name", "[seeds]") {
  const GoldList list = read_gold_list(GENERATE(from_range(gold_files())));
  CAPTURE(list.job);
  const model::RunResult result = audited(list);
  CHECK(not_named(list, result) == "");
  CHECK(result.intake.count(model::Standing::In) == static_cast<int>(result.intake.owed.size()));
  CHECK(result.intake.unread.empty());
  CHECK(result.intake.unknown.empty());
}

TEST_CASE("the gold lists have the entries of the five documents", "[seeds]") {
  // AGREE, DISAGREE, FLAG and DERIVED of each: 246 in all.
  const std::vector<std::string> known = {"C 41: 31 3 6 1", "P 16: 8 3 1 4", "Q 102: 67 18 12 5",
                                          "W 57: 39 8 3 7", "Z 30: 23 0 3 4"};
  for (const fs::path& file : gold_files()) {
    CAPTURE(file.stem().string());
    CHECK_THAT(known, Catch::Matchers::VectorContains(tally(read_gold_list(file))));
  }
}
