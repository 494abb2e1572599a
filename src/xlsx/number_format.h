// What a number format code makes of a number: a date, a percentage, how many
// decimals are seen.

#pragma once

#include <string>
#include <string_view>

namespace huizong::xlsx {

struct NumberFormat {
  std::string code;   ///< "0.00%", "General"; built-in ones spelled out
  bool date = false;  ///< shows a date or time
  bool percent = false;
  int decimals = -1;  ///< decimals shown, before any %; -1 where the code does not fix them
                      ///< (General, text, fractions, powers of ten)
};

NumberFormat read_number_format(std::string_view code);

/// The code behind a built-in number (numFmtId), as Chinese Excel has it; "General" for numbers
/// that have none.
std::string_view builtin_format(int id);

}  // namespace huizong::xlsx
