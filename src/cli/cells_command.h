// `huizong cells`: what a workbook stores, cell by cell, one JSON line each.
//
// The proof that a file was read as it is; it maps nothing and cleans nothing.

#pragma once

#include <filesystem>
#include <optional>

#include "base/message.h"

namespace huizong::cli {

/// Writes to `out`, only when the whole file was read, or to standard output as it reads. Returns
/// the exit status: 0; 1 where the file is refused, with one sentence on standard error; 4 where
/// nothing could be written.
int cells_command(const std::filesystem::path& file,
                  const std::optional<std::filesystem::path>& out, Lang lang);

}  // namespace huizong::cli
