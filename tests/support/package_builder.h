// Small workbooks made in the test that needs them, part by part, so that the test shows the very
// XML it is about.
//
//   const auto bytes = simple_workbook(R"(<row r="1"><c r="A1"><v>5</v></c></row>)");
//
// Nothing here checks the XML: a test about a broken part writes a broken part.

#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace huizong::testing {

/// A part's name in the package ("xl/workbook.xml") and its bytes.
using Part = std::pair<std::string, std::string>;
using Parts = std::vector<Part>;

/// A zip archive of these parts, in this order, deflated; the same bytes every time.
std::string zip_package(const Parts& parts);

/// The parts of a minimal valid workbook with one sheet, Sheet1.
///  - `sheet_data`: the rows inside <sheetData>, or a whole <worksheet> document where it begins
///  with "<?xml" or "<worksheet".
///  - `shared_strings`: the <si> elements inside <sst>; no such part where empty.
///  - `styles`: what stands inside <styleSheet>; no such part where empty.
Parts simple_parts(std::string_view sheet_data, std::string_view shared_strings = {},
                   std::string_view styles = {});
/// The same as bytes of an .xlsx file.
std::string simple_workbook(std::string_view sheet_data, std::string_view shared_strings = {},
                            std::string_view styles = {});

/// The same workbook as strict OpenXML: other namespaces and relationship types.
Parts strict_parts(Parts parts);

/// Replaces a part's bytes, or adds the part at the end.
void set_part(Parts& parts, std::string_view name, std::string bytes);
void drop_part(Parts& parts, std::string_view name);
/// The bytes of one part of a finished package, inflated; throws where there is none of that name.
std::string part_of(const std::string& package, const std::string& name);
/// The names of a package's entries, in order.
std::vector<std::string> part_names(const std::string& package);

}  // namespace huizong::testing
