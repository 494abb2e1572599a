// Start and end tags, attributes and their namespaces.

#include <algorithm>
#include <cstring>
#include <utility>

#include "xlsx/unreadable.h"
#include "xlsx/xml/characters.h"
#include "xlsx/xml/scanner.h"

namespace huizong::xlsx {
namespace {

constexpr std::size_t kFewAttributes = 16;
constexpr std::string_view kDeclarationUri = "http://www.w3.org/2000/xmlns/";

bool is_declaration(const Attribute& attribute) {
  // Until namespaces are settled, `uri` is the prefix.
  return attribute.uri.empty() ? attribute.local == "xmlns" : attribute.uri == "xmlns";
}

bool same_name(const Attribute& a, const Attribute& b) {
  return a.local.size() == b.local.size() && a.local.front() == b.local.front() &&
         a.local == b.local && a.uri == b.uri;
}

/// The names of one tag in a workbook have different bits, nearly always.
std::uint64_t name_bit(std::string_view name) {
  const auto letter = [](char c) { return static_cast<unsigned>(static_cast<unsigned char>(c)); };
  const auto sign = letter(name.front()) + 29 * letter(name[name.size() / 2]) +
                    letter(name.back()) + 17 * static_cast<unsigned>(name.size());
  return std::uint64_t{1} << (sign % 64);
}

}  // namespace

bool XmlScanner::scan_name(const char*& p, Name& name) const {
  const auto scan = [&](const char* from) {
    const char* q = from;
    if (is_byte(*q, kNameStartByte)) {
      do {
        ++q;
      } while (is_byte(*q, kNameByte));
    }
    return static_cast<unsigned char>(*q) < 0x80 ? q : name_end(from, end_);
  };
  name.begin = name.local = p;
  name.end = scan(p);
  if (name.end != p && *name.end == ':') {
    name.local = name.end + 1;
    name.end = scan(name.local);
  }
  p = name.end;
  return name.end != name.local;
}

bool XmlScanner::read_attribute(const char*& p) {
  Name name;
  if (!scan_name(p, name)) return stuck(p);
  p = skip_blanks(p);
  if (*p != '=') return stuck(p);
  p = skip_blanks(p + 1);
  const char quote = *p;
  if (quote != '"' && quote != '\'') return stuck(p);
  const char* value = ++p;
  bool even = true;
  while (true) {
    while (is_byte(*p, kValueByte)) ++p;
    if (*p == quote) break;
    if (*p == '&') {
      even = false;
      ++p;
      char32_t c = 0;
      if (!scan_reference(p, c)) return stuck(p);
      continue;
    }
    if (*p == '<') return stuck(p);
    even = even && !is_byte(*p, kBlankByte);
    if (!scan_characters(p)) return stuck(p);
  }
  auto& attributes = element_.attributes_;
  if (!even) uneven_.push_back(attributes.size());
  const std::string_view prefix = name.prefix();
  const std::string_view local = name.rest();
  all_plain_ = all_plain_ && prefix.empty() && local != "xmlns";
  attributes.push_back(
      {local, {value, static_cast<std::size_t>(p - value)}, prefix, Namespace::None});
  ++p;
  return true;
}

/// The usual spelling: one blank, an ASCII name, and a value in double quotes with nothing to be
/// replaced. False, and p stays, for any other.
bool XmlScanner::read_plain_attribute(const char*& p) {
  const char* name = p + 1;
  if (*p != ' ' || !is_byte(*name, kNameStartByte)) return false;
  const char* q = name + 1;
  while (is_byte(*q, kNameByte)) ++q;
  const char* local = name;
  if (*q == ':' && is_byte(q[1], kNameStartByte)) {
    local = ++q;
    while (is_byte(*q, kNameByte)) ++q;
  }
  const char* name_end = q;
  if (q[0] != '=' || q[1] != '"') return false;
  const char* value = q += 2;
  while (is_byte(*q, kValueByte)) ++q;
  if (*q != '"') return false;
  const Name whole{name, name_end, local};
  all_plain_ = all_plain_ && local == name && whole.rest() != "xmlns";
  element_.attributes_.push_back({whole.rest(),
                                  {value, static_cast<std::size_t>(q - value)},
                                  whole.prefix(),
                                  Namespace::None});
  p = q + 1;
  return true;
}

/// Behind the attributes of a tag that nobody wants, in the usual spelling: one blank, an ASCII
/// name without colon, a value in double quotes with nothing to be replaced. Null where one is
/// spelt otherwise, declares a namespace or may come twice.
const char* XmlScanner::plain_attributes_end(const char* p) const {
  std::uint64_t seen = 0;
  int count = 0;
  for (; *p == ' '; ++count) {
    const char* name = ++p;
    if (!is_byte(*p, kNameStartByte)) return nullptr;
    do {
      ++p;
    } while (is_byte(*p, kNameByte));
    const std::string_view local(name, static_cast<std::size_t>(p - name));
    const std::uint64_t bit = name_bit(local);
    if (p[0] != '=' || p[1] != '"' || local == "xmlns" || (seen & bit) != 0) return nullptr;
    seen |= bit;
    p += 2;
    while (is_byte(*p, kValueByte)) ++p;
    if (*p++ != '"') return nullptr;
  }
  return count <= limits_.attributes ? p : nullptr;
}

/// Tags inside an element that is passed over, as long as they are spelt as usual; the others, and
/// what the window cuts, are left to next_raw().
void XmlScanner::pass_plain_tags(std::size_t outside) {
  while (*at_ == '<' && open_.size() > outside) {
    if (at_[1] == '/') {
      if (!read_end_tag()) return;
      close();
      continue;
    }
    Name name;
    name.begin = name.local = at_ + 1;
    const char* p = name.begin;
    if (!is_byte(*p, kNameStartByte)) return;
    while (is_byte(*p, kNameByte)) ++p;
    name.end = p;
    p = plain_attributes_end(p);
    if (p == nullptr) return;
    const bool empty = p[0] == '/' && p[1] == '>';
    if (!empty && *p != '>') return;
    if (open_.size() >= static_cast<std::size_t>(limits_.depth)) return;
    if (!empty) push(name, namespaces_.default_space().space, namespaces_.count());
    finish_token(p + (empty ? 2 : 1));
  }
}

bool XmlScanner::read_start_tag() {
  const char* p = at_ + 1;
  Name name;
  if (!scan_name(p, name)) return stuck(p);
  element_.attributes_.clear();
  uneven_.clear();
  all_plain_ = true;
  while (true) {
    const char* behind = p;
    while (read_plain_attribute(p)) {
    }
    if (p != behind) check_count();
    behind = p;
    p = skip_blanks(p);
    if (*p == '>') {
      end_due_ = false;
      ++p;
      break;
    }
    if (*p == '/') {
      if (p[1] != '>') return stuck(p + 1);
      end_due_ = true;
      p += 2;
      break;
    }
    if (p == behind) return stuck(p);
    if (!read_attribute(p)) return false;
    check_count();
  }
  if (!uneven_.empty()) normalise_values(static_cast<std::size_t>(p - at_));
  open(name);
  finish_token(p);
  return true;
}

void XmlScanner::check_count() const {
  if (element_.attributes_.size() <= static_cast<std::size_t>(limits_.attributes)) return;
  const std::string part = printable(part_);
  refuse_limit("attributes",
               say("内部部件 {} 里一个标记的属性超过 {} 个",
                   "a tag in its part {} has more than {} attributes", part, limits_.attributes));
}

void XmlScanner::normalise_values(std::size_t tag_bytes) {
  // Normalised, a value never grows: with room for the whole tag the views stay good.
  values_.clear();
  values_.reserve(tag_bytes);
  for (const std::size_t index : uneven_) {
    std::string_view& value = element_.attributes_[index].value;
    const std::size_t begin = values_.size();
    const char* p = value.data();
    const char* end = p + value.size();
    while (p != end) {
      if (*p == '&') {
        ++p;
        char32_t c = 0;
        scan_reference(p, c);
        append_utf8(values_, c);
        continue;
      }
      const bool pair = *p == '\r' && p + 1 != end && p[1] == '\n';
      values_ += is_byte(*p, kBlankByte) ? ' ' : *p;
      p += pair ? 2 : 1;
    }
    value = std::string_view(values_).substr(begin);
  }
}

void XmlScanner::settle_attributes() {
  auto& attributes = element_.attributes_;
  for (Attribute& each : attributes) {
    if (!is_declaration(each)) continue;
    const std::string_view prefix = each.uri.empty() ? std::string_view() : each.local;
    if (!namespaces_.declare(prefix, each.value)) refuse_malformed(at_);
    each.space = Namespace::Declaration;
    each.uri = kDeclarationUri;
  }
  for (Attribute& each : attributes) {
    if (each.space == Namespace::Declaration || each.uri.empty()) continue;
    BoundNamespace bound;
    if (!namespaces_.find(each.uri, bound)) refuse_malformed(at_);
    each.space = bound.space;
    each.uri = bound.uri;
  }
}

void XmlScanner::check_unique() const {
  const auto& attributes = element_.attributes_;
  if (attributes.size() <= kFewAttributes) {
    std::uint64_t seen = 0;
    for (std::size_t i = 0; i < attributes.size(); ++i) {
      const std::uint64_t bit = name_bit(attributes[i].local);
      const bool maybe = (std::exchange(seen, seen | bit) & bit) != 0;
      for (std::size_t j = 0; maybe && j < i; ++j) {
        if (same_name(attributes[i], attributes[j])) refuse_malformed(at_);
      }
    }
    return;
  }
  std::vector<const Attribute*> sorted;
  for (const Attribute& each : attributes) sorted.push_back(&each);
  const auto before = [](const Attribute* a, const Attribute* b) {
    return a->local != b->local ? a->local < b->local : a->uri < b->uri;
  };
  std::sort(sorted.begin(), sorted.end(), before);
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    if (same_name(*sorted[i - 1], *sorted[i])) refuse_malformed(at_);
  }
}

