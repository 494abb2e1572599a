#include "xlsx/package/directory.h"

#include <catch2/catch.hpp>

#include "xlsx/package/raw_archive.h"
#include "xlsx/unreadable.h"

using namespace huizong::xlsx;
using namespace huizong::xlsx::testing;

namespace {

std::vector<DirectoryEntry> listed(const std::string& archive, const Limits& limits = {}) {
  return read_directory(ByteSource(std::string_view(archive)), limits);
}

/// "xl/a.xml 5 bytes, xl/b.xml 3 bytes", or the kind and clause of the refusal.
std::string told(const std::string& archive, const Limits& limits = {}) {
  try {
    std::string all;
    for (const auto& entry : listed(archive, limits)) {
      all += (all.empty() ? "" : ", ") + entry.name + " " + std::to_string(entry.size) + " bytes";
    }
    return all;
  } catch (const Unreadable& refused) {
    const std::string& zh = refused.message().zh;
    const std::size_t clause = zh.rfind("：", zh.find("；")) + std::string("：").size();
    return refused.kind() + " " + zh.substr(clause, zh.find("；") - clause);
  }
}

const std::string kWrong = "damaged 压缩包的目录有错";
const std::string kOverlap = "unsafe 压缩包里的部件互相重叠或超出文件";
const std::string kBadEntry = "damaged 内部部件 b 解不开或校验不符";

RawEntry entry(std::string name, std::string bytes = "123") {
  RawEntry made;
  made.name = std::move(name);
  made.bytes = std::move(bytes);
  return made;
}

}  // namespace

TEST_CASE("a directory is read as it stands", "[xlsx]") {
  const std::string archive = raw_archive({entry("xl/a.xml", "12345"), entry("xl\\B.xml")});
  const auto entries = listed(archive);
  CHECK(told(archive) == "xl/a.xml 5 bytes, xl\\B.xml 3 bytes");
  CHECK(entries[0].crc == slow_crc("12345"));
  CHECK(entries[0].method == DirectoryEntry::kDeflated);
  CHECK(archive.substr(entries[0].data, entries[0].packed) == stored_blocks("12345"));
  CHECK_FALSE(entries[0].is_encrypted());
}

TEST_CASE("a comment, bytes before and bytes behind an archive mean nothing", "[xlsx]") {
  RawArchive around;
  SECTION("a comment") {
    around.comment = std::string(65535, 'c');
  }
  SECTION("before") {
    around.before = "MZ junk PK\3\4";
  }
  SECTION("behind") {
    around.behind = std::string(100, '\0');
  }
  SECTION("all three") {
    around = {"x", std::string(500, 'y'), "z", "", false, {}, {}, {}};
  }
  CHECK(told(raw_archive({entry("a")}, around)) == "a 3 bytes");
}

TEST_CASE("an archive within an archive is not taken for it", "[xlsx]") {
  // An embedded workbook that is not compressed; the outer one is cut off behind it.
  RawEntry inner = entry("xl/embeddings/a.xlsx", raw_archive({entry("inner")}));
  inner.method = 0;
  const std::string outer = raw_archive({entry("xl/workbook.xml"), inner});
  CHECK(told(outer).starts_with("xl/workbook.xml 3 bytes, xl/embeddings/a.xlsx"));
  const std::size_t end_of_inner = outer.find("PK\5\6") + 22;
  for (std::size_t size = end_of_inner; size < outer.size(); ++size) {
    CAPTURE(size);
    CHECK(told(outer.substr(0, size)) == kWrong);
  }
}

TEST_CASE("two ends that both reach to the file's end are two workbooks in one", "[xlsx]") {
  RawArchive around;
  around.comment = raw_archive({});
  CHECK(told(raw_archive({entry("a")}, around)) == "unsafe 压缩包有两个目录");
}

