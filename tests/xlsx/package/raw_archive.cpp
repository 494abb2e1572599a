#include "xlsx/package/raw_archive.h"

#include <algorithm>

namespace huizong::xlsx::testing {
namespace {

constexpr std::uint16_t kDescribed = 8;

struct Written {
  std::uint32_t crc, size, packed;
  std::uint32_t offset;
};

std::string sizes(const Written& entry) {
  return number(entry.crc, 4) + number(entry.packed, 4) + number(entry.size, 4);
}

}  // namespace

std::string number(std::uint64_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
  return out;
}

std::string extra_field(std::uint16_t id, std::string_view content) {
  return number(id, 2) + number(content.size(), 2) + std::string(content);
}

std::string stored_blocks(std::string_view bytes) {
  constexpr std::size_t kMost = 65535;
  std::string out;
  do {
    const std::string_view block = bytes.substr(0, kMost);
    bytes.remove_prefix(block.size());
    out += bytes.empty() ? '\1' : '\0';
    out += number(block.size(), 2) + number(~block.size(), 2);
    out += block;
  } while (!bytes.empty());
  return out;
}

std::uint32_t slow_crc(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320 : 0);
  }
  return ~crc;
}

std::string raw_archive(const std::vector<RawEntry>& entries, const RawArchive& archive) {
  std::string out = archive.before;
  std::string directory;
  for (const RawEntry& entry : entries) {
    const std::string packed =
        entry.packed.value_or(entry.method == 8 ? stored_blocks(entry.bytes) : entry.bytes);
    const Written told{entry.crc.value_or(slow_crc(entry.bytes)),
                       entry.size.value_or(static_cast<std::uint32_t>(entry.bytes.size())),
                       entry.packed_size.value_or(static_cast<std::uint32_t>(packed.size())),
                       entry.offset.value_or(static_cast<std::uint32_t>(out.size()))};
    const auto flags = static_cast<std::uint16_t>(entry.flags | (entry.described ? kDescribed : 0));
    const std::string local_name = entry.local_name.value_or(entry.name);
    out += "PK\3\4" + number(20, 2) + number(flags, 2) +
           number(entry.local_method.value_or(entry.method), 2) + number(0x210000, 4) +
           (entry.described ? std::string(12, '\0') : sizes(told)) + number(local_name.size(), 2) +
           number(entry.local_extra.size(), 2) + local_name + entry.local_extra + packed;
    if (entry.described) out += "PK\7\10" + sizes(told);
    directory += "PK\1\2" + number(20, 2) + number(20, 2) + number(flags, 2) +
                 number(entry.method, 2) + number(0x210000, 4) + sizes(told) +
                 number(entry.name.size(), 2) + number(entry.extra.size(), 2) +
                 std::string(10, '\0') + number(told.offset, 4) + entry.name + entry.extra;
  }
  const std::uint64_t at = archive.directory_at.value_or(out.size());
  const std::uint64_t bytes = archive.directory_bytes.value_or(directory.size());
  const std::uint64_t count = archive.entries.value_or(entries.size());
  out += directory + archive.gap;
  if (archive.wide) {
    const std::size_t record = out.size();
    out += "PK\6\6" + number(44, 8) + number(45, 2) + number(45, 2) + number(0, 8) +
           number(count, 8) + number(count, 8) + number(bytes, 8) + number(at, 8);
    out += "PK\6\7" + number(0, 4) + number(record, 8) + number(1, 4);
  }
  const auto told = [&](std::uint64_t value, int width) {
    return number(archive.wide ? ~std::uint64_t{0} : value, width);
  };
  out += "PK\5\6" + number(0, 4) + told(count, 2) + told(count, 2) + told(bytes, 4) + told(at, 4) +
         number(archive.comment.size(), 2) + archive.comment;
  return out + archive.behind;
}

}  // namespace huizong::xlsx::testing
