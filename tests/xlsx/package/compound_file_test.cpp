#include "xlsx/package/compound_file.h"

#include <catch2/catch.hpp>

#include "xlsx/package/little_endian.h"
#include "xlsx/unreadable.h"
#include "xlsx/xls/xls_builder.h"

using namespace huizong::testing;
using namespace huizong::xlsx;

namespace {

/// Bytes of which no two neighbours of a sector's length are alike.
std::string some_bytes(std::size_t size) {
  std::string bytes;
  while (bytes.size() < size) bytes += std::to_string(bytes.size()) + ",";
  bytes.resize(size);
  return bytes;
}

/// The stream, or what the file is refused for.
std::string stream_of(const std::string& file, std::string_view name = "Workbook") {
  try {
    return CompoundFile(file).stream(name).value_or("none");
  } catch (const Unreadable& refused) {
    return refused.kind();
  }
}

/// Where the table says which sector follows this one.
std::size_t place_of_next(const std::string& file, std::uint32_t sector) {
  return (little_endian<std::uint32_t>(file, 76) + 1) * 512 + 4 * sector;
}

std::string with_next(std::string file, std::uint32_t sector, std::uint32_t next) {
  return file.replace(place_of_next(file, sector), 4, le32(next));
}

/// Where the directory entry of the n-th stream lies.
std::size_t entry_at(const std::string& file, std::size_t n) {
  return (little_endian<std::uint32_t>(file, 48) + 1) * 512 + 128 * n;
}

}  // namespace

TEST_CASE("streams of every size, in sectors of both sizes, in any order", "[xlsx]") {
  for (const std::size_t size : {0, 1, 63, 64, 65, 511, 4095, 4096, 4097, 70000}) {
    for (const bool big : {false, true}) {
      for (const bool backwards : {false, true}) {
        CAPTURE(size, big, backwards);
        const std::string file = compound_file({{"Summary", some_bytes(100)},
                                                {"Workbook", some_bytes(size)},
                                                {"Big", some_bytes(9000)}},
                                               {.big_sectors = big, .backwards = backwards});
        CHECK((stream_of(file) == some_bytes(size)));
        CHECK((stream_of(file, "Summary") == some_bytes(100)));
      }
    }
  }
}

TEST_CASE("a file of more sectors than the header can list", "[xlsx]") {
  const std::string all = some_bytes(109 * 128 * 512);  // the directory needs one more table
  CHECK((stream_of(compound_file({{"Workbook", all}})) == all));
  const std::string more = some_bytes((109 + 127 + 3) * 128 * 512);
  const std::string file = compound_file({{"Workbook", more}});
  CHECK((stream_of(file) == more));
  // A list of tables that comes back to itself.
  std::string circle = file;
  const std::size_t list = (little_endian<std::uint32_t>(file, 68) + 1) * 512;
  circle.replace(list + 508, 4, file.substr(68, 4));
  CHECK(stream_of(circle) == "damaged");
}

TEST_CASE("names are found without regard to letter case, and only where they are whole",
          "[xlsx]") {
  const std::string file = compound_file({{"WORKBOOK", "a"}, {"Workbook2", "b"}});
  CHECK(stream_of(file) == "a");
  CHECK(stream_of(file, "Book") == "none");
  CHECK(stream_of(compound_file({}), "Book") == "none");
  CHECK(CompoundFile(file).has_stream("workbook2"));
  CHECK(stream_of(compound_file({{"Workbook", "a"}, {"WorkBook", "b"}})) == "unsafe");
}

// Every embedded document has a stream of this name as well.
TEST_CASE("the streams of an embedded object are not the workbook's", "[xlsx]") {
  std::string file = compound_file({{"MBD1", ""}, {"Workbook", "inner"}});
  file[entry_at(file, 1) + 66] = 1;                           // a storage,
  file.replace(entry_at(file, 1) + 72, 4, le32(0xFFFFFFFF));  // the only one of the root,
  file.replace(entry_at(file, 1) + 76, 4, le32(2));           // with the stream in it
  CHECK(stream_of(file) == "none");
  file.replace(entry_at(file, 1) + 68, 4, le32(2));  // now beside it
  CHECK(stream_of(file) == "inner");
  file.replace(entry_at(file, 2) + 68, 4, le32(1));  // and in a circle
  CHECK(stream_of(file) == "inner");
}

