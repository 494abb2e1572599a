// A sentence with figures in it, as prose has them:
//
//   {本年}年收、支总计{金额:money 万元}万元…增长{增长:percent}
//
// It is looked for inside a text. Between its words stand parts, which are taken
// out; years, told by their distance from the job's; and … or {*}, anything up
// to the clause's end. Width, blanks and line breaks do not matter.

#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "mapping/letters.h"
#include "mapping/pattern_part.h"

namespace huizong::mapping {

class Sentence {
 public:
  struct Piece {
    enum class Kind { Words, Part, Skip, Year } kind = Kind::Words;
    std::string words = {};  ///< folded
    std::string shown = {};  ///< as the pattern has it; of a year what stands behind it
    std::size_t part = 0;    ///< into parts()
    int distance = 0;        ///< of a year from the job's: -1 for {上年}
    bool dated = false;      ///< of a year: 年 stands behind it, or 年度
  };

  /// Nothing where the braces do not match, there is no part, or it cannot be told where a part of
  /// words ends: right before another such part, or before ….
  static std::optional<Sentence> parse(std::string_view text);

  const std::vector<Piece>& pieces() const { return pieces_; }
  const std::vector<PatternPart>& parts() const { return parts_; }
  /// 2021 and the like written out in its words.
  bool has_plain_year() const;
  /// As a person is told how it should read from a piece on, with …… for its parts; without the
  /// first bytes of that piece's words.
  std::string shown(int year, std::size_t from = 0, std::size_t without = 0) const;
  /// The words right behind a part, folded; "" where the next piece has none.
  std::string words_behind(std::size_t part) const;

 private:
  void add_words(std::string_view words);
  bool add_braces(std::string_view inside);
  bool tells_every_end() const;

  std::vector<Piece> pieces_;
  std::vector<PatternPart> parts_;
};

/// Where a sentence stands in a text, by letters; ends are behind the last letter.
struct SentencePlace {
  std::size_t begin = 0, end = 0;
  std::vector<std::pair<std::size_t, std::size_t>> parts;  ///< parallel to Sentence::parts
  std::size_t which = 0;  ///< of the sentences that were looked for
};

/// A year that is not the one due; begin = end where none is written.
struct WrongYear {
  std::size_t begin = 0, end = 0;
  int due = 0;
};

/// As much of a sentence as stands at a place: it goes on otherwise than it should, or has the
/// wrong year.
struct SentenceBeginning {
  std::size_t begin = 0, end = 0;
  std::size_t pieces = 0;   ///< that stand there, with the wrong years
  std::size_t of_next = 0;  ///< of the next one's words the first bytes, which do as well
  std::size_t which = 0;
  std::optional<std::size_t> figure = {};  ///< where its last number begins
  std::optional<std::size_t> ahead = {};   ///< where the next one of the clause it goes off in does
  std::vector<WrongYear> years = {};       ///< of the pieces
  /// What it is compared by: how much of it is as it should be, and how much is at least there.
  std::tuple<std::size_t, std::size_t, std::size_t> fit() const;
};

struct SentencesFound {
  std::vector<SentencePlace> places;              ///< in reading order, none overlaps another
  std::optional<SentenceBeginning> nearest = {};  ///< without any: the longest in the text
  /// Apart from the places: where words of a sentence and a number stand, and then it goes off; and
  /// where all of it stands but for its year.
  std::vector<SentenceBeginning> broken = {};
};

/// Every place that one of the sentences fits; the first that does counts. `year` is the job's.
SentencesFound find_sentences(const std::vector<Sentence>& sentences, const Letters& text,
                              int year);

}  // namespace huizong::mapping
