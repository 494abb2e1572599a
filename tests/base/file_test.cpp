#include "base/file.h"

#include <catch2/catch.hpp>

#include "support/support.h"

using namespace huizong;
using huizong::testing::TempFolder;

TEST_CASE("a file is written over the one that was there", "[base]") {
  const TempFolder folder;
  const auto file = folder / "输出/汇总表.xlsx";
  write_file(file, "first");
  write_file(file, "second");
  CHECK(read_file(file) == "second");
}

TEST_CASE("sha256 is the published one", "[base]") {
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
