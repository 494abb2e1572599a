// Zip archives written byte by byte, so that every field can lie.
//
// Nothing of ours or of libzip's is used: what is tested must not have written
// its own question. Deflated entries are stored blocks.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace huizong::xlsx::testing {

struct RawEntry {
  std::string name;
  std::string bytes;  ///< unpacked

  std::uint16_t method = 8;
  std::uint16_t flags = 0;
  std::optional<std::string> packed;  ///< else made from `bytes` by `method` 0 or 8
  /// As both headers state them; else what is true.
  std::optional<std::uint32_t> crc, size, packed_size;
  std::optional<std::uint32_t> offset;    ///< as the directory states it
  std::optional<std::string> local_name;  ///< in the entry's own header
  std::optional<std::uint16_t> local_method;
  std::string extra, local_extra;
  bool described = false;  ///< sizes and CRC stand behind the data, not in the entry's own header
};

struct RawArchive {
  std::string before, behind;  ///< the archive; offsets count from the file's beginning
  std::string comment;
  std::string gap;    ///< between directory and end
  bool wide = false;  ///< zip64 end records; those of the usual end say "see there"
  std::optional<std::uint64_t> entries, directory_bytes, directory_at;
};

std::string raw_archive(const std::vector<RawEntry>& entries, const RawArchive& archive = {});

/// An extra field: "zip64" is id 1.
std::string extra_field(std::uint16_t id, std::string_view content);
/// Little-endian.
std::string number(std::uint64_t value, int bytes);
/// A deflate stream of stored blocks.
std::string stored_blocks(std::string_view bytes);
/// Bit by bit, by the definition.
std::uint32_t slow_crc(std::string_view bytes);

}  // namespace huizong::xlsx::testing
