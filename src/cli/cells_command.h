// `huizong cells`: what a workbook stores, cell by cell, one JSON line each.
//
// The proof that a file was read as it is; it maps nothing and cleans nothing,
// and holds no more of a sheet than the lines it is about to write.

#pragma once

#include <filesystem>
#include <optional>

#include "base/message.h"
#include "xlsx/limits.h"

namespace huizong::cli {

/// Writes to `out`, which stands there only when the whole file was read, or to standard output as
/// it reads; takes no more memory for a longer sheet. Returns the exit status: 0; 1 where the file
/// is refused, with the reason on standard error; 4 where nothing could be written, silently where
/// a pipe was closed at its other end (secure_standard_streams). Throws UsageError where `out` is
/// the workbook itself, batch::Interrupted.
int cells_command(const std::filesystem::path& file,
                  const std::optional<std::filesystem::path>& out, Lang lang,
                  const xlsx::Limits& limits = {});

}  // namespace huizong::cli
