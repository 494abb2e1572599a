// What we say to the user, in both languages at once.
//
// A sentence is written where its fact is known, in 中文 and in English side by
// side, so neither can be forgotten; the terminal picks one by --lang, and the
// workbooks we write are always in 中文.

#pragma once

#include <fmt/format.h>

#include <stdexcept>
#include <string>

namespace huizong {

enum class Lang { Zh, En };

struct Message {
  std::string zh;
  std::string en;
  const std::string& in(Lang lang) const { return lang == Lang::Zh ? zh : en; }
  bool empty() const { return zh.empty(); }
  bool operator==(const Message&) const = default;
};

/// say("缺 {} 家", "{} units missing", n)
template <class... Args>
Message say(fmt::format_string<const Args&...> zh, fmt::format_string<const Args&...> en,
            const Args&... args) {
  return {fmt::format(zh, args...), fmt::format(en, args...)};
}
/// Words that are the user's own (a rule's sentence, a label): the same in both.
inline Message verbatim(std::string text) {
  return {text, text};
}

/// Something that ends the work in hand (one workbook, or the whole job). What it says is a full
/// sentence that ends with what to do.
class Error : public std::runtime_error {
 public:
  explicit Error(Message message) : std::runtime_error(message.en), message_(std::move(message)) {}
  const Message& message() const { return message_; }

 private:
  Message message_;
};

}  // namespace huizong
