// The bytes of a package: held in memory, or read from its file as they are
// wanted, so that a big file is never in memory whole.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "xlsx/package/input_file.h"

namespace huizong::xlsx {

class ByteSource {
 public:
  explicit ByteSource(std::string_view held) : held_(held) {}  ///< the bytes must outlive it
  explicit ByteSource(InputFile file) : file_(std::move(file)) {}

  std::uint64_t size() const { return file_ ? file_->size() : held_.size(); }
  bool is_held() const { return !file_; }

  /// So many bytes from there on, which must lie within size(): a view of what is held, or of
  /// `room` after reading them into it. Throws Unreadable where the file no longer has them.
  std::string_view view(std::uint64_t offset, std::size_t count, std::string& room) const;
  /// The same, copied to `to`.
  void copy(std::uint64_t offset, char* to, std::size_t count) const;

 private:
  std::string_view held_;
  std::optional<InputFile> file_;
};

}  // namespace huizong::xlsx
