// An OLE compound file (.xls, .et, .doc, an encrypted .xlsx): its streams.
//
// Lenient where programs differ and nothing hangs on it (WPS fills in the
// header's class id, others write odd versions and counts), strict where bytes
// would be taken from the wrong place: every sector must be there, no chain may
// come back to itself, and a stream has all the bytes its entry states.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace huizong::xlsx {

inline constexpr std::string_view kCompoundMagic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Whether a stream or storage of this name (ASCII, letter case does not count) is listed anywhere
/// in the bytes: by its name alone, so that a file that is cut off is still told for what it is.
bool compound_file_has(std::string_view bytes, std::string_view name);

class CompoundFile {
 public:
  /// Views the bytes, which must outlive it and begin with kCompoundMagic. Throws Unreadable
  /// ("truncated", "damaged").
  explicit CompoundFile(std::string_view bytes);

  /// A stream of the root by its name (ASCII, letter case does not count); streams of embedded
  /// objects are not looked at. Nothing where there is none. Throws Unreadable if it cannot be read
  /// whole, or if there are two of the name.
  std::optional<std::string> stream(std::string_view name) const;
  bool has_stream(std::string_view name) const { return find(name).has_value(); }

 private:
  /// For each sector the one that follows it.
  using Table = std::vector<std::uint32_t>;

  std::size_t sector_bytes() const { return std::size_t{1} << shift_; }
  std::string_view sector(std::uint32_t index) const;
  std::string_view whole_sector(std::uint32_t index) const;
  std::vector<std::uint32_t> table_sectors() const;
  std::string read_to_end(std::uint32_t first) const;
  std::string read(std::uint32_t first, std::uint64_t size) const;
  std::string read_small(std::uint32_t first, std::uint64_t size) const;
  std::vector<std::size_t> root_entries() const;
  std::optional<std::string_view> find(std::string_view name) const;

  std::string_view bytes_;
  unsigned shift_ = 9;  // of the sector's size: 512 or 4096 bytes
  Table next_;
  std::string directory_;      // entries of 128 bytes; the first is the root
  std::string small_sectors_;  // the stream in which streams below 4096 bytes lie
  Table small_next_;
};

}  // namespace huizong::xlsx
