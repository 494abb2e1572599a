// Cuts expression text into tokens: numbers, texts, names, signs. Knows no
// grammar.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formula/expression.h"

namespace huizong::formula {

struct Token {
  enum class Kind {
    Number,
    Text,       ///< of "…", quotes taken off
    Name,       ///< plain
    Bracketed,  ///< of […], brackets taken off
    Dollar,     ///< $ or $1
    Sign,       ///< + - * / ^ % & = <> < <= > >= ( ) , . : !
    End,
  };
  Kind kind = Kind::End;
  std::string text;
  Decimal number = {};
  Span span = {};
};

/// The tokens, the last of them End. Throws SyntaxError at the first character that belongs to
/// none.
std::vector<Token> tokens_of(std::string_view text);

/// Whether a name can stand without brackets.
bool is_plain_name(std::string_view name);

}  // namespace huizong::formula
