// A settings file as an office saves it: UTF-8, with or without a byte order mark.
//
// A file in another encoding is refused by name, with what to do; it is never
// guessed at, since a name read wrong would only come out as a name unknown.

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace huizong::mapping {

struct TextFile {
  std::string shown;               ///< the path as the user is told it
  std::string text;                ///< without the byte order mark
  std::vector<std::string> lines;  ///< without their line ends
  /// A second file, whose lines stand behind those of the first (and not in `text`).
  struct Continued {
    std::string shown;
    int after = 0;  ///< lines of the first
  };
  std::optional<Continued> continued = {};
};

/// Throws Mistakes when there is no such file or it is not UTF-8.
TextFile read_text_file(const std::filesystem::path& file);

/// The characters of UTF-8 text.
std::vector<std::string> chars_of(std::string_view text);

}  // namespace huizong::mapping
