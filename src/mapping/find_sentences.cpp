// Looks for a sentence from each letter of a text on, piece by piece, trying the
// other ends of a piece where the rest does not fit. What failed once from a
// place is not tried there again, so that long texts and many … cost little.

#include <algorithm>
#include <array>

#include "base/text.h"
#include "mapping/sentence.h"
#include "model/number_text.h"

namespace huizong::mapping {
namespace {

using Kind = Sentence::Piece::Kind;
using model::FieldType;

constexpr std::string_view kStops = ",。;:!?、";  // where a part of words ends
constexpr int kTelling = 4;                       // letters of its words that tell a sentence

bool has(std::string_view letters, const Letter& letter) {
  return !letter.blank() && letters.find(letter.folded) != std::string_view::npos;
}

class Search {
 public:
  Search(const Sentence& sentence, const Letters& text, int year)
      : sentence_(sentence),
        text_(text),
        year_(year),
        parts_(sentence.parts().size()),
        failed_(sentence.pieces().size(), std::vector<bool>(text.size() + 1)) {}

  std::optional<SentencePlace> at(std::size_t begin) {
    begin_ = begin;
    reached_ = {};
    if (text_[begin].blank() || !fits(0, begin)) return std::nullopt;
    return SentencePlace{begin, end_, parts_};
  }
  const SentenceBeginning& nearest() const { return nearest_; }
  /// After at() found nothing: how far the sentence goes from there, where that is far enough to
  /// be meant for it, with words and a number: one of its own, or any in the same clause.
  std::optional<SentenceBeginning> broken() const {
    SentenceBeginning there = reached_;
    there.of_next = 0;  // whole words tell more surely
    if (letters_of(there) < kTelling) return std::nullopt;
    there.of_next = reached_.of_next;
    if (!there.figure) there.figure = digit_in_clause(there.end);
    return there.figure ? std::optional(there) : std::nullopt;
  }

 private:
  /// Whether the pieces from this one on stand at the place.
  bool fits(std::size_t piece, std::size_t at) {
    if (piece == sentence_.pieces().size()) {
      end_ = at;
      return true;
    }
    if (failed_[piece][at]) return false;
    const Sentence::Piece& p = sentence_.pieces()[piece];
    if (p.kind == Kind::Words) note_words(piece, at);
    const bool words_part = is_words_part(p);
    if (p.kind == Kind::Skip || words_part) return stretches(piece, at, words_part);
    for (const std::size_t end : ends_of(p, text_.skip_blanks(at))) {
      if (p.kind == Kind::Part) parts_[p.part] = {text_.skip_blanks(at), end};
      note(piece + 1, end);
      if (fits(piece + 1, end)) return true;
    }
    failed_[piece][at] = true;
    return false;
  }

  /// A piece as short as what follows allows, and within its clause; a part of words at the very
  /// end as long as it goes.
  bool stretches(std::size_t piece, std::size_t at, bool words) {
    const bool last = piece + 1 == sentence_.pieces().size();
    const std::size_t begin = words ? text_.skip_blanks(at) : at;
    for (std::size_t end = begin; !failed_[piece][end]; ++end) {
      const bool ended = (!words || end > begin) && sentence_over(begin, end);
      const bool over = ended || end == text_.size() || (!words && text_[end].ends_clause) ||
                        (words && (stops(piece, text_[end]) || text_[end].numbers_line ||
                                   (last && end > begin && text_[end].after_break)));
      if (words) parts_[sentence_.pieces()[piece].part] = {begin, end};
      const bool may_end = words ? end > begin && (over || !last) : !ended;
      if (may_end && fits(piece + 1, end)) return true;
      if (over) return false;
      failed_[piece][end] = true;
    }
    return false;
  }

  /// Whether a part of words ends before the letter; a list goes on behind 、.
  bool stops(std::size_t piece, const Letter& letter) const {
    const bool list = sentence_.parts()[sentence_.pieces()[piece].part].list;
    return has(kStops, letter) && !(list && has("、", letter));
  }

  /// Whether the sentence ends right before a place. A full stop that the pattern itself has goes
  /// on to the next one.
  bool sentence_over(std::size_t begin, std::size_t end) const {
    if (end == 0 || !text_[end - 1].ends_sentence) return false;
    return end > begin || !has("。!?", text_[end - 1]);
  }

  std::vector<std::size_t> ends_of(const Sentence::Piece& piece, std::size_t at) const {
    if (piece.kind == Kind::Words) return ends_of_words(piece.words, at);
    if (piece.kind == Kind::Year) return ends_of_year(year_ + piece.distance, piece, at);
    if (type_of(piece) == FieldType::Year) return ends_of_year(std::nullopt, piece, at);
    return type_of(piece) == FieldType::Date ? ends_of_date(at) : ends_of_number(at);
  }

