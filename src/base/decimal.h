// An exact number: every decimal, and every quotient of decimals.
//
// Money, scores and rates are all of this type, so that no figure is ever off
// by a binary rounding. Nothing is rounded unless rounded() or truncated() is
// called, and those work on the true value, halves away from zero, as Excel's
// ROUND does.

#pragma once

#include <compare>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace huizong {

class Decimal {
 public:
  Decimal();  ///< zero
  Decimal(
      long long value);  // NOLINT(google-explicit-constructor): 100 - rate reads as finance does

  /// A number in plain or scientific notation: "1064.54", "-3", "1.2E-05". The whole text must be
  /// the number: no blanks, no separators, no signs but the leading one. Exponents beyond +-400 are
  /// refused, as no workbook can hold them.
  static std::optional<Decimal> parse(std::string_view text);

  /// The number a workbook shows for a stored double: its 15 significant digits.
  /// 0.30000000000000004 gives 0.3. The value must be finite.
  static Decimal from_double(double value);

  friend Decimal operator+(const Decimal& a, const Decimal& b);
  friend Decimal operator-(const Decimal& a, const Decimal& b);
  friend Decimal operator*(const Decimal& a, const Decimal& b);
  friend Decimal operator/(const Decimal& a, const Decimal& b);  ///< b must not be zero
  Decimal operator-() const;
  Decimal& operator+=(const Decimal& b) { return *this = *this + b; }

  friend bool operator==(const Decimal& a, const Decimal& b);
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

  bool is_zero() const;
  bool is_integer() const;
  Decimal abs() const;
  Decimal rounded(
      int digits) const;  ///< to so many decimals (negative: tens, hundreds); half away from zero
  Decimal truncated(int digits) const;   ///< towards zero
  Decimal rounded_up(int digits) const;  ///< away from zero, as Excel's ROUNDUP

  /// How many decimals the exact value needs; none for a quotient that does not end (1/3).
  std::optional<int> decimals() const;

  std::string to_string()
      const;  ///< shortest exact text, "1064.54"; 15 significant digits if it does not end
  std::string fixed(int digits) const;    ///< rounded, with exactly so many decimals: "1064.50"
  std::string grouped(int digits) const;  ///< the same with thousands separators: "1,064.50"
  double to_double() const;               ///< the nearest double, for what a workbook stores

 private:
  struct Rep;
  explicit Decimal(std::shared_ptr<const Rep> rep) : rep_(std::move(rep)) {}
  const Rep& rep() const;
  std::shared_ptr<const Rep> rep_;  // null is zero
};

/// 10 to a power that may be negative.
Decimal power_of_ten(int exponent);

}  // namespace huizong
