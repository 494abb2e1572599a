#include "xlsx/written_text.h"

#include <cstdint>

namespace huizong::xlsx {
namespace {

constexpr std::string_view kCut = "……（文字过长，以下略）";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

struct Char {
  std::uint32_t code = 0;  ///< 0xFFFD where the bytes are no UTF-8
  std::size_t bytes = 1;
};

Char char_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i]));
  };
  const std::uint32_t lead = byte(at);
  if (lead < 0x80) return {lead, 1};
  const std::size_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || at + bytes > text.size()) return {0xFFFD, 1};
  std::uint32_t code = lead & (0xFFu >> (bytes + 1));
  for (std::size_t i = at + 1; i < at + bytes; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return {0xFFFD, 1};
    code = code << 6 | (byte(i) & 0x3F);
  }
  const bool overlong = (bytes == 3 && code < 0x800) || (bytes == 4 && code < 0x10000);
  if (overlong || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return {0xFFFD, 1};
  return {code, bytes};
}

/// Whether it can stand in a workbook as it is: most texts can, and this is quicker to see than to
/// copy them sign by sign.
bool is_plain(std::string_view text) {
  if (text.size() > kMaxTextUnits) return false;
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      if ((byte < 0x20 && byte != '\t' && byte != '\n') || byte == '_') return false;
      ++i;
      continue;
    }
    const Char c = char_at(text, i);
    if (c.code >= 0xFFFD && c.code <= 0xFFFF) return false;
    i += c.bytes;
  }
  return true;
}

}  // namespace

bool is_escape(std::string_view text) {
  if (text.size() < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_') return false;
  return text.substr(2, 4).find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

bool may_be_typed_as_formula(std::string_view text) {
  return !text.empty() &&
         std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos;
}

int utf16_units(std::string_view utf8) {
  int units = 0;
  for (std::size_t i = 0; i < utf8.size();) {
    const Char c = char_at(utf8, i);
    units += c.code > 0xFFFF ? 2 : 1;
    i += c.bytes;
  }
  return units;
}

std::string first_utf16_units(std::string_view utf8, int units) {
  std::size_t end = 0;
  while (end < utf8.size()) {
    const Char c = char_at(utf8, end);
    units -= c.code > 0xFFFF ? 2 : 1;
    if (units < 0) break;
    end += c.bytes;
  }
  return std::string(utf8.substr(0, end));
}

std::string written_text(std::string_view text) {
  if (is_plain(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const Char c = char_at(text, i);
    if (c.code == '\r') {
      if (i + 1 >= text.size() || text[i + 1] != '\n') out += '\n';
    } else if (c.code < 0x20 && c.code != '\t' && c.code != '\n') {
      out += ' ';
    } else if (c.code == 0xFFFD || c.code == 0xFFFE || c.code == 0xFFFF) {
      out += kReplacement;
    } else if (c.code == '_' && is_escape(text.substr(i))) {
      out += "_x005F_";
    } else {
      out += text.substr(i, c.bytes);
    }
    i += c.bytes;
  }
  if (utf16_units(out) <= kMaxTextUnits) return out;
  return first_utf16_units(out, kMaxTextUnits - utf16_units(kCut)) + std::string(kCut);
}

}  // namespace huizong::xlsx
