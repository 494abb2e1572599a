// What libxlsxwriter cannot say, put into its finished packages:
//
// - that a cell's text is quoted ('=1+1), so that it stays text when somebody
//   edits it: formats that need it are marked by a reading order, which nothing
//   else we write has, and here the mark becomes the quote;
// - links to files with / between folders: it writes \\, which only Windows
//   takes for that.

#pragma once

#include <cstdint>
#include <string>

namespace huizong::xlsx {

inline constexpr std::uint8_t kQuoteMark = 1;  ///< the reading order, left to right

struct WriterFinish {
  bool quotes = false;
  bool file_links = false;
};

/// `package` is one of our own Writer.
std::string finished(std::string package, const WriterFinish& what);

}  // namespace huizong::xlsx
