#include "mapping/pattern.h"

#include <algorithm>

#include "base/text.h"

namespace huizong::mapping {
namespace {

/// One character of a cell: where it stands, and what it is for comparing ("" for a blank).
struct Letter {
  std::size_t offset = 0;
  std::string folded;
};
using Letters = std::vector<Letter>;

Letters letters_of(std::string_view text) {
  Letters letters;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t n = 1;
    while (i + n < text.size() && (static_cast<unsigned char>(text[i + n]) & 0xC0) == 0x80) ++n;
    letters.push_back({i, fold_label(text.substr(i, n))});
    i += n;
  }
  return letters;
}

std::size_t skip_blanks(const Letters& letters, std::size_t at) {
  while (at < letters.size() && letters[at].folded.empty()) ++at;
  return at;
}

/// Where the literal that begins at `at` ends; nothing if it does not stand there.
std::optional<std::size_t> literal_end(const Letters& letters, std::size_t at,
                                       const std::string& literal) {
  const std::string wanted = fold_label(literal);
  if (wanted.empty() && !literal.empty()) {  // only blanks: there must be one
    const std::size_t end = skip_blanks(letters, at);
    return end > at ? std::optional(end) : std::nullopt;
  }
  std::size_t matched = 0;
  while (matched < wanted.size()) {
    at = skip_blanks(letters, at);
    if (at >= letters.size()) return std::nullopt;
    const std::string& letter = letters[at].folded;
    if (wanted.compare(matched, letter.size(), letter) != 0) return std::nullopt;
    matched += letter.size();
    ++at;
  }
  return at;
}

}  // namespace

std::optional<Pattern> Pattern::parse(std::string_view text) {
  Pattern pattern;
  std::string literal;
  bool inside = false;
  std::string name;
  for (const char c : text) {
    if (c == '{') {
      if (inside || (literal.empty() && !pattern.names_.empty())) return std::nullopt;
      pattern.literals_.push_back(std::move(literal));
      literal.clear();
      inside = true;
    } else if (c == '}') {
      if (!inside) return std::nullopt;
      pattern.parts_.push_back(parse_part(name));
      pattern.names_.push_back(pattern.parts_.back().name);
      name.clear();
      inside = false;
    } else {
      (inside ? name : literal) += c;
    }
  }
  if (inside || pattern.names_.empty()) return std::nullopt;
  pattern.literals_.push_back(std::move(literal));
  return pattern;
}

std::optional<std::vector<std::string>> Pattern::match(std::string_view text) const {
  const Letters letters = letters_of(trimmed(text));
  const std::string_view body = trimmed(text);
  const auto cut = [&](std::size_t from, std::size_t to) {
    const std::size_t begin = from < letters.size() ? letters[from].offset : body.size();
    const std::size_t end = to < letters.size() ? letters[to].offset : body.size();
    return std::string(trimmed(body.substr(begin, end - begin)));
  };

  std::vector<std::string> parts;
  std::size_t at = 0;
  if (!fold_label(literals_.front()).empty()) {
    const auto end = literal_end(letters, 0, literals_.front());
    if (!end) return std::nullopt;
    at = *end;
  }
  for (std::size_t i = 0; i < names_.size(); ++i) {
    const std::string& after = literals_[i + 1];
    const bool last = i + 1 == names_.size();
    std::optional<std::size_t> stop, next;
    if (last && fold_label(after).empty()) {
      stop = next = letters.size();
    } else {
      for (std::size_t from = at; from <= letters.size() && !stop; ++from) {
        const auto end = literal_end(letters, from, after);
        if (!end || (last && skip_blanks(letters, *end) != letters.size())) continue;
        stop = from;
        next = end;
      }
    }
    if (!stop) return std::nullopt;
    parts.push_back(cut(at, *stop));
    at = *next;
  }
  return parts;
}

std::size_t Pattern::index_of(const std::string& name) const {
  return static_cast<std::size_t>(std::find(names_.begin(), names_.end(), name) - names_.begin());
}

std::string Pattern::fill(const std::vector<std::string>& parts) const {
  std::string text = literals_.front();
  for (std::size_t i = 0; i < names_.size(); ++i) {
    if (i < parts.size()) text += parts[i];
    text += literals_[i + 1];
  }
  return text;
}

}  // namespace huizong::mapping
