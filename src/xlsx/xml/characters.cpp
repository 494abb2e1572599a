#include "xlsx/xml/characters.h"

#include <cstring>

namespace huizong::xlsx {
namespace {

constexpr std::array<std::uint8_t, 256> make_classes() {
  std::array<std::uint8_t, 256> classes{};
  for (int c = 0x20; c < 0x80; ++c) {
    const char sign = static_cast<char>(c);
    auto& kind = classes[static_cast<std::size_t>(c)];
    const bool letter = (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') || sign == '_';
    if (letter) kind |= kNameStartByte | kNameByte;
    if ((sign >= '0' && sign <= '9') || sign == '-' || sign == '.') kind |= kNameByte;
    if (sign != '<' && sign != '&' && sign != ']') kind |= kTextByte;
    if (sign != '<' && sign != '&' && sign != '"' && sign != '\'') kind |= kValueByte;
    kind |= kPlainByte;
  }
  classes[' '] |= kBlankByte;
  classes['\r'] |= kBlankByte;
  classes['\t'] |= kBlankByte | kTextByte | kPlainByte;
  classes['\n'] |= kBlankByte | kTextByte | kPlainByte;
  return classes;
}

bool is_tail(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

char32_t decoded(const char* p, int bytes) {
  const auto at = [&](int i) { return static_cast<unsigned char>(p[i]); };
  if (bytes == 2) return static_cast<char32_t>((at(0) & 0x1F) << 6 | (at(1) & 0x3F));
  if (bytes == 3)
    return static_cast<char32_t>((at(0) & 0x0F) << 12 | (at(1) & 0x3F) << 6 | (at(2) & 0x3F));
  return static_cast<char32_t>((at(0) & 0x07) << 18 | (at(1) & 0x3F) << 12 | (at(2) & 0x3F) << 6 |
                               (at(3) & 0x3F));
}

struct Range {
  char32_t first, last;
};
template <std::size_t N>
bool is_in(const Range (&ranges)[N], char32_t c) {
  for (const Range& range : ranges) {
    if (c >= range.first && c <= range.last) return true;
  }
  return false;
}

/// NameStartChar of XML 1.0, fifth edition, above ASCII.
bool starts_name(char32_t c) {
  static constexpr Range kRanges[] = {
      {0x4E00, 0x9FFF}, {0xC0, 0xD6},     {0xD8, 0xF6},      {0xF8, 0x2FF},    {0x370, 0x37D},
      {0x37F, 0x1FFF},  {0x200C, 0x200D}, {0x2070, 0x218F},  {0x2C00, 0x2FEF}, {0x3001, 0xD7FF},
      {0xF900, 0xFDCF}, {0xFDF0, 0xFFFD}, {0x10000, 0xEFFFF}};
  return is_in(kRanges, c);
}

bool belongs_to_name(char32_t c) {
  static constexpr Range kRanges[] = {{0xB7, 0xB7}, {0x300, 0x36F}, {0x203F, 0x2040}};
  return starts_name(c) || is_in(kRanges, c);
}

/// True where one of the eight bytes is not plain in text: a control, < & ] or above ASCII.
bool has_special(std::uint64_t word) {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  constexpr std::uint64_t kHighs = 0x8080808080808080;
  const auto zero_in = [](std::uint64_t x) { return (x - kOnes) & ~x; };
  const std::uint64_t control = (word - kOnes * 0x20) & ~word;
  return ((word | control | zero_in(word ^ kOnes * '<') | zero_in(word ^ kOnes * '&') |
           zero_in(word ^ kOnes * ']')) &
          kHighs) != 0;
}

}  // namespace

constinit const std::array<std::uint8_t, 256> kByteClasses = make_classes();

int character_bytes(const char* p, const char* end, bool& cut) {
  const auto lead = static_cast<unsigned char>(*p);
  const int bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  for (int i = 1; i < bytes; ++i) {
    if (is_tail(p[i])) continue;
    cut = p + i == end;
    return 0;
  }
  if (bytes == 2) return 2;
  const char32_t c = decoded(p, bytes);
  return c >= (bytes == 3 ? 0x800u : 0x10000u) && is_xml_character(c) ? bytes : 0;
}

const char* plain_text_end(const char* p, const char* end) {
  while (true) {
    while (end - p >= 8) {
      std::uint64_t word;
      std::memcpy(&word, p, sizeof word);
      if (has_special(word)) break;
      p += sizeof word;
    }
    while (is_byte(*p, kTextByte)) ++p;
    const auto lead = static_cast<unsigned char>(*p);
    if (lead < 0x80) return p;
    do {
      // Nearly all there is: Han, U+4000 to U+9FFF.
      while (static_cast<unsigned char>(*p) >= 0xE4 && static_cast<unsigned char>(*p) <= 0xE9 &&
             is_tail(p[1]) && is_tail(p[2])) {
        p += 3;
      }
      if (static_cast<unsigned char>(*p) < 0x80) break;
      bool cut = false;
      const int bytes = character_bytes(p, end, cut);
      if (bytes == 0) return p;
      p += bytes;
    } while (static_cast<unsigned char>(*p) >= 0x80);
  }
}

const char* name_end(const char* p, const char* end) {
  int needed = kNameStartByte;
  while (true) {
    if (is_byte(*p, needed)) {
      needed = kNameByte;
      ++p;
      while (is_byte(*p, kNameByte)) ++p;
    }
    if (static_cast<unsigned char>(*p) < 0x80) return p;
    bool cut = false;
    const int bytes = character_bytes(p, end, cut);
    if (cut) return end;
    if (bytes == 0) return p;
    const char32_t c = decoded(p, bytes);
    if (!(needed == kNameStartByte ? starts_name(c) : belongs_to_name(c))) return p;
    p += bytes;
    needed = kNameByte;
  }
}

bool is_xml_character(char32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  return c < 0xD800 || (c >= 0xE000 && c < 0xFFFE) || (c >= 0x10000 && c <= 0x10FFFF);
}

void append_utf8(std::string& out, char32_t c) {
  const auto tail = [&](int shift) { out += static_cast<char>(0x80 | (c >> shift & 0x3F)); };
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    tail(0);
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12);
    tail(6);
    tail(0);
  } else {
    out += static_cast<char>(0xF0 | c >> 18);
    tail(12);
    tail(6);
    tail(0);
  }
}

}  // namespace huizong::xlsx
