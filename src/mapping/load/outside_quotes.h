// What of a settings file stands outside quotes and remarks, where TOML allows
// plain letters only and a Chinese keyboard gives others.
//
// The parser must not see such characters (it takes some of them for what
// cannot happen), so signs and words without quotes are reported here, all in
// one go, and keys that lack their quotes are let through under plain letters:
// what is wrong with those the reader says, beside all the other slips.

#pragma once

#include <string>

#include "mapping/load/text_file.h"

namespace huizong::mapping {

/// The text for the parser: each character of a Chinese bare key replaced by a plain one, all else,
/// and every line and column, as in the file. Throws Mistakes for full-width signs and for words
/// without quotes.
std::string plain_outside_quotes(const TextFile& file);

}  // namespace huizong::mapping
