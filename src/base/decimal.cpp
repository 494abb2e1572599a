#include "base/decimal.h"

#include <boost/multiprecision/cpp_int.hpp>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <utility>

namespace huizong {
namespace {

using Int = boost::multiprecision::cpp_int;

constexpr int kMaxExponent = 400;  // a double ends at 1.8E308
constexpr int kShownDigits = 15;   // what Excel shows of any number

Int pow10(int n) {
  return boost::multiprecision::pow(Int(10), static_cast<unsigned>(n));
}

}  // namespace

/// numerator / denominator, coprime, denominator positive.
struct Decimal::Rep {
  Int num = 0;
  Int den = 1;

  static std::shared_ptr<const Rep> make(Int num, Int den) {
    if (num == 0) return nullptr;
    if (den < 0) {
      num = -num;
      den = -den;
    }
    const Int common = gcd(num, den);
    if (common != 1) {
      num /= common;
      den /= common;
    }
    return std::make_shared<const Rep>(Rep{std::move(num), std::move(den)});
  }

  enum class Mode { HalfAway, TowardsZero, AwayFromZero };
  static std::shared_ptr<const Rep> rounded(const Rep& x, int digits, Mode mode) {
    const Int scale = pow10(std::abs(digits));
    Int num = boost::multiprecision::abs(x.num);
    Int den = x.den;
    (digits >= 0 ? num : den) *= scale;
    Int whole, rest;
    boost::multiprecision::divide_qr(num, den, whole, rest);
    const bool up =
        mode == Mode::HalfAway ? rest * 2 >= den : mode == Mode::AwayFromZero && rest != 0;
    if (up) ++whole;
    if (x.num < 0) whole = -whole;
    return digits >= 0 ? make(whole, scale) : make(whole * scale, 1);
  }
};

const Decimal::Rep& Decimal::rep() const {
  static const Rep zero;
  return rep_ ? *rep_ : zero;
}

Decimal::Decimal() = default;
Decimal::Decimal(long long value) : rep_(Rep::make(value, 1)) {}

std::optional<Decimal> Decimal::parse(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  Int num = 0;
  std::uint64_t few = 0;  // up to so many digits at a time: big numbers are slow to build by ones
  constexpr int kFew = 18;
  int digits = 0, decimals = 0;
  bool point = false;
  std::size_t i = 0;
  for (; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '.' && !point) {
      point = true;
    } else if (c >= '0' && c <= '9') {
      few = few * 10 + static_cast<std::uint64_t>(c - '0');
      if (++digits % kFew == 0) num = num * pow10(kFew) + std::exchange(few, 0);
      if (point) ++decimals;
    } else {
      break;
    }
  }
  if (digits == 0 || digits > kMaxExponent) return std::nullopt;
  num = num == 0 ? Int(few) : Int(num * pow10(digits % kFew) + few);
  int exponent = 0;
  if (i < text.size()) {
    if (text[i] != 'e' && text[i] != 'E') return std::nullopt;
    std::string_view rest = text.substr(i + 1);
    if (!rest.empty() && rest.front() == '+') rest.remove_prefix(1);
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), exponent);
    if (error != std::errc() || end != rest.data() + rest.size() || exponent < -kMaxExponent ||
        exponent > kMaxExponent)
      return std::nullopt;
  }
  if (negative) num = -num;
  const int shift = exponent - decimals;
  return Decimal(shift >= 0 ? Rep::make(num * pow10(shift), 1) : Rep::make(num, pow10(-shift)));
}

Decimal Decimal::from_double(double value) {
  char text[40];
  const auto end = std::to_chars(text, text + sizeof text, value, std::chars_format::scientific,
                                 kShownDigits - 1);
  return parse(std::string_view(text, static_cast<std::size_t>(end.ptr - text))).value();
}

