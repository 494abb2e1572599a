// The zip container of a workbook: its parts by name, inflated under bounds.
//
// Every size is checked twice: as the directory states it, before anything is
// read, and as the bytes arrive; the CRC is always compared. Parts are found
// without regard to letter case, and a package in which two entries would be
// the same part is refused: which of the two figures would be audited? Nothing
// is ever unpacked to disk. A Package is for one thread at a time.

#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "xlsx/limits.h"
#include "xlsx/package/input_file.h"
#include "xlsx/package/part_stream.h"
#include "xlsx/unreadable.h"

namespace huizong::xlsx {

/// What bounds a part: Limits::small_part_bytes, or part_bytes for sheets and shared strings.
enum class PartSize { Small, Large };

class Package {
 public:
  /// Takes the bytes of an .xlsx file; throws Unreadable for everything that is no zip archive,
  /// with what it is instead.
  explicit Package(std::string bytes, const Limits& limits = {});
  /// A small file is read whole. A big one stays open and is read as its parts are: that is as
  /// honest, since all that is parsed is compared with the sizes and CRCs of a directory that was
  /// read once. A file that changes meanwhile fails.
  static Package open(const std::filesystem::path& path, const Limits& limits = {});
  static Package open(InputFile file, const Limits& limits);  ///< the same
  ~Package();
  Package(Package&&) noexcept;
  Package& operator=(Package&&) noexcept;

  /// The entry's own spelling of a part's name ("xl/Workbook.xml" for "/xl/workbook.xml"); nothing
  /// if there is no such part.
  std::optional<std::string> find(std::string_view part) const;
  /// The inflated size that the directory states; 0 where there is no such part.
  std::uint64_t size(std::string_view part) const;

  /// A part piece by piece; the Package must outlive it. Throws Unreadable if the part is missing,
  /// beyond the limits, encrypted or packed in a way that no workbook's is.
  PartStream open_part(std::string_view part, PartSize size) const;
  std::string read(std::string_view part, PartSize size = PartSize::Small) const;  ///< whole

  /// Unpacks, to nowhere, every entry that was not read to its end: all must be as the directory
  /// says, and no XML may have a DOCTYPE, also where nothing was ever wanted of it. Throws
  /// Unreadable.
  void check_rest() const;

  const Limits& limits() const;

 private:
  struct Impl;
  explicit Package(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// All of a part of which nothing was read yet.
std::string read_whole(PartStream& part);

}  // namespace huizong::xlsx
