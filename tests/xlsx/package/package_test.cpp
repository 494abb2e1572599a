#include "xlsx/package/package.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "support/package_builder.h"
#include "support/support.h"
#include "xlsx/package/raw_archive.h"
#include "xlsx/reader.h"
#include "xlsx/workbook_lines.h"

using namespace huizong::testing;
using namespace huizong::xlsx;
using huizong::xlsx::testing::raw_archive;
using huizong::xlsx::testing::RawEntry;
using huizong::xlsx::testing::read_lines;
using huizong::xlsx::testing::stored_blocks;

namespace {

const std::string kRows = R"(<row r="1"><c r="A1"><v>12345.67</v></c></row>)";

std::string refusal(std::string package, const Limits& limits = {}) {
  const std::string lines = read_lines(std::move(package), limits);
  return lines.substr(0, lines.find("；"));
}

RawEntry entry(std::string name, std::string bytes) {
  RawEntry made;
  made.name = std::move(name);
  made.bytes = std::move(bytes);
  return made;
}

/// "fine", or the kind and clause of the refusal, when every part is looked at.
std::string checked(Package package) {
  try {
    package.check_rest();
    return "fine";
  } catch (const Unreadable& refused) {
    const std::string& zh = refused.message().zh;
    return refused.kind() + ": " + zh.substr(0, zh.find("；"));
  }
}

/// A part in windows of so many bytes; what was given out before a refusal does not count.
std::string in_windows(const Package& package, std::string_view part, std::size_t window) {
  PartStream in = package.open_part(part, PartSize::Large);
  std::string all, room(window, '\0');
  while (const std::size_t got = in.read(room.data(), window)) all.append(room, 0, got);
  CHECK(in.read(room.data(), window) == 0);
  return all;
}

/// Text that no program packs to less than two thirds.
std::string dense_text(std::size_t size) {
  std::string text;
  std::uint32_t random = 1;
  while (text.size() < size) {
    random = random * 1664525 + 1013904223;
    text += static_cast<char>(' ' + (random >> 24) % 95);
  }
  return text;
}

/// Where the local header of a part lies, and where its central one.
std::pair<std::size_t, std::size_t> headers_of(const std::string& package,
                                               const std::string& part) {
  const std::size_t local = package.find(part) - 30;
  const std::size_t central = package.rfind(part) - 46;
  REQUIRE(package.compare(local, 4, "PK\3\4") == 0);
  REQUIRE(package.compare(central, 4, "PK\1\2") == 0);
  return {local, central};
}

void put_number(std::string& bytes, std::size_t at, std::uint32_t value) {
  for (int i = 0; i < 4; ++i)
    bytes[at + static_cast<std::size_t>(i)] = static_cast<char>(value >> (8 * i));
}

}  // namespace

TEST_CASE("parts are found without regard to letter case and slashes", "[xlsx]") {
  const Package package(zip_package(
      {{"xl\\Worksheets\\Sheet1.XML", "<a/>"}, {"/xl/b.xml", "<b/>"}, {"./xl/c.xml", ""}}));
  CHECK(package.find("xl/worksheets/sheet1.xml") == "xl/Worksheets/Sheet1.XML");
  CHECK(package.find("/xl/b.xml") == "xl/b.xml");
  CHECK(package.find("xl/c.xml") == "xl/c.xml");
  CHECK(package.find("xl/d.xml") == std::nullopt);
  CHECK(package.find("") == std::nullopt);
  CHECK(package.read("XL/worksheets/SHEET1.xml") == "<a/>");
}

TEST_CASE("names that climb out of the package are no parts", "[xlsx]") {
  const Package package(zip_package({{"../../tmp/evil", "x"}, {"xl/workbook.xml", "<a/>"}}));
  CHECK(package.find("../../tmp/evil") == std::nullopt);
  CHECK(package.find("tmp/evil") == std::nullopt);
}

TEST_CASE("two parts of one name are refused", "[xlsx]") {
  Parts parts = simple_parts(kRows);
  parts.emplace_back("xl/worksheets/SHEET1.XML", "<worksheet/>");
  CHECK(refusal(zip_package(parts)) ==
        "unsafe: 工作簿的内部结构不正常，可能被改动过，没有读取：压缩包里有两个同名的部件 "
        "xl/worksheets/sheet1.xml");
}

TEST_CASE("a part whose bytes do not fit its checksum is refused", "[xlsx]") {
  std::string package = simple_workbook(kRows);
  const auto [local, central] = headers_of(package, "xl/worksheets/sheet1.xml");
  put_number(package, local + 14, 0xDEADBEEF);
  put_number(package, central + 16, 0xDEADBEEF);
  CHECK(refusal(package) ==
        "damaged: 工作簿已损坏：内部部件 xl/worksheets/sheet1.xml 解不开或校验不符");
}

TEST_CASE("a part that is longer or shorter than it states is refused", "[xlsx]") {
  const std::uint32_t stated = GENERATE(10u, 100000u);
  std::string package = simple_workbook(kRows);
  const auto [local, central] = headers_of(package, "xl/worksheets/sheet1.xml");
  put_number(package, local + 22, stated);
  put_number(package, central + 24, stated);
  CHECK(refusal(package) ==
        "damaged: 工作簿已损坏：内部部件 xl/worksheets/sheet1.xml 解不开或校验不符");
}

