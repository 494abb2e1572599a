#include "formula/lexer.h"

#include <array>
#include <utility>

#include "base/text.h"
#include "formula/characters.h"

namespace huizong::formula {
namespace {

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}
bool is_blank(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == 0xA0 || c == 0x3000 ||
         c == 0xFEFF;
}

/// A letter of a plain name: Latin, Greek, Cyrillic, kana, Roman numerals, Han. Other scripts go in
/// brackets.
bool is_letter(char32_t c) {
  if ((c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || c == U'_') return true;
  static constexpr std::array<std::pair<char32_t, char32_t>, 10> kLetters{{{0xC0, 0xD6},
                                                                           {0xD8, 0xF6},
                                                                           {0xF8, 0x24F},
                                                                           {0x370, 0x3FF},
                                                                           {0x400, 0x4FF},
                                                                           {0x2160, 0x2188},
                                                                           {0x3005, 0x3007},
                                                                           {0x3040, 0x30FF},
                                                                           {0x3400, 0x4DBF},
                                                                           {0x4E00, 0x9FFF}}};
  for (const auto& [first, last] : kLetters) {
    if (c >= first && c <= last) return true;
  }
  return (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x323AF);
}

/// The half-width twin of a full-width sign, letter or digit.
char32_t folded(char32_t c) {
  return c >= 0xFF01 && c <= 0xFF5E && c != 0xFF02 ? c - 0xFEE0 : c;
}

/// What to write instead of a sign that office people type and Excel's grammar does not have.
Message hint_for(char32_t c) {
  switch (c) {
    case U'“':
    case U'”':
    case U'‘':
    case U'’':
    case U'\'':
    case U'＂':
    case U'「':
    case U'」':
      return {"文字用半角引号括起，例如 \"优\"", "put text in straight quotes, as in \"优\""};
    case U'×':
    case U'✕':
      return {"乘号写作 *", "write * for times"};
    case U'÷':
      return {"除号写作 /", "write / for divided by"};
    case U'−':
    case U'–':
    case U'—':
      return {"减号写作 -", "write - for minus"};
    case U'≥':
      return {"写作 >=", "write >="};
    case U'≤':
      return {"写作 <=", "write <="};
    case U'≠':
      return {"写作 <>", "write <>"};
    case U'。':
    case U'·':
      return {"名称的各级之间用“.”隔开", "the parts of a name are joined by \".\""};
    case U'、':
    case U';':
      return {"参数之间用逗号隔开", "arguments are separated by commas"};
    case U'【':
    case U'】':
    case U'〔':
    case U'〕':
    case U'{':
    case U'}':
    case U']':
      return {"带符号的名称用 [ ] 括起", "put a name with signs in it in [ ]"};
    default:
      return {"名称里有这个符号时，整个名称用 [ ] 括起",
              "if it is part of a name, put the whole name in [ ]"};
  }
}

class Lexer {
 public:
  explicit Lexer(std::string_view text) : chars_(characters(text)) {}

  std::vector<Token> run() {
    while (true) {
      while (at_ < chars_.size() && is_blank(raw(at_))) ++at_;
      start_ = at_;
      if (at_ == chars_.size()) break;
      next();
    }
    add(Token::Kind::End, "");
    return std::move(tokens_);
  }

 private:
  char32_t raw(std::size_t i) const { return i < chars_.size() ? code_point(chars_[i]) : U'\0'; }
  char32_t peek(std::size_t ahead = 0) const { return folded(raw(at_ + ahead)); }
  Span span() const {
    return {static_cast<int>(start_) + 1, std::max(1, static_cast<int>(at_ - start_))};
  }
  std::string written() const {
    std::string text;
    for (std::size_t i = start_; i < at_; ++i) text += chars_[i];
    return text;
  }

  void add(Token::Kind kind, std::string text, Decimal number = {}) {
    tokens_.push_back({kind, std::move(text), std::move(number), span()});
  }
  [[noreturn]] void fail(Message message, Message hint) const {
    throw SyntaxError({span(), std::move(message), std::move(hint)});
  }

  void next() {
    const char32_t c = peek();
    if (c == U'"') return quoted();
    if (c == U'[') return bracketed();
    if (c == U'$') return dollar();
    if (is_digit(c) || (c == U'.' && is_digit(peek(1)) && !after_name())) return number();
    if (is_letter(c)) return name();
    sign(c);
  }

  /// After a name a point leads to its next part; anywhere else it may begin a number.
  bool after_name() const {
    if (tokens_.empty()) return false;
    const Token::Kind last = tokens_.back().kind;
    return last == Token::Kind::Name || last == Token::Kind::Bracketed ||
           last == Token::Kind::Dollar;
  }

  void quoted() {
    std::string text;
    for (++at_; at_ < chars_.size(); ++at_) {
      if (raw(at_) != U'"') {
        text += chars_[at_];
      } else if (raw(at_ + 1) == U'"') {
        text += '"';
        ++at_;
      } else {
        ++at_;
        return add(Token::Kind::Text, std::move(text));
      }
    }
    at_ = start_ + 1;
    fail({"引号没有成对", "this quote is never closed"},
         {"在文字后面加上半角引号", "add a straight quote after the text"});
  }

  void bracketed() {
    std::string name;
    for (++at_; at_ < chars_.size(); ++at_) {
      if (raw(at_) != U']') {
        name += chars_[at_];
      } else if (raw(at_ + 1) == U']') {
        name += ']';
        ++at_;
      } else {
        ++at_;
        if (trimmed(name).empty())
          fail({"方括号里没有名称", "there is no name in the brackets"},
               {"写上名称，例如 [1-7月执行数]", "write a name, as in [1-7月执行数]"});
        return add(Token::Kind::Bracketed, std::move(name));
      }
    }
    at_ = start_ + 1;
    fail({"方括号没有成对", "this bracket is never closed"},
         {"在名称后面加上 ]", "add ] after the name"});
  }

  void dollar() {
    std::string text = "$";
    for (++at_; is_digit(peek()); ++at_) text += static_cast<char>(peek());
    add(Token::Kind::Dollar, std::move(text));
  }

  void number() {
    std::string text;
    const auto take = [&] {
      text += static_cast<char>(peek());
      ++at_;
    };
    const auto digits = [&] {
      while (is_digit(peek())) take();
    };
    digits();
    if (peek() == U'.' && is_digit(peek(1))) {
      take();
      digits();
    } else if (peek() == U'.' && !is_letter(peek(1))) {
      take();  // 5. is 5
    }
    const std::size_t sign = peek(1) == U'+' || peek(1) == U'-' ? 1 : 0;
    if ((peek() == U'e' || peek() == U'E') && is_digit(peek(1 + sign))) {
      for (std::size_t i = 0; i <= sign; ++i) take();
      digits();
    }
    if (is_letter(peek()) || peek() == U'.') {
      while (is_letter(peek()) || is_digit(peek()) || peek() == U'.') ++at_;
      fail(say("“{}”不是数，也不能作名称", "{} is neither a number nor a name", written()),
           say("以数字开头的名称用方括号括起：[{}]",
               "put a name that begins with a digit in brackets: [{}]", written()));
    }
    const auto value = Decimal::parse(text);
    static const Decimal kLargest = power_of_ten(307);  // what a workbook can hold
    if (!value || value->abs() > kLargest)
      fail(say("数“{}”太大", "the number {} is too large", written()),
           {"请改小", "use a smaller one"});
    add(Token::Kind::Number, text, *value);
  }

  void name() {
    while (is_letter(peek()) || is_digit(peek())) ++at_;
    add(Token::Kind::Name, written());
  }

  void sign(char32_t c) {
    static constexpr std::string_view kSigns = "+-*/^%&=<>(),.:!";
    ++at_;
    if (c >= 0x80 || kSigns.find(static_cast<char>(c)) == std::string_view::npos) {
      fail(say("无法识别的字符“{}”", "unknown character {}", chars_[start_]), hint_for(c));
    }
    std::string text(1, static_cast<char>(c));
    const bool pair =
        (c == U'<' && (peek() == U'=' || peek() == U'>')) || (c == U'>' && peek() == U'=');
    if (pair) {
      text += static_cast<char>(peek());
      ++at_;
    }
    add(Token::Kind::Sign, std::move(text));
  }

  std::vector<std::string_view> chars_;
  std::size_t at_ = 0;
  std::size_t start_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokens_of(std::string_view text) {
  return Lexer(text).run();
}

bool is_plain_name(std::string_view name) {
  const auto chars = characters(name);
  if (chars.empty() || is_digit(folded(code_point(chars.front())))) return false;
  for (const std::string_view c : chars) {
    const char32_t point = folded(code_point(c));
    if (!is_letter(point) && !is_digit(point)) return false;
  }
  const std::string word = lower(fold_width(name));
  return word != "true" && word != "false";
}

}  // namespace huizong::formula
