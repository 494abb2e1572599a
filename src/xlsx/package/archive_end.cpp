#include "xlsx/package/archive_end.h"

#include <algorithm>
#include <optional>

#include "xlsx/package/little_endian.h"
#include "xlsx/unreadable.h"

namespace huizong::xlsx {
namespace {

constexpr std::size_t kEndBytes = 22;
constexpr std::size_t kWideLocatorBytes = 20, kWideEndBytes = 56;  // zip64
constexpr std::uint64_t kNo16 = 0xFFFF, kNo32 = 0xFFFFFFFF;        // "see the zip64 record"
static_assert(kArchiveTail == kEndBytes + kNo16);

std::uint64_t u16(std::string_view bytes, std::size_t at) {
  return little_endian<std::uint16_t>(bytes, at);
}
std::uint64_t u32(std::string_view bytes, std::size_t at) {
  return little_endian<std::uint32_t>(bytes, at);
}
std::uint64_t u64(std::string_view bytes, std::size_t at) {
  return little_endian<std::uint64_t>(bytes, at);
}

/// Where the end record lies in an archive's last bytes: the one whose comment reaches to the very
/// end, else (something was put behind the archive) the last one that is there whole.
std::optional<std::size_t> find_end(std::string_view tail) {
  std::optional<std::size_t> exact, last;
  for (std::size_t at = tail.find("PK\5\6"); at != std::string_view::npos;
       at = tail.find("PK\5\6", at + 1)) {
    if (tail.size() - at < kEndBytes) break;
    const std::size_t after = tail.size() - at - kEndBytes;
    const std::size_t comment = u16(tail, at + 20);
    if (comment > after) continue;
    last = at;
    if (comment != after) continue;
    if (exact) {
      refuse_unsafe({"压缩包有两个目录", "its zip archive has two directories"});
    }
    exact = at;
  }
  return exact ? exact : last;
}

bool ends_at(const DirectoryExtent& extent, std::uint64_t end) {
  return extent.offset <= end && extent.bytes == end - extent.offset;
}

/// What the zip64 records in front of the usual one say.
DirectoryExtent wide_extent(const ByteSource& archive, std::uint64_t end,
                            const DirectoryExtent& narrow) {
  std::string room;
  if (end < kWideLocatorBytes + kWideEndBytes) refuse_directory();
  const std::uint64_t locator_at = end - kWideLocatorBytes;
  const std::string_view locator = archive.view(locator_at, kWideLocatorBytes, room);
  if (!locator.starts_with("PK\6\7")) refuse_directory();
  const std::uint64_t at = u64(locator, 8);
  const bool one_disk = u32(locator, 4) == 0 && u32(locator, 16) <= 1;
  if (!one_disk || at > locator_at - kWideEndBytes) refuse_directory();

  const std::string_view record = archive.view(at, kWideEndBytes, room);
  if (!record.starts_with("PK\6\6") || u64(record, 4) != locator_at - at - 12) refuse_directory();
  const DirectoryExtent wide{u64(record, 48), u64(record, 40), u64(record, 32)};
  const bool of_one_disk =
      u32(record, 16) == 0 && u32(record, 20) == 0 && u64(record, 24) == wide.entries;
  if (!of_one_disk || !ends_at(wide, at)) refuse_directory();
  const auto agree = [](std::uint64_t told, std::uint64_t escape, std::uint64_t real) {
    return told == escape || told == real;
  };
  if (!agree(narrow.offset, kNo32, wide.offset) || !agree(narrow.bytes, kNo32, wide.bytes) ||
      !agree(narrow.entries, kNo16, wide.entries))
    refuse_directory();
  return wide;
}

}  // namespace

DirectoryExtent find_directory(const ByteSource& archive) {
  std::string room;
  const auto tail_bytes =
      static_cast<std::size_t>(std::min<std::uint64_t>(archive.size(), kArchiveTail));
  const std::uint64_t tail_at = archive.size() - tail_bytes;
  const std::string_view tail = archive.view(tail_at, tail_bytes, room);
  const auto found = find_end(tail);
  if (!found) refuse_directory();
  const std::string_view record = tail.substr(*found, kEndBytes);
  const std::uint64_t end = tail_at + *found;
  const DirectoryExtent narrow{u32(record, 16), u32(record, 12), u16(record, 10)};
  const bool complete = narrow.offset != kNo32 && narrow.bytes != kNo32 && narrow.entries != kNo16;
  const bool wide = !complete || !ends_at(narrow, end);
  const auto first_disk = [&](std::size_t at) {
    return u16(record, at) == 0 || (wide && u16(record, at) == kNo16);
  };
  if (!first_disk(4) || !first_disk(6) || u16(record, 8) != u16(record, 10)) refuse_directory();
  return wide ? wide_extent(archive, end, narrow) : narrow;
}

bool has_archive_end(std::string_view bytes) {
  return find_end(bytes.substr(bytes.size() - std::min(bytes.size(), kArchiveTail))).has_value();
}

void refuse_directory() {
  refuse_damaged({"压缩包的目录有错", "the directory of its zip archive is wrong"});
}

}  // namespace huizong::xlsx
