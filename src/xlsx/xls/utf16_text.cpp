#include "xlsx/xls/utf16_text.h"

#include <fmt/format.h>

#include <utility>

#include "xlsx/package/little_endian.h"

namespace huizong::xlsx {
namespace {

void append_utf8(std::string& out, std::uint32_t code) {
  const auto tail = [&](unsigned shift) {
    out += static_cast<char>(0x80 | (code >> shift & 0x3F));
  };
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0 | code >> 6);
    tail(0);
  } else if (code < 0x10000) {
    out += static_cast<char>(0xE0 | code >> 12);
    tail(6);
    tail(0);
  } else {
    out += static_cast<char>(0xF0 | code >> 18);
    tail(12);
    tail(6);
    tail(0);
  }
}

void append_escaped(std::string& out, std::uint32_t unit) {
  out += fmt::format("_x{:04X}_", unit);
}

}  // namespace

void Utf16Text::add_wide(std::string_view bytes) {
  for (std::size_t at = 0; at + 2 <= bytes.size(); at += 2) {
    add(little_endian<std::uint16_t>(bytes, at));
  }
}

void Utf16Text::add_narrow(std::string_view bytes) {
  for (const char c : bytes) add(static_cast<unsigned char>(c));
}

std::string Utf16Text::take() {
  give_up_half();
  return std::exchange(text_, {});
}

void Utf16Text::add(std::uint32_t unit) {
  const bool first = unit >= 0xD800 && unit < 0xDC00;
  const bool second = unit >= 0xDC00 && unit < 0xE000;
  if (half_ != 0 && second) {
    append_utf8(text_, 0x10000 + ((half_ - 0xD800) << 10) + (unit - 0xDC00));
    half_ = 0;
    return;
  }
  give_up_half();
  if (first) {
    half_ = unit;
  } else if (second || unit == 0) {
    append_escaped(text_, unit);
  } else {
    append_utf8(text_, unit);
  }
}

void Utf16Text::give_up_half() {
  if (half_ != 0) append_escaped(text_, half_);
  half_ = 0;
}

}  // namespace huizong::xlsx
