// A file that someone offers as a workbook, opened for reading and never for
// writing.
//
// What is no regular file, or bigger than may be read, ends here; nothing is
// read before its size is known, and never more than that size.

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>

#include "xlsx/limits.h"

namespace huizong::xlsx {

class InputFile {
 public:
  /// Throws Unreadable: "missing", "empty", "limit", "unknown" (a folder, a pipe).
  InputFile(const std::filesystem::path& path, const Limits& limits);

  std::uint64_t size() const { return size_; }  ///< as it was when it was opened
  /// Reads up to so many bytes from there on, and says how many: fewer only where the file has
  /// become shorter meanwhile, or the disk fails.
  std::size_t read_at(std::uint64_t offset, char* to, std::size_t count) const;
  std::string read_whole() const;

 private:
  class Handle {
   public:
    explicit Handle(int number) : number_(number) {}
    ~Handle();
    Handle(Handle&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Handle& operator=(Handle&&) = delete;
    int number() const { return number_; }

   private:
    int number_;
  };

  Handle handle_;
  std::uint64_t size_ = 0;
};

}  // namespace huizong::xlsx
