#include "mapping/load/toml_literal.h"

#include <algorithm>

#include "base/text.h"

namespace huizong::mapping {
namespace {

/// Walks over a literal's source, one decoded character at a time.
class LiteralWalk {
 public:
  LiteralWalk(const TextFile& file, TextSpot start) : file_(file), line_(start.line) {
    load();
    at_ = static_cast<std::size_t>(start.column - 1);
    const std::string quote = char_at(at_);
    escapes_ = quote == "\"";
    const bool several_lines = char_at(at_ + 1) == quote && char_at(at_ + 2) == quote;
    at_ += several_lines ? 3 : 1;
    if (several_lines && at_ >= chars_.size())
      next_line();  // the break right after """ does not count
  }

  void step() {
    if (at_ >= chars_.size()) return next_line();
    if (!escapes_ || chars_[at_] != "\\") {
      ++at_;
      return;
    }
    const std::string kind = char_at(at_ + 1);
    at_ += kind == "u" ? 6 : kind == "U" ? 10 : kind == "x" ? 4 : 2;
  }

  /// A backslash at a line's end joins it to the next word, without any character of the value.
  void skip_joined_lines() {
    while (escapes_ && char_at(at_) == "\\" && blank_from(at_ + 1)) {
      do next_line();
      while (more_lines() && blank_from(0));
      while (char_at(at_) == " " || char_at(at_) == "\t") ++at_;
    }
  }

  TextSpot spot(int length) const {
    const int rest = static_cast<int>(chars_.size()) - static_cast<int>(at_);
    return {line_, static_cast<int>(at_) + 1, std::max(1, std::min(length, rest))};
  }

 private:
  std::string char_at(std::size_t i) const { return i < chars_.size() ? chars_[i] : ""; }
  bool blank_from(std::size_t i) const {
    return std::all_of(chars_.begin() + static_cast<std::ptrdiff_t>(std::min(i, chars_.size())),
                       chars_.end(), [](const std::string& c) { return c == " " || c == "\t"; });
  }
  bool more_lines() const { return line_ < static_cast<int>(file_.lines.size()); }
  void load() { chars_ = chars_of(file_.lines[static_cast<std::size_t>(line_ - 1)]); }
  void next_line() {
    if (!more_lines()) return;
    ++line_;
    at_ = 0;
    load();
  }

  const TextFile& file_;
  int line_;
  std::vector<std::string> chars_;
  std::size_t at_ = 0;
  bool escapes_ = false;
};

}  // namespace

TextSpot spot_inside(const TextFile& file, const TomlValue& text, int index, int length) {
  if (text.spot.line < 1 || text.spot.line > static_cast<int>(file.lines.size())) return text.spot;
  LiteralWalk walk(file, text.spot);
  walk.skip_joined_lines();
  for (int i = 0; i < index; ++i) {
    walk.step();
    walk.skip_joined_lines();
  }
  return walk.spot(length);
}

}  // namespace huizong::mapping
