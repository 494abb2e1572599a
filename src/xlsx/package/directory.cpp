#include "xlsx/package/directory.h"

#include <algorithm>

#include "base/text.h"
#include "xlsx/package/archive_end.h"
#include "xlsx/package/little_endian.h"
#include "xlsx/unreadable.h"

namespace huizong::xlsx {
namespace {

constexpr std::uint16_t kEncryptedFlag = 0x1;
constexpr std::uint16_t kEncryptedFlags = 0x1 | 0x40 | 0x2000;  // plainly, strongly, names too
constexpr std::uint16_t kUtf8Flag = 0x800;

constexpr std::size_t kLocalBytes = 30, kCentralBytes = 46;
constexpr std::uint64_t kNo16 = 0xFFFF, kNo32 = 0xFFFFFFFF;  // "see the zip64 field"

/// How long an entry of the directory may be on average: a name, and a few short fields.
constexpr std::uint64_t kEntryBytes = 1024;

[[noreturn]] void refuse_overlap() {
  refuse_unsafe({"压缩包里的部件互相重叠或超出文件",
                 "parts of its zip archive overlap or run past the end of the file"});
}

std::uint64_t u16(std::string_view bytes, std::size_t at) {
  return little_endian<std::uint16_t>(bytes, at);
}
std::uint64_t u32(std::string_view bytes, std::size_t at) {
  return little_endian<std::uint32_t>(bytes, at);
}
std::uint64_t u64(std::string_view bytes, std::size_t at) {
  return little_endian<std::uint64_t>(bytes, at);
}

/// One field of an entry's extra data; nothing where it has none of that id.
std::string_view extra_field(std::string_view extra, std::uint64_t id) {
  constexpr std::size_t kHead = 4;
  while (extra.size() >= kHead) {  // up to three bytes of padding may follow
    const std::size_t length = u16(extra, 2);
    if (length > extra.size() - kHead) refuse_directory();
    if (u16(extra, 0) == id) return extra.substr(kHead, length);
    extra.remove_prefix(kHead + length);
  }
  return {};
}

/// The numbers of an entry that did not fit into 32 bits stand in its zip64 field, in this order.
void take_wide_numbers(std::string_view extra, std::initializer_list<std::uint64_t*> numbers,
                       std::uint64_t& disk) {
  std::string_view field = extra_field(extra, 1);
  const auto next = [&](std::size_t width) {
    if (field.size() < width) refuse_directory();
    const std::uint64_t value = width == 8 ? u64(field, 0) : u32(field, 0);
    field.remove_prefix(width);
    return value;
  };
  for (std::uint64_t* number : numbers) {
    if (*number == kNo32) *number = next(8);
  }
  if (disk == kNo16) disk = next(4);
}

/// An entry, and where its own header lies.
struct Placed {
  DirectoryEntry entry;
  std::uint64_t header = 0;
};

/// Takes one entry off the front of the directory.
Placed take_entry(std::string_view& directory) {
  if (directory.size() < kCentralBytes || !directory.starts_with("PK\1\2")) refuse_directory();
  const std::string_view head = directory.substr(0, kCentralBytes);
  const std::size_t name = u16(head, 28), extra = u16(head, 30), comment = u16(head, 32);
  if (name + extra + comment > directory.size() - kCentralBytes) refuse_directory();

  Placed placed;
  DirectoryEntry& entry = placed.entry;
  entry.name = directory.substr(kCentralBytes, name);
  entry.flags = little_endian<std::uint16_t>(head, 8);
  entry.method = little_endian<std::uint16_t>(head, 10);
  entry.crc = little_endian<std::uint32_t>(head, 16);
  entry.packed = u32(head, 20);
  entry.size = u32(head, 24);
  placed.header = u32(head, 42);
  std::uint64_t disk = u16(head, 34);
  take_wide_numbers(directory.substr(kCentralBytes + name, extra),
                    {&entry.size, &entry.packed, &placed.header}, disk);
  if (disk != 0) refuse_directory();
  if (entry.has_utf8_name() && !is_utf8(entry.name)) refuse_directory();
  if (entry.name.find('\0') != std::string::npos) {
    // A program that reads names up to the NUL would see another part.
    refuse_unsafe(
        {"压缩包里有的部件名带有空字符", "a part of its zip archive has a NUL in its name"});
  }
  directory.remove_prefix(kCentralBytes + name + extra + comment);
  return placed;
}

/// Finds an entry's bytes by its own header, which must be of the same part; all of it must lie
/// before `end`, where the next entry or the directory begins.
void place_data(Placed& placed, std::uint64_t end, const ByteSource& archive, std::string& room) {
  DirectoryEntry& entry = placed.entry;
  const std::size_t header_bytes = kLocalBytes + entry.name.size();
  const std::uint64_t most = end - placed.header;
  if (header_bytes > most || entry.packed > most - header_bytes) refuse_overlap();
  const std::string_view header = archive.view(placed.header, header_bytes, room);
  const bool same = header.starts_with("PK\3\4") && header.substr(kLocalBytes) == entry.name &&
                    u16(header, 26) == entry.name.size() && u16(header, 8) == entry.method &&
                    (u16(header, 6) & kEncryptedFlag) == (entry.flags & kEncryptedFlag);
  if (!same) refuse_entry(entry.name);
  const std::uint64_t extra = u16(header, 28);
  if (extra > most - header_bytes - entry.packed) refuse_overlap();
  entry.data = placed.header + header_bytes + extra;
}

/// All entries, from the front of the archive to its directory: none shares a byte with the next.
void place_all(std::vector<Placed>& entries, std::uint64_t directory_at,
               const ByteSource& archive) {
  std::vector<Placed*> order;
  order.reserve(entries.size());
  for (Placed& placed : entries) {
    if (placed.header > directory_at) refuse_entry(placed.entry.name);
    order.push_back(&placed);
  }
  const auto before = [](const Placed* a, const Placed* b) { return a->header < b->header; };
  if (!std::is_sorted(order.begin(), order.end(), before))
    std::sort(order.begin(), order.end(), before);
  std::string room;
  for (std::size_t i = 0; i < order.size(); ++i) {
    place_data(*order[i], i + 1 < order.size() ? order[i + 1]->header : directory_at, archive,
               room);
  }
}

}  // namespace

bool DirectoryEntry::is_encrypted() const {
  return (flags & kEncryptedFlags) != 0;
}

bool DirectoryEntry::has_utf8_name() const {
  return (flags & kUtf8Flag) != 0;
}

std::vector<DirectoryEntry> read_directory(const ByteSource& archive, const Limits& limits) {
  const DirectoryExtent extent = find_directory(archive);
  // All bounds before anything is allocated by what the archive says.
  const auto most = static_cast<std::uint64_t>(limits.entries);
  if (extent.entries > most) {
    refuse_limit("entries",
                 say("压缩包里的部件超过 {} 个", "its zip archive holds more than {} parts", most));
  }
  if (extent.bytes > most * kEntryBytes) {
    refuse_limit("entries", {"压缩包的目录过长", "the directory of its zip archive is too long"});
  }
  if (extent.bytes < extent.entries * kCentralBytes) refuse_directory();

  std::string room;
  std::string_view rest = archive.view(extent.offset, static_cast<std::size_t>(extent.bytes), room);
  std::vector<Placed> placed;
  placed.reserve(static_cast<std::size_t>(extent.entries));
  for (std::uint64_t i = 0; i < extent.entries; ++i) placed.push_back(take_entry(rest));
  if (!rest.empty()) refuse_directory();
  place_all(placed, extent.offset, archive);

  std::vector<DirectoryEntry> entries;
  entries.reserve(placed.size());
  for (Placed& one : placed) entries.push_back(std::move(one.entry));
  return entries;
}

void refuse_entry(std::string_view name) {
  const std::string shown = printable(name);
  refuse_damaged(say("内部部件 {} 解不开或校验不符",
                     "its part {} cannot be unpacked or fails its checksum", shown));
}

}  // namespace huizong::xlsx