TEST_CASE("entries that share the same bytes are refused", "[xlsx]") {
  std::string package = simple_workbook(kRows);
  const auto [local, central] = headers_of(package, "xl/worksheets/sheet1.xml");
  (void)local;
  put_number(package, central + 20, static_cast<std::uint32_t>(package.size()));
  CHECK(refusal(package) ==
        "unsafe: 工作簿的内部结构不正常，可能被改动过，没有读取：压缩包里的部件互相重叠或超出文件");
}

TEST_CASE("an encrypted archive is named", "[xlsx]") {
  std::string package = simple_workbook(kRows);
  for (const char* part : {"_rels/.rels", "xl/workbook.xml"}) {
    const auto [local, central] = headers_of(package, part);
    package[local + 6] = static_cast<char>(package[local + 6] | 1);
    package[central + 8] = static_cast<char>(package[central + 8] | 1);
  }
  CHECK(refusal(package) == "encrypted: 这个压缩包是加了密的，读不了");
}

TEST_CASE("a bomb is refused before it is unpacked", "[xlsx]") {
  const std::string spaces(40u << 20, ' ');
  CHECK(refusal(simple_workbook(kRows + spaces)) ==
        "limit: 工作簿超出了读取上限：内部部件 xl/worksheets/sheet1.xml 展开后是压缩时的 300 "
        "倍以上，不像真实的表");
}

TEST_CASE("every limit is a sentence", "[xlsx]") {
  const std::string package = simple_workbook(kRows);
  Limits limits;
  SECTION("size of a part") {
    limits.part_bytes = 100;
    CHECK(refusal(package, limits) ==
          "limit: 工作簿超出了读取上限：内部部件 xl/worksheets/sheet1.xml 展开后有 0 MB，最多读 0 "
          "MB");
  }
  SECTION("all parts together") {
    limits.total_bytes = 1000;
    CHECK(refusal(package, limits) == "limit: 工作簿超出了读取上限：各部件展开后合计超过 0 MB");
  }
  SECTION("number of entries") {
    limits.entries = 4;
    CHECK(refusal(package, limits) == "limit: 工作簿超出了读取上限：压缩包里的部件超过 4 个");
  }
  SECTION("cells held in memory") {
    limits.cells = 0;
    CHECK(refusal(package, limits) == "limit: 工作簿超出了读取上限：单元格超过 0 个");
  }
}

TEST_CASE("one flipped bit anywhere gives the right figure or a refusal", "[xlsx]") {
  // What a bad disk or mail gateway does. Only text that no checksum covers (names, dates, the
  // sheet's name is in a part) may change without being noticed, and never a figure.
  const std::string good = simple_workbook(kRows);
  const std::string want = "A1 n 12345.67\n";
  for (std::size_t at = 0; at < good.size(); ++at) {
    std::string package = good;
    package[at] = static_cast<char>(package[at] ^ (1 << (at % 8)));
    const std::string got = read_lines(package);
    const bool refused = got.find(": ") != std::string::npos;
    if (got == want || refused) continue;
    CAPTURE(at, got);
    CHECK(false);
  }
}

TEST_CASE("a file cut at any byte is refused", "[xlsx]") {
  const std::string good = simple_workbook(kRows);
  for (std::size_t size = 1; size < good.size(); ++size) {
    const std::string got = read_lines(good.substr(0, size));
    if (got.find(": ") != std::string::npos) continue;
    CAPTURE(size, got);
    CHECK(false);
  }
}

TEST_CASE("a part comes out the same whole and in windows", "[xlsx]") {
  const std::string big = dense_text(300000);
  RawEntry stored = entry("stored", big);
  stored.method = 0;
  RawEntry described = entry("described", big);
  described.described = true;
  const Package package(raw_archive({stored, described, entry("small", "12"), entry("empty", "")}));
  for (const char* part : {"stored", "described"}) {
    CHECK(package.size(part) == big.size());
    CHECK(package.read(part) == big);
    for (const std::size_t window : {1000, 65536, 299999, 300000, 1000000})
      CHECK(in_windows(package, part, window) == big);
  }
  CHECK(in_windows(package, "small", 1) == "12");
  CHECK(in_windows(package, "empty", 1) == "");
  CHECK(package.read("empty") == "");
  CHECK(package.size("none") == 0);
}