TEST_CASE("a directory that lies about itself is refused", "[xlsx]") {
  const bool wide = GENERATE(false, true);
  RawArchive lie;
  SECTION("fewer entries") {
    lie.entries = 1;
  }
  SECTION("more entries") {
    lie.entries = 3;
  }
  SECTION("far more entries") {
    lie.entries = 9999;
  }
  SECTION("too short") {
    lie.directory_bytes = 47;
  }
  SECTION("too long") {
    lie.directory_bytes = 0x7FFFFFFF;
  }
  SECTION("of 4 GB") {
    lie.directory_bytes = 0xFFFFFFFF;
  }
  SECTION("elsewhere") {
    lie.directory_at = 0;
  }
  SECTION("past the end") {
    lie.directory_at = 0x7FFFFFFF;
  }
  SECTION("at 4 GB") {
    lie.directory_at = 0xFFFFFFFF;
  }
  SECTION("something between it and the end") {
    lie.gap = "PK\5\5";
  }
  lie.wide = wide;
  CHECK(told(raw_archive({entry("a"), entry("b")}, lie)) == kWrong);
}

TEST_CASE("zip64 end records are read, and must agree with the others", "[xlsx]") {
  RawArchive wide;
  wide.wide = true;
  const std::string good = raw_archive({entry("a"), entry("b")}, wide);
  CHECK(told(good) == "a 3 bytes, b 3 bytes");

  const std::size_t record = good.find("PK\6\6"), locator = good.find("PK\6\7");
  const std::size_t end = good.find("PK\5\6");
  const auto with = [&](std::size_t at, std::uint64_t value, int width) {
    std::string bytes = good;
    return bytes.replace(at, static_cast<std::size_t>(width), number(value, width));
  };
  CHECK(told(with(end + 8, 2 | 2 << 16, 4)) == "a 3 bytes, b 3 bytes");  // the same, said twice
  CHECK(told(with(end + 8, 3 | 3 << 16, 4)) == kWrong);
  CHECK(told(with(end + 16, 5, 4)) == kWrong);
  CHECK(told(with(record + 4, 45, 8)) == kWrong);
  CHECK(told(with(record + 4, ~std::uint64_t{0}, 8)) == kWrong);
  CHECK(told(with(record + 24, 3, 8)) == kWrong);
  CHECK(told(with(record + 48, ~std::uint64_t{0}, 8)) == kWrong);
  CHECK(told(with(record + 40, ~std::uint64_t{0} - 10, 8)) == kWrong);
  CHECK(told(with(locator + 8, ~std::uint64_t{0}, 8)) == kWrong);
  CHECK(told(with(locator + 8, record - 1, 8)) == kWrong);
  CHECK(told(with(locator + 4, 1, 4)) == kWrong);
  CHECK(told(with(locator, 0, 4)) == kWrong);
  CHECK(told(good.substr(0, record) + good.substr(end)) == kWrong);
}

TEST_CASE("an entry's zip64 numbers are taken from its extra field, and only there", "[xlsx]") {
  RawEntry big = entry("b");
  big.size = 0xFFFFFFFF;
  SECTION("the size") {
    big.extra = extra_field(1, number(3, 8));
    CHECK(told(raw_archive({big})) == "b 3 bytes");
  }
  SECTION("behind another field, and with padding") {
    big.extra = extra_field(0x5455, "12345") + extra_field(1, number(1ull << 40, 8)) + "\0\0";
    CHECK(told(raw_archive({big})) == "b 1099511627776 bytes");
  }
  SECTION("none") {
    CHECK(told(raw_archive({big})) == kWrong);
  }
  SECTION("cut off") {
    big.extra = extra_field(1, number(3, 4));
    CHECK(told(raw_archive({big})) == kWrong);
  }
  SECTION("longer than the extra data") {
    big.extra = number(1, 2) + number(9, 2) + number(3, 8);
    CHECK(told(raw_archive({big})) == kWrong);
  }
  SECTION("packed bytes beyond any file") {
    big.packed_size = 0xFFFFFFFF;
    big.extra = extra_field(1, number(3, 8) + number(~std::uint64_t{0}, 8));
    CHECK(told(raw_archive({big})) == kOverlap);
  }
  SECTION("an offset beyond any file") {
    big.offset = 0xFFFFFFFF;
    big.extra = extra_field(1, number(3, 8) + number(~std::uint64_t{0} - 5, 8));
    CHECK(told(raw_archive({big})) == kBadEntry);
  }
}