  struct WordsThere {
    std::size_t matched = 0;  ///< of the words, in bytes
    std::size_t end = 0;
  };
  WordsThere words_at(const std::string& words, std::size_t at) const {
    WordsThere there{0, at};
    while (there.matched < words.size()) {
      at = text_.skip_blanks(at);
      if (at >= text_.size()) break;
      const std::string& letter = text_[at].folded;
      if (words.compare(there.matched, letter.size(), letter) != 0) break;
      there = {there.matched + letter.size(), ++at};
    }
    return there;
  }
  std::vector<std::size_t> ends_of_words(const std::string& words, std::size_t at) const {
    const WordsThere there = words_at(words, at);
    return there.matched == words.size() ? std::vector<std::size_t>{there.end}
                                         : std::vector<std::size_t>{};
  }

  /// 2021, 二〇二一, or 本 上 去 前 before 年; any year without `year`.
  std::vector<std::size_t> ends_of_year(std::optional<int> year, const Sentence::Piece& piece,
                                        std::size_t at) const {
    static constexpr std::array<const char*, 10> kHan = {"〇", "一", "二", "三", "四",
                                                         "五", "六", "七", "八", "九"};
    if (follows_digit(at)) return {};
    std::size_t end = at;
    int there = 0;
    for (int count = 0; count < 4; ++count, ++end) {
      end = text_.skip_blanks(end);
      if (end >= text_.size()) break;
      const auto han = std::find(kHan.begin(), kHan.end(), text_[end].folded);
      if (!text_[end].digit() && han == kHan.end()) break;
      there = there * 10 + (text_[end].digit() ? text_[end].folded[0] - '0'
                                               : static_cast<int>(han - kHan.begin()));
    }
    const bool four =
        there >= 1000 && (!year || there == *year) && (end >= text_.size() || !text_[end].digit());
    const bool word = year && piece.dated && at < text_.size() &&
                      has(piece.distance == 0    ? "本"
                          : piece.distance == -1 ? "上去"
                                                 : "前",
                          text_[at]);
    if (!four && !word) return {};
    if (!four) end = at + 1;
    if (!piece.dated) return {end};
    const auto dated = ends_of_words("年", end);
    if (dated.empty()) return {};
    const auto of_year = ends_of_words("度", dated.front());
    return of_year.empty() ? dated : std::vector<std::size_t>{of_year.front(), dated.front()};
  }

  /// Longest first: 2021年12月31日, 12月31日, 2023.07.
  std::vector<std::size_t> ends_of_date(std::size_t at) const {
    std::vector<std::size_t> ends;
    if (at >= text_.size() || !text_[at].digit() || follows_digit(at)) return ends;
    for (std::size_t i = at; i < text_.size(); ++i) {
      if (text_[i].blank()) continue;
      const bool ends_here = text_[i].digit() || has("年月日", text_[i]);
      if (!ends_here && !has(".-/", text_[i])) break;
      const bool more = i + 1 < text_.size() && text_[i + 1].digit() && text_[i].digit();
      if (ends_here && !more) ends.insert(ends.begin(), i + 1);
    }
    return ends;
  }

  /// Longest first: 1,396.18万元, 1,396.18万, 1,396.18. A number never begins or ends inside
  /// another, and does not go on behind a line break.
  std::vector<std::size_t> ends_of_number(std::size_t at) const {
    if (follows_digit(at)) return {};
    if (at > 0 && at < text_.size() && has("-−–", text_[at]) && text_[at - 1].digit()) return {};
    std::size_t from = at;
    for (const char* about : {"大约", "约", "近"}) {
      const auto end = ends_of_words(about, from);
      if (!end.empty()) from = text_.skip_blanks(end.front());
    }
    std::size_t i = from;
    while (i < text_.size() && i < from + 2 && has("-−–△▲负+¥", text_[i])) ++i;
    std::size_t end = i;  // behind the last digit
    for (; i < text_.size(); ++i) {
      const Letter& letter = text_[i];
      if (letter.digit()) {
        if (end > from && letter.after_break) break;
        end = i + 1;
      } else if (!letter.blank() && !(has(".,", letter) && joins_digits(i))) {
        break;
      }
    }
    if (end == from || !text_[end - 1].digit()) return {};
    std::vector<std::size_t> ends;
    if (model::read_number_text(text_.cut(from, end))) ends.push_back(end);
    for (std::size_t tail = end, count = 0; count < 3; ++count) {
      tail = text_.skip_blanks(tail);
      if (tail >= text_.size() || text_[tail].after_break || !has("%百千万亿元", text_[tail]))
        break;
      ++tail;
      if (model::read_number_text(text_.cut(from, tail))) ends.insert(ends.begin(), tail);
    }
    return ends;
  }

  /// A point, or a comma as typed inside a number: ， between plain digits parts two of them.
  bool joins_digits(std::size_t at) const {
    const bool between = at > 0 && text_[at - 1].digit() && at + 1 < text_.size() &&
                         text_[at + 1].digit() && !text_[at + 1].after_break;
    const bool wide = text_[at].raw != text_[at].folded;
    return between && (!wide || text_[at - 1].raw != text_[at - 1].folded);
  }

  /// Whether a digit at the place is one more of a number that began before.
  bool follows_digit(std::size_t at) const {
    if (at == 0 || at >= text_.size() || text_[at].after_break || !text_[at].digit()) return false;
    std::size_t before = at - 1;
    while (before > 0 && text_[before].blank()) --before;
    return text_[before].digit() || (has(".,", text_[before]) && joins_digits(before));
  }

