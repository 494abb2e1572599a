// Whole files: read, hashed, and written so that a crash never leaves half of one.

#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/output_file.h"

namespace huizong {

std::string read_file(const std::filesystem::path& file);  ///< throws Error

/// By an OutputFile; throws WriteError.
void write_file(const std::filesystem::path& file, std::string_view bytes);

/// Lower-case hexadecimal.
std::string sha256(std::string_view bytes);

}  // namespace huizong
