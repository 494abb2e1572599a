// The part of a document that is in memory while it is scanned: a stretch of
// UTF-8 with a NUL behind it.
//
// A small document is there whole. A large one slides by: the window holds so
// many bytes, and grows only for one token that is longer.

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "xlsx/xml/encoding.h"

namespace huizong::xlsx {

class Window {
 public:
  explicit Window(std::string whole);
  /// `most`: bytes of the longest token.
  Window(std::unique_ptr<XmlSource> bytes, std::size_t room, std::size_t most);
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  const char* begin() const { return begin_; }
  const char* end() const { return end_; }  ///< *end() is NUL

  enum class Refill { More, End, TooLong };
  /// Lets go of everything before `kept` and reads on; `kept` is moved to where its bytes now are.
  Refill refill(const char*& kept);

  Encoding encoding() const { return source_.encoding(); }
  /// What follows `at` is of this encoding.
  void switch_to(Encoding encoding, const char*& at);

  std::uint64_t line_of(const char* at) const;  ///< 1-based; `at` is in the window

 private:
  void make_room(std::size_t room);

  std::string whole_;
  Utf8Source source_;
  std::unique_ptr<char[]> memory_;
  std::size_t room_ = 0;
  std::size_t most_;
  char* begin_ = nullptr;
  char* end_ = nullptr;
  bool ended_ = false;
  std::uint64_t lines_ = 0;  // that went by
};

}  // namespace huizong::xlsx
