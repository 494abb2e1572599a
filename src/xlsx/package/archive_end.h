// Where a zip archive's directory lies: told by the record at the archive's end.
//
// The record is looked for where a comment of any length, or something put
// behind the archive, lets it stand; one that is not beyond doubt is refused.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "xlsx/package/byte_source.h"

namespace huizong::xlsx {

struct DirectoryExtent {
  std::uint64_t offset = 0;
  std::uint64_t bytes = 0;
  std::uint64_t entries = 0;  ///< as stated; nothing is allocated by it yet
};

/// It lies inside the archive, right up to its end records (zip64 or not), which agree. Throws
/// Unreadable ("damaged", "unsafe").
DirectoryExtent find_directory(const ByteSource& archive);

/// Whether the bytes, or the last kArchiveTail of them, end as a zip archive does. Throws
/// Unreadable ("unsafe") where they do so twice.
bool has_archive_end(std::string_view bytes);
inline constexpr std::size_t kArchiveTail = 22 + 65535;  ///< the end record and its comment

[[noreturn]] void refuse_directory();

}  // namespace huizong::xlsx
