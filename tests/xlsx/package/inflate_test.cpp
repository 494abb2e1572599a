#include "xlsx/package/inflate.h"

#include <catch2/catch.hpp>
#include <functional>

#include "support/package_builder.h"
#include "xlsx/package/directory.h"
#include "xlsx/package/raw_archive.h"

using namespace huizong::testing;
using namespace huizong::xlsx;
using namespace huizong::xlsx::testing;

namespace {

/// A sheet of many rows: long matches, short ones, several blocks.
std::string sheet_text(int rows) {
  std::string text = "<sheetData>";
  unsigned random = 12345;
  for (int row = 1; row <= rows; ++row) {
    random = random * 1103515245 + 12345;
    text += "<row r=\"" + std::to_string(row) + "\"><c r=\"A" + std::to_string(row) + "\"><v>" +
            std::to_string(random) + "</v></c></row>";
  }
  return text + "</sheetData>";
}

/// The same bytes deflated, by libzip.
std::string deflated(const std::string& bytes) {
  const std::string archive = zip_package({{"a", bytes}});
  const auto entry = read_directory(ByteSource(std::string_view(archive))).at(0);
  REQUIRE(entry.method == DirectoryEntry::kDeflated);
  return archive.substr(entry.data, entry.packed);
}

using MakeInflater = std::unique_ptr<StreamInflater> (*)();

std::vector<MakeInflater> inflaters() {
  std::vector<MakeInflater> all = {zlib_inflater};
  if (isal_inflater()) all.push_back(isal_inflater);
  return all;
}

/// What comes out, given so many bytes at a time and asked for so many; nothing where the stream
/// is not `size` bytes long, whole, and the last thing there.
std::optional<std::string> streamed(StreamInflater& inflater, std::string_view packed,
                                    std::size_t size, std::size_t piece, std::size_t window) {
  std::string out;
  const auto give = [&] {
    if (packed.empty()) return false;
    // A copy of just these bytes, so that a byte read beyond them is seen by the sanitizer.
    static std::vector<char> given;
    given.assign(packed.begin(),
                 packed.begin() + static_cast<std::ptrdiff_t>(std::min(piece, packed.size())));
    given.shrink_to_fit();
    inflater.give({given.data(), given.size()});
    packed.remove_prefix(given.size());
    return true;
  };
  while (true) {
    std::vector<char> room(std::min(window, size + 1 - out.size()));
    const auto made = inflater.make(room.data(), room.size());
    if (!made) return std::nullopt;
    out.append(room.data(), *made);
    if (out.size() > size) return std::nullopt;
    if (inflater.ended()) break;
    if (*made < room.size() && !give()) return std::nullopt;
  }
  if (out.size() != size || !packed.empty() || inflater.left_over() > 0) return std::nullopt;
  return out;
}

std::optional<std::string> whole(std::string_view packed, std::size_t size) {
  WholeInflater inflater;
  std::string out(size, '\0');
  if (!inflater.inflate(packed, out.data(), size)) return std::nullopt;
  return out;
}

}  // namespace

TEST_CASE("a stream comes out the same whole and in pieces of any size", "[xlsx]") {
  const std::string bytes = sheet_text(GENERATE(0, 3, 4000));
  const std::string packed = deflated(bytes);
  CHECK(whole(packed, bytes.size()) == bytes);
  for (const MakeInflater make : inflaters()) {
    for (const std::size_t piece : {std::size_t{1}, std::size_t{1000}, packed.size()}) {
      for (const std::size_t window : {std::size_t{300}, std::size_t{65536}, bytes.size() + 1}) {
        CAPTURE(piece, window);
        CHECK(streamed(*make(), packed, bytes.size(), piece, window) == bytes);
      }
    }
  }
}

TEST_CASE("every cut of a stream, and every byte behind it, is noticed", "[xlsx]") {
  const std::string bytes = sheet_text(5);
  const std::string packed = deflated(bytes);
  for (std::size_t size = 0; size <= packed.size() + 9; ++size) {
    if (size == packed.size()) continue;
    std::string wrong = packed;
    wrong.resize(size);
    CAPTURE(size);
    CHECK(whole(wrong, bytes.size()) == std::nullopt);
    for (const MakeInflater make : inflaters()) {
      CHECK(streamed(*make(), wrong, bytes.size(), 7, 100) == std::nullopt);
      CHECK(streamed(*make(), wrong, bytes.size(), 1000, 1000) == std::nullopt);
    }
  }
}

TEST_CASE("a stream of another length than stated is noticed", "[xlsx]") {
  const std::string bytes = sheet_text(5);
  const std::string packed = deflated(bytes);
  for (const std::size_t size : {std::size_t{0}, bytes.size() - 1, bytes.size() + 1}) {
    CHECK(whole(packed, size) == std::nullopt);
    for (const MakeInflater make : inflaters())
      CHECK(streamed(*make(), packed, size, 7, 100) == std::nullopt);
  }
}

TEST_CASE("a flipped bit gives other bytes or none, and the libraries agree which", "[xlsx]") {
  const std::string bytes = sheet_text(8);
  const std::string packed = deflated(bytes);
  const std::uint32_t crc = slow_crc(bytes);
  for (std::size_t bit = 0; bit < packed.size() * 8; ++bit) {
    std::string wrong = packed;
    wrong[bit / 8] = static_cast<char>(wrong[bit / 8] ^ 1 << bit % 8);
    auto results = std::vector{whole(wrong, bytes.size())};
    for (const MakeInflater make : inflaters())
      results.push_back(streamed(*make(), wrong, bytes.size(), 64, 4096));
    for (const auto& result : results) {
      // Bits that no code uses may be flipped; then the bytes are right.
      if (!result || *result == bytes) continue;
      CHECK(crc32_of(*result) != crc);
    }
  }
}

TEST_CASE("the CRC is that of the definition, whole or carried on", "[xlsx]") {
  const std::string bytes = sheet_text(3);
  CHECK(crc32_of("123456789") == 0xCBF43926);
  CHECK(crc32_of("") == 0);
  CHECK(crc32_of(bytes) == slow_crc(bytes));
  CHECK(crc32_of(bytes.substr(50), crc32_of(bytes.substr(0, 50))) == slow_crc(bytes));
}
