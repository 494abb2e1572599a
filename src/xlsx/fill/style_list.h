// The styles part of a workbook, to which cell formats are added at the ends of
// its lists; what is there stays as it is, and so does what every cell looks
// like.

#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "xlsx/fill/package_edit.h"
#include "xlsx/read/workbook_part.h"

namespace huizong::xlsx {

/// Adds a copy of a cell format, changed by `change`, and returns its number; nothing where the
/// list is full, or `wanted` says no of the format as it is. `book` gets a styles part where it has
/// none.
std::optional<unsigned> add_style_twin(
    PackageEdit& package, WorkbookPart& book, unsigned style,
    const std::function<void(pugi::xml_node format)>& change,
    const std::function<bool(const pugi::xml_node& format)>& wanted = {});

/// Adds a font, fill, border or cell format, given as XML without a prefix ("<font>…</font>"), to
/// the list of that name ("fonts"), and returns its number; nothing where the list is full.
std::optional<unsigned> add_style_piece(PackageEdit& package, WorkbookPart& book,
                                        std::string_view list, std::string_view xml);
/// The id of a number format with that code, added where the workbook has none.
unsigned number_format_id(PackageEdit& package, WorkbookPart& book, std::string_view code);

}  // namespace huizong::xlsx
