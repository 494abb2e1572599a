#include "xlsx/xml/scanner.h"

#include <algorithm>
#include <cstring>

#include "xlsx/unreadable.h"
#include "xlsx/xml/characters.h"

namespace huizong::xlsx {

XmlScanner::XmlScanner(std::string whole, const Limits& limits, std::string_view part)
    : limits_(limits),
      part_(part),
      window_(std::move(whole)),
      at_(window_.begin()),
      end_(window_.end()) {
  make_room();
}

XmlScanner::XmlScanner(std::unique_ptr<XmlSource> bytes, const Limits& limits,
                       std::string_view part, std::size_t window_bytes)
    : limits_(limits),
      part_(part),
      window_(std::move(bytes), window_bytes, limits.token_bytes),
      at_(window_.begin()),
      end_(window_.end()) {
  make_room();
}

/// For what nearly every part needs, at once instead of little by little.
void XmlScanner::make_room() {
  constexpr std::size_t kUsualDepth = 16, kUsualAttributes = 16, kUsualName = 16;
  open_.reserve(kUsualDepth);
  names_.resize(kUsualDepth * kUsualName);
  element_.attributes_.reserve(kUsualAttributes);
}

XmlScanner::Event XmlScanner::next_raw() {
  if (end_due_) {
    end_due_ = false;
    return close();
  }
  if (!begun_) begin();
  while (true) {
    if (in_cdata_) {
      if (read_cdata_text()) return Event::Text;
      if (in_cdata_) need_more();
    } else if (*at_ == '<') {
      switch (read_markup()) {
        case Markup::Start:
          return Event::Start;
        case Markup::End:
          return close();
        case Markup::Silent:
          break;
        case Markup::Cut:
          need_more();
      }
    } else if (!open_.empty()) {
      if (read_text()) return Event::Text;
      need_more();
    } else {
      at_ = skip_blanks(at_);
      if (*at_ == '<') continue;
      if (stuck(at_) || more()) continue;
      if (!root_seen_) refuse_malformed(at_);
      return Event::Finished;
    }
  }
}

void XmlScanner::skip() {
  const std::size_t outside = open_.size() - 1;
  while (open_.size() > outside) {
    if (!end_due_ && !in_cdata_) pass_plain_tags(outside);
    if (open_.size() > outside) next_raw();
  }
}

XmlScanner::Markup XmlScanner::read_markup() {
  if (at_ + 1 == end_) return Markup::Cut;
  switch (at_[1]) {
    case '/':
      if (open_.empty()) refuse_malformed(at_);
      return read_end_tag() ? Markup::End : Markup::Cut;
    case '?':
      return read_instruction() ? Markup::Silent : Markup::Cut;
    case '!':
      return read_declared_markup();
    default:
      if (open_.empty() && root_seen_) refuse_malformed(at_);
      return read_start_tag() ? Markup::Start : Markup::Cut;
  }
}

XmlScanner::Markup XmlScanner::read_declared_markup() {
  const char* p = at_ + 2;
  if (p == end_) return Markup::Cut;
  if (*p == '-') return read_comment() ? Markup::Silent : Markup::Cut;
  if (open_.empty() && !root_seen_) {
    if (!scan_word(p, "DOCTYPE")) return stuck(p) ? Markup::Silent : Markup::Cut;
    const std::string part = printable(part_);
    refuse_unsafe(
        say("内部部件 {} 带有 DOCTYPE 声明", "its part {} has a DOCTYPE declaration", part));
  }
  if (open_.empty()) refuse_malformed(p);
  if (!scan_word(p, "[CDATA[")) return stuck(p) ? Markup::Silent : Markup::Cut;
  at_ = p;
  in_cdata_ = true;
  return Markup::Silent;
}

bool XmlScanner::read_text() {
  const char* p = at_;
  while (true) {
    p = plain_text_end(p, end_);
    if (*p != ']') break;
    if (p[1] == ']' && p[2] == '>') refuse_malformed(p);
    if (p + 1 == end_ || (p[1] == ']' && p + 2 == end_)) break;  // it may still become ]]>
    ++p;
  }
  if (p > at_) {
    text_ = {at_, static_cast<std::size_t>(p - at_)};
    at_ = p;
    return true;
  }
  if (*p == '&') return read_reference();
  if (*p == ']') return false;
  if (*p == '\r' && p + 1 != end_) {
    text_ = "\n";
    at_ = p + (p[1] == '\n' ? 2 : 1);
    return true;
  }
  return *p != '\r' && !scan_characters(p) && stuck(p);
}

bool XmlScanner::read_cdata_text() {
  const char* p = at_;
  while (true) {
    p = plain_text_end(p, end_);
    if (*p == '<' || *p == '&') {
      ++p;
    } else if (*p == ']') {
      if (p + 1 == end_ || (p[1] == ']' && p + 2 == end_)) break;
      if (p[1] == ']' && p[2] == '>') {
        if (p > at_) break;
        at_ = p + 3;
        in_cdata_ = false;
        return false;
      }
      ++p;
    } else {
      break;
    }
  }
  if (p > at_) {
    text_ = {at_, static_cast<std::size_t>(p - at_)};
    at_ = p;
    return true;
  }
  if (*p == ']') return false;
  if (*p == '\r' && p + 1 != end_) {
    text_ = "\n";
    at_ = p + (p[1] == '\n' ? 2 : 1);
    return true;
  }
  return *p != '\r' && !scan_characters(p) && stuck(p);
}

bool XmlScanner::read_reference() {
  const char* p = at_ + 1;
  char32_t c = 0;
  if (!scan_reference(p, c)) return stuck(p);
  character_.clear();
  append_utf8(character_, c);
  text_ = character_;
  at_ = p;
  return true;
}

bool XmlScanner::read_comment() {
  const char* p = at_ + 2;
  if (!scan_word(p, "--")) return stuck(p);
  while (true) {
    while (*p != '-' && scan_characters(p)) {
    }
    if (*p != '-') return stuck(p);
    if (p[1] == '-') break;
    ++p;
  }
  p += 2;
  if (*p != '>') return stuck(p);
  finish_token(p + 1);
  return true;
}

bool XmlScanner::read_instruction() {
  const char* p = at_ + 2;
  Name target;
  if (!scan_name(p, target)) return stuck(p);
  if (p == end_) return false;
  const std::string_view name = target.rest();
  const bool reserved = name.size() == 3 && (name[0] | 0x20) == 'x' && (name[1] | 0x20) == 'm' &&
                        (name[2] | 0x20) == 'l';
  if (reserved || target.local != target.begin) refuse_malformed(at_);
  if (*p != '?' && !is_byte(*p, kBlankByte)) return stuck(p);
  if (*p == '?' && p[1] != '>') return stuck(p + 1);
  while (*p != '?' || p[1] != '>') {
    if (!scan_characters(p)) return stuck(p);
  }
  finish_token(p + 2);
  return true;
}

bool XmlScanner::scan_reference(const char*& p, char32_t& c) const {
  struct Entity {
    std::string_view name;
    char32_t c;
  };
  static constexpr Entity kEntities[] = {
      {"lt;", U'<'}, {"gt;", U'>'}, {"amp;", U'&'}, {"quot;", U'"'}, {"apos;", U'\''}};
  if (*p != '#') {
    for (const Entity& entity : kEntities) {
      const char* q = p;
      const bool found = scan_word(q, entity.name);
      c = entity.c;
      if (found || q == end_) {
        p = q;
        return found;
      }
    }
    return false;
  }
  ++p;
  const bool hex = *p == 'x';
  if (hex) ++p;
  const char* digits = p;
  constexpr char32_t kTooLarge = 0x110000;
  for (c = 0;; ++p) {
    int digit = -1;
    if (*p >= '0' && *p <= '9') digit = *p - '0';
    if (hex && *p >= 'a' && *p <= 'f') digit = *p - 'a' + 10;
    if (hex && *p >= 'A' && *p <= 'F') digit = *p - 'A' + 10;
    if (digit < 0) break;
    c = std::min<char32_t>(c * (hex ? 16 : 10) + static_cast<char32_t>(digit), kTooLarge);
  }
  if (p == digits || *p != ';' || !is_xml_character(c)) return false;
  ++p;
  return true;
}

bool XmlScanner::scan_word(const char*& p, std::string_view word) const {
  for (const char c : word) {
    if (*p != c) return false;
    ++p;
  }
  return true;
}

bool XmlScanner::scan_characters(const char*& p) const {
  if (is_byte(*p, kPlainByte) || *p == '\r') {
    ++p;
    return true;
  }
  bool cut = false;
  const int bytes = static_cast<unsigned char>(*p) < 0x80 ? 0 : character_bytes(p, end_, cut);
  p = cut ? end_ : p + bytes;
  return bytes > 0;
}

void XmlScanner::finish_token(const char* p) {
  if (static_cast<std::size_t>(p - at_) > limits_.token_bytes) refuse_token();
  at_ = p;
}

bool XmlScanner::more() {
  const Window::Refill got = window_.refill(at_);
  end_ = window_.end();
  if (got == Window::Refill::TooLong) refuse_token();
  return got == Window::Refill::More;
}

void XmlScanner::need_more() {
  if (!more()) refuse_malformed(end_);
}

bool XmlScanner::stuck(const char* p) const {
  if (p != end_) refuse_malformed(p);
  return false;
}

void XmlScanner::refuse_malformed(const char* p) const {
  const auto line = window_.line_of(p);
  const std::string part = printable(part_);
  refuse_damaged(say("内部部件 {} 第 {} 行不是完整正确的 XML",
                     "its part {} is not well-formed XML at line {}", part, line));
}

void XmlScanner::refuse_token() const {
  const std::string part = printable(part_);
  refuse_limit("token_bytes", say("内部部件 {} 里有一个过长的标记",
                                  "its part {} holds a tag that is too long", part));
}

}  // namespace huizong::xlsx
