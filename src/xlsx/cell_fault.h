// Why what a cell holds could not be read as a value.

#pragma once

#include <cstdint>

#include "base/message.h"

namespace huizong::xlsx {

enum class CellFault : std::uint8_t {
  None,
  NotANumber,
  NoSuchText,  ///< of the workbook's texts
  NotABool,
  NotAnError,  ///< no error value that Excel has
  NamelessError,
  NotADate,
  OtherType,      ///< its type does not fit what it holds
  OtherContents,  ///< elements stand between the characters of its value or formula
  SeveralValues,
};

/// A clause without the place; empty for None.
const Message& words_of(CellFault fault);

}  // namespace huizong::xlsx
