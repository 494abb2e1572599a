// The beginning of a part, looked through for a DOCTYPE: before any parser sees
// it, and also where none ever will.
//
// A DOCTYPE can stand only before the first element, so that no more than that
// is looked at; of what does not begin as XML does (a picture) two bytes are.

#pragma once

#include <string_view>

namespace huizong::xlsx {

class Prolog {
 public:
  /// Takes the part's next bytes; true where a DOCTYPE begins in them.
  bool shows_doctype(std::string_view bytes);

 private:
  enum class Encoding { Unknown, Bytes, Utf16Low, Utf16High };  ///< which byte comes first
  enum class State { Between, Open, Bang, Dash, Comment, Instruction, Passed };

  bool take(unsigned char byte);
  bool step(unsigned sign);

  Encoding encoding_ = Encoding::Unknown;
  State state_ = State::Between;
  bool holds_ = false;  // first_ is one half of a pair
  unsigned char first_ = 0;
  int closing_ = 0;  // how many signs before the '>' that closes have come
};

}  // namespace huizong::xlsx
