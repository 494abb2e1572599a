// A text as a row of letters, for patterns: width folded, blanks and line breaks
// skipped over, and yet each letter as it was typed and where it stands.
//
// Several paragraphs may follow each other as one text: a sentence goes on
// wherever the office broke its line.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace huizong::mapping {

struct Letter {
  std::string raw;
  std::string folded;          ///< what it is compared by; "" for a blank
  std::size_t paragraph = 0;   ///< as appended, from 0
  bool after_break = false;    ///< the first of its line
  bool ends_sentence = false;  ///< 。！？, or the last before a line that begins with a number
  bool numbers_line = false;   ///< of such a number: 1. （二） 三、 ③
  bool ends_clause = false;    ///< ； outside the brackets of its sentence
  bool blank() const { return folded.empty(); }
  bool digit() const { return folded.size() == 1 && folded[0] >= '0' && folded[0] <= '9'; }
};

class Letters {
 public:
  Letters() = default;
  explicit Letters(std::string_view text) { append(text); }
  void append(std::string_view paragraph);

  std::size_t size() const { return letters_.size(); }
  const Letter& operator[](std::size_t at) const { return letters_[at]; }
  std::size_t skip_blanks(std::size_t at) const;
  /// How many that are no blanks stand from one letter up to another.
  std::size_t count(std::size_t from, std::size_t to) const;
  /// As many of the letters before a place, or from it on, as stand on its line, the most given.
  std::size_t back_on_line(std::size_t at, std::size_t most) const;
  std::size_t ahead_on_line(std::size_t at, std::size_t most) const;
  /// From one letter up to another as typed, trimmed.
  std::string cut(std::size_t from, std::size_t to) const;
  /// What stands near in the same sentence and line.
  std::string around(std::size_t from, std::size_t to) const;

 private:
  void end_before_number(std::size_t line);
  void end_clauses(std::size_t from);

  std::vector<Letter> letters_;
  std::size_t paragraphs_ = 0;
  int open_ = 0;  ///< brackets of the last sentence
};

/// A text without its blanks, as letters are compared: NFKC, and quotation marks of every kind one.
std::string folded_letters(std::string_view text);

}  // namespace huizong::mapping