Decimal operator+(const Decimal& a, const Decimal& b) {
  const auto &x = a.rep(), &y = b.rep();
  return Decimal(Decimal::Rep::make(x.num * y.den + y.num * x.den, x.den * y.den));
}
Decimal operator-(const Decimal& a, const Decimal& b) {
  return a + -b;
}
Decimal operator*(const Decimal& a, const Decimal& b) {
  const auto &x = a.rep(), &y = b.rep();
  return Decimal(Decimal::Rep::make(x.num * y.num, x.den * y.den));
}
Decimal operator/(const Decimal& a, const Decimal& b) {
  const auto &x = a.rep(), &y = b.rep();
  return Decimal(Decimal::Rep::make(x.num * y.den, x.den * y.num));
}
Decimal Decimal::operator-() const {
  return Decimal(Rep::make(-rep().num, rep().den));
}

bool operator==(const Decimal& a, const Decimal& b) {
  return a.rep().num == b.rep().num && a.rep().den == b.rep().den;
}
std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  const auto &x = a.rep(), &y = b.rep();
  const int order = Int(x.num * y.den).compare(y.num * x.den);
  return order < 0   ? std::strong_ordering::less
         : order > 0 ? std::strong_ordering::greater
                     : std::strong_ordering::equal;
}

bool Decimal::is_zero() const {
  return !rep_;
}
bool Decimal::is_integer() const {
  return rep().den == 1;
}
Decimal Decimal::abs() const {
  return rep().num < 0 ? -*this : *this;
}
Decimal Decimal::rounded(int digits) const {
  return Decimal(Rep::rounded(rep(), digits, Rep::Mode::HalfAway));
}
Decimal Decimal::truncated(int digits) const {
  return Decimal(Rep::rounded(rep(), digits, Rep::Mode::TowardsZero));
}
Decimal Decimal::rounded_up(int digits) const {
  return Decimal(Rep::rounded(rep(), digits, Rep::Mode::AwayFromZero));
}

std::optional<int> Decimal::decimals() const {
  Int den = rep().den;
  int twos = 0, fives = 0;
  for (; den % 2 == 0; den /= 2) ++twos;
  for (; den % 5 == 0; den /= 5) ++fives;
  if (den != 1) return std::nullopt;
  return std::max(twos, fives);
}

std::string Decimal::to_string() const {
  if (const auto exact = decimals()) return fixed(*exact);
  char text[40];
  const auto end = std::to_chars(text, text + sizeof text, to_double(), std::chars_format::general,
                                 kShownDigits);
  return {text, end.ptr};
}

std::string Decimal::fixed(int digits) const {
  const Decimal shown = rounded(digits);
  if (digits < 0) digits = 0;
  const Rep& x = shown.rep();
  std::string text = Int(boost::multiprecision::abs(x.num) * pow10(digits) / x.den).str();
  const auto decimals = static_cast<std::size_t>(digits);
  if (text.size() <= decimals) text.insert(0, decimals + 1 - text.size(), '0');
  if (decimals > 0) text.insert(text.size() - decimals, 1, '.');
  return x.num < 0 ? "-" + text : text;
}

std::string Decimal::grouped(int digits) const {
  std::string text = fixed(digits);
  const std::size_t first = text.front() == '-' ? 1 : 0;
  std::size_t at = std::min(text.find('.'), text.size());
  while (at > first + 3) text.insert(at -= 3, 1, ',');
  return text;
}

double Decimal::to_double() const {
  const Rep& x = rep();
  // Of two whole numbers that a double holds exactly the quotient is rounded once, and rightly.
  constexpr std::int64_t kExact = std::int64_t{1} << 53;
  if (x.den <= kExact && x.num <= kExact && x.num >= -kExact) {
    return static_cast<double>(static_cast<std::int64_t>(x.num)) /
           static_cast<double>(static_cast<std::int64_t>(x.den));
  }
  // Others through 20 significant digits of decimal text: cpp_int's own conversion of a quotient
  // would round twice.
  const int size = static_cast<int>(x.num.str().size()) - static_cast<int>(x.den.str().size());
  const int shift = 20 - size;
  const Int scaled =
      shift >= 0 ? Int(x.num * pow10(shift) / x.den) : Int(x.num / (x.den * pow10(-shift)));
  const std::string text = scaled.str() + "e" + std::to_string(-shift);
  return std::strtod(text.c_str(), nullptr);
}

Decimal power_of_ten(int exponent) {
  return exponent >= 0 ? *Decimal::parse("1e" + std::to_string(exponent))
                       : Decimal(1) / power_of_ten(-exponent);
}

}  // namespace huizong
