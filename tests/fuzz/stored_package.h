// Packages around a fuzzer's bytes: nothing is deflated and every checksum is
// right, so that a changed byte reaches the XML instead of dying at the CRC.

#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace huizong::fuzz {

using Parts = std::vector<std::pair<std::string, std::string>>;  ///< name and bytes, in order

/// A zip archive of these parts, stored.
std::string stored_package(const Parts& parts);

/// A minimal workbook: two sheets, 一 and 二, a few texts and formats.
Parts minimal_parts();
inline constexpr std::string_view kFirstSheet = "xl/worksheets/sheet1.xml";
inline constexpr std::string_view kSharedStrings = "xl/sharedStrings.xml";

/// The minimal workbook with the parts that the text gives in place of its own or beside them. A
/// line "@@ name" begins a part; bytes before the first such line are the first sheet.
Parts parts_from(std::string_view text);

/// Replaces a part's bytes, or adds the part at the end.
void set_part(Parts& parts, std::string_view name, std::string_view bytes);

}  // namespace huizong::fuzz
