#include "xlsx/xls/stored_number.h"

#include <array>
#include <bit>
#include <charconv>
#include <cmath>

namespace huizong::xlsx {

double rk_number(std::uint32_t rk) {
  const bool hundredths = (rk & 1) != 0;
  const bool whole = (rk & 2) != 0;
  const double value = whole ? static_cast<double>(std::bit_cast<std::int32_t>(rk) >> 2)
                             : std::bit_cast<double>(std::uint64_t{rk & ~3u} << 32);
  return hundredths ? value / 100 : value;
}

std::string number_text(double value) {
  const double size = std::abs(value);
  const bool plain = size == 0 || (size >= 1e-5 && size < 1e21);
  std::array<char, 64> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                 plain ? std::chars_format::fixed : std::chars_format::scientific);
  return {digits.data(), end.ptr};
}

std::string error_text(std::uint8_t code) {
  switch (code) {
    case 0x00:
      return "#NULL!";
    case 0x07:
      return "#DIV/0!";
    case 0x0F:
      return "#VALUE!";
    case 0x17:
      return "#REF!";
    case 0x1D:
      return "#NAME?";
    case 0x24:
      return "#NUM!";
    case 0x2A:
      return "#N/A";
    case 0x2B:
      return "#GETTING_DATA";
    default:
      return "";
  }
}

}  // namespace huizong::xlsx
