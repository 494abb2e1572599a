// Writes a zip archive anew: entries that nobody touched are copied still
// compressed, in their order; new bytes are deflated the same way every time.
//
// Every entry gets the same date, 1980-01-01, and no attributes: the same
// content is the same archive, whenever and wherever it is written.

#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace huizong::xlsx {

struct ArchiveChanges {
  std::map<std::string, std::string> replaced;             ///< by part_key: the new bytes
  std::set<std::string> removed;                           ///< by part_key
  std::vector<std::pair<std::string, std::string>> added;  ///< name and bytes; put at the end
};

/// `archive` is one that Package has opened. Throws Error where the result would be too big for a
/// zip.
std::string rewrite_archive(const std::string& archive, const ArchiveChanges& changes);

}  // namespace huizong::xlsx
