#include "xlsx/package/compound_file.h"

#include <algorithm>

#include "xlsx/package/little_endian.h"
#include "xlsx/unreadable.h"

namespace huizong::xlsx {
namespace {

constexpr std::size_t kHeaderBytes = 512;
constexpr std::size_t kEntryBytes = 128;
constexpr std::size_t kTableSectorsInHeader = 109;
constexpr std::uint32_t kEndOfChain = 0xFFFFFFFE;
constexpr std::uint32_t kNone = 0xFFFFFFFF;
constexpr std::uint32_t kSmallStream = 4096;  // streams below are kept in small sectors
constexpr std::size_t kSmallSector = 64;

// Where a directory entry holds what.
constexpr std::size_t kNameBytesAt = 64;  // length of the name, its NUL included
constexpr std::size_t kKindAt = 66;
constexpr std::size_t kLeftAt = 68;
constexpr std::size_t kRightAt = 72;
constexpr std::size_t kChildAt = 76;
constexpr std::size_t kFirstSectorAt = 116;
constexpr std::size_t kSizeAt = 120;
constexpr char kStorage = 1;
constexpr char kStream = 2;

[[noreturn]] void refuse_container() {
  refuse_damaged({"文件的内部目录有错", "its inner directory is wrong"});
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_named(std::string_view entry, std::string_view name) {
  if (little_endian<std::uint16_t>(entry, kNameBytesAt) != 2 * name.size() + 2) return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (lower(entry[2 * i]) != lower(name[i]) || entry[2 * i + 1] != '\0') return false;
  }
  return true;
}

std::uint32_t following(const std::vector<std::uint32_t>& table, std::uint32_t sector) {
  if (sector >= table.size()) refuse_container();
  return table[sector];
}

void append_numbers(std::vector<std::uint32_t>& to, std::string_view bytes) {
  for (std::size_t at = 0; at + 4 <= bytes.size(); at += 4)
    to.push_back(little_endian<std::uint32_t>(bytes, at));
}

/// So many bytes along a chain of sectors, each piece as `piece_at` gives it. Only the last one may
/// be short of a sector.
template <class PieceAt>
std::string joined(const std::vector<std::uint32_t>& table, std::uint32_t first, std::uint64_t size,
                   std::size_t sector_bytes, PieceAt piece_at) {
  std::string whole;
  whole.reserve(static_cast<std::size_t>(size));
  std::vector<bool> seen(table.size());
  for (std::uint32_t at = first; whole.size() < size; at = following(table, at)) {
    if (at >= seen.size() || seen[at]) refuse_container();
    seen[at] = true;
    const auto left = static_cast<std::size_t>(size) - whole.size();
    const std::string_view piece = piece_at(at).substr(0, left);
    if (piece.size() < std::min(sector_bytes, left)) refuse_truncated();
    whole += piece;
  }
  return whole;
}

}  // namespace

bool compound_file_has(std::string_view bytes, std::string_view name) {
  for (std::size_t at = kHeaderBytes; at + kEntryBytes <= bytes.size(); at += kEntryBytes) {
    const std::string_view entry = bytes.substr(at, kEntryBytes);
    if (!is_named(entry, name)) continue;
    if (entry[kKindAt] == kStorage || entry[kKindAt] == kStream) return true;
  }
  return false;
}

CompoundFile::CompoundFile(std::string_view bytes) : bytes_(bytes) {
  if (bytes_.size() < kHeaderBytes) refuse_truncated();
  shift_ = little_endian<std::uint16_t>(bytes_, 30);
  const auto small_shift = little_endian<std::uint16_t>(bytes_, 32);
  const auto small_stream = little_endian<std::uint32_t>(bytes_, 56);
  // The class id, the versions and most counts of the header are not looked at: writers differ.
  if ((shift_ != 9 && shift_ != 12) || small_shift != 6 || small_stream != kSmallStream) {
    refuse_container();
  }
  for (const std::uint32_t index : table_sectors()) append_numbers(next_, whole_sector(index));
  directory_ = read_to_end(little_endian<std::uint32_t>(bytes_, 48));
  if (directory_.size() < kEntryBytes) refuse_container();
  const std::uint64_t small_bytes = little_endian<std::uint32_t>(directory_, kSizeAt);
  if (small_bytes == 0) return;
  small_sectors_ = read(little_endian<std::uint32_t>(directory_, kFirstSectorAt), small_bytes);
  append_numbers(small_next_, read_to_end(little_endian<std::uint32_t>(bytes_, 60)));
}

std::optional<std::string> CompoundFile::stream(std::string_view name) const {
  const auto entry = find(name);
  if (!entry) return std::nullopt;
  const auto first = little_endian<std::uint32_t>(*entry, kFirstSectorAt);
  // With sectors of 512 bytes the upper half of the size is not used, and some writers leave
  // anything in it.
  const std::uint64_t size = shift_ == 9 ? little_endian<std::uint32_t>(*entry, kSizeAt)
                                         : little_endian<std::uint64_t>(*entry, kSizeAt);
  return size < kSmallStream ? read_small(first, size) : read(first, size);
}

/// The stream's directory entry.
std::optional<std::string_view> CompoundFile::find(std::string_view name) const {
  std::optional<std::string_view> found;
  for (const std::size_t i : root_entries()) {
    const auto entry = std::string_view(directory_).substr(i * kEntryBytes, kEntryBytes);
    if (entry[kKindAt] != kStream || !is_named(entry, name)) continue;
    if (found) {
      refuse_unsafe(
          say("里面有两个都叫 {} 的部分", "it has two parts that are both named {}", name));
    }
    found = entry;
  }
  return found;
}

/// What there is of a sector: the file may end inside its last one.
std::string_view CompoundFile::sector(std::uint32_t index) const {
  const std::uint64_t at = (std::uint64_t{index} + 1) << shift_;
  if (at >= bytes_.size()) refuse_truncated();
  return bytes_.substr(static_cast<std::size_t>(at), sector_bytes());
}

std::string_view CompoundFile::whole_sector(std::uint32_t index) const {
  const std::string_view whole = sector(index);
  if (whole.size() < sector_bytes()) refuse_truncated();
  return whole;
}

/// The sectors that hold `next_`: the first 109 are listed in the header, the others in a chain of
/// sectors of their own.
std::vector<std::uint32_t> CompoundFile::table_sectors() const {
  const std::size_t count = little_endian<std::uint32_t>(bytes_, 44);
  if (count == 0) refuse_container();
  if (count > bytes_.size() / sector_bytes()) refuse_truncated();
  std::vector<std::uint32_t> list;
  append_numbers(list, bytes_.substr(76, 4 * kTableSectorsInHeader));
  std::uint32_t more = little_endian<std::uint32_t>(bytes_, 68);
  while (list.size() < count) {
    // Every turn adds 127 or more, so that a chain in a circle ends as well.
    const std::string_view body = whole_sector(more);
    append_numbers(list, body.substr(0, body.size() - 4));
    more = little_endian<std::uint32_t>(body, body.size() - 4);
  }
  list.resize(count);
  // A count that is too high: what is not there is found out when it is needed.
  list.erase(std::find(list.begin(), list.end(), kNone), list.end());
  return list;
}

std::string CompoundFile::read_to_end(std::uint32_t first) const {
  std::string whole;
  std::vector<bool> seen(next_.size());
  for (std::uint32_t at = first; at != kEndOfChain; at = following(next_, at)) {
    if (at >= seen.size() || seen[at]) refuse_container();
    seen[at] = true;
    whole += whole_sector(at);
  }
  return whole;
}

std::string CompoundFile::read(std::uint32_t first, std::uint64_t size) const {
  if (size > bytes_.size()) refuse_truncated();
  return joined(next_, first, size, sector_bytes(),
                [&](std::uint32_t index) { return sector(index); });
}

std::string CompoundFile::read_small(std::uint32_t first, std::uint64_t size) const {
  return joined(small_next_, first, size, kSmallSector, [&](std::uint32_t index) {
    const std::size_t at = std::size_t{index} * kSmallSector;
    if (at >= small_sectors_.size()) refuse_container();
    return std::string_view(small_sectors_).substr(at, kSmallSector);
  });
}

/// The entries that lie right in the root. Its tree is followed leniently: writers sort it in their
/// own ways, and where there are no storages every stream is the root's, however the tree looks.
std::vector<std::size_t> CompoundFile::root_entries() const {
  const std::size_t count = directory_.size() / kEntryBytes;
  const auto number = [&](std::size_t entry, std::size_t at) {
    return little_endian<std::uint32_t>(directory_, entry * kEntryBytes + at);
  };
  std::vector<std::size_t> found;
  bool storages = false;
  for (std::size_t i = 1; i < count; ++i) {
    storages = storages || directory_[i * kEntryBytes + kKindAt] == kStorage;
    found.push_back(i);
  }
  if (!storages) return found;
  found.clear();
  std::vector<bool> seen(count);
  std::vector<std::uint32_t> ahead = {number(0, kChildAt)};
  while (!ahead.empty()) {
    const std::uint32_t i = ahead.back();
    ahead.pop_back();
    if (i >= count || seen[i]) continue;
    seen[i] = true;
    found.push_back(i);
    ahead.push_back(number(i, kLeftAt));
    ahead.push_back(number(i, kRightAt));
  }
  return found;
}

}  // namespace huizong::xlsx
