#include "mapping/load/text_file.h"

#include <catch2/catch.hpp>

#include "mapping/mapping_folder.h"

using namespace huizong;
using namespace huizong::mapping;

namespace {

const char* const kGbk = "title = \"\xD6\xD0\xCE\xC4\"\n";  // 中文 as 记事本 saves it under ANSI

}  // namespace

TEST_CASE("UTF-8 is read with or without a byte order mark, whatever the line ends", "[mapping]") {
  const testing::TempFolder folder;
  testing::write_file(folder / "a.toml", "\xEF\xBB\xBFtitle = \"甲\"\r\nid = 1");
  const TextFile file = read_text_file(folder / "a.toml");
  CHECK(file.text == "title = \"甲\"\r\nid = 1");
  CHECK(file.lines == std::vector<std::string>{"title = \"甲\"", "id = 1"});
}

TEST_CASE("a mapping saved with a byte order mark and Windows line ends is good", "[mapping]") {
  std::string toml = "\xEF\xBB\xBF";
  for (const char c : kBlocks) toml += c == '\n' ? std::string("\r\n") : std::string(1, c);
  CHECK(MappingFolder().slips(toml) == "");
}

TEST_CASE("a file in another encoding is named, with what to do", "[mapping]") {
  const MappingFolder folder;
  CHECK(folder.slips(kGbk) ==
        "自评表.toml: 文件是 GBK 编码（记事本里叫 ANSI），要 UTF-8\n"
        "  提示: 请用记事本打开它，选“另存为”，编码选 UTF-8，再运行一次\n");
  CHECK(folder.slips(std::string("\xFF\xFE\x69\x00", 4)) ==
        "自评表.toml: 文件是 UTF-16 编码（记事本里叫 Unicode），要 UTF-8\n"
        "  提示: 请用记事本打开它，选“另存为”，编码选 UTF-8，再运行一次\n");
  CHECK(folder.slips("format = 1\ntitle = \"\x81\xFF\"\n") ==
        "自评表.toml:2:1: 这一行里有不是 UTF-8 的字节\n"
        "  提示: 请用记事本打开它，选“另存为”，编码选 UTF-8，再运行一次\n");
}

TEST_CASE("a file that is not there", "[mapping]") {
  CHECK_THROWS_AS(load_mapping("没有/这个.toml"), Mistakes);
  try {
    load_mapping("没有/这个.toml");
  } catch (const Mistakes& mistakes) {
    CHECK(mistakes.message().zh ==
          "没有/这个.toml: 没有这个文件\n  提示: 请检查文件名和所在的文件夹\n");
  }
}

TEST_CASE("a file that is no settings file is refused before it is read as one", "[mapping]") {
  CHECK(MappingFolder().slips("id = 1\n# " + std::string(20'000, 'x')) ==
        "自评表.toml:2:1: 这一行太长，不会是设置文件\n  提示: 请检查文件名，或把它分成几行\n");
}
