// Whole files: read, hashed, and written so that a crash never leaves half of one.

#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/message.h"

namespace huizong {

/// An output that could not be written: exit status 4.
class WriteError : public Error {
 public:
  using Error::Error;
};

std::string read_file(const std::filesystem::path& file);  ///< throws Error

/// Writes beside the target, flushes to the disk, then renames over it; makes the folders above it.
/// A target that exists and is no regular file (/dev/stdout, a pipe) is written directly. Throws
/// WriteError.
void write_file(const std::filesystem::path& file, std::string_view bytes);

/// Lower-case hexadecimal.
std::string sha256(std::string_view bytes);

}  // namespace huizong
