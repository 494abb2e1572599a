// What a zip archive says it holds: its central directory, read within bounds
// and held against the archive itself.
//
// Two programs must never see two different workbooks in one file. So there is
// exactly one directory, it fills the room up to the archive's end, each entry's
// own header agrees with it, and no two entries share a byte. Bytes before the
// first entry, between entries and behind the archive mean nothing to anyone.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "xlsx/limits.h"
#include "xlsx/package/byte_source.h"

namespace huizong::xlsx {

struct DirectoryEntry {
  static constexpr std::uint16_t kStored = 0, kDeflated = 8;

  std::string name;  ///< as the archive spells it, byte for byte
  std::uint16_t flags = 0;
  std::uint16_t method = kStored;
  std::uint32_t crc = 0;
  std::uint64_t size = 0;    ///< inflated, as stated
  std::uint64_t packed = 0;  ///< bytes of it in the archive
  std::uint64_t data = 0;    ///< where those begin; all of them lie inside the archive

  bool is_encrypted() const;
  bool has_utf8_name() const;  ///< as it says itself
};

/// In the directory's order. Throws Unreadable ("damaged", "unsafe", "limit").
std::vector<DirectoryEntry> read_directory(const ByteSource& archive, const Limits& limits = {});

/// For an entry whose bytes are not what the directory says.
[[noreturn]] void refuse_entry(std::string_view name);

}  // namespace huizong::xlsx