TEST_CASE("an entry whose own header says something else is refused", "[xlsx]") {
  RawEntry bad = entry("b");
  SECTION("another name") {
    bad.local_name = "c";
  }
  SECTION("a longer name") {
    bad.local_name = "bb";
  }
  SECTION("another method") {
    bad.local_method = 0;
  }
  SECTION("it is somewhere else") {
    bad.offset = 0x7FFFFFF0;
  }
  CHECK(told(raw_archive({entry("a"), bad})) == kBadEntry);
}

TEST_CASE("entries share no byte with each other or the directory", "[xlsx]") {
  std::vector<RawEntry> entries = {entry("a", std::string(200, 'a')), entry("b")};
  SECTION("one entry named twice") {
    entries[1].name = "a";
    entries[1].offset = 0;
  }
  SECTION("one inside another") {
    // What the first holds is itself an entry, header and all.
    RawEntry outer = entry("a", raw_archive({entry("b")}));
    outer.method = 0;
    entries = {outer, entry("b")};
    entries[1].offset = 31;
  }
  SECTION("by its packed size") {
    entries[0].packed_size = 300;
  }
  SECTION("by the last one's packed size") {
    entries[1].packed_size = 9;
  }
  SECTION("by its own header's extra data") {
    entries[0].local_extra = "1234";
    entries[0].packed_size = 209;
    entries[0].packed = stored_blocks(std::string(200, 'a')).substr(0, 204);
  }
  CHECK(told(raw_archive(entries)) == kOverlap);
}

TEST_CASE("entries may lie in another order than the directory's, with gaps", "[xlsx]") {
  const std::string first = raw_archive({entry("a")}).substr(0, 31 + 8) + "gap";
  RawArchive around;
  around.before = first;
  RawEntry a = entry("a");
  a.offset = 0;
  // The hand-written archive holds a second "a" that the directory does not name.
  CHECK(told(raw_archive({entry("b"), a}, around)) == "b 3 bytes, a 3 bytes");
}

TEST_CASE("names are UTF-8 where they say so, and never hold a NUL", "[xlsx]") {
  RawEntry odd = entry("\xB2\xE2.xml");  // GBK
  CHECK(told(raw_archive({odd})) == "\xB2\xE2.xml 3 bytes");
  odd.flags = 0x800;
  CHECK(told(raw_archive({odd})) == kWrong);
  CHECK(told(raw_archive({entry(std::string("xl/a.xml\0.png", 13))})) ==
        "unsafe 压缩包里有的部件名带有空字符");
}

TEST_CASE("the number of entries is bounded before any is looked at", "[xlsx]") {
  Limits limits;
  limits.entries = 2;
  CHECK(told(raw_archive({entry("a"), entry("b")}), limits) == "a 3 bytes, b 3 bytes");
  CHECK(told(raw_archive({entry("a"), entry("b"), entry("c")}), limits) ==
        "limit 压缩包里的部件超过 2 个");
  RawArchive lie;
  lie.wide = true;
  lie.entries = ~std::uint64_t{0};
  CHECK(told(raw_archive({entry("a")}, lie), limits) == "limit 压缩包里的部件超过 2 个");
  CHECK(told(raw_archive({entry(std::string(3000, 'n'))}), limits) == "limit 压缩包的目录过长");
}

TEST_CASE("encrypted entries are told", "[xlsx]") {
  RawEntry secret = entry("a");
  secret.flags = GENERATE(as<std::uint16_t>{}, 0x1, 0x41, 0x2001);
  CHECK(listed(raw_archive({secret})).at(0).is_encrypted());
}
