// Whether a reader first looks for the way nearly all programs spell cells and
// strings. The result is the same.

#pragma once

#include <cstdint>

namespace huizong::xlsx {

enum class Spelling : std::uint8_t {
  PlainFirst,  ///< the usual spelling is looked for first
  AnyXml,      ///< everything through the scanner: slower
};

}  // namespace huizong::xlsx
