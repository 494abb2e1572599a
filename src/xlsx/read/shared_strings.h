// The texts that cells name by number, read once and packed close.

#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "xlsx/package/package.h"
#include "xlsx/read/spelling.h"

namespace huizong::xlsx {

class SharedStrings {
 public:
  /// A view stays good while others are added. Throws Unreadable ("limit") beyond some 4 GB.
  void add(std::string_view text);
  std::size_t size() const { return starts_.size(); }
  std::string_view at(std::size_t index) const;  ///< index < size()
  std::size_t bytes() const { return bytes_; }   ///< of all texts together

 private:
  // A text lies in one block, behind its length in seven bits a byte. Places are counted through
  // all blocks in units of kBlock; a longer text has a block of several units to itself.
  static constexpr std::size_t kBlock = 64 * 1024;
  void make_room(std::size_t need);

  std::vector<std::unique_ptr<char[]>> blocks_;
  std::vector<char*> units_;  // where each unit of kBlock begins
  std::vector<std::uint32_t> starts_;
  std::size_t bytes_ = 0;
  std::size_t next_ = 0;  // place of the next text
  std::size_t room_ = 0;  // left in its block
};

/// The counts the part states are not looked at. Throws Unreadable.
SharedStrings read_shared_strings(const Package& package, std::string_view part,
                                  Spelling spelling = Spelling::PlainFirst);

}  // namespace huizong::xlsx
