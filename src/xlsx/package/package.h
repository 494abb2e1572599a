// The zip container of a workbook: its parts by name, inflated under bounds.
//
// Every size is checked twice: as the directory states it, before anything is
// read, and as the bytes arrive; the CRC is always compared. Parts are found
// without regard to letter case, and a package in which two entries would be
// the same part is refused: which of the two figures would be audited? Nothing
// is ever unpacked to disk.

#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "xlsx/limits.h"
#include "xlsx/unreadable.h"

namespace huizong::xlsx {

class Package {
 public:
  /// Takes the bytes of an .xlsx file; throws Unreadable for everything that is no zip archive,
  /// with what it is instead. The file's name helps to tell WPS's .et from .xls and may be empty.
  explicit Package(std::string bytes, const Limits& limits = {},
                   const std::filesystem::path& name = {});
  /// Reads the file whole, so that what is checked is what is parsed, whatever happens to it
  /// meanwhile.
  static Package open(const std::filesystem::path& path, const Limits& limits = {});
  ~Package();
  Package(Package&&) noexcept;
  Package& operator=(Package&&) noexcept;

  /// The entry's own spelling of a part's name ("xl/Workbook.xml" for "/xl/workbook.xml"); nothing
  /// if there is no such part.
  std::optional<std::string> find(std::string_view part) const;
  /// Streams a part's inflated bytes in blocks, at most so many. Throws Unreadable if the part is
  /// missing, damaged or beyond the limits, possibly after some blocks.
  void stream(std::string_view part, std::uint64_t most,
              const std::function<void(std::string_view block)>& take) const;
  /// A part whole, at most Limits::small_part_bytes.
  std::string read(std::string_view part) const;

  const Limits& limits() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace huizong::xlsx
