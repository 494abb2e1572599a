#include "xlsx/read/cell_text.h"

#include <charconv>
#include <optional>

namespace huizong::xlsx {
namespace {

constexpr std::size_t kEscapeLength = 7;  // _xHHHH_

/// The UTF-16 unit that the text begins with, written as _xHHHH_.
std::optional<unsigned> escaped_unit(std::string_view text) {
  if (text.size() < kEscapeLength || text[0] != '_' || text[1] != 'x' || text[6] != '_')
    return std::nullopt;
  unsigned unit = 0;
  const auto result = std::from_chars(text.data() + 2, text.data() + 6, unit, 16);
  if (result.ec != std::errc() || result.ptr != text.data() + 6) return std::nullopt;
  return unit;
}

void append_utf8(std::string& out, unsigned c) {
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

}  // namespace

void append_unescaped(std::string& out, std::string_view text) {
  while (true) {
    const std::size_t at = text.find("_x");
    if (at == std::string_view::npos) break;
    out += text.substr(0, at);
    text.remove_prefix(at);
    const auto unit = escaped_unit(text);
    if (unit && *unit >= 0xD800 && *unit < 0xDC00) {
      const auto low = escaped_unit(text.substr(kEscapeLength));
      if (low && *low >= 0xDC00 && *low < 0xE000) {
        append_utf8(out, 0x10000 + ((*unit - 0xD800) << 10) + (*low - 0xDC00));
        text.remove_prefix(2 * kEscapeLength);
        continue;
      }
    }
    const bool character = unit && *unit != 0 && (*unit < 0xD800 || *unit >= 0xE000);
    if (character) {
      append_utf8(out, *unit);
      text.remove_prefix(kEscapeLength);
    } else {
      out += text.front();
      text.remove_prefix(1);
    }
  }
  out += text;
}

void TextCollector::clear() {
  collected_.clear();
  raw_.clear();
  in_text_ = false;
}

bool TextCollector::start(const Element& element) {
  if (in_text_) return false;
  if (element.is("r")) return true;
  if (!element.is("t")) return false;  // rPh, phoneticPr, rPr, and what we do not know
  in_text_ = true;
  keep_blanks_ = element.preserves_space();
  raw_.clear();
  return true;
}

void TextCollector::end(std::string_view local) {
  if (!in_text_ || local != "t") return;
  in_text_ = false;
  append_unescaped(collected_, keep_blanks_ ? std::string_view(raw_) : xml_trimmed(raw_));
  check_text_size(collected_.size(), limits_);
}

void TextCollector::text(std::string_view piece) {
  if (!in_text_) return;
  check_text_size(raw_.size() + piece.size(), limits_);
  raw_ += piece;
}

void check_text_size(std::size_t bytes, const Limits& limits) {
  if (bytes <= limits.text_bytes) return;
  refuse_limit(say("有一个单元格的文字超过 {} 字节", "the text of one cell is longer than {} bytes",
                   limits.text_bytes));
}

}  // namespace huizong::xlsx
