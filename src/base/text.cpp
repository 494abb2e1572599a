#include "base/text.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>

namespace huizong {
namespace {

/// Calls f(codepoint, offset, length) for each character; a byte that is not UTF-8 counts as one.
template <class F>
void each_char(std::string_view text, F&& f) {
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  for (std::size_t i = 0; i < text.size();) {
    utf8proc_int32_t c = -1;
    auto n = utf8proc_iterate(bytes + i, static_cast<utf8proc_ssize_t>(text.size() - i), &c);
    if (n <= 0) {
      n = 1;
      c = 0xFFFD;
    }
    f(c, i, static_cast<std::size_t>(n));
    i += static_cast<std::size_t>(n);
  }
}

bool is_blank(utf8proc_int32_t c) {
  switch (c) {
    case 0x20:
    case 0x09:
    case 0x0A:
    case 0x0B:
    case 0x0C:
    case 0x0D:
    case 0x85:
    case 0xA0:
    case 0x1680:
    case 0x2028:
    case 0x2029:
    case 0x202F:
    case 0x205F:
    case 0x3000:
    case 0x200B:
    case 0x200C:
    case 0x200D:
    case 0x2060:
    case 0xFEFF:
      return true;
    default:
      return c >= 0x2000 && c <= 0x200A;
  }
}

}  // namespace

bool is_utf8(std::string_view text) {
  bool good = true;
  each_char(text, [&](utf8proc_int32_t c, std::size_t i, std::size_t n) {
    if (c == 0xFFFD && !(n == 3 && text.substr(i, 3) == "\xEF\xBF\xBD")) good = false;
  });
  return good;
}

std::string fold_width(std::string_view text) {
  if (std::all_of(text.begin(), text.end(),
                  [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
    return std::string(text);
  utf8proc_uint8_t* out = nullptr;
  const auto n = utf8proc_map(
      reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
      static_cast<utf8proc_ssize_t>(text.size()), &out,
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT));
  if (n < 0) return std::string(text);
  std::string folded(reinterpret_cast<char*>(out), static_cast<std::size_t>(n));
  std::free(out);
  return folded;
}

std::string fold_label(std::string_view text) {
  const std::string folded = fold_width(text);
  std::string label;
  each_char(folded, [&](utf8proc_int32_t c, std::size_t i, std::size_t n) {
    if (!is_blank(c)) label.append(folded, i, n);
  });
  return label;
}

std::string without_unit(std::string_view label) {
  if (label.empty() || label.back() != ')') return std::string(label);
  const std::size_t open = label.rfind('(');
  if (open == std::string_view::npos || open == 0) return std::string(label);
  const std::string_view inside = label.substr(open + 1, label.size() - open - 2);
  for (const char* unit : {"元", "万元", "亿元", "千元", "百万元", "单位:元", "单位:万元",
                           "单位:亿元", "单位:千元", "%", "分", "人", "个", "辆"}) {
    if (inside == unit) return std::string(label.substr(0, open));
  }
  return std::string(label);
}

std::string_view trimmed(std::string_view text) {
  std::size_t first = text.size(), last = 0;
  each_char(text, [&](utf8proc_int32_t c, std::size_t i, std::size_t n) {
    if (is_blank(c)) return;
    first = std::min(first, i);
    last = i + n;
  });
  return first >= last ? std::string_view() : text.substr(first, last - first);
}

int char_count(std::string_view text) {
  int count = 0;
  each_char(text, [&](auto, auto, auto) { ++count; });
  return count;
}

std::string first_chars(std::string_view text, int count) {
  std::size_t end = 0;
  each_char(text, [&](utf8proc_int32_t, std::size_t i, std::size_t n) {
    if (count-- > 0) end = i + n;
  });
  return std::string(text.substr(0, end));
}

std::vector<std::string> split(std::string_view text, std::string_view any_of) {
  std::vector<std::string> parts;
  std::size_t start = 0;
  const auto take = [&](std::size_t end) {
    const auto part = trimmed(text.substr(start, end - start));
    if (!part.empty()) parts.emplace_back(part);
  };
  each_char(text, [&](utf8proc_int32_t, std::size_t i, std::size_t n) {
    if (any_of.find(text.substr(i, n)) == std::string_view::npos) return;
    take(i);
    start = i + n;
  });
  take(text.size());
  return parts;
}

int display_width(std::string_view text) {
  int width = 0;
  each_char(text, [&](utf8proc_int32_t c, auto, auto) {
    // Signs that Unicode leaves open (— … “ ” · × ①) are two columns wide in a Chinese font.
    const bool wide_in_chinese = c == 0x2014 || c == 0x2026 || (c >= 0x2018 && c <= 0x201D) ||
                                 c == 0xD7 || (c >= 0x2460 && c <= 0x2473);
    width += wide_in_chinese ? 2 : utf8proc_charwidth(c);
  });
  return width;
}

std::string padded(std::string_view text, int width) {
  std::string out;
  int used = 0;
  each_char(text, [&](utf8proc_int32_t, std::size_t i, std::size_t n) {
    const int w = display_width(text.substr(i, n));
    if (used + w > width) return;
    out.append(text.substr(i, n));
    used += w;
  });
  return out + std::string(static_cast<std::size_t>(std::max(0, width - used)), ' ');
}

std::string without_controls(std::string_view text) {
  std::string out;
  each_char(text, [&](utf8proc_int32_t c, std::size_t i, std::size_t n) {
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFFFD ||
                         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    if (control)
      out += "\xEF\xBF\xBD";
    else
      out.append(text, i, n);
  });
  return out;
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
  const auto chars = [](std::string_view text) {
    std::vector<utf8proc_int32_t> list;
    each_char(text, [&](utf8proc_int32_t c, auto, auto) { list.push_back(c); });
    return list;
  };
  const auto a = chars(word);
  std::string best;
  std::size_t best_distance = a.size() / 2 + 1;  // more than half the word changed is another word
  for (const std::string& candidate : candidates) {
    const auto b = chars(candidate);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
      std::size_t diagonal = row[0];
      row[0] = i;
      for (std::size_t j = 1; j <= b.size(); ++j) {
        const std::size_t change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
        diagonal = row[j];
        row[j] = std::min({change, row[j] + 1, row[j - 1] + 1});
      }
    }
    if (row[b.size()] < best_distance) {
      best_distance = row[b.size()];
      best = candidate;
    }
  }
  return best;
}

}  // namespace huizong
