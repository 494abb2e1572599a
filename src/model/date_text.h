// Dates and spans of time as offices write them where a target is due: 2020年,
// 2020年12月底前, 2023.07-2024.01, 3-6月, 2020年春节前.
//
// 2023.07 alone is a number, and 12个月 is a length of time.

#pragma once

#include <optional>
#include <string_view>

namespace huizong::model {

struct Day {
  int year = 0;   ///< 0: not written
  int month = 0;  ///< 0: the whole year
  int day = 0;    ///< 0: the whole month
  bool operator==(const Day&) const = default;
};

struct DateSpan {
  Day from, to;         ///< the same for a single date
  bool before = false;  ///< 前: no later than that
  /// 春节前, 月底: words that the calendar days do not tell.
  bool worded = false;
};

/// Where the whole text is a date or a span; `text` has plain signs.
std::optional<DateSpan> read_date_span(std::string_view text);

/// Whether all of `actual` is within the time the target leaves (true), some of it after (false);
/// nothing where that is open.
std::optional<bool> in_time(const DateSpan& target, const DateSpan& actual);

}  // namespace huizong::model