TEST_CASE("the last bytes of a part come only when all of it was right", "[xlsx]") {
  RawEntry bad = entry("a", "12345");
  SECTION("CRC") {
    bad.crc = 1;
  }
  SECTION("size too small") {
    bad.size = 4;
  }
  SECTION("size too big") {
    bad.size = 6;
  }
  SECTION("bytes behind the stream") {
    bad.packed = stored_blocks("12345") + "x";
  }
  SECTION("the stream does not end") {
    bad.packed = std::string(1, '\0') + stored_blocks("12345").substr(1);
  }
  SECTION("stored, and another size") {
    bad.method = 0;
    bad.size = 7;
  }
  const Package package(raw_archive({bad}));
  CHECK_THROWS_AS(package.read("a"), Unreadable);
  for (const std::size_t window : {1, 2, 3, 4, 5, 100}) {
    std::size_t got = 0;
    std::string room(window, '\0');
    CHECK_THROWS_AS(
        [&] {
          PartStream in = package.open_part("a", PartSize::Small);
          while (const std::size_t n = in.read(room.data(), window)) got += n;
        }(),
        Unreadable);
    CHECK(got < package.size("a"));
  }
}

TEST_CASE("no room is made for a size that cannot be true", "[xlsx]") {
  RawEntry lie = entry("a", "12345");
  lie.size = 16 << 20;  // 10 packed bytes make 10,320 at most
  CHECK(checked(Package(raw_archive({lie}))) ==
        "damaged: 工作簿已损坏：内部部件 a 解不开或校验不符");
}

TEST_CASE("what nobody reads is checked too", "[xlsx]") {
  std::vector<RawEntry> entries = {entry("xl/workbook.xml", "<a/>"), entry("xl/media/1.png", "PNG"),
                                   entry("xl/", "")};
  SECTION("all is right") {
    CHECK(checked(Package(raw_archive(entries))) == "fine");
  }
  SECTION("a folder that claims to be packed and has no bytes") {
    entries[2].packed = "";
    CHECK(checked(Package(raw_archive(entries))) == "fine");
  }
  SECTION("a checksum") {
    entries[1].crc = 5;
    CHECK(checked(Package(raw_archive(entries))) ==
          "damaged: 工作簿已损坏：内部部件 xl/media/1.png 解不开或校验不符");
  }
  SECTION("a DOCTYPE") {
    entries.push_back(entry("customXml/item1.xml", "<?xml version=\"1.0\"?><!DOCTYPE a><a/>"));
    CHECK(
        checked(Package(raw_archive(entries))) ==
        "unsafe: 工作簿的内部结构不正常，可能被改动过，没有读取：内部部件 customXml/item1.xml 带有 "
        "DOCTYPE 声明");
  }
  SECTION("an encrypted picture") {
    entries[1].flags = 1;
    CHECK(checked(Package(raw_archive(entries))) == "encrypted: 这个压缩包是加了密的，读不了");
  }
  SECTION("a method of others") {
    entries[1].method = 14;
    CHECK(checked(Package(raw_archive(entries))) ==
          "damaged: 工作簿已损坏：内部部件 xl/media/1.png 用了工作簿不能用的压缩方法");
  }
  SECTION("a bomb") {
    entries[1].size = 0xFFFFFFFE;
    CHECK(checked(Package(raw_archive(entries))) ==
          "limit: 工作簿超出了读取上限：内部部件 xl/media/1.png 展开后有 4095 MB，最多读 2048 MB");
  }
}

TEST_CASE("a big file is read from the disk as its parts are", "[xlsx]") {
  const TempFolder folder;
  const std::string big = dense_text(7u << 20);
  const std::string archive =
      zip_package({{"xl/workbook.xml", "<a/>"}, {"xl/big.xml", big}, {"xl/b.xml", "<b/>"}});
  REQUIRE(archive.size() > 5u << 20);
  write_file(folder / "a.xlsx", archive);
  const Package package = Package::open(folder / "a.xlsx");
  CHECK(package.read("xl/workbook.xml") == "<a/>");
  CHECK(package.read("xl/big.xml") == big);
  CHECK(in_windows(package, "xl/big.xml", 1 << 18) == big);
  CHECK(checked(Package::open(folder / "a.xlsx")) == "fine");

  SECTION("it may be deleted meanwhile") {
    std::filesystem::remove(folder / "a.xlsx");
    CHECK(package.read("xl/b.xml") == "<b/>");
  }
  SECTION("it may not become shorter") {
    std::filesystem::resize_file(folder / "a.xlsx", archive.size() / 2);
    CHECK_THROWS_WITH(package.read("xl/big.xml"), Catch::Contains("became shorter"));
    CHECK_THROWS_WITH(package.read("xl/b.xml"), Catch::Contains("became shorter"));
  }
  SECTION("it may not change") {
    std::fstream file(folder / "a.xlsx", std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(static_cast<std::streamoff>(archive.size() / 2));
    file << "other bytes";
    file.close();
    CHECK_THROWS_AS(package.read("xl/big.xml"), Unreadable);
  }
}

TEST_CASE("a big file that is no zip is told for what it is", "[xlsx]") {
  const TempFolder folder;
  const std::string cut = zip_package({{"a", dense_text(7u << 20)}}).substr(0, 5u << 20);
  write_file(folder / "a.xlsx", cut);
  CHECK_THROWS_WITH(Package::open(folder / "a.xlsx"), Catch::Contains("incomplete"));
  write_file(folder / "a.xlsx", std::string(5u << 20, '\0'));
  CHECK_THROWS_WITH(Package::open(folder / "a.xlsx"), Catch::Contains("zero bytes"));
}
