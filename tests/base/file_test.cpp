#include "base/file.h"

#include <catch2/catch.hpp>

#include "support/support.h"

using namespace huizong;
using huizong::testing::TempFolder;

TEST_CASE("a file is written whole or not at all", "[base]") {
  const TempFolder folder;
  const auto file = folder / "输出/汇总表.xlsx";
  write_file(file, "first");
  write_file(file, "second");
  CHECK(read_file(file) == "second");
  int left = 0;
  for (const auto& entry : std::filesystem::directory_iterator(file.parent_path()))
    left += !entry.path().empty();
  CHECK(left == 1);  // no temporary file stays behind
}

TEST_CASE("a folder that cannot be written says so and what to do", "[base]") {
  const TempFolder folder;
  write_file(folder / "占位", "a file where a folder is wanted");
  CHECK_THROWS_AS(write_file(folder / "占位/汇总表.xlsx", "x"), WriteError);
}

TEST_CASE("what is no regular file is written directly", "[base]") {
  CHECK_NOTHROW(write_file("/dev/null", "gone"));
}

TEST_CASE("sha256 is the published one", "[base]") {
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
