#include "xlsx/package/part_name.h"

#include <algorithm>

namespace huizong::xlsx {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_slash(char c) {
  return c == '/' || c == '\\';
}

/// "http:", "file:", "C:": a colon before the first slash belongs to no part name.
bool has_protocol(std::string_view target) {
  const auto end = std::find_if(target.begin(), target.end(), is_slash);
  return std::find(target.begin(), end, ':') != end;
}

}  // namespace

std::optional<std::string> clean_part_name(std::string_view name) {
  std::string clean;
  clean.reserve(name.size());
  for (std::size_t start = 0; start <= name.size();) {
    std::size_t end = start;
    while (end < name.size() && !is_slash(name[end])) ++end;
    const std::string_view segment = name.substr(start, end - start);
    if (segment == "..") {
      if (clean.empty()) return std::nullopt;
      const auto parent = clean.rfind('/');
      clean.resize(parent == std::string::npos ? 0 : parent);
    } else if (!segment.empty() && segment != ".") {
      if (!clean.empty()) clean += '/';
      clean += segment;
    }
    start = end + 1;
  }
  if (clean.empty()) return std::nullopt;
  return clean;
}

std::optional<std::string> resolve_target(std::string_view from_part, std::string_view target) {
  if (target.empty() || has_protocol(target)) return std::nullopt;
  if (target.size() >= 2 && is_slash(target[0]) && is_slash(target[1])) return std::nullopt;
  if (is_slash(target[0])) return clean_part_name(target);
  const std::size_t slash = from_part.rfind('/');
  std::string whole;
  if (slash != std::string_view::npos) whole = from_part.substr(0, slash + 1);
  return clean_part_name(whole.append(target));
}

std::string relationships_part(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  const std::size_t name = slash == std::string_view::npos ? 0 : slash + 1;
  return std::string(part.substr(0, name))
      .append("_rels/")
      .append(part.substr(name))
      .append(".rels");
}

std::string percent_decoded(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const int high = name[i] == '%' && i + 2 < name.size() ? hex_digit(name[i + 1]) : -1;
    const int low = high >= 0 ? hex_digit(name[i + 2]) : -1;
    if (low < 0) {
      out += name[i];
      continue;
    }
    const int byte = high * 16 + low;
    if (byte == 0) return std::string(name);
    out += static_cast<char>(byte);
    i += 2;
  }
  return out;
}

std::string part_key(std::string_view name) {
  std::string key(name);
  for (char& c : key) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return key;
}

}  // namespace huizong::xlsx
