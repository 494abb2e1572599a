#include "job/read_limits.h"

#include <catch2/catch.hpp>

#include "base/text.h"

using namespace huizong;

namespace {

/// `lines` as what stands under [limits].
struct Read {
  xlsx::Limits limits;
  std::string slips;
  explicit Read(const std::string& lines) {
    const std::string whole = "[limits]\n" + lines;
    const mapping::TextFile text{"huizong.toml", whole, split(whole, "\n")};
    const mapping::TomlValue root = mapping::parse_toml(text);
    const mapping::TomlEntry& entry = *root.find("limits");
    mapping::Slips found(text);
    limits = job::read_limits(entry.value, entry.key_spot, found);
    for (const Mistake& slip : found.sorted()) slips += describe(slip, Lang::Zh);
  }
};

}  // namespace

TEST_CASE("a job sets the limits it must and keeps the others", "[job]") {
  const Read read("cells = 8_000_000\npart_bytes = 8589934592\ndepth = 2e3\n");
  CHECK(read.slips.empty());
  CHECK(read.limits.cells == 8'000'000);
  CHECK(read.limits.part_bytes == 8'589'934'592);
  CHECK(read.limits.depth == 2000);
  CHECK(read.limits.total_bytes == xlsx::Limits().total_bytes);
  CHECK(Read("").slips.empty());
}

TEST_CASE("every slip in the limits is told, with what they may be", "[job]") {
  const Read read(R"toml(cell = 8000000
package_bytes = 700
ratio = 0.5
strings = "8000000"
sheets = -1
depth = 2000
)toml");
  CHECK(read.slips == R"told(huizong.toml:2:1: [limits]里不认识的键 cell
  2 | cell = 8000000
    | ^^^^
  提示: 是不是“cells”？
huizong.toml:3:17: package_bytes 应当是 65536 到 68719476736 的整数，单位是字节
  3 | package_bytes = 700
    |                 ^^^
huizong.toml:4:9: ratio 应当是 10 到 1032 的整数
  4 | ratio = 0.5
    |         ^^^
huizong.toml:5:11: strings 应当是数，这里写的是文字
  5 | strings = "8000000"
    |           ^^^^^^^^^
huizong.toml:6:10: sheets 应当是 1 到 1000000 的整数
  6 | sheets = -1
    |          ^^
)told");
  CHECK(read.limits.depth == 2000);
  CHECK(read.limits.sheets == xlsx::Limits().sheets);
}
