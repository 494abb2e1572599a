// What a file really is, whatever its name says.
//
// Called on everything that is offered as a workbook, before anything tries to
// open it. What is no zip archive ends here, with a sentence that names it.

#pragma once

#include <filesystem>
#include <string_view>

#include "xlsx/limits.h"

namespace huizong::xlsx {

/// The whole file. Throws Unreadable: "missing", "lock" (by its name), "empty", "limit", "unknown"
/// (a folder, a pipe).
std::string load_file(const std::filesystem::path& path, const Limits& limits);

/// Returns for a zip archive whose end is there; else throws Unreadable with what the bytes are.
/// The name only helps to tell WPS's .et from .xls, which can be the same inside.
void require_zip(std::string_view bytes, const std::filesystem::path& name);

}  // namespace huizong::xlsx
