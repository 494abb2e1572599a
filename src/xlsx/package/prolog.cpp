#include "xlsx/package/prolog.h"

#include <algorithm>
#include <utility>

namespace huizong::xlsx {
namespace {

constexpr unsigned kByteOrderMark = 0xFEFF;

bool is_blank(unsigned sign) {
  return sign == ' ' || sign == '\t' || sign == '\r' || sign == '\n';
}

/// What may stand before markup and says nothing: blanks, and the byte order mark as one sign or
/// as the three bytes of its UTF-8 form.
bool means_nothing(unsigned sign) {
  return is_blank(sign) || sign == kByteOrderMark || sign == 0xEF || sign == 0xBB || sign == 0xBF;
}

}  // namespace

bool Prolog::shows_doctype(std::string_view bytes) {
  for (const char c : bytes) {
    if (state_ == State::Passed) return false;
    if (take(static_cast<unsigned char>(c))) return true;
  }
  return false;
}

bool Prolog::take(unsigned char byte) {
  if (encoding_ == Encoding::Bytes) return step(byte);
  if (!std::exchange(holds_, !holds_)) {
    first_ = byte;
    return false;
  }
  const unsigned low_first = static_cast<unsigned>(byte) << 8 | first_;
  const unsigned high_first = static_cast<unsigned>(first_) << 8 | byte;
  if (encoding_ == Encoding::Unknown) {
    const auto begins = [](unsigned sign) {
      return sign == kByteOrderMark || sign == '<' || is_blank(sign);
    };
    encoding_ = begins(low_first)    ? Encoding::Utf16Low
                : begins(high_first) ? Encoding::Utf16High
                                     : Encoding::Bytes;
    if (encoding_ == Encoding::Bytes) return step(first_) || step(byte);
  }
  return step(encoding_ == Encoding::Utf16Low ? low_first : high_first);
}

bool Prolog::step(unsigned sign) {
  switch (state_) {
    case State::Between:
      if (!means_nothing(sign)) state_ = sign == '<' ? State::Open : State::Passed;
      return false;
    case State::Open:
      closing_ = 0;
      state_ = sign == '!' ? State::Bang : sign == '?' ? State::Instruction : State::Passed;
      return false;
    case State::Bang:
      state_ = sign == '-' ? State::Dash : State::Passed;
      return sign == 'D';
    case State::Dash:
      state_ = sign == '-' ? State::Comment : State::Passed;
      return false;
    case State::Comment:
      if (sign == '>' && closing_ >= 2) state_ = State::Between;
      closing_ = sign == '-' ? std::min(closing_ + 1, 2) : 0;
      return false;
    case State::Instruction:
      if (sign == '>' && closing_ >= 1) state_ = State::Between;
      closing_ = sign == '?' ? 1 : 0;
      return false;
    case State::Passed:
      return false;
  }
  return false;
}

}  // namespace huizong::xlsx
