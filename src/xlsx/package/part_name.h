// What the parts inside a package are called, and how one part names another.
//
// Names are places inside the package and nothing else: no name is ever joined
// to a path on disk. They are compared without regard to letter case; a
// backslash (some .NET programs) is a slash.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace huizong::xlsx {

/// "/xl/../xl\\Workbook.xml" -> "xl/Workbook.xml". Nothing for a name that climbs out of the
/// package, or is empty.
std::optional<std::string> clean_part_name(std::string_view name);

/// What a relationship's target means, seen from the part that holds it; the empty part is the
/// package itself.
/// ("xl/workbook.xml", "worksheets/sheet1.xml") -> "xl/worksheets/sheet1.xml". Nothing for a target
/// outside the package: another protocol, a share, a path that climbs out.
std::optional<std::string> resolve_target(std::string_view from_part, std::string_view target);

/// "xl/workbook.xml" -> "xl/_rels/workbook.xml.rels"; "" -> "_rels/.rels".
std::string relationships_part(std::string_view part);

/// The name with %XX put back to bytes; unchanged where there is nothing to put back or the result
/// holds a NUL.
std::string percent_decoded(std::string_view name);

/// Two names are one part when these are equal: ASCII letters in lower case.
std::string part_key(std::string_view name);

}  // namespace huizong::xlsx
