#include "mapping/letters.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace huizong::mapping {
namespace {

std::size_t char_length(std::string_view text) {
  std::size_t n = 1;
  while (n < text.size() && (static_cast<unsigned char>(text[n]) & 0xC0) == 0x80) ++n;
  return n;
}

std::string folded_letter(std::string_view raw) {
  for (const std::string_view quote : {"“", "”", "„", "「", "」", "＂"}) {
    if (raw == quote) return "\"";
  }
  return fold_label(raw);
}

bool is_one_of(const std::string& letter, std::string_view letters) {
  return !letter.empty() && letters.find(letter) != std::string_view::npos;
}

}  // namespace

std::string folded_letters(std::string_view text) {
  std::string folded;
  for (; !text.empty(); text.remove_prefix(char_length(text)))
    folded += folded_letter(text.substr(0, char_length(text)));
  return folded;
}

void Letters::append(std::string_view text) {
  const std::size_t first = letters_.size();
  bool after_break = true;
  for (; !text.empty(); text.remove_prefix(char_length(text))) {
    const std::string_view raw = text.substr(0, char_length(text));
    Letter letter{std::string(raw), folded_letter(raw), paragraphs_};
    if (raw == "\n" || raw == "\r") {
      after_break = true;
    } else if (!letter.blank()) {
      letter.after_break = after_break;
      after_break = false;
    }
    letter.ends_sentence = is_one_of(letter.folded, "。!?");
    letters_.push_back(std::move(letter));
  }
  ++paragraphs_;
  // What was there before may end only now that its next line is known.
  for (std::size_t i = letters_.size(); i-- > 0 && letters_[i].paragraph + 1 == paragraphs_;) {
    if (letters_[i].after_break) end_before_number(i);
  }
  end_clauses(first);
}

/// From this letter on; the sentence before may go on into it.
void Letters::end_clauses(std::size_t from) {
  for (std::size_t i = from; i < letters_.size(); ++i) {
    Letter& letter = letters_[i];
    if (i > 0 && letters_[i - 1].ends_sentence) open_ = 0;
    if (letter.folded == "(") ++open_;
    if (letter.folded == ")" && open_ > 0) --open_;
    letter.ends_clause = open_ == 0 && letter.folded == ";";
  }
}

/// 1. （二） 三、 ③ at a line's front begins a new paragraph, whether the one above has its full
/// stop or not.
void Letters::end_before_number(std::size_t line) {
  std::size_t at = line, digits = 0;
  const auto next = [&] { at = skip_blanks(at + 1); };
  const auto letter = [&] { return at < size() ? letters_[at].folded : std::string(); };
  const bool circled = letters_[line].raw >= "①" && letters_[line].raw <= "⑳";
  const bool open = letter() == "(";
  if (open) next();
  for (; is_one_of(letter(), "0123456789一二三四五六七八九十"); ++digits) next();
  const bool closed = is_one_of(letter(), open ? ")" : "、.)");
  const bool point = letter() == ".";
  const bool decimal = point && at + 1 < size() && letters_[at + 1].digit();  // 1.5 is a number
  if (closed) next();
  constexpr std::size_t kLongest = 3;  // 2020、2021 are years
  const bool numbered = closed && !decimal && digits > 0 && digits <= kLongest;
  if (!circled && !numbered) return;
  for (std::size_t i = line; i < (circled ? line + 1 : at); ++i) letters_[i].numbers_line = true;
  std::size_t above = line;
  while (above > 0 && letters_[above - 1].blank()) --above;
  if (above > 0) letters_[above - 1].ends_sentence = true;
}

std::size_t Letters::skip_blanks(std::size_t at) const {
  while (at < size() && letters_[at].blank()) ++at;
  return at;
}

std::size_t Letters::count(std::size_t from, std::size_t to) const {
  std::size_t count = 0;
  for (std::size_t i = from; i < std::min(to, size()); ++i) count += letters_[i].blank() ? 0 : 1;
  return count;
}

std::size_t Letters::back_on_line(std::size_t at, std::size_t most) const {
  std::size_t from = at;
  while (from > 0 && at - from < most && (from == at || !letters_[from].after_break)) --from;
  return from;
}

std::size_t Letters::ahead_on_line(std::size_t at, std::size_t most) const {
  std::size_t to = at;
  while (to < size() && to - at < most && !letters_[to].after_break) ++to;
  return to;
}

std::string Letters::cut(std::size_t from, std::size_t to) const {
  std::string text;
  for (std::size_t i = from; i < std::min(to, size()); ++i) text += letters_[i].raw;
  return std::string(trimmed(text));
}

std::string Letters::around(std::size_t from, std::size_t to) const {
  constexpr std::size_t kBefore = 36, kAfter = 12;  // letters: what tells the sentence
  const auto parted = [&](std::size_t at) {
    return at == 0 || at >= size() || letters_[at - 1].ends_sentence || letters_[at].after_break;
  };
  std::size_t begin = from, end = to;
  while (!parted(begin) && from - begin < kBefore) --begin;
  while (!parted(end) && end - to < kAfter) ++end;
  return (parted(begin) ? "" : "…") + cut(begin, end) + (parted(end) ? "" : "…");
}

}  // namespace huizong::mapping
