#include "xlsx/read/cell_text.h"

#include <charconv>
#include <optional>

#include "xlsx/unreadable.h"
#include "xlsx/xml/characters.h"

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

void append_text(std::string& out, std::string_view stored, bool keep_blanks) {
  append_unescaped(out, keep_blanks ? stored : xml_trimmed(stored));
}

const std::string& TextCollector::collect(XmlScanner& xml) {
  collected_.clear();
  whole_ = true;
  int runs = 0;  // <r> that are open
  while (true) {
    switch (xml.next()) {
      case XmlScanner::Event::Start:
        if (xml.element().is("t")) {
          read_text(xml, xml.element().preserves_space());
        } else if (xml.element().is("r")) {
          ++runs;
        } else {
          xml.skip();  // rPh, phoneticPr, rPr, and what we do not know
        }
        break;
      case XmlScanner::Event::End:
        if (runs-- == 0) return collected_;
        break;
      case XmlScanner::Event::Text:
        break;
      case XmlScanner::Event::Finished:
        return collected_;
    }
  }
}

void TextCollector::read_text(XmlScanner& xml, bool keep_blanks) {
  raw_.clear();
  while (true) {
    const auto event = xml.next();
    if (event == XmlScanner::Event::Start) {
      whole_ = false;
      xml.skip();
    } else if (event == XmlScanner::Event::Text) {
      check_text_size(raw_.size() + xml.text().size(), limits_);
      raw_ += xml.text();
    } else {
      break;
    }
  }
  append_text(collected_, raw_, keep_blanks);
  check_text_size(collected_.size(), limits_);
}

void check_text_size(std::size_t bytes, const Limits& limits) {
  if (bytes <= limits.text_bytes) return;
  refuse_limit("text_bytes",
               say("有一个单元格的文字超过 {} 字节", "the text of one cell is longer than {} bytes",
                   limits.text_bytes));
}

}  // namespace huizong::xlsx
