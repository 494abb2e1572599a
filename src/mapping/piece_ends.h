// Where a number, a date or a year that begins at a letter of a text ends;
// several ends where it may be taken longer or shorter, the longest first.
//
// A number never begins or ends inside another, and does not go on behind a line
// break. One with a blank beside its point (130 .4) is none: nobody can tell.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "mapping/letters.h"
#include "mapping/sentence.h"

namespace huizong::mapping {

using Ends = std::vector<std::size_t>;

/// Where these folded words end: one end, or none.
Ends ends_of_words(const Letters& text, const std::string& words, std::size_t at);

/// 1,396.18万元, 1,396.18万, 1,396.18.
Ends ends_of_number(const Letters& text, std::size_t at);
/// 2021年12月31日, 12月31日, 2023.07.
Ends ends_of_date(const Letters& text, std::size_t at);

/// 2021, 二〇二一, or 本 上 去 前 before 年; any year without `year`.
Ends ends_of_year(const Letters& text, std::size_t at, const Sentence::Piece& piece,
                  std::optional<int> year);
/// What stands in a year's place and is another, or none: 2018年, 21年, 前年.
Ends ends_of_other_year(const Letters& text, std::size_t at, const Sentence::Piece& piece);

/// 五万, 两, 二十三: digits in words, which are not read as numbers.
Ends ends_of_number_in_words(const Letters& text, std::size_t at);

}  // namespace huizong::mapping
