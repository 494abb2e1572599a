#include "xlsx/package/archive_rewrite.h"

#include <catch2/catch.hpp>

#include "support/package_builder.h"
#include "xlsx/package/directory.h"
#include "xlsx/package/package.h"
#include "xlsx/package/raw_archive.h"

using namespace huizong::testing;
using namespace huizong::xlsx;
using namespace huizong::xlsx::testing;

namespace {

RawEntry entry(std::string name, std::string bytes) {
  RawEntry made;
  made.name = std::move(name);
  made.bytes = std::move(bytes);
  return made;
}

/// An entry's bytes as they lie in the archive.
std::string packed(const std::string& archive, const std::string& name) {
  for (const auto& one : read_directory(ByteSource(std::string_view(archive))))
    if (one.name == name) return archive.substr(one.data, one.packed);
  return "no such entry";
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("untouched parts go over still packed, in their order", "[xlsx]") {
  RawEntry stored = entry("xl/media/image1.png", "\x89PNG");
  stored.method = 0;
  RawEntry described = entry("xl/styles.xml", "<styleSheet/>");
  described.described = true;
  described.extra = described.local_extra = extra_field(0x5455, "12345");
  const std::string before =
      raw_archive({entry("[Content_Types].xml", "<Types/>"), stored, described,
                   entry("xl/worksheets/sheet1.xml", "<worksheet/>")});
  ArchiveChanges changes;
  changes.replaced["xl/worksheets/sheet1.xml"] = "<worksheet>12345.67</worksheet>";
  const std::string after = rewrite_archive(before, changes);

  CHECK(part_names(after) == part_names(before));
  for (const char* name : {"[Content_Types].xml", "xl/media/image1.png", "xl/styles.xml"})
    CHECK(packed(after, name) == packed(before, name));
  CHECK(part_of(after, "xl/styles.xml") == "<styleSheet/>");
  CHECK(part_of(after, "xl/worksheets/sheet1.xml") == "<worksheet>12345.67</worksheet>");
  CHECK(Package(after).read("xl/media/image1.png") == "\x89PNG");
}

TEST_CASE("parts are added at the end and taken away", "[xlsx]") {
  const std::string before =
      zip_package({{"a.xml", "1"}, {"XL/CalcChain.xml", "2"}, {"b.xml", "3"}});
  ArchiveChanges changes;
  changes.removed = {"xl/calcchain.xml"};
  changes.added = {{"xl/批注.xml", "4"}, {"xl/empty.xml", ""}};
  const std::string after = rewrite_archive(before, changes);
  CHECK(part_names(after) == Names{"a.xml", "b.xml", "xl/批注.xml", "xl/empty.xml"});
  CHECK(Package(after).read("xl/批注.xml") == "4");
  CHECK(part_of(after, "xl/empty.xml") == "");
}

TEST_CASE("the same changes of the same archive are the same bytes", "[xlsx]") {
  const std::string before = zip_package({{"a.xml", std::string(5000, 'a')}, {"b.xml", "3"}});
  ArchiveChanges changes;
  for (int i = 0; i < 5000; ++i) changes.replaced["a.xml"] += std::to_string(i * i);
  const std::string first = rewrite_archive(before, changes);
  ArchiveChanges other;
  other.replaced["b.xml"] = "something else in between";
  rewrite_archive(before, other);
  CHECK(rewrite_archive(before, changes) == first);
  CHECK(rewrite_archive(first, {}) == first);
}

TEST_CASE("entries that are no parts: folders stay, climbing names are not handed on", "[xlsx]") {
  const std::string before = raw_archive(
      {entry("xl/", ""), entry("../../evil", "x"), entry("a.xml", "1"), entry("a.xml/", "")});
  ArchiveChanges changes;
  changes.replaced["a.xml"] = "2";
  CHECK(part_names(rewrite_archive(before, changes)) == Names{"xl/", "a.xml", "a.xml/"});
}

TEST_CASE("names keep their bytes, marked as UTF-8 where they are", "[xlsx]") {
  const std::string gbk = "xl/\xB2\xE2\xCA\xD4.xml", utf8 = "xl/测试.xml";
  const std::string after =
      rewrite_archive(raw_archive({entry(gbk, "1"), entry(utf8, "2"), entry("a", "3")}), {});
  const auto entries = read_directory(ByteSource(std::string_view(after)));
  CHECK((entries[0].name == gbk && !entries[0].has_utf8_name()));
  CHECK((entries[1].name == utf8 && entries[1].has_utf8_name()));
  CHECK((entries[2].name == "a" && !entries[2].has_utf8_name()));
}

TEST_CASE("what cannot be copied as it is, is refused", "[xlsx]") {
  RawEntry odd = entry("xl/a.xml", "1");
  SECTION("encrypted") {
    odd.flags = 1;
  }
  SECTION("by a method of others") {
    odd.method = 12;
  }
  CHECK_THROWS_AS(rewrite_archive(raw_archive({odd}), {}), Unreadable);
}
