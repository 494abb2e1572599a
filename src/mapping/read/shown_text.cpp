#include "mapping/read/shown_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <optional>

namespace huizong::mapping {
namespace {

/// 44287.5 -> "2021-04-01 12:00"; nothing for a serial number that is no day.
std::optional<std::string> date_text(const Decimal& serial, bool date1904) {
  if (serial < Decimal(0) || serial >= Decimal(2958466)) return std::nullopt;  // beyond 9999-12-31
  const Decimal whole = serial.truncated(0);
  const int days = static_cast<int>(whole.to_double());
  const Decimal minutes = ((serial - whole) * 1440).rounded(0);
  const int minute = static_cast<int>(minutes.to_double());
  std::string time;
  if (minute > 0 && minute < 1440) time = fmt::format("{:02}:{:02}", minute / 60, minute % 60);
  if (days == 0 && !time.empty()) return time;
  std::string day;
  if (!date1904 && days == 60) {
    day = "1900-02-29";  // a day that never was, but Excel counts it
  } else {
    // Days before that one are counted from one day later.
    const int shift = date1904 ? -24107 : days < 60 ? -25568 : -25569;
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{days + shift}}};
    day = fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                      static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  }
  return time.empty() ? day : day + " " + time;
}

}  // namespace

std::string shown_text(const xlsx::Workbook& workbook, const xlsx::Cell& cell) {
  if (cell.type == xlsx::CellType::Bool) return cell.text == "1" ? "TRUE" : "FALSE";
  const auto number = xlsx::number_of(cell);
  if (!number) return cell.text;
  const xlsx::NumberFormat& format = workbook.format(cell);
  if (format.date) {
    if (auto date = date_text(*number, workbook.date1904)) return *date;
  }
  if (format.percent) {
    const Decimal percent = *number * 100;
    return percent.fixed(std::max({format.decimals, percent.decimals().value_or(0), 0})) + "%";
  }
  const bool only_zeros =
      !format.code.empty() &&
      std::all_of(format.code.begin(), format.code.end(), [](char c) { return c == '0'; });
  std::string text = number->to_string();
  if (only_zeros && number->is_integer() && *number >= Decimal(0) &&
      text.size() < format.code.size() && format.code.size() < 64)
    text.insert(0, format.code.size() - text.size(), '0');
  return text;
}

}  // namespace huizong::mapping
