// The texts that cells name by number, read once and packed close.

#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "xlsx/package/package.h"

namespace huizong::xlsx {

class SharedStrings {
 public:
  void add(std::string_view text);
  std::size_t size() const { return starts_.size(); }
  std::string_view at(std::size_t index) const;  ///< index < size()
  std::size_t bytes() const { return bytes_; }   ///< of all texts together

 private:
  // A text lies in one block, its length in four bytes before it; a view stays good while others
  // are added.
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::vector<const char*> starts_;
  std::size_t bytes_ = 0;
  char* free_ = nullptr;
  std::size_t room_ = 0;
};

/// The counts the part states are not looked at. Throws Unreadable.
SharedStrings read_shared_strings(const Package& package, std::string_view part);

}  // namespace huizong::xlsx
