#include "mapping/load/outside_quotes.h"

#include <map>

#include "base/diagnostic.h"
#include "base/text.h"

namespace huizong::mapping {
namespace {

bool ascii(const std::string& c) {
  return static_cast<unsigned char>(c.front()) < 0x80;
}
bool blank(const std::string& c) {
  return c == " " || c == "\t";
}
bool plain_key_char(const std::string& c) {
  const char a = c.front();
  return ascii(c) && ((a >= '0' && a <= '9') || (a >= 'A' && a <= 'Z') || (a >= 'a' && a <= 'z') ||
                      a == '_' || a == '-');
}

/// Signs a Chinese keyboard gives where TOML wants the plain one; null for a letter.
const char* plain_sign(const std::string& wide) {
  static const std::map<std::string, const char*> kSigns = {
      {"“", "\""}, {"”", "\""}, {"‘", "'"},  {"’", "'"},  {"＂", "\""}, {"＇", "'"}, {"＝", "="},
      {"，", ","}, {"。", "."}, {"：", "="}, {"【", "["}, {"】", "]"},  {"［", "["}, {"］", "]"},
      {"｛", "{"}, {"｝", "}"}, {"＃", "#"}, {"、", ","}, {"；", ","},  {"．", "."}};
  const auto it = kSigns.find(wide);
  return it == kSigns.end() ? nullptr : it->second;
}

/// Goes through the file once, keeping only what it needs to know: whether it is inside quotes.
class Scan {
 public:
  explicit Scan(const TextFile& file) : file_(file) {}

  std::string run() {
    std::string text;
    for (std::size_t i = 0; i < file_.lines.size(); ++i) {
      line_ = i;
      chars_ = chars_of(file_.lines[i]);
      scan_line();
      for (const std::string& c : chars_) text += c;
      text += "\n";
    }
    if (!mistakes_.empty()) throw Mistakes(std::move(mistakes_));
    return text;
  }

 private:
  bool stands(std::size_t at, const std::string& quote) const {
    return at + 2 < chars_.size() && chars_[at] == quote && chars_[at + 1] == quote &&
           chars_[at + 2] == quote;
  }

  void scan_line() {
    for (std::size_t at = 0; at < chars_.size();) {
      const std::string& c = chars_[at];
      if (!long_quote_.empty()) {
        at = inside_long(at);
      } else if (c == "#") {
        return;
      } else if (c == "\"" || c == "'") {
        if (stands(at, c)) {
          long_quote_ = c;
          at += 3;
        } else {
          at = after_short(at);
        }
      } else if (!ascii(c) || plain_key_char(c)) {
        at = word(at);
      } else {
        ++at;
      }
    }
  }

  std::size_t inside_long(std::size_t at) {
    if (long_quote_ == "\"" && chars_[at] == "\\") return at + 2;
    if (!stands(at, long_quote_)) return at + 1;
    at += 3;
    // Up to two more quotes belong to the text: """甲"""" ends with the last three.
    while (at < chars_.size() && chars_[at] == long_quote_) ++at;
    long_quote_.clear();
    return at;
  }

  /// A quote left open ends with its line; the parser says so.
  std::size_t after_short(std::size_t at) const {
    const std::string quote = chars_[at++];
    while (at < chars_.size() && chars_[at] != quote)
      at += quote == "\"" && chars_[at] == "\\" ? 2 : 1;
    return at + 1;
  }

  /// A key, a number, or words that lack their quotes; where it ends.
  std::size_t word(std::size_t at) {
    std::size_t end = at;
    bool chinese = false;
    for (; end < chars_.size() && (plain_key_char(chars_[end]) || !ascii(chars_[end])); ++end) {
      if (const char* plain = ascii(chars_[end]) ? nullptr : plain_sign(chars_[end])) {
        add(end, 1,
            say("这里的 {} 是全角标点，引号之外要用半角",
                "the full-width sign {} cannot stand outside quotes", chars_[end]),
            say("请改成半角的 {}", "write {} instead", plain));
        return end + 1;
      }
      if (!ascii(chars_[end]) && fold_label(chars_[end]).empty()) {
        add(end, 1,
            {"这里有一个全角空格或看不见的字符",
             "a full-width blank or an invisible character stands here"},
            {"请删去它，要空格就用半角的", "delete it; blanks are plain ones"});
        return end + 1;
      }
      chinese = chinese || !ascii(chars_[end]);
    }
    if (!chinese) return end;
    std::size_t next = end;
    while (next < chars_.size() && blank(chars_[next])) ++next;
    const std::string after = next < chars_.size() ? chars_[next] : "";
    if (after == "=" || after == "." || (after == "]" && heading())) {
      replace(at, end);
      return end;
    }
    std::string words;
    for (std::size_t i = at; i < end; ++i) words += chars_[i];
    add(at, static_cast<int>(end - at), say("文字“{}”要加引号", "the text {} needs quotes", words),
        say("请写成 \"{}\"", "write \"{}\"", words));
    return end;
  }

  bool heading() const {
    for (const std::string& c : chars_) {
      if (!blank(c)) return c == "[";
    }
    return false;
  }

  /// Plain letters in the place of others, another word for each key, so that two keys stay two.
  void replace(std::size_t at, std::size_t end) {
    static const std::string kLetters = "0123456789abcdefghijklmnopqrstuvwxyz";
    std::size_t number = keys_++;
    for (; at < end; ++at) {
      if (ascii(chars_[at])) continue;
      chars_[at] = kLetters[number % kLetters.size()];
      number /= kLetters.size();
    }
  }

  /// The first of a line only: what follows it there is read wrong because of it.
  void add(std::size_t at, int length, Message message, Message hint) {
    if (!mistakes_.empty() && mistakes_.back().place.line == static_cast<int>(line_ + 1)) return;
    mistakes_.push_back({{file_.shown, static_cast<int>(line_ + 1), static_cast<int>(at + 1),
                          length, file_.lines[line_]},
                         std::move(message),
                         std::move(hint)});
  }

  const TextFile& file_;
  std::size_t line_ = 0;
  std::vector<std::string> chars_;
  std::string long_quote_;  ///< the sign of the three that are open; "" outside
  std::size_t keys_ = 0;
  std::vector<Mistake> mistakes_;
};

}  // namespace

std::string plain_outside_quotes(const TextFile& file) {
  return Scan(file).run();
}

}  // namespace huizong::mapping
