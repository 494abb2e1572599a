#include "formula/characters.h"

#include <algorithm>

namespace huizong::formula {
namespace {

std::size_t length_by_lead(unsigned char lead) {
  if (lead >= 0xF0) return 4;
  if (lead >= 0xE0) return 3;
  return lead >= 0xC0 ? 2 : 1;
}
bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

}  // namespace

std::vector<std::string_view> characters(std::string_view text) {
  std::vector<std::string_view> list;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t n = length_by_lead(static_cast<unsigned char>(text[i]));
    const std::string_view rest = text.substr(i, n);
    if (rest.size() < n || !std::all_of(rest.begin() + 1, rest.end(), is_continuation)) n = 1;
    list.push_back(text.substr(i, n));
    i += n;
  }
  return list;
}

char32_t code_point(std::string_view character) {
  const auto lead = static_cast<unsigned char>(character.front());
  if (character.size() == 1) return lead < 0x80 ? lead : U'\uFFFD';
  char32_t c = lead & (0xFFu >> (character.size() + 1));
  for (const char byte : character.substr(1))
    c = (c << 6) | (static_cast<unsigned char>(byte) & 0x3Fu);
  return c;
}

std::string lower(std::string_view text) {
  std::string folded(text);
  for (char& c : folded) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return folded;
}

}  // namespace huizong::formula
