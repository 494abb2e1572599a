#include "batch/write_outputs.h"

#include <catch2/catch.hpp>

#include "support/support.h"

using namespace huizong;
using huizong::testing::read_file;
using huizong::testing::TempFolder;

namespace {

batch::Run write(const TempFolder& folder, std::vector<report::Output> outputs) {
  job::Job job;
  job.folder = folder.path();
  store::Store store(job.store_file());
  batch::Run run;
  batch::write_outputs(job, outputs, store, run);
  return run;
}

}  // namespace

TEST_CASE("what somebody changed since we wrote it is kept beside the new one", "[batch]") {
  const TempFolder folder;
  write(folder, {{"summary", "输出/汇总表.xlsx", "一"}});
  huizong::testing::write_file(folder / "输出/汇总表.xlsx", "科长改过");
  const batch::Run run = write(folder, {{"summary", "输出/汇总表.xlsx", "二"}});
  CHECK(run.kept == std::vector<std::string>{"输出/汇总表.xlsx.bak"});
  CHECK(read_file(folder / "输出/汇总表.xlsx.bak") == "科长改过");
  CHECK(read_file(folder / "输出/汇总表.xlsx") == "二");

  huizong::testing::write_file(folder / "输出/汇总表.xlsx", "又改");
  CHECK(write(folder, {{"summary", "输出/汇总表.xlsx", "三"}}).kept ==
        std::vector<std::string>{"输出/汇总表.xlsx.bak2"});
}

TEST_CASE("our own unchanged output is simply replaced", "[batch]") {
  const TempFolder folder;
  write(folder, {{"summary", "输出/汇总表.xlsx", "一"}});
  CHECK(write(folder, {{"summary", "输出/汇总表.xlsx", "二"}}).kept.empty());
}

TEST_CASE("a form written last time but not now goes away, unless somebody changed it", "[batch]") {
  const TempFolder folder;
  write(folder, {{"filled", "输出/填表/a.xlsx", "a"}, {"filled", "输出/填表/b.xlsx", "b"}});
  huizong::testing::write_file(folder / "输出/填表/b.xlsx", "改过");
  const batch::Run run = write(folder, {});
  CHECK_FALSE(std::filesystem::exists(folder / "输出/填表/a.xlsx"));
  CHECK_FALSE(std::filesystem::exists(folder / "输出/填表/b.xlsx"));
  CHECK(read_file(folder / "输出/填表/b.xlsx.bak") == "改过");
}