TEST_CASE("what writers put into the header without need is not looked at", "[xlsx]") {
  const std::string class_id("\x20\x08\x02\0\0\0\0\0\xC0\0\0\0\0\0\0\x46", 16);  // WPS
  CHECK(stream_of(compound_file({{"Workbook", "a"}}, {.header = {{8, class_id}}})) == "a");
  CHECK(stream_of(compound_file({{"Workbook", "a"}},
                                {.header = {{24, le16(0x21)}, {26, le16(0)}, {64, le32(77)}}})) ==
        "a");
  std::string upper = compound_file({{"Workbook", some_bytes(5000)}});
  upper.replace(entry_at(upper, 1) + 124, 4, le32(0xCCCCCCCC));
  CHECK((stream_of(upper) == some_bytes(5000)));
}

TEST_CASE("the last sector of a file need not be filled up", "[xlsx]") {
  const std::string all = some_bytes(5000);
  std::string file = compound_file({{"Workbook", all}});
  const auto behind = static_cast<std::uint32_t>(file.size() / 512 - 1);
  file = with_next(with_next(file, 8, behind), behind, 0xFFFFFFFE) + all.substr(9 * 512);
  CHECK((stream_of(file) == all));
  file.pop_back();
  CHECK(stream_of(file) == "truncated");
}

TEST_CASE("a header that says something else is refused", "[xlsx]") {
  const auto refused = [](std::size_t at, const std::string& bytes) {
    return stream_of(compound_file({{"Workbook", some_bytes(5000)}}, {.header = {{at, bytes}}}));
  };
  CHECK(refused(30, le16(10)) == "damaged");
  CHECK(refused(30, le16(64)) == "damaged");
  CHECK(refused(32, le16(9)) == "damaged");
  CHECK(refused(56, le32(64)) == "damaged");
  CHECK(refused(44, le32(0)) == "damaged");
  CHECK(refused(44, le32(0xFFFFFFFF)) == "truncated");
  CHECK(refused(48, le32(0xFFFFFFFE)) == "damaged");
  CHECK(refused(48, le32(5000)) == "damaged");
  CHECK(refused(76, le32(0xFFFFFFFF)) == "damaged");
  CHECK(refused(76, le32(5000)) == "truncated");
}

TEST_CASE("chains in a circle, cut short or out of the file are refused", "[xlsx]") {
  const std::string file = compound_file({{"Workbook", some_bytes(5000)}});
  const std::uint32_t directory = little_endian<std::uint32_t>(file, 48);
  REQUIRE((stream_of(file) == some_bytes(5000)));
  CHECK(stream_of(with_next(file, 3, 3)) == "damaged");
  CHECK(stream_of(with_next(file, 3, 0)) == "damaged");
  CHECK(stream_of(with_next(file, 3, 0xFFFFFFFE)) == "damaged");
  CHECK(stream_of(with_next(file, 3, 0xFFFFFFFF)) == "damaged");
  CHECK(stream_of(with_next(file, 3, 500)) == "damaged");
  CHECK(stream_of(with_next(file, directory, directory)) == "damaged");
}

TEST_CASE("a stream of two gigabytes in a small file is refused before any memory is taken",
          "[xlsx]") {
  for (const std::uint32_t size : {0x7FFFFFFFu, 0xFFFFFFFFu, 100000u}) {
    std::string file = compound_file({{"Workbook", some_bytes(5000)}});
    file.replace(entry_at(file, 1) + 120, 4, le32(size));
    CHECK(stream_of(file) == "truncated");
    std::string small = compound_file({{"Workbook", "a"}});
    small.replace(entry_at(small, 0) + 120, 4, le32(size));  // of all small sectors together
    CHECK(stream_of(small) == "truncated");
  }
  std::string small = compound_file({{"Workbook", "a"}});
  small.replace(entry_at(small, 1) + 120, 4, le32(4000));
  CHECK(stream_of(small) == "damaged");
}
