// Which bytes and characters XML 1.0 allows where, one look-up a byte.
//
// Every buffer that is scanned ends with a NUL that does not belong to it: NUL
// is in no class, so a scan stops there by itself. Nothing here reads behind
// that NUL.

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace huizong::xlsx {

enum ByteClass : std::uint8_t {
  kBlankByte = 1,      ///< space, tab, line ends
  kNameStartByte = 2,  ///< ASCII that a name may begin with, but for the colon
  kNameByte = 4,       ///< ASCII inside a name, but for the colon
  kTextByte = 8,       ///< stands for itself in text: ASCII but for < & ] CR and controls
  kValueByte = 16,     ///< stands for itself in an attribute: ASCII but for < & " ' and controls
  kPlainByte = 32,     ///< ASCII that is no control; tab and LF too
};

extern const std::array<std::uint8_t, 256> kByteClasses;

inline bool is_byte(char c, int classes) {
  return (kByteClasses[static_cast<unsigned char>(c)] & classes) != 0;
}

inline const char* skip_blanks(const char* p) {
  while (is_byte(*p, kBlankByte)) ++p;
  return p;
}

/// The bytes of the UTF-8 character that p points to (above ASCII); 0 where there is none that XML
/// allows. Short of `end` it is 0 too, and `cut` says so.
int character_bytes(const char* p, const char* end, bool& cut);

/// Behind what stands for itself in text. Stops at < & ] CR, at bytes that are no character, and at
/// a character that `end` cuts.
const char* plain_text_end(const char* p, const char* end);

/// Behind one name without colon (names as the fifth edition has them); p itself where there is
/// none. `end` where the end cuts a character of it.
const char* name_end(const char* p, const char* end);

bool is_xml_character(char32_t c);
void append_utf8(std::string& out, char32_t c);

/// Blanks as XML knows them (space, tab, line ends) taken off both ends.
inline std::string_view xml_trimmed(std::string_view text) {
  while (!text.empty() && is_byte(text.front(), kBlankByte)) text.remove_prefix(1);
  while (!text.empty() && is_byte(text.back(), kBlankByte)) text.remove_suffix(1);
  return text;
}

}  // namespace huizong::xlsx
