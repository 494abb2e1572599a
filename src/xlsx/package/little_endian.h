// Whole numbers as Windows stores them, the lowest byte first.

#pragma once

#include <cstddef>
#include <string_view>

namespace huizong::xlsx {

/// `at + sizeof(Number)` must lie inside the bytes.
template <class Number>
Number little_endian(std::string_view bytes, std::size_t at) {
  Number value = 0;
  for (std::size_t i = sizeof(Number); i-- > 0;) {
    value = static_cast<Number>(value << 8 | static_cast<unsigned char>(bytes[at + i]));
  }
  return value;
}

}  // namespace huizong::xlsx
