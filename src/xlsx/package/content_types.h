// What [Content_Types].xml calls the parts: only asked to name a package that
// holds something else than a workbook we read.

#pragma once

#include <string>
#include <string_view>

#include "xlsx/package/package.h"

namespace huizong::xlsx {

/// The type stated for a part; empty where none is stated or the list is missing. Throws Unreadable
/// if the list is damaged.
std::string content_type_of(const Package& package, std::string_view part);

}  // namespace huizong::xlsx