void XmlScanner::open(const Name& name) {
  if (open_.size() >= static_cast<std::size_t>(limits_.depth)) {
    const std::string part = printable(part_);
    refuse_limit("depth",
                 say("内部部件 {} 的嵌套超过 {} 层",
                     "its part {} is nested more than {} levels deep", part, limits_.depth));
  }
  const std::size_t declarations = namespaces_.count();
  if (!all_plain_) settle_attributes();
  if (element_.attributes_.size() > 1) check_unique();
  const std::string_view prefix = name.prefix();
  BoundNamespace bound;
  if (prefix.empty()) {
    bound = namespaces_.default_space();
  } else if (!namespaces_.find(prefix, bound)) {
    refuse_malformed(at_);
  }
  element_.local_ = name.rest();
  element_.uri_ = bound.uri;
  element_.space_ = bound.space;
  element_.prefixed_ = !prefix.empty();
  push(name, bound.space, declarations);
  root_seen_ = true;
}

void XmlScanner::push(const Name& name, Namespace space, std::size_t declarations) {
  const auto bytes = static_cast<std::size_t>(name.end - name.begin);
  if (names_bytes_ + bytes + namespaces_.bytes() > limits_.token_bytes) refuse_token();
  if (names_.size() < names_bytes_ + bytes) names_.resize(2 * (names_bytes_ + bytes));
  std::memcpy(names_.data() + names_bytes_, name.begin, bytes);
  open_.push_back({static_cast<std::uint32_t>(names_bytes_), static_cast<std::uint32_t>(bytes),
                   static_cast<std::uint32_t>(name.local - name.begin), space, declarations});
  names_bytes_ += bytes;
}

bool XmlScanner::read_end_tag() {
  const Open& last = open_.back();
  const char* p = at_ + 2;
  const std::string_view expected = {names_.data() + last.name_at, last.name_bytes};
  if (static_cast<std::size_t>(end_ - p) > expected.size() &&
      std::memcmp(p, expected.data(), expected.size()) == 0 && p[expected.size()] == '>') {
    at_ = p + expected.size() + 1;
    return true;
  }
  Name name;
  if (!scan_name(p, name)) return stuck(p);
  p = skip_blanks(p);
  if (*p != '>') return stuck(p);
  if (std::string_view(name.begin, static_cast<std::size_t>(name.end - name.begin)) != expected)
    refuse_malformed(at_);
  finish_token(p + 1);
  return true;
}

XmlScanner::Event XmlScanner::close() {
  const Open last = open_.back();
  open_.pop_back();
  names_bytes_ = last.name_at;
  if (namespaces_.count() != last.declarations) namespaces_.drop_to(last.declarations);
  // Good until the next element takes the room.
  element_.local_ = {names_.data() + last.name_at + last.local_at, last.name_bytes - last.local_at};
  element_.space_ = last.space;
  return Event::End;
}

}  // namespace huizong::xlsx
