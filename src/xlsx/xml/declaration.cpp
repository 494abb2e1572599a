// The XML declaration, and the encoding it states.

#include <algorithm>
#include <cstring>

#include "xlsx/unreadable.h"
#include "xlsx/xml/characters.h"
#include "xlsx/xml/scanner.h"

namespace huizong::xlsx {
namespace {

constexpr std::string_view kOpening = "<?xml";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_version(std::string_view text) {
  return text.size() > 2 && text.starts_with("1.") &&
         std::all_of(text.begin() + 2, text.end(), is_digit);
}

bool is_encoding_name(std::string_view text) {
  if (text.empty() || !is_byte(text[0], kNameStartByte) || text[0] == '_') return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return is_byte(c, kNameByte); });
}

/// Takes ` name="value"` off the front; false, and nothing taken, where something else stands
/// there.
bool take_pseudo_attribute(const char*& p, std::string_view name, std::string_view& value) {
  const char* q = skip_blanks(p);
  if (q == p || std::strncmp(q, name.data(), name.size()) != 0) return false;
  q = skip_blanks(q + name.size());
  if (*q != '=') return false;
  q = skip_blanks(q + 1);
  const char quote = *q;
  if (quote != '"' && quote != '\'') return false;
  const char* begin = ++q;
  while (is_byte(*q, kNameByte)) ++q;
  if (*q != quote) return false;
  value = {begin, static_cast<std::size_t>(q - begin)};
  p = q + 1;
  return true;
}

}  // namespace

void XmlScanner::begin() {
  begun_ = true;
  const char* p = at_;
  while (p = at_, !scan_word(p, kOpening) && p == end_ && more()) {
  }
  if (static_cast<std::size_t>(p - at_) < kOpening.size()) return;
  if (p == end_ && !more()) return;
  if (!is_byte(at_[kOpening.size()], kBlankByte)) return;  // another target that begins so
  while (!read_declaration()) need_more();
}

bool XmlScanner::read_declaration() {
  const char* p = at_ + kOpening.size();
  if (std::memchr(p, '>', static_cast<std::size_t>(end_ - p)) == nullptr) return false;
  std::string_view version;
  std::string_view encoding;
  std::string_view standalone = "yes";
  if (!take_pseudo_attribute(p, "version", version) || !is_version(version)) refuse_malformed(p);
  const bool stated = take_pseudo_attribute(p, "encoding", encoding);
  if (stated && !is_encoding_name(encoding)) refuse_malformed(p);
  take_pseudo_attribute(p, "standalone", standalone);
  if (standalone != "yes" && standalone != "no") refuse_malformed(p);
  p = skip_blanks(p);
  if (!scan_word(p, "?>")) refuse_malformed(p);
  const std::string name(encoding);
  finish_token(p);
  if (stated) use_encoding(name);
  return true;
}

void XmlScanner::use_encoding(std::string_view name) {
  bool fits = false;
  const auto encoding = declared_encoding(name, window_.encoding(), fits);
  if (!encoding) {
    const std::string part = printable(part_);
    const std::string shown = printable(name);
    refuse_damaged(say("内部部件 {} 用的编码 {} 不是工作簿能用的",
                       "its part {} is in the encoding {}, which workbooks may not use", part,
                       shown));
  }
  if (!fits) refuse_malformed(at_);
  if (*encoding == window_.encoding()) return;
  window_.switch_to(*encoding, at_);
  end_ = window_.end();
}

}  // namespace huizong::xlsx
