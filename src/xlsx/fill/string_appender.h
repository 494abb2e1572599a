// Adds texts to a workbook's shared strings. What is there stays byte for byte;
// new texts go before </sst>.

#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pugi {
class xml_document;
}

namespace huizong::xlsx {

class StringAppender {
 public:
  /// The part's bytes. Throws Unreadable.
  explicit StringAppender(std::string bytes);
  /// The part of a workbook that has none yet.
  static std::string no_texts(bool strict);
  ~StringAppender();
  StringAppender(StringAppender&&) noexcept;

  /// The text's index; the same text gets the same one.
  std::size_t add(std::string_view text);
  std::size_t stored() const { return stored_; }  ///< how many were there
  bool changed() const { return !added_.empty(); }
  std::string bytes() const;  ///< with what was added

 private:
  std::string bytes_;
  std::unique_ptr<pugi::xml_document> stored_tree_;
  std::string prefix_;  ///< "x:" where the part's elements have one
  std::size_t stored_ = 0;
  std::vector<std::string> added_;
  std::unordered_map<std::string, std::size_t> index_;
};

/// The text as a workbook stores it: what XML cannot hold as _xHHHH_, and what would be read back
/// so escaped. Throws Error where it is longer than a cell can be, or no UTF-8.
std::string stored_text(std::string_view text);

}  // namespace huizong::xlsx