  bool is_words_part(const Sentence::Piece& p) const {
    return p.kind == Kind::Part && (type_of(p) == FieldType::Text || type_of(p) == FieldType::Code);
  }

  FieldType type_of(const Sentence::Piece& piece) const {
    return sentence_.parts()[piece.part].type;
  }

  void note(std::size_t pieces, std::size_t end, std::size_t of_next = 0) {
    for (SentenceBeginning* one : {&nearest_, &reached_}) {
      if (std::pair(pieces, of_next) <= std::pair(one->pieces, one->of_next)) continue;
      const SentenceBeginning there{begin_, end, pieces, of_next, 0, last_number(pieces)};
      if (one == &reached_ || there.figure || letters_of(there) >= kTelling) *one = there;
    }
  }

  /// Of its words, how many letters stand there.
  int letters_of(const SentenceBeginning& there) const {
    int letters = 0;
    for (std::size_t i = 0; i < there.pieces; ++i) {
      const Sentence::Piece& p = sentence_.pieces()[i];
      if (p.kind == Kind::Words) letters += char_count(p.words);
    }
    if (there.of_next == 0) return letters;
    const std::string_view next = sentence_.pieces()[there.pieces].words;
    return letters + char_count(next.substr(0, there.of_next));
  }

  /// How much of the words stands there. Behind … or a part of words the same letter may stand
  /// anywhere, and tells nothing.
  void note_words(std::size_t piece, std::size_t at) {
    const Sentence::Piece* before = piece > 0 ? &sentence_.pieces()[piece - 1] : nullptr;
    if (before && (before->kind == Kind::Skip || is_words_part(*before))) return;
    const std::string& words = sentence_.pieces()[piece].words;
    const WordsThere there = words_at(words, at);
    if (there.matched > 0 && there.matched < words.size()) note(piece, there.end, there.matched);
  }

  /// Where the last number of the first pieces begins.
  std::optional<std::size_t> last_number(std::size_t pieces) const {
    while (pieces-- > 0) {
      const Sentence::Piece& p = sentence_.pieces()[pieces];
      if (p.kind == Kind::Part && model::is_numeric(type_of(p))) return parts_[p.part].first;
    }
    return std::nullopt;
  }

  std::optional<std::size_t> digit_in_clause(std::size_t at) const {
    for (; at < text_.size() && !text_[at].after_break && !has(",。;!?", text_[at]); ++at) {
      if (text_[at].digit()) return at;
    }
    return std::nullopt;
  }

  const Sentence& sentence_;
  const Letters& text_;
  int year_;
  std::size_t begin_ = 0, end_ = 0;
  SentenceBeginning nearest_;  // from any place
  SentenceBeginning reached_;  // from the last
  std::vector<std::pair<std::size_t, std::size_t>> parts_;
  std::vector<std::vector<bool>> failed_;  ///< by piece and place
};

}  // namespace

namespace {

/// One for each place where it goes off: the same words may be begun at several letters.
void add_broken(SentencesFound& found, const Search& search, std::size_t which) {
  auto broken = search.broken();
  if (!broken) return;
  broken->which = which;
  const bool known = std::any_of(found.broken.begin(), found.broken.end(),
                                 [&](const auto& other) { return other.end >= broken->end; });
  if (!known) found.broken.push_back(*broken);
}

/// What lies in a place where the sentence fits is no other one.
void drop_broken_in_places(SentencesFound& found) {
  std::erase_if(found.broken, [&](const SentenceBeginning& broken) {
    return std::any_of(found.places.begin(), found.places.end(), [&](const SentencePlace& place) {
      return broken.begin < place.end && place.begin < broken.end;
    });
  });
}

}  // namespace

SentencesFound find_sentences(const std::vector<Sentence>& sentences, const Letters& text,
                              int year) {
  std::vector<Search> searches;
  for (const Sentence& sentence : sentences) searches.emplace_back(sentence, text, year);
  SentencesFound found;
  for (std::size_t at = 0; at < text.size();) {
    std::optional<SentencePlace> place;
    for (std::size_t i = 0; i < searches.size() && !place; ++i) {
      place = searches[i].at(at);
      if (place) place->which = i;
    }
    for (std::size_t i = 0; i < searches.size() && !place; ++i) add_broken(found, searches[i], i);
    at = place ? std::max(place->end, at + 1) : at + 1;
    if (place) found.places.push_back(std::move(*place));
  }
  drop_broken_in_places(found);
  if (!found.places.empty()) return found;
  for (std::size_t i = 0; i < searches.size(); ++i) {
    SentenceBeginning beginning = searches[i].nearest();
    beginning.which = i;
    const SentenceBeginning best = found.nearest.value_or(SentenceBeginning{});
    if (std::pair(beginning.pieces, beginning.of_next) > std::pair(best.pieces, best.of_next))
      found.nearest = beginning;
  }
  return found;
}

}  // namespace huizong::mapping
