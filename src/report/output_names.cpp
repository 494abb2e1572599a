#include "report/output_names.h"

#include "base/file.h"
#include "base/text.h"

namespace huizong::report {
namespace {

constexpr int kMostChars = 40;

std::string digest(std::string_view text) {
  return "~" + sha256(text).substr(0, 6);
}

/// What two names are the same by on Windows.
std::string folded_case(const std::string& path) {
  std::string folded = fold_width(path);
  for (char& c : folded) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return folded;
}

}  // namespace

std::string file_name_part(std::string_view text) {
  std::string name;
  for (const char c : trimmed(text)) {
    const bool illegal = std::string_view("\\/:*?\"<>|").find(c) != std::string_view::npos;
    name += illegal || static_cast<unsigned char>(c) < 0x20 ? '_' : c;
  }
  if (char_count(name) <= kMostChars) return name;
  return first_chars(name, kMostChars) + digest(text);
}

std::string OutputPaths::unique(std::string path, std::string_view of) {
  if (!taken_.insert(folded_case(path)).second) {
    path += digest(of);
    taken_.insert(folded_case(path));
  }
  return path;
}

}  // namespace huizong::report
