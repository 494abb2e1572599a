#include "xlsx/package/compound_file.h"

#include <string>

namespace huizong::xlsx {

bool compound_file_has(std::string_view bytes, std::string_view name) {
  constexpr std::size_t kEntryBytes = 128;
  constexpr std::size_t kLengthAt = 64;  // length of the name in bytes, its NUL included
  constexpr std::size_t kKindAt = 66;    // 1 storage, 2 stream
  std::string wide;
  for (const char c : name) (wide += c) += '\0';
  wide.append(2, '\0');
  for (std::size_t at = 512; at + kEntryBytes <= bytes.size(); at += kEntryBytes) {
    const std::string_view entry = bytes.substr(at, kEntryBytes);
    if (!entry.starts_with(wide)) continue;
    const auto length = static_cast<unsigned char>(entry[kLengthAt]);
    const char kind = entry[kKindAt];
    if (length == wide.size() && (kind == 1 || kind == 2)) return true;
  }
  return false;
}

}  // namespace huizong::xlsx
