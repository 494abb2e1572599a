#include "model/date_text.h"

#include <string>
#include <tuple>

#include "base/text.h"

namespace huizong::model {
namespace {

constexpr int kFirstYear = 1949, kLastYear = 2100;
constexpr int kFirstBareYear = 1990;  // without 年 behind it
constexpr int kMostWords = 8;

class DateReader {
 public:
  explicit DateReader(std::string_view text) : rest_(text) {}

  std::optional<DateSpan> read() {
    DateSpan span;
    const bool only_months = read_bare_months(span);
    if (!only_months) {
      if (!read_day(span.from)) return std::nullopt;
      span.to = span.from;
      if (take_dash()) {
        span.to = {span.from.year, 0, 0};
        if (!read_day(span.to)) return std::nullopt;
        if ((span.from.month > 0) != (span.to.month > 0)) return std::nullopt;
        // 2023-2024 is two years, 2000-2050个 is not.
        const bool bare_years = !certain_ && span.from.month == 0;
        if (bare_years && (span.from.year < kFirstBareYear || span.to.year < span.from.year ||
                           !trimmed(rest_).empty()))
          return std::nullopt;
      } else if (!certain_) {
        return std::nullopt;
      }
    }
    take_ending(span);
    if (!take_words(span)) return std::nullopt;
    return span;
  }

 private:
  bool take(std::string_view word) {
    skip_blanks();
    if (rest_.substr(0, word.size()) != word) return false;
    rest_.remove_prefix(word.size());
    return true;
  }
  void skip_blanks() { rest_ = rest_.substr(std::min(rest_.find_first_not_of(' '), rest_.size())); }

  /// So many digits at least and at most, no more behind them.
  std::optional<int> digits(std::size_t least, std::size_t most) {
    skip_blanks();
    std::size_t n = 0;
    while (n < rest_.size() && rest_[n] >= '0' && rest_[n] <= '9') ++n;
    if (n < least || n > most) return std::nullopt;
    const int value = std::stoi(std::string(rest_.substr(0, n)));
    rest_.remove_prefix(n);
    return value;
  }
  bool take_dash() {
    const std::string_view before = rest_;
    for (const char* dash : {"-", "—", "–", "～", "~", "至", "到"}) {
      if (take(dash)) {
        while (take("-") || take("—")) {
        }
        return true;
      }
    }
    rest_ = before;
    return false;
  }

  /// 3-6月: months of this year, from one to another.
  bool read_bare_months(DateSpan& span) {
    const std::string_view before = rest_;
    const auto first = digits(1, 2);
    if (first && in_year(*first) && take_dash()) {
      const auto last = digits(1, 2);
      if (last && in_year(*last) && *last >= *first && take("月")) {
        span.from.month = *first;
        span.to.month = *last;
        return true;
      }
    }
    rest_ = before;
    return false;
  }
  static bool in_year(int month) { return month >= 1 && month <= 12; }
  static bool in_month(int day) { return day >= 1 && day <= 31; }

  /// `day` may have its year from the span's beginning.
  bool read_day(Day& day) {
    const std::string_view before = rest_;
    if (const auto year = digits(4, 4)) {
      if (*year < kFirstYear || *year > kLastYear) return false;
      day.year = *year;
      if (take("年")) {
        certain_ = true;
        take("度");
        return read_month(day, true);
      }
      for (const char* sign : {".", "-", "/"}) {
        const std::string_view at = rest_;
        if (!take(sign)) continue;
        const auto month = digits(1, 2);
        if (!month || !in_year(*month)) {
          rest_ = at;
          break;
        }
        day.month = *month;
        certain_ = certain_ || std::string_view(sign) != ".";
        if (!take(sign)) break;
        const auto of_month = digits(1, 2);
        if (!of_month || !in_month(*of_month)) return false;
        day.day = *of_month;
        certain_ = true;
        break;
      }
      return true;
    }
    rest_ = before;
    return read_month(day, false);
  }

  /// 12月, 12月31日. Behind a year there need be none.
  bool read_month(Day& day, bool optional) {
    const std::string_view before = rest_;
    const auto month = digits(1, 2);
    if (!month || !in_year(*month) || !take("月")) {
      rest_ = before;
      return optional;
    }
    certain_ = true;
    day.month = *month;
    take("份");
    const std::string_view after = rest_;
    const auto of_month = digits(1, 2);
    if (of_month && in_month(*of_month) && (take("日") || take("号")))
      day.day = *of_month;
    else
      rest_ = after;
    return true;
  }

  void take_ending(DateSpan& span) {
    for (const char* part : {"底", "末", "初", "上旬", "中旬", "下旬"}) {
      if (!take(part)) continue;
      span.worded = std::string_view(part) != "底" && std::string_view(part) != "末";
      break;
    }
    for (const char* limit : {"之前", "以前", "前"}) {
      if (!take(limit)) continue;
      span.before = true;
      break;
    }
    if (!take("之内") && !take("以内")) take("内");
    take("完成");
  }
  /// 春节前: a few words, without numbers or sentences.
  bool take_words(DateSpan& span) {
    skip_blanks();
    if (rest_.empty()) return true;
    if (char_count(rest_) > kMostWords) return false;
    if (rest_.find_first_of("0123456789%.,;:/()<>=+*~-") != std::string_view::npos) return false;
    for (const char* sign : {"，", "。", "；", "、", "：", "～", "—", "≥", "≤"}) {
      if (rest_.find(sign) != std::string_view::npos) return false;
    }
    span.worded = true;
    return true;
  }

  std::string_view rest_;
  bool certain_ = false;  ///< it cannot be a plain number
};

using Key = std::tuple<int, int, int>;
Key first_day(const Day& d) {
  return {d.year, d.month == 0 ? 1 : d.month, d.day == 0 ? 1 : d.day};
}
Key last_day(const Day& d) {
  return {d.year, d.month == 0 ? 12 : d.month, d.day == 0 ? 31 : d.day};
}

}  // namespace

std::optional<DateSpan> read_date_span(std::string_view text) {
  return DateReader(trimmed(text)).read();
}

std::optional<bool> in_time(const DateSpan& target, const DateSpan& actual) {
  if (target.worded || actual.worded || actual.before) return std::nullopt;
  Day due = target.to, from = actual.from, to = actual.to;
  if ((due.year == 0) != (to.year == 0)) due.year = from.year = to.year = 0;
  // "10月前" may leave October out or take it in.
  const bool open = target.before && due.day == 0;
  if (open ? last_day(to) < first_day(due) : last_day(to) <= last_day(due)) return true;
  if (first_day(from) > last_day(due)) return false;
  return std::nullopt;
}

}  // namespace huizong::model
