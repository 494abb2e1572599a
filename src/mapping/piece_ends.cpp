#include "mapping/piece_ends.h"

#include <algorithm>
#include <array>

#include "model/number_text.h"

namespace huizong::mapping {
namespace {

constexpr std::array<const char*, 10> kHanDigits = {"〇", "一", "二", "三", "四",
                                                    "五", "六", "七", "八", "九"};

bool has(std::string_view letters, const Letter& letter) {
  return !letter.blank() && letters.find(letter.folded) != std::string_view::npos;
}

/// The nearest letter that is no blank before a place, or behind it, on its line.
std::optional<std::size_t> beside(const Letters& text, std::size_t at, bool before) {
  for (std::size_t i = at; before ? i > 0 : i + 1 < text.size();) {
    if (before && text[i].after_break) break;
    i = before ? i - 1 : i + 1;
    if (!before && text[i].after_break) break;
    if (!text[i].blank()) return i;
  }
  return std::nullopt;
}

/// A point, or a comma as typed inside a number: ， between plain digits parts two of them. A point
/// joins over blanks as well, so that neither side of 130 .4 passes for a number.
bool joins_digits(const Letters& text, std::size_t at) {
  const auto before = beside(text, at, true), behind = beside(text, at, false);
  if (!before || !behind || !text[*before].digit() || !text[*behind].digit()) return false;
  const bool close = *before + 1 == at && at + 1 == *behind;
  if (!close && (text[at].folded != "." || text[at].numbers_line)) return false;
  const bool wide = text[at].raw != text[at].folded;
  return !wide || text[*before].raw != text[*before].folded;
}

/// Whether a digit at the place is one more of a number that began before.
bool follows_digit(const Letters& text, std::size_t at) {
  if (at == 0 || at >= text.size() || text[at].after_break || !text[at].digit()) return false;
  std::size_t before = at - 1;
  while (before > 0 && text[before].blank()) --before;
  return text[before].digit() || (has(".,", text[before]) && joins_digits(text, before));
}

/// 2021 or 二〇二一: how many digits, the number they make, and where they end.
struct DigitsThere {
  int count = 0, number = 0;
  std::size_t end = 0;
};
DigitsThere year_digits_at(const Letters& text, std::size_t at) {
  constexpr int kMost = 6;  // more are no slip in a year
  DigitsThere there{0, 0, at};
  const bool plain = at < text.size() && text[at].digit();
  for (std::size_t i = at; there.count < kMost; there.end = ++i, ++there.count) {
    i = text.skip_blanks(i);
    if (i >= text.size() || text[i].digit() != plain) break;
    const auto han = std::find(kHanDigits.begin(), kHanDigits.end(), text[i].folded);
    if (!plain && han == kHanDigits.end()) break;
    const int digit = plain ? text[i].folded[0] - '0' : static_cast<int>(han - kHanDigits.begin());
    there.number = there.number * 10 + digit;
  }
  return there;
}

/// Behind a year's digits or word: with 年, or 年度, where the pattern has it.
Ends with_year_word(const Letters& text, std::size_t end, bool dated) {
  if (!dated) return {end};
  const Ends year = ends_of_words(text, "年", end);
  if (year.empty()) return {};
  const Ends of_year = ends_of_words(text, "度", year.front());
  return of_year.empty() ? year : Ends{of_year.front(), year.front()};
}

}  // namespace

Ends ends_of_words(const Letters& text, const std::string& words, std::size_t at) {
  for (std::size_t matched = 0; matched < words.size(); ++at) {
    at = text.skip_blanks(at);
    if (at >= text.size()) return {};
    const std::string& letter = text[at].folded;
    if (words.compare(matched, letter.size(), letter) != 0) return {};
    matched += letter.size();
  }
  return {at};
}

Ends ends_of_year(const Letters& text, std::size_t at, const Sentence::Piece& piece,
                  std::optional<int> year) {
  if (follows_digit(text, at)) return {};
  const DigitsThere there = year_digits_at(text, at);
  if (there.count == 4 && there.number >= 1000 && (!year || there.number == *year))
    return with_year_word(text, there.end, piece.dated);
  const bool word = year && piece.dated && at < text.size() &&
                    has(piece.distance == 0    ? "本"
                        : piece.distance == -1 ? "上去"
                                               : "前",
                        text[at]);
  return word ? with_year_word(text, at + 1, true) : Ends{};
}

Ends ends_of_other_year(const Letters& text, std::size_t at, const Sentence::Piece& piece) {
  if (at >= text.size() || follows_digit(text, at)) return {};
  const DigitsThere there = year_digits_at(text, at);
  if (there.count > 0 && (piece.dated || there.count == 4))
    return with_year_word(text, there.end, piece.dated);
  return piece.dated && has("本今上去前", text[at]) ? with_year_word(text, at + 1, true) : Ends{};
}

Ends ends_of_date(const Letters& text, std::size_t at) {
  Ends ends;
  if (at >= text.size() || !text[at].digit() || follows_digit(text, at)) return ends;
  for (std::size_t i = at; i < text.size(); ++i) {
    if (text[i].blank()) continue;
    const bool ends_here = text[i].digit() || has("年月日", text[i]);
    if (!ends_here && !has(".-/", text[i])) break;
    const bool more = i + 1 < text.size() && text[i + 1].digit() && text[i].digit();
    if (ends_here && !more) ends.insert(ends.begin(), i + 1);
  }
  return ends;
}

Ends ends_of_number(const Letters& text, std::size_t at) {
  if (follows_digit(text, at)) return {};
  if (at > 0 && at < text.size() && has("-−–", text[at]) && text[at - 1].digit()) return {};
  std::size_t from = at;
  for (const char* about : {"大约", "约", "近"}) {
    const Ends end = ends_of_words(text, about, from);
    if (!end.empty()) from = text.skip_blanks(end.front());
  }
  std::size_t i = from;
  while (i < text.size() && i < from + 2 && has("-−–△▲负+¥", text[i])) ++i;
  if (i < text.size() && has(".,", text[i]) && joins_digits(text, i)) return {};
  std::size_t end = i;  // behind the last digit
  for (; i < text.size(); ++i) {
    const Letter& letter = text[i];
    if (letter.digit()) {
      if (end > from && letter.after_break) break;
      end = i + 1;
    } else if (!letter.blank() && !(has(".,", letter) && joins_digits(text, i))) {
      break;
    }
  }
  if (end == from || !text[end - 1].digit()) return {};
  Ends ends;
  if (model::read_number_text(text.cut(from, end))) ends.push_back(end);
  for (std::size_t tail = end, count = 0; count < 3; ++count) {
    tail = text.skip_blanks(tail);
    if (tail >= text.size() || text[tail].after_break || !has("%百千万亿元", text[tail])) break;
    ++tail;
    if (model::read_number_text(text.cut(from, tail))) ends.insert(ends.begin(), tail);
  }
  return ends;
}

Ends ends_of_number_in_words(const Letters& text, std::size_t at) {
  constexpr std::string_view kWords = "〇零一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟";
  Ends ends;
  for (std::size_t i = at; i < text.size() && has(kWords, text[i]); ++i)
    ends.insert(ends.begin(), i + 1);
  return ends;
}

}  // namespace huizong::mapping
