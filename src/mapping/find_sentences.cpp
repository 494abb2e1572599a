// Looks for a sentence from each letter of a text on, piece by piece, trying the
// other ends of a piece where the rest does not fit. What failed once from a
// place is not tried there again, so that long texts and many … cost little.
//
// Where it is not found it is looked for once more with any year in its years'
// places: a sentence copied from last year stands where it stands, year or not.

#include <algorithm>

#include "base/text.h"
#include "mapping/piece_ends.h"
#include "mapping/sentence.h"

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
  /// `any_year`: a year that is not the one due does not end it.
  Search(const Sentence& sentence, const Letters& text, int year, bool any_year)
      : sentence_(sentence),
        text_(text),
        year_(year),
        any_year_(any_year),
        parts_(sentence.parts().size()),
        years_(sentence.pieces().size()),
        failed_(sentence.pieces().size(), std::vector<bool>(text.size() + 1)) {}

  std::optional<SentencePlace> at(std::size_t begin) {
    begin_ = begin;
    reached_ = {};
    if (text_[begin].blank() || !fits(0, begin)) return std::nullopt;
    note(sentence_.pieces().size(), end_);
    return SentencePlace{begin, end_, parts_};
  }
  const SentenceBeginning& nearest() const { return nearest_; }
  /// How far the sentence goes from there, after at(): where all of it stands, or far enough to be
  /// meant for it, with words and a number: one of its own, or any in the same clause.
  std::optional<SentenceBeginning> broken() const {
    if (reached_.pieces == sentence_.pieces().size()) return reached_;
    SentenceBeginning there = reached_;
    there.of_next = 0;  // whole words tell more surely, or many
    if (letters_of(there) < kTelling && letters_of(reached_) < 2 * kTelling) return std::nullopt;
    there.of_next = reached_.of_next;
    there.ahead = digit_in_clause(there.end);
    if (!there.ahead) there.ahead = number_in_words(there);
    if (!there.figure) there.figure = there.ahead;
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
    const std::size_t begin = text_.skip_blanks(at);
    years_[piece].reset();
    for (const std::size_t end : ends_of(p, begin)) {
      if (p.kind == Kind::Part) parts_[p.part] = {begin, end};
      note(piece + 1, end);
      if (fits(piece + 1, end)) return true;
    }
    if (any_year_ && p.kind == Kind::Year && fits_other_year(piece, begin)) return true;
    failed_[piece][at] = true;
    return false;
  }

  /// Likewise with another year there, or with none, if the words behind it tell the place.
  bool fits_other_year(std::size_t piece, std::size_t begin) {
    const Sentence::Piece& p = sentence_.pieces()[piece];
    Ends ends = ends_of_other_year(text_, begin, p);
    const bool told = piece > 0 || sentence_.pieces().size() == 1 ||
                      char_count(sentence_.pieces()[1].words) >= kTelling / 2;
    if (told) ends.push_back(begin);
    for (const std::size_t end : ends) {
      years_[piece] = WrongYear{begin, end, year_ + p.distance};
      if (end > begin) note(piece + 1, end);
      if (fits(piece + 1, end)) return true;
    }
    return false;
  }

  /// A piece as short as what follows allows, and within its clause and line; a part of words at
  /// the very end as long as it goes. A list goes on over lines.
  bool stretches(std::size_t piece, std::size_t at, bool words) {
    const bool last = piece + 1 == sentence_.pieces().size();
    const bool list = words && sentence_.parts()[sentence_.pieces()[piece].part].list;
    const std::size_t begin = words ? text_.skip_blanks(at) : at;
    for (std::size_t end = begin; !failed_[piece][end]; ++end) {
      const bool ended = (!words || end > begin) && sentence_over(begin, end);
      const bool over = ended || end == text_.size() ||
                        (words ? stops(text_[end], list) : text_[end].ends_clause) ||
                        (text_[end].after_break && !follows_stop(begin, end) &&
                         (!words || (end > begin && (last || !list))));
      if (words) parts_[sentence_.pieces()[piece].part] = {begin, end};
      const bool may_end = words ? end > begin && (over || !last) : !ended;
      if (may_end && fits(piece + 1, end)) return true;
      if (over) return false;
      failed_[piece][end] = true;
    }
    return false;
  }

  /// Whether a part of words ends before the letter; a list goes on behind 、.
  static bool stops(const Letter& letter, bool list) {
    return letter.numbers_line || (has(kStops, letter) && !(list && has("、", letter)));
  }

  /// Whether the sentence ends right before a place. A full stop that the pattern itself has goes
  /// on to the next one.
  bool sentence_over(std::size_t begin, std::size_t end) const {
    if (end == 0 || !text_[end - 1].ends_sentence) return false;
    return end > begin || !has("。!?", text_[end - 1]);
  }

  /// Whether the line that begins at `end` goes on, in its cell, behind a full stop of the pattern.
  bool follows_stop(std::size_t begin, std::size_t end) const {
    return begin > 0 && has("。!?", text_[begin - 1]) && text_.count(begin, end) == 0 &&
           text_[begin - 1].paragraph == text_[end].paragraph;
  }

  Ends ends_of(const Sentence::Piece& piece, std::size_t at) const {
    if (piece.kind == Kind::Words) return ends_of_words(text_, piece.words, at);
    if (piece.kind == Kind::Year) return ends_of_year(text_, at, piece, year_ + piece.distance);
    if (type_of(piece) == FieldType::Year) return ends_of_year(text_, at, piece, std::nullopt);
    return type_of(piece) == FieldType::Date ? ends_of_date(text_, at) : ends_of_number(text_, at);
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

  bool is_words_part(const Sentence::Piece& p) const {
    return p.kind == Kind::Part && (type_of(p) == FieldType::Text || type_of(p) == FieldType::Code);
  }

  FieldType type_of(const Sentence::Piece& piece) const {
    return sentence_.parts()[piece.part].type;
  }

  void note(std::size_t pieces, std::size_t end, std::size_t of_next = 0) {
    SentenceBeginning there{begin_, end, pieces, of_next};
    there.figure = last_number(pieces);
    for (std::size_t i = 0; i < pieces; ++i) {
      if (sentence_.pieces()[i].kind == Kind::Year && years_[i]) there.years.push_back(*years_[i]);
    }
    const bool tells = there.figure || letters_of(there) >= kTelling;
    if (there.fit() > reached_.fit()) reached_ = there;
    if (tells && there.fit() > nearest_.fit()) nearest_ = std::move(there);
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

  /// How much of the words stands there. Behind … or a part of words the same few letters may stand
  /// anywhere, and tell nothing.
  void note_words(std::size_t piece, std::size_t at) {
    const Sentence::Piece* before = piece > 0 ? &sentence_.pieces()[piece - 1] : nullptr;
    const bool anywhere = before && (before->kind == Kind::Skip || is_words_part(*before));
    const std::string& words = sentence_.pieces()[piece].words;
    const WordsThere there = words_at(words, at);
    if (there.matched == 0 || there.matched == words.size()) return;
    if (!anywhere || char_count(words.substr(0, there.matched)) >= 2 * kTelling)
      note(piece, there.end, there.matched);
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

  /// 五 where a number is due and its unit stands behind it.
  std::optional<std::size_t> number_in_words(const SentenceBeginning& there) const {
    if (there.of_next > 0) return std::nullopt;
    const Sentence::Piece& due = sentence_.pieces()[there.pieces];
    if (due.kind != Kind::Part || !model::is_numeric(type_of(due))) return std::nullopt;
    const std::size_t begin = text_.skip_blanks(there.end);
    const std::string unit = sentence_.words_behind(due.part);
    for (const std::size_t end : ends_of_number_in_words(text_, begin)) {
      const bool yuan = !ends_of_words(text_, "元", end).empty();
      if (yuan || words_at(unit, end).matched > 0) return begin;
    }
    return std::nullopt;
  }

  const Sentence& sentence_;
  const Letters& text_;
  int year_;
  bool any_year_;
  std::size_t begin_ = 0, end_ = 0;
  SentenceBeginning nearest_;  // from any place
  SentenceBeginning reached_;  // from the last
  std::vector<std::pair<std::size_t, std::size_t>> parts_;
  std::vector<std::optional<WrongYear>> years_;  ///< by piece
  std::vector<std::vector<bool>> failed_;        ///< by piece and place
};

/// One for each place where it goes off: the same words may be begun at several letters. What lies
/// in a place where the sentence fits is no other one.
void add_broken(SentencesFound& found, const Search& search, std::size_t which) {
  auto there = search.broken();
  const bool inside =
      there &&
      std::any_of(found.places.begin(), found.places.end(), [&](const SentencePlace& place) {
        return there->begin < place.end && place.begin < there->end;
      });
  if (!there || inside) return;
  there->which = which;
  const auto known = std::find_if(found.broken.begin(), found.broken.end(),
                                  [&](const auto& other) { return other.end >= there->end; });
  if (known == found.broken.end())
    found.broken.push_back(std::move(*there));
  else if (known->end == there->end && there->fit() > known->fit())
    *known = std::move(*there);
}

std::vector<Search> searches_for(const std::vector<Sentence>& sentences, const Letters& text,
                                 int year, bool any_year) {
  std::vector<Search> searches;
  for (const Sentence& sentence : sentences) searches.emplace_back(sentence, text, year, any_year);
  return searches;
}

std::vector<SentencePlace> places_of(const std::vector<Sentence>& sentences, const Letters& text,
                                     int year) {
  std::vector<Search> searches = searches_for(sentences, text, year, false);
  std::vector<SentencePlace> places;
  for (std::size_t at = 0; at < text.size();) {
    std::optional<SentencePlace> place;
    for (std::size_t i = 0; i < searches.size() && !place; ++i) {
      place = searches[i].at(at);
      if (place) place->which = i;
    }
    at = place ? std::max(place->end, at + 1) : at + 1;
    if (place) places.push_back(std::move(*place));
  }
  return places;
}

}  // namespace

SentencesFound find_sentences(const std::vector<Sentence>& sentences, const Letters& text,
                              int year) {
  SentencesFound found{places_of(sentences, text, year)};
  std::vector<Search> searches = searches_for(sentences, text, year, true);
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (std::size_t i = 0; i < searches.size(); ++i) {
      searches[i].at(at);
      add_broken(found, searches[i], i);
    }
  }
  if (!found.places.empty()) return found;
  for (std::size_t i = 0; i < searches.size(); ++i) {
    SentenceBeginning beginning = searches[i].nearest();
    beginning.which = i;
    if (beginning.fit() > found.nearest.value_or(SentenceBeginning{}).fit())
      found.nearest = std::move(beginning);
  }
  return found;
}

}  // namespace huizong::mapping
