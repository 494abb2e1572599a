// The pieces a 指标值 is read from: signs, approximations, numbers with their
// units. For target.cpp.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/target.h"

namespace huizong::model {

/// Takes ≥, >=, 不低于, … off the front.
std::optional<Direction> take_direction(std::string_view& text);

/// "1.一条重要路线" and "（2）清雪" without the number of the item; 2.5 stays.
std::string without_numbering(std::string_view text);

/// A quantity or a range, where that is what the text is about; `text` has plain signs. Its raw
/// text is not set.
std::optional<Target> read_quantity(std::string_view text);

/// Every number in the text with its unit, but for dates and the numbers of a list.
std::vector<Target> numbers_in(std::string_view text);

}  // namespace huizong::model
