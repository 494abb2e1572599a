// What a file really is, whatever its name says.
//
// Called on everything that is offered as a workbook, before anything tries to
// open it. What is no zip archive ends here, with a sentence that names it.

#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "xlsx/limits.h"
#include "xlsx/package/input_file.h"

namespace huizong::xlsx {

/// Throws Unreadable: "missing", "lock" (by its name), "empty", "limit", "unknown" (a folder, a
/// pipe).
InputFile open_input(const std::filesystem::path& path, const Limits& limits);
/// The whole file; throws likewise.
std::string load_file(const std::filesystem::path& path, const Limits& limits);

/// Returns for a zip archive whose end is there; else throws Unreadable with what the bytes are.
void require_zip(std::string_view bytes);
/// Whether it plainly is one, from its first byte on; asked by a look at its ends only.
bool is_zip(const InputFile& file);
/// Whether it begins as a compound file does (.xls).
bool is_compound(const InputFile& file);
bool is_compound(std::string_view bytes);

}  // namespace huizong::xlsx
